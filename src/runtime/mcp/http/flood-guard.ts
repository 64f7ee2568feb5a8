/** Methods that clients have been seen to repeat without end: how many a caller may make at once, and how many more each second. */
const GUARDED: ReadonlyMap<string, readonly [burst: number, perSecond: number]> = new Map([
  ['resources/subscribe', [60, 2]],
  ['resources/unsubscribe', [60, 2]],
  ['subscriptions/listen', [240, 2]],
  // Each keeps a session for a day: an isolate lets one caller hold 86,700 at most.
  ['initialize', [300, 1]],
]);
/** Callers that are remembered; the one that came first is forgotten. */
const MAX_CALLERS = 5000;

/** Whether a call may go on. The caller is asked for only where it matters. */
export type FloodGuard = (caller: () => Promise<string>, method: string | undefined, now: number) => Promise<boolean>;

/** Bounds how often one caller subscribes and begins sessions, in memory: a flood costs no storage and no hop. One per isolate. */
export function createFloodGuard(): FloodGuard {
  const callers = new Map<string, { left: number; at: number }>();
  return async (caller, method, now) => {
    const [burst, perSecond] = GUARDED.get(method ?? '') ?? [];
    if (burst === undefined || perSecond === undefined) return true;
    const key = `${method} ${await caller()}`;
    const known = callers.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond);
    const isCalm = left >= 1;
    callers.delete(key);
    // What is refused costs nothing: behind one address there may be others, who are served as time allows.
    callers.set(key, { left: isCalm ? left - 1 : left, at: now });
    if (callers.size > MAX_CALLERS) callers.delete(callers.keys().next().value as string);
    return isCalm;
  };
}
