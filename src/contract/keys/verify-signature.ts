import type { PublicKey } from './public-key.js';
import { isSmallOrder } from './small-order.js';

const WEBCRYPTO_NAME: { readonly [A in PublicKey['algorithm']]: string } = {
  EdDSA: 'Ed25519',
  RS256: 'RSASSA-PKCS1-v1_5',
};
/** Bytes of R, the first half of an Ed25519 signature. */
const R_BYTES = 32;

/**
 * Whether a signature is that of the key over exactly these bytes (RFC 8032, RFC 8017 section 8.2). Never throws:
 * workerd's WebCrypto throws on a signature of the wrong length, Node's says no.
 *
 * A small-order R is refused here because engines differ: the WebCrypto standard (Ed25519, verify) says so,
 * Node 24 does it, Node 20 and workerd do not. No signer makes one.
 */
export async function verifySignature(
  key: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (key.algorithm === 'EdDSA' && isSmallOrder(signature.slice(0, R_BYTES))) return false;
  try {
    return await crypto.subtle.verify(WEBCRYPTO_NAME[key.algorithm], key.key, signature, bytes);
  } catch {
    return false;
  }
}
