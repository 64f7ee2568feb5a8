/** Methods that clients have been seen to repeat without end; everything else is bounded by what it costs. */
const GUARDED = new Set(['resources/subscribe', 'resources/unsubscribe', 'subscriptions/listen']);
/** How many of them a caller may make at once, and how many more each second. */
const BURST = 60;
const PER_SECOND = 2;
/** Callers that are remembered; the one that came first is forgotten. */
const MAX_CALLERS = 5000;

/** Whether a call may go on. */
export type FloodGuard = (caller: string, method: string | null | undefined, now: number) => boolean;

/** Bounds how often one caller subscribes, in memory: a flood costs no storage and no hop. One per isolate. */
export function createFloodGuard(): FloodGuard {
  const callers = new Map<string, { left: number; at: number }>();
  return (caller, method, now) => {
    if (!GUARDED.has(method ?? '')) return true;
    const known = callers.get(caller) ?? { left: BURST, at: now };
    const left = Math.min(BURST, known.left + ((now - known.at) / 1000) * PER_SECOND);
    callers.delete(caller);
    callers.set(caller, { left: Math.max(0, left - 1), at: now });
    if (callers.size > MAX_CALLERS) callers.delete(callers.keys().next().value as string);
    return left >= 1;
  };
}
