import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import nacl from 'tweetnacl';
import { DER_TAG, writeDer } from '../../contract/keys/der.js';
import { encodeBase64url } from '../../contract/encoding/base64url.js';
import { formsOfBytes, formsOfText, maskable } from './secret-forms.js';
import { type SigningKey, thumbprintSync } from './signing-key.js';

/** Bytes of an Ed25519 seed, the private key of RFC 8032 section 5.1.5. */
export const SEED_BYTES = 32;
/** AlgorithmIdentifier of Ed25519 (RFC 8410 section 3). */
const ED25519_IDENTIFIER = Uint8Array.from([0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70]);

/** PKCS#8 of a seed (RFC 8410 section 7), without the public half: older readers refuse it. */
export function pkcs8OfSeed(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  const inner = writeDer(DER_TAG.octetString, seed);
  return writeDer(
    DER_TAG.sequence,
    writeDer(DER_TAG.integer, Uint8Array.from([0])),
    ED25519_IDENTIFIER,
    writeDer(DER_TAG.octetString, inner),
  );
}

/** The public key (32 bytes) of a seed. */
export function publicKeyOfSeed(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  const der = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  return Uint8Array.from(der.subarray(-SEED_BYTES));
}

/** The signing key of a seed. `text` is what it was read from, for masking. */
export function ed25519SigningKey(seed: Uint8Array, text: string): SigningKey {
  const privateKey = privateKeyOf(seed);
  const publicKey = publicKeyOfSeed(seed);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(publicKey) } as const;
  const key = {
    algorithm: 'EdDSA' as const,
    sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)),
    confirm: (bytes: Uint8Array, signature: Uint8Array) => confirmWithTweetnacl(seed, publicKey, bytes, signature),
    publicJwk: { ...jwk },
    thumbprint: thumbprintSync(jwk),
    secretForms: [] as string[],
  };
  const secretForms = maskable([...formsOfText(text), ...formsOfSeed(seed, publicKey)]);
  return Object.defineProperty(key, 'secretForms', { value: secretForms, enumerable: false });
}

/** Every usual form of a seed: itself, with its public half as tweetnacl keeps it, and as PKCS#8 in both versions. */
function formsOfSeed(seed: Uint8Array, publicKey: Uint8Array): string[] {
  const version2 = pkcs8WithPublicKey(seed, publicKey);
  const lines =
    Buffer.from(version2)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [
    ...[seed, Uint8Array.from([...seed, ...publicKey]), pkcs8OfSeed(seed), version2].flatMap(formsOfBytes),
    ...lines,
  ];
}

/** PKCS#8 version 2 (RFC 5958), as some tools write it. */
function pkcs8WithPublicKey(seed: Uint8Array, publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const inner = writeDer(DER_TAG.octetString, writeDer(DER_TAG.octetString, seed));
  const version = writeDer(DER_TAG.integer, Uint8Array.from([1]));
  return writeDer(
    DER_TAG.sequence,
    version,
    ED25519_IDENTIFIER,
    inner,
    writeDer(0x81, Uint8Array.from([0]), publicKey),
  );
}

/**
 * Ed25519 is deterministic: a second implementation must accept the signature and make the very same bytes.
 * tweetnacl confirms what we signed; it never verifies for a receiver, since it accepts altered signatures.
 */
function confirmWithTweetnacl(
  seed: Uint8Array,
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const pair = nacl.sign.keyPair.fromSeed(Uint8Array.from(seed));
  // tweetnacl looks at prototypes: a Buffer or another realm's array would not do.
  const message = Uint8Array.from(bytes);
  const same = nacl.verify(nacl.sign.detached(message, pair.secretKey), Uint8Array.from(signature));
  return same && nacl.sign.detached.verify(message, Uint8Array.from(signature), Uint8Array.from(publicKey));
}

function privateKeyOf(seed: Uint8Array) {
  return createPrivateKey({ key: Buffer.from(pkcs8OfSeed(seed)), format: 'der', type: 'pkcs8' });
}
