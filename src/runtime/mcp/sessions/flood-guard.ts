/** Methods that clients have been seen to repeat without end; everything else is bounded by what it costs. */
const GUARDED: ReadonlyMap<string, number> = new Map([
  // How many of them a caller may make at once.
  ['resources/subscribe', 60],
  ['resources/unsubscribe', 60],
  ['subscriptions/listen', 240],
]);
/** How many more each second. */
const PER_SECOND = 2;
/** Callers that are remembered; the one that came first is forgotten. */
const MAX_CALLERS = 5000;

/** Whether a call may go on. */
export type FloodGuard = (caller: string, method: string | null | undefined, now: number) => boolean;

/** Bounds how often one caller subscribes, in memory: a flood costs no storage and no hop. One per isolate. */
export function createFloodGuard(): FloodGuard {
  const callers = new Map<string, { left: number; at: number }>();
  return (caller, method, now) => {
    const burst = GUARDED.get(method ?? '');
    if (burst === undefined) return true;
    const key = `${method} ${caller}`;
    const known = callers.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, known.left + ((now - known.at) / 1000) * PER_SECOND);
    callers.delete(key);
    callers.set(key, { left: Math.max(0, left - 1), at: now });
    if (callers.size > MAX_CALLERS) callers.delete(callers.keys().next().value as string);
    return left >= 1;
  };
}
