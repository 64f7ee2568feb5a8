const WINDOW_MS = 60_000;

/** Whether a refusal is recorded, and how many were only counted since the last record. */
export type RefusalLimit = (now: number) => { record: true; suppressed: number } | { record: false };

/**
 * Bounds how many refusals are recorded: whoever holds one expired statement could otherwise fill the chain.
 * The count is kept in memory; a restart of the object starts a new window.
 * @param perMinute records per minute
 */
export function createRefusalLimit(perMinute: number): RefusalLimit {
  let windowStart = 0;
  let recorded = 0;
  let suppressed = 0;
  return (now) => {
    if (now - windowStart >= WINDOW_MS) [windowStart, recorded] = [now, 0];
    if (recorded >= perMinute) {
      suppressed += 1;
      return { record: false };
    }
    recorded += 1;
    const answer = { record: true as const, suppressed };
    suppressed = 0;
    return answer;
  };
}
