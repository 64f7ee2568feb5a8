import type { PublicKey } from './public-key.js';

const WEBCRYPTO_NAME: { readonly [A in PublicKey['algorithm']]: string } = { EdDSA: 'Ed25519', RS256: 'RSASSA-PKCS1-v1_5' };

/**
 * Whether a signature is that of the key over exactly these bytes (RFC 8032, RFC 8017 section 8.2). Never throws:
 * workerd's WebCrypto throws on a signature of the wrong length, Node's says no.
 */
export async function verifySignature(
  key: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    return await crypto.subtle.verify(WEBCRYPTO_NAME[key.algorithm], key.key, signature, bytes);
  } catch {
    return false;
  }
}
