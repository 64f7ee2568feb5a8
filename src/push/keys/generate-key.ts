import { createPublicKey, randomBytes } from 'node:crypto';
import { encodeBase64url } from '../../contract/encoding/base64url.js';
import type { JsonObject } from '../../contract/encoding/json.js';
import { pkcs8OfSeed, publicKeyOfSeed, SEED_BYTES } from './ed25519-key.js';
import { thumbprintSync } from './signing-key.js';

/** A new key pair, in the forms in which its halves are kept. */
export interface GeneratedKey {
  /** PKCS#8, for the repository's secret. */
  privatePem: string;
  /** SPKI, for the Worker's secret. */
  publicPem: string;
  /** With `kid`, `alg` and `use`. */
  publicJwk: JsonObject;
  /** RFC 7638, SHA-256, base64url. */
  thumbprint: string;
}

/**
 * Makes an Ed25519 key pair.
 * @param kid key id, as the manifest will name it
 * @param random gives that many random bytes
 */
export function generateKey(kid: string, random: (bytes: number) => Uint8Array = randomBytes): GeneratedKey {
  const seed = random(SEED_BYTES);
  if (seed.length !== SEED_BYTES) throw new TypeError(`random must give ${SEED_BYTES} bytes, gave ${seed.length}`);
  const privatePem = pem('PRIVATE KEY', pkcs8OfSeed(seed));
  const publicPem = createPublicKey(privatePem).export({ format: 'pem', type: 'spki' }).toString();
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(publicKeyOfSeed(seed)) } as const;
  return {
    privatePem,
    publicPem,
    publicJwk: { ...jwk, kid, alg: 'EdDSA', use: 'sig' },
    thumbprint: thumbprintSync(jwk),
  };
}

/** One line is enough: 48 bytes are 64 characters (RFC 7468 section 2). */
function pem(label: string, der: Uint8Array): string {
  return `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
}
