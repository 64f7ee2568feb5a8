const WINDOW_MS = 60_000;

/** How many refused statements are remembered; about 100 KB. */
const REMEMBERED = 1024;

/** Whether a refusal is recorded, and how many were only counted since the last record. `key` names statement and code. */
export type RefusalLimit = (key: string, now: number) => { record: true; suppressed: number } | { record: false };

/**
 * Bounds how many refusals are recorded, and records the same refusal of the same statement once: whoever holds one
 * expired statement could otherwise fill the chain, and push older records out of an object without an audit database.
 * Both are kept in memory; a restart of the object begins anew.
 * @param perMinute records per minute
 */
export function createRefusalLimit(perMinute: number): RefusalLimit {
  let windowStart = 0;
  let recorded = 0;
  let suppressed = 0;
  const known = new Set<string>();
  return (key, now) => {
    if (now - windowStart >= WINDOW_MS) [windowStart, recorded] = [now, 0];
    if (recorded >= perMinute || known.has(key)) {
      suppressed += 1;
      return { record: false };
    }
    recorded += 1;
    known.add(key);
    if (known.size > REMEMBERED) known.delete(known.values().next().value as string);
    const answer = { record: true as const, suppressed };
    suppressed = 0;
    return answer;
  };
}
