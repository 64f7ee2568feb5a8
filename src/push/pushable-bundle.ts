import type { BundleIndex } from '../contract/bundle/bundle-index.js';

/** What the push needs of a bundle; the build's own value has it. */
export interface PushableBundle {
  index: BundleIndex;
  /** The exact index bytes. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Their SHA-256, lower-case hex. */
  sha256: string;
  structuralDigest: string;
  /** Text artifacts, by digest. */
  artifacts: ReadonlyMap<string, { bytes: Uint8Array<ArrayBuffer> }>;
}
