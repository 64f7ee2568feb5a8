import { MAX_ARTIFACT_BYTES } from '../../contract/bundle/limits.js';
import { sha256Hex } from '../../contract/encoding/digest.js';
import { canonicalBytes } from '../../contract/encoding/jcs.js';
import type { Artifact, SkillFile } from '../stage-values.js';

/** An artifact that the build makes itself: a JSON document in canonical form. */
export async function jsonArtifact(document: object, mediaType: string, origin: string): Promise<Artifact> {
  const bytes = canonicalBytes(document);
  return { ref: { sha256: await sha256Hex(bytes), size: bytes.length, mediaType }, bytes, origin };
}

/** The artifact of a skill's file; binary or large files become blobs. */
export async function fileArtifact(file: SkillFile, origin: string): Promise<Artifact> {
  const isBlob = file.text === undefined || file.bytes.length > MAX_ARTIFACT_BYTES;
  const ref = { sha256: await sha256Hex(file.bytes), size: file.bytes.length, mediaType: file.mediaType };
  return { ref: isBlob ? { ...ref, blob: true as const } : ref, bytes: file.bytes, origin };
}
