import { listArtifacts, type ArtifactUse } from '../../contract/bundle/list-artifacts.js';
import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { utf8 } from '../../contract/encoding/bytes.js';
import { sha256Hex } from '../../contract/encoding/digest.js';
import { refuse, type Refusal } from '../../contract/push/refusals.js';

/** Artifacts that were sent and are what the index names. */
export type CheckedArtifacts = { ok: true; artifacts: Map<string, Uint8Array> } | { ok: false; refusal: Refusal };

/** Checks what was sent: the index names each, and its bytes have the digest and the size that it names. */
export async function checkArtifacts(
  index: BundleIndex,
  sent: Readonly<Record<string, string>>,
): Promise<CheckedArtifacts> {
  const uses = new Map(textArtifacts(index).map((use) => [use.ref.sha256, use]));
  const unknown = Object.keys(sent).filter((digest) => !uses.has(digest));
  if (unknown.length > 0) return { ok: false, refusal: refuse('unknown_artifact', { digests: unknown }) };
  const artifacts = new Map<string, Uint8Array>();
  for (const [digest, text] of Object.entries(sent)) {
    const bytes = utf8(text);
    const use = uses.get(digest);
    const refusal = use && (await mismatch(use, bytes));
    if (refusal) return { ok: false, refusal };
    artifacts.set(digest, bytes);
  }
  return { ok: true, artifacts };
}

/** Every artifact that travels in a push body. */
export function textArtifacts(index: BundleIndex): ArtifactUse[] {
  return listArtifacts(index).filter(({ ref }) => !ref.blob);
}

async function mismatch({ ref, label }: ArtifactUse, bytes: Uint8Array<ArrayBuffer>): Promise<Refusal | undefined> {
  const actual = await sha256Hex(bytes);
  if (actual !== ref.sha256) return refuse('digest_mismatch', { what: label, expected: ref.sha256, actual });
  if (bytes.length === ref.size) return undefined;
  return refuse('digest_mismatch', { what: label, expected: `${ref.size} bytes`, actual: `${bytes.length} bytes` });
}
