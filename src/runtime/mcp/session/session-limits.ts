/** A session that nobody used for this long is over, in milliseconds. */
export const SESSION_IDLE_MS = 24 * 60 * 60 * 1000;
/** How exactly that is known: the last use is written at most this often, in milliseconds. */
export const SESSION_SEEN_MS = 60 * 60 * 1000;
/** Longest `initialize` request, which a session keeps, in characters. */
export const MAX_INITIALIZE_LENGTH = 16 * 1024;
/** Resources that one session may subscribe to. */
export const MAX_SUBSCRIBED_URIS = 64;
