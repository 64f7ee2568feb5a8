import { CODES, ProtocolError } from './protocol-error.js';

const CURSOR = /^([0-9a-f]{64})\.([1-9]\d{0,6})$/;

/** One page of a list, and where the next one begins. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/**
 * A page of a list that a bundle decides on. A cursor names the bundle by its digest: after a push the rest of an older
 * list would not fit its beginning, so the client is told to begin again.
 * Throws a `ProtocolError` (-32602) for a cursor of another bundle, or none of ours.
 */
export function pageOf<T>(all: readonly T[], size: number, cursor: string | undefined, sha256: string): Page<T> {
  const start = cursor === undefined ? 0 : startOf(cursor, sha256);
  const end = start + size;
  return { items: all.slice(start, end), ...(end < all.length && { nextCursor: `${sha256}.${end}` }) };
}

function startOf(cursor: string, sha256: string): number {
  const [, digest, start] = CURSOR.exec(cursor) ?? [];
  if (digest === sha256) return Number(start);
  const reason =
    digest === undefined ? 'The cursor is not one of this server' : 'The list has changed since the cursor was made';
  throw new ProtocolError(CODES.invalidParams, `${reason}: ask for the first page again.`);
}
