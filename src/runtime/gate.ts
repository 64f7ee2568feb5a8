const POLL_MS = 10;

/** Lets a limited number of tasks through at once, for each key apart. */
export interface Gate {
  /**
   * Waits for a free place. Returns the function that gives it back, or `undefined` when none came free before the
   * deadline or the signal.
   * @param deadline milliseconds since 1970; the place ends then too
   */
  enter(deadline: number, options?: { key?: string; signal?: AbortSignal }): Promise<(() => void) | undefined>;
}

/**
 * Makes a gate that requests of different callers share. Waiting is polling: a promise that another request resolves
 * would continue in that request's context. Places end at their deadline: workerd may drop a request whose client has
 * gone without running its `finally`.
 * @param limit places of one key
 */
export function createGate(limit: number, now: () => number = Date.now): Gate {
  const places = new Map<string, Set<{ deadline: number }>>();
  const tryEnter = (key: string, deadline: number): (() => void) | undefined => {
    const taken = places.get(key) ?? new Set();
    for (const place of taken) if (place.deadline < now()) taken.delete(place);
    if (taken.size >= limit) return undefined;
    const place = { deadline };
    places.set(key, taken.add(place));
    return () => {
      taken.delete(place);
      if (taken.size === 0 && places.get(key) === taken) places.delete(key);
    };
  };
  return {
    async enter(deadline, { key = '', signal } = {}) {
      for (;;) {
        const leave = tryEnter(key, deadline);
        if (leave || signal?.aborted || now() + POLL_MS > deadline) return leave;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}
