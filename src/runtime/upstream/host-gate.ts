/** Most calls in flight to one host, per isolate: what a small API survives. */
export const MAX_CALLS_PER_HOST = 10;
const POLL_MS = 20;

/** Lets a limited number of calls to each host through. */
export interface HostGate {
  /**
   * Waits for a free place. Returns the function that gives it back, or `undefined` when none came free
   * before the deadline.
   * @param deadline milliseconds since 1970
   */
  enter(host: string, deadline: number): Promise<(() => void) | undefined>;
}

/**
 * Makes a gate. Places end by themselves at their deadline: workerd may drop a request whose client has
 * gone without running its `finally`. Waiting is polling: a promise that another request resolves would
 * continue in that request's context.
 */
export function createHostGate(limit = MAX_CALLS_PER_HOST, now: () => number = Date.now): HostGate {
  const places = new Map<string, Set<{ deadline: number }>>();
  const tryEnter = (host: string, deadline: number): (() => void) | undefined => {
    const taken = places.get(host) ?? new Set();
    for (const place of taken) if (place.deadline < now()) taken.delete(place);
    if (taken.size >= limit) return undefined;
    const place = { deadline };
    places.set(host, taken.add(place));
    return () => {
      taken.delete(place);
      if (taken.size === 0 && places.get(host) === taken) places.delete(host);
    };
  };
  return {
    async enter(host, deadline) {
      for (;;) {
        const leave = tryEnter(host, deadline);
        if (leave || now() + POLL_MS > deadline) return leave;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}
