import { sha256Hex } from '../../contract/encoding/digest.js';
import { log } from '../log.js';
import { MIN_KV_TTL_SECONDS, NONCE_HINT_MARGIN_SECONDS } from './push-limits.js';

/**
 * Whether KV remembers a statement. A hit spares the body of a replay; a miss, or an error, says nothing: KV is
 * eventually consistent, so only the transaction in `BundleDO` decides.
 */
export async function hintsReplay(nonces: KVNamespace | null, jti: string): Promise<boolean> {
  try {
    return nonces !== null && (await nonces.get(await hintKey(jti))) !== null;
  } catch {
    return false;
  }
}

/** Leaves the hint, for as long as the statement could be accepted. Best effort: never rejects. */
export async function leaveHint(nonces: KVNamespace | null, jti: string, windowSeconds: number): Promise<void> {
  const expirationTtl = Math.max(MIN_KV_TTL_SECONDS, windowSeconds + NONCE_HINT_MARGIN_SECONDS);
  try {
    await nonces?.put(await hintKey(jti), '1', { expirationTtl });
  } catch (error) {
    log('warning', 'nonce_hint_failed', { reason: String(error) });
  }
}

/** Hashed, so that the namespace holds nothing that could be replayed. */
async function hintKey(jti: string): Promise<string> {
  return `jti/${await sha256Hex(jti)}`;
}
