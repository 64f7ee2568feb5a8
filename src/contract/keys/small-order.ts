import { toHex } from '../encoding/digest.js';

/**
 * The y coordinates of the points of order 1, 2, 4 and 8 on edwards25519, little-endian hex with the sign
 * bit clear: 0, 1, p - 1, the two of order 8, and the encodings p and p + 1 of 0 and 1 that are not reduced.
 * With either sign bit these are the 14 encodings of small-order points.
 */
const SMALL_ORDER_Y: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/**
 * Whether an Ed25519 public key (32 bytes) is a point of small order. With such a key one constant signature
 * verifies every message, in every verifier that follows RFC 8032 to the letter, WebCrypto included.
 */
export function isSmallOrder(publicKey: Uint8Array): boolean {
  const y = Uint8Array.from(publicKey);
  y[31] = (y[31] ?? 0) & 0x7f;
  return SMALL_ORDER_Y.has(toHex(y));
}
