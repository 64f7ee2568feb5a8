import type { JsonObject } from '../../contract/encoding/json.js';
import type { Snapshot } from '../snapshot.js';
import { CODES } from './protocol-error.js';
import type { Message } from './message.js';
import { serverInfo } from './server-description.js';

/** The protocol version without sessions: each request describes its client in an envelope of its own. */
export const STATELESS_VERSION = '2026-07-28';

/** The protocol versions that begin with a handshake, newest first. */
export const SESSION_VERSIONS: readonly string[] = [
  '2025-11-25',
  '2025-06-18',
  '2025-03-26',
  '2024-11-05',
  '2024-10-07',
];

/** Protocol versions from this one on know events that only say from where to resume (SEP-1699). */
const PRIMED_SINCE = '2025-11-25';

/** How long, in milliseconds, and for whom a client may keep a result. */
export interface CacheHint {
  ttlMs: number;
  cacheScope: 'public' | 'private';
}

/** The hint for what a bundle decides on: results are the same for every caller only where nobody has to sign in. */
export function cacheHint({ index }: Snapshot, ttlMs: number): CacheHint {
  return { ttlMs, cacheScope: index.manifest.structural.auth.provider === 'none' ? 'public' : 'private' };
}

/** Whether a protocol version is one without sessions. Versions are dates, so that text compares as time. */
export function isStateless(version: string): boolean {
  return version >= STATELESS_VERSION;
}

/** Whether a stream of that protocol version begins with an event that says from where to resume. */
export function isPrimed(version: string): boolean {
  return version >= PRIMED_SINCE;
}

/** The version that the server answers to `initialize`: the client's when it is known, else the newest. */
export function negotiateVersion(requested: string): string {
  return SESSION_VERSIONS.includes(requested) ? requested : (SESSION_VERSIONS[0] as string);
}

/**
 * A result as the protocol version writes it. 2026-07-28 wants the kind of the result, the server's identity, and on some
 * results how long they may be kept; the versions before know none of it.
 */
export function shapeResult(version: string, result: object, snapshot: Snapshot, ttlMs?: number): JsonObject {
  if (!isStateless(version)) return result as JsonObject;
  const { _meta } = result as { _meta?: JsonObject };
  return {
    resultType: 'complete',
    ...(ttlMs !== undefined && cacheHint(snapshot, ttlMs)),
    ...result,
    _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo(snapshot), ..._meta },
  } as unknown as JsonObject;
}

/** HTTP status of errors that end a request of 2026-07-28 (Streamable HTTP, "Error handling"); of all others 200. */
const STATUS_OF = new Map<number, number>([
  [CODES.methodNotFound, 404],
  [CODES.missingCapability, 400],
]);

/** The HTTP status of an answer that comes alone. Versions before 2026-07-28 always answer with 200. */
export function statusOf(version: string, answer: Message | undefined): number {
  const error = answer?.error as JsonObject | undefined;
  return (isStateless(version) && STATUS_OF.get(error?.code as number)) || 200;
}
