import { decodeBase64url } from '../encoding/base64url.js';
import { isSmallOrder } from './small-order.js';
import type { PublicJwk } from './thumbprint.js';

/** Bits of an RSA modulus: below is breakable, above only costs time. */
const RSA_MIN_BITS = 2048;
const RSA_MAX_BITS = 4096;
/** Smallest RSA exponent, 2^16 + 1 (FIPS 186-5 section 5.4). */
const RSA_MIN_EXPONENT = 65_537;
/** Engines disagree on exponents beyond 32 bits. */
const RSA_MAX_EXPONENT_BYTES = 4;

/** Why a key must not be trusted, as a noun phrase; `undefined` for a sound one. */
export function weaknessOf(jwk: PublicJwk): string | undefined {
  if (jwk.kty === 'RSA') return rsaWeakness(bytesOf(jwk.n), bytesOf(jwk.e));
  return isSmallOrder(bytesOf(jwk.x))
    ? 'a small-order Ed25519 key, with which one signature fits every message'
    : undefined;
}

function bytesOf(text: string): Uint8Array {
  return decodeBase64url(text) ?? new Uint8Array();
}

function rsaWeakness(modulus: Uint8Array, exponent: Uint8Array): string | undefined {
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (bits < RSA_MIN_BITS || bits > RSA_MAX_BITS)
    return `an RSA key of ${bits} bits; ${RSA_MIN_BITS} to ${RSA_MAX_BITS} are accepted`;
  if (isEven(modulus)) return 'an RSA key with an even modulus';
  const e = exponent.reduce((sum, byte) => sum * 256 + byte, 0);
  const fits = exponent.length <= RSA_MAX_EXPONENT_BYTES && e >= RSA_MIN_EXPONENT && !isEven(exponent);
  return fits
    ? undefined
    : `an RSA key with a weak exponent; an odd one from ${RSA_MIN_EXPONENT} to 32 bits is accepted`;
}

function isEven(number: Uint8Array): boolean {
  return ((number.at(-1) ?? 0) & 1) === 0;
}
