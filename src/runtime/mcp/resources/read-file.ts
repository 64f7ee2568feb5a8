import type { ArtifactRef } from '../../../contract/bundle/bundle-index.js';
import { fromUtf8 } from '../../../contract/encoding/bytes.js';
import { sha256Hex } from '../../../contract/encoding/digest.js';
import { blobKey } from '../../store/snapshots/artifact-source.js';
import type { McpContext } from '../context.js';
import { CODES, ProtocolError } from '../protocol-error.js';

/** Largest file that is read in one answer, in bytes: its copies in base64 and in JSON share the isolate's 128 MB. */
export const MAX_READ_BYTES = 8 * 1024 * 1024;
const CHUNK = 0x8000;

/** A file's content: text as it is, anything else as base64. Throws a `ProtocolError` when a blob is out of reach. */
export async function readFile(
  { snapshot, env }: McpContext,
  ref: ArtifactRef,
): Promise<{ text: string } | { blob: string }> {
  if (!ref.blob) return { text: await snapshot.text(ref) };
  if (ref.size > MAX_READ_BYTES)
    throw unreadable(`The file has ${ref.size} bytes, and one answer holds at most ${MAX_READ_BYTES}.`);
  const bytes = await readBlob(env.SKILL_DATA as Pick<R2Bucket, 'get'> | undefined, ref.sha256);
  const text = textIn(bytes);
  return text === undefined ? { blob: toBase64(bytes) } : { text };
}

async function readBlob(bucket: Pick<R2Bucket, 'get'> | undefined, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!bucket) throw unreadable('The file is a blob, and this server has no store for blobs (binding SKILL_DATA).');
  const object = await bucket.get(blobKey(sha256));
  const bytes = object ? new Uint8Array(await object.arrayBuffer()) : undefined;
  if (!bytes || (await sha256Hex(bytes)) !== sha256)
    throw unreadable('The blob store does not hold the file: push the bundle again.');
  return bytes;
}

function unreadable(message: string): ProtocolError {
  return new ProtocolError(CODES.internal, message);
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = fromUtf8(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
