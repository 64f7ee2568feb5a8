import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { decodeBase64url } from '../../contract/encoding/base64url.js';
import type { JsonObject } from '../../contract/encoding/json.js';
import { describeJwk, isPrivateJwk, readJwkPublicHalf } from '../../contract/keys/jwk.js';
import { found, type KeyOutcome } from '../../contract/keys/key-outcome.js';
import { ed25519SigningKey, publicKeyOfSeed, SEED_BYTES } from './ed25519-key.js';
import { rsaSigningKey } from './rsa-key.js';
import type { SigningKey } from './signing-key.js';

const RSA_MEMBERS = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const;

/** Reads a private JWK (RFC 8037 section 2, RFC 7518 section 6.3). Its public half must be there, and must match. */
export function readPrivateJwk(jwk: JsonObject, text: string): KeyOutcome<SigningKey> {
  const half = readJwkPublicHalf(jwk);
  if (!half.ok) return half;
  if (!isPrivateJwk(jwk)) return found(`a public key (${describeKind(jwk)} without "d")`);
  return half.value.kty === 'OKP' ? readOkp(jwk, half.value.x, text) : readRsa(jwk, text);
}

function describeKind(jwk: JsonObject): string {
  return jwk.kty === 'RSA' ? 'an RSA JWK' : describeJwk(jwk);
}

function readOkp(jwk: JsonObject, x: string, text: string): KeyOutcome<SigningKey> {
  const seed = typeof jwk.d === 'string' ? decodeBase64url(jwk.d) : undefined;
  if (seed?.length !== SEED_BYTES) return found('an Ed25519 JWK whose "d" is not 32 bytes in base64url');
  if (Buffer.from(publicKeyOfSeed(seed)).toString('base64url') !== x)
    return found('an Ed25519 JWK whose "x" belongs to another key than its "d"');
  return { ok: true, value: ed25519SigningKey(seed, text) };
}

function readRsa(jwk: JsonObject, text: string): KeyOutcome<SigningKey> {
  const lacking = RSA_MEMBERS.filter((member) => typeof jwk[member] !== 'string');
  if (lacking.length > 0) return found(`an RSA JWK without ${lacking.map((member) => `"${member}"`).join(', ')}`);
  try {
    const members = Object.fromEntries(RSA_MEMBERS.map((member) => [member, jwk[member]]));
    return rsaSigningKey(createPrivateKey({ key: { kty: 'RSA', ...members } as JsonWebKey, format: 'jwk' }), text);
  } catch {
    return found('a malformed RSA JWK');
  }
}
