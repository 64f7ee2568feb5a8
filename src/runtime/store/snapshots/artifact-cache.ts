/** A cache by digest with a budget; what was used longest ago leaves first. */
export interface ArtifactCache {
  get(key: string): unknown;
  /** @param cost estimated bytes of memory */
  set(key: string, value: unknown, cost: number): void;
}

/** Creates a cache. A value that costs more than the whole budget is not kept. */
export function createArtifactCache(budget: number): ArtifactCache {
  const entries = new Map<string, { value: unknown; cost: number }>();
  let spent = 0;
  const drop = (key: string): void => {
    spent -= entries.get(key)?.cost ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, cost) {
      drop(key);
      if (cost > budget) return;
      entries.set(key, { value, cost });
      spent += cost;
      for (const oldest of entries.keys()) {
        if (spent <= budget) return;
        drop(oldest);
      }
    },
  };
}
