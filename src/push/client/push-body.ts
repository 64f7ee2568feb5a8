import { listArtifacts } from '../../contract/bundle/list-artifacts.js';
import { MAX_PUSH_BODY_BYTES } from '../../contract/bundle/bundle-limits.js';
import { fromUtf8 } from '../../contract/encoding/bytes.js';
import type { PushBody } from '../../contract/push/push-messages.js';
import { wireBody, type WireBody } from './exchange.js';
import type { PushableBundle } from '../sign.js';
import type { PushError } from './push-outcome.js';

/** How many of the largest artifacts an error names. */
const NAMED_ARTIFACTS = 5;

/** Body of a statement that is about nothing but itself: `status`. */
export function emptyBody(): WireBody {
  return wireBody(JSON.stringify({ v: 1 }));
}

/** Body of a plan: the index alone. */
export function planBody(bundle: PushableBundle): WireBody {
  return wireBody(JSON.stringify({ v: 1, bundle: fromUtf8(bundle.bytes) } satisfies PushBody));
}

/** Body of an apply: the index, and of the artifacts only those that the Worker lacks. */
export function applyBody(
  bundle: PushableBundle,
  digests: readonly string[],
): { ok: true; body: WireBody } | { ok: false; error: PushError } {
  const artifacts = digests.flatMap((digest) => {
    const artifact = bundle.artifacts.get(digest);
    return artifact ? [[digest, fromUtf8(artifact.bytes)] as const] : [];
  });
  const text = JSON.stringify({
    v: 1,
    bundle: fromUtf8(bundle.bytes),
    artifacts: Object.fromEntries(artifacts),
  } satisfies PushBody);
  const size = Buffer.byteLength(text, 'utf8');
  return size > MAX_PUSH_BODY_BYTES ? { ok: false, error: tooLarge(bundle, size) } : { ok: true, body: wireBody(text) };
}

function tooLarge(bundle: PushableBundle, size: number): PushError {
  return {
    code: 'too_large',
    message: `The push is ${size} bytes; a Worker reads at most ${MAX_PUSH_BODY_BYTES}.`,
    hint: `The largest parts are ${largestArtifacts(bundle)}.`,
  };
}

/** The largest artifacts with their sizes, for an error. */
export function largestArtifacts(bundle: PushableBundle): string {
  const uses = new Map(listArtifacts(bundle.index).map(({ ref, label }) => [ref.sha256, { label, size: ref.size }]));
  const largest = [...uses.values()].sort((a, b) => b.size - a.size).slice(0, NAMED_ARTIFACTS);
  return largest.map(({ label, size }) => `${label} (${size} bytes)`).join(', ');
}

/** The files of a bundle behind some digests, for an error; a digest that no file has stands for itself. */
export function filesOf(
  bundle: PushableBundle,
  digests: readonly string[],
): { path: string; sha256: string; size: number | null }[] {
  const uses = listArtifacts(bundle.index);
  return digests.map((sha256) => {
    const use = uses.find(({ ref }) => ref.sha256 === sha256);
    return { path: use?.label ?? sha256, sha256, size: use?.ref.size ?? null };
  });
}
