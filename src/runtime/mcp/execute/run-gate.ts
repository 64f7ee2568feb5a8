/** Most scripts at once in one isolate: each may take its memory twice, of the isolate's 128 MB. */
export const MAX_RUNS = 4;
const POLL_MS = 10;

/** Lets a limited number of scripts run at once. */
export interface RunGate {
  /**
   * Waits for a place. Returns the function that gives it back, or `undefined` when none came free in time.
   * @param deadline milliseconds since 1970; a place ends by itself then
   */
  enter(deadline: number, signal: AbortSignal): Promise<(() => void) | undefined>;
}

/** Makes a gate. Polls, as a promise that another request resolves would continue in that request's context. */
export function createRunGate(limit = MAX_RUNS, now: () => number = Date.now): RunGate {
  const places = new Set<{ deadline: number }>();
  const tryEnter = (deadline: number): (() => void) | undefined => {
    for (const place of places) if (place.deadline < now()) places.delete(place);
    if (places.size >= limit) return undefined;
    const place = { deadline };
    places.add(place);
    return () => void places.delete(place);
  };
  return {
    async enter(deadline, signal) {
      for (;;) {
        const leave = tryEnter(deadline);
        if (leave || signal.aborted || now() + POLL_MS > deadline) return leave;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}
