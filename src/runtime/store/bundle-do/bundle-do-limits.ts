/** Unexpired statements that are remembered; past it pushes are refused, never forgotten. */
export const MAX_SPENT_STATEMENTS = 4096;
/** How long a statement is remembered past its `exp`: the clocks of two machines may differ. */
export const SPENT_MARGIN_SECONDS = 120;
/** Audit records that stay in the object after they were flushed, or at all without a database. */
export const KEPT_AUDIT_RECORDS = 1000;
/** Refusals recorded per minute; the rest is counted, so that a captured statement cannot fill the chain. */
export const RECORDED_REFUSALS_PER_MINUTE = 240;
/** Part of an index in one row: rows end at 2 MB. */
export const INDEX_PART_BYTES = 1024 * 1024;
/** Records written to the audit database at once. */
export const AUDIT_BATCH = 50;
/** Wait before the audit database or the cache is tried again, in milliseconds. */
export const FLUSH_RETRY_MS = 30_000;
/** Gathers the actions of several requests into one write to the audit database, in milliseconds. */
export const ACTION_FLUSH_MS = 1000;
/** Streams of `subscriptions/listen` that one caller may hold open. */
export const MAX_LISTENERS_PER_CALLER = 128;
/** The same of all callers together; the platform ends at 32,768 sockets an object. */
export const MAX_LISTENERS = 16_384;
/** Sessions that hear of changes. */
export const MAX_ATTACHED_SESSIONS = 10_000;
/** Sessions told at once: each is a request of its own. */
export const SESSION_FAN_OUT = 100;
