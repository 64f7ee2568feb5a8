import { BACKOFF_BASE_MS, BACKOFF_MAX_MS } from './client-limits.js';

/**
 * How long to wait after a failed try, in milliseconds: full jitter below a doubling limit, and never less than
 * the Worker asked for.
 * @param attempt the try that failed, from 1
 * @param askedMs what Retry-After says, when it does
 */
export function backoffMs(attempt: number, askedMs: number | undefined, random: (bytes: number) => Uint8Array): number {
  const limit = Math.min(BACKOFF_MAX_MS, BACKOFF_BASE_MS * 2 ** (attempt - 1));
  const jitter = Math.floor(limit * fraction(random));
  // All who were told the same time would come back at the same time, so the jitter is added to it.
  return askedMs === undefined ? jitter : askedMs + jitter;
}

/** What a Retry-After header asks for (RFC 9110 section 10.2.3), in milliseconds: seconds, or a date against `now`. */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** A number in [0, 1) from four random bytes. */
function fraction(random: (bytes: number) => Uint8Array): number {
  return random(4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32;
}
