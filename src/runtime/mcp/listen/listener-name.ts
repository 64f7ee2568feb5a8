import { sha256Hex } from '../../../contract/encoding/digest.js';
import type { Caller } from '../../auth/caller.js';

/**
 * Under which name a caller's streams are counted. Where nobody signs in, all callers are one: there the address that the
 * platform saw tells them apart.
 */
export function listenerName({ subject, client }: Caller, request: Request): Promise<string> {
  const address = subject === 'anonymous' ? (request.headers.get('CF-Connecting-IP') ?? '') : '';
  return sha256Hex(JSON.stringify([subject, client ?? '', address]));
}
