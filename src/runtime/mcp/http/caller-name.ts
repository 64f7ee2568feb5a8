import { sha256Hex } from '../../../contract/encoding/digest.js';
import type { Caller } from '../../auth/caller.js';

/**
 * Under which name a caller's streams and sessions are counted. Where nobody signs in, all callers are one: there the
 * address that the platform saw tells them apart.
 */
export function callerName({ subject, client }: Caller, request: Request): Promise<string> {
  const address = subject === 'anonymous' ? networkOf(request.headers.get('CF-Connecting-IP') ?? '') : '';
  return sha256Hex(JSON.stringify([subject, client ?? '', address]));
}

/** Of an IPv6 address its first 64 bits: the rest is for each machine to choose (RFC 4291 section 2.5.4). */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':'));
  const gap = address.includes('::') ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0') : [];
  return [...head, ...gap, ...tail].slice(0, 4).join(':');
}
