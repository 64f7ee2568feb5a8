/** A whole push, in milliseconds: a job waits this long at most. */
export const DEFAULT_DEADLINE_MS = 120_000;
/** One request, in milliseconds: the Worker itself gives a body 20 seconds. */
export const DEFAULT_REQUEST_TIMEOUT_MS = 30_000;
/** Tries of one question, each with a statement of its own. */
export const MAX_TRIES = 4;
/** First and longest back-off before jitter, in milliseconds. */
export const BACKOFF_BASE_MS = 500;
export const BACKOFF_MAX_MS = 8_000;
/** Largest answer that is read, in bytes; a receipt with a full diff stays far below. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** Bodies above this many bytes are compressed. */
export const GZIP_ABOVE_BYTES = 64 * 1024;
/** Time left to ask what is live after a cancellation, in milliseconds: a cancelled job is killed after 7.5 seconds. */
export const LAST_QUESTION_MS = 5_000;
