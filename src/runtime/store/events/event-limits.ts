/** Events that one session keeps for a client that was cut off. */
export const MAX_EVENTS = 256;
/** The same in characters of all events together. */
export const MAX_EVENTS_BYTES = 4 * 1024 * 1024;
/** An event larger than this, in characters, is sent and not kept: rows end at 2 MB. */
export const MAX_EVENT_BYTES = 512 * 1024;
/** How long an event is kept, in milliseconds. */
export const EVENT_AGE_MS = 60 * 60 * 1000;
