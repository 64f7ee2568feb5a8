import { createHash } from 'node:crypto';
import { thumbprintInput, type PublicJwk } from '../../contract/keys/thumbprint.js';

/** The thumbprint of a public key (RFC 7638, SHA-256), base64url; as the receiver computes it. */
export function thumbprintSync(jwk: PublicJwk): string {
  return createHash('sha256').update(thumbprintInput(jwk), 'utf8').digest('base64url');
}
