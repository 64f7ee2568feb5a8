import type { Bundle } from '../build/stage-values.js';
import type { CompiledBundle } from '../contract/bundle/types.js';
import { fromUtf8 } from '../contract/encoding/bytes.js';

/** The form in which a bundle is compiled into a Worker. Blobs stay outside: they live in R2. */
export function compiledBundle(bundle: Bundle, statement: string | null): CompiledBundle {
  const artifacts = [...bundle.artifacts].map(([sha256, { bytes }]) => [sha256, fromUtf8(bytes)] as const);
  return { v: 1, statement, bundle: fromUtf8(bundle.bytes), artifacts: Object.fromEntries(artifacts.sort()) };
}
