import { encodeBase64url } from '../encoding/base64url.js';
import { utf8 } from '../encoding/bytes.js';
import { canonicalJson } from '../encoding/canonical-json.js';
import type { JsonObject } from '../encoding/json.js';

/** A public key as the JWK members that identify it, and no others (RFC 7638 section 3.2, RFC 8037 section 2). */
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string } | { kty: 'RSA'; e: string; n: string };

/** The text whose SHA-256 is the thumbprint of a key. Its members sort the same in RFC 7638 and in JCS. */
export function thumbprintInput(jwk: PublicJwk): string {
  return canonicalJson(jwk satisfies JsonObject);
}

/** The thumbprint of a public key (RFC 7638, SHA-256), base64url. */
export async function thumbprintOf(jwk: PublicJwk): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(thumbprintInput(jwk)))));
}
