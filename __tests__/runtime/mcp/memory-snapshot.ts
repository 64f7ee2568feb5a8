import type { ArtifactRef, BundleIndex } from '../../../src/contract/bundle/bundle-index.js';
import type { Snapshot } from '../../../src/runtime/snapshot.js';

/** A snapshot in memory. Runs in Node and in workerd. */
export function memorySnapshot({
  index,
  artifacts,
}: {
  index: BundleIndex;
  artifacts: Record<string, string>;
}): Snapshot {
  const parsed = new Map<string, unknown>();
  const text = ({ sha256 }: ArtifactRef): string => {
    const found = artifacts[sha256];
    if (found === undefined) throw new Error(`no store holds ${sha256}`);
    return found;
  };
  return {
    generation: 1,
    sha256: 'd'.repeat(64),
    index,
    appliedAt: null,
    text: async (ref) => text(ref),
    json: async <T>(ref: ArtifactRef) => {
      if (!parsed.has(ref.sha256)) parsed.set(ref.sha256, JSON.parse(text(ref)));
      return parsed.get(ref.sha256) as T;
    },
  };
}
