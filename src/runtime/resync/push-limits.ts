/** How long a body may take to arrive, in seconds. */
export const BODY_DEADLINE_SECONDS = 20;
/** Nesting of the push body itself: an object with two objects in it. */
export const MAX_BODY_DEPTH = 8;
/** KV keeps nothing for less than a minute. */
export const MIN_KV_TTL_SECONDS = 60;
/** How long a nonce hint outlives the window: the clocks of two machines may differ. */
export const NONCE_HINT_MARGIN_SECONDS = 120;
/** Most of a refused body that is read to its end, in bytes: twice what could have been accepted. */
export const MAX_DRAINED_BYTES = 64 * 1024 * 1024;
