import { encodeBase64url } from '../encoding/base64url.js';
import { DER_TAG, readSequence, readUnsigned, type DerElement } from './der.js';
import { describeDer } from './describe-der.js';
import { hasStandardParameters, OID, readAlgorithm } from './key-algorithms.js';
import { found, type KeyOutcome } from './key-outcome.js';
import type { PublicJwk } from './thumbprint.js';

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280 section 4.1, RFC 8410 section 4) by hand: one engine imports an X25519 key as
 * Ed25519, another ignores trailing bytes. What is not an exact Ed25519 or RSA key is named.
 */
export function readSpki(der: Uint8Array<ArrayBuffer>): KeyOutcome<PublicJwk> {
  const [identifier, bits, ...others] = readSequence(der) ?? [];
  const algorithm = readAlgorithm(identifier);
  if (bits?.tag !== DER_TAG.bitString || (algorithm?.oid !== OID.ed25519 && algorithm?.oid !== OID.rsa))
    return found(describeDer(der));
  const key = wholeBytes(bits);
  const jwk = key && (algorithm.oid === OID.ed25519 ? ed25519Jwk(key) : rsaJwk(key));
  const isExact = others.length === 0 && hasStandardParameters(algorithm);
  return jwk && isExact ? { ok: true, value: jwk } : found(`a malformed ${algorithm.name} public key`);
}

/** The bytes of a BIT STRING without unused bits. */
function wholeBytes({ content }: DerElement): Uint8Array<ArrayBuffer> | undefined {
  return content[0] === 0 ? content.slice(1) : undefined;
}

/** The JWK of a raw Ed25519 public key; `undefined` unless it has 32 bytes. */
export function ed25519Jwk(key: Uint8Array): PublicJwk | undefined {
  return key.length === 32 ? { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(key) } : undefined;
}

/** The JWK of an RSAPublicKey structure (RFC 8017 appendix A.1.1). */
function rsaJwk(der: Uint8Array<ArrayBuffer>): PublicJwk | undefined {
  const [n, e, ...others] = (readSequence(der) ?? []).map(readUnsigned);
  return n && e && others.length === 0 ? { kty: 'RSA', e: encodeBase64url(e), n: encodeBase64url(n) } : undefined;
}
