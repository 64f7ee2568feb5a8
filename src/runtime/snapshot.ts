import type { ArtifactRef, BundleIndex } from '../contract/bundle/bundle-index.js';

/**
 * One generation of a bundle, immutable. A request pins one snapshot, so that its answer comes wholly
 * from one generation.
 */
export interface Snapshot {
  readonly generation: number;
  /** Digest of the index bytes. */
  readonly sha256: string;
  readonly index: BundleIndex;
  /** When it was applied, ISO 8601; `null` for the compiled-in copy. */
  readonly appliedAt: string | null;
  /**
   * The text of an artifact, checked against its digest. Cached per isolate by digest.
   * Throws when no store holds it.
   */
  text(ref: ArtifactRef): Promise<string>;
  /** As {@link text}, parsed as JSON; the same object for the same digest, so never change it. */
  json<T>(ref: ArtifactRef): Promise<T>;
}
