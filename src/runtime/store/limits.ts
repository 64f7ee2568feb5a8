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
/** Artifact text in one value of the last-good copy: values end at 25 MiB, and one is held in memory whole. */
export const LAST_GOOD_PART_BYTES = 4 * 1024 * 1024;
/** A snapshot younger than this is served without asking, in milliseconds. */
export const SNAPSHOT_FRESH_MS = 2000;
/** How long the last snapshot serves while `BundleDO` is out of reach, in milliseconds. */
export const SNAPSHOT_GRACE_MS = 60_000;
/** A hop to `BundleDO` that takes longer counts as out of reach, in milliseconds. */
export const HOP_DEADLINE_MS = 5000;
/** Artifacts cached per isolate, in estimated bytes of memory: a fifth of the isolate's 128 MB. */
export const ARTIFACT_CACHE_BYTES = 24 * 1024 * 1024;
/** Streams of `subscriptions/listen` that one caller may hold open. */
export const MAX_LISTENERS_PER_CALLER = 128;
/** The same of all callers together; the platform ends at 32,768 sockets an object. */
export const MAX_LISTENERS = 16_384;
/** Sessions that hear of changes. */
export const MAX_ATTACHED_SESSIONS = 10_000;
/** Sessions told at once: each is a request of its own. */
export const SESSION_FAN_OUT = 100;
/** Events that one session keeps for a client that was cut off. */
export const MAX_EVENTS = 256;
/** The same in characters of all events together. */
export const MAX_EVENTS_BYTES = 4 * 1024 * 1024;
/** An event larger than this, in characters, is sent and not kept: rows end at 2 MB. */
export const MAX_EVENT_BYTES = 512 * 1024;
/** How long an event is kept, in milliseconds. */
export const EVENT_AGE_MS = 60 * 60 * 1000;
/** A session that nobody used for this long is over, in milliseconds. */
export const SESSION_IDLE_MS = 24 * 60 * 60 * 1000;
/** How exactly that is known: the last use is written at most this often, in milliseconds. */
export const SESSION_SEEN_MS = 60 * 60 * 1000;
/** Longest `initialize` request, which a session keeps, in characters. */
export const MAX_INITIALIZE_LENGTH = 16 * 1024;
/** Resources that one session may subscribe to. */
export const MAX_SUBSCRIBED_URIS = 64;
/** Longest URI of a subscription, in characters. */
export const MAX_URI_LENGTH = 2048;
