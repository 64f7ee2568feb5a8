import { BODY_DEADLINE_SECONDS, MAX_DRAINED_BYTES } from './limits.js';

/**
 * Reads what is left of a body that was refused, and forgets it, before the answer: a server that answers while the
 * sender is still writing resets the connection, and the sender never sees why. Only for senders who have been
 * authenticated; bounded in bytes and time; never rejects.
 */
export async function drainBody({ body }: Request): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  const end = Date.now() + BODY_DEADLINE_SECONDS * 1000;
  try {
    for (let size = 0; size < MAX_DRAINED_BYTES && Date.now() < end;) {
      const { done, value } = await reader.read();
      if (done) return;
      size += value.length;
    }
    await reader.cancel();
  } catch {
    // The sender went away, or the body was cancelled.
  }
}
