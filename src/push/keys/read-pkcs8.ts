import { createPrivateKey } from 'node:crypto';
import { DER_TAG, readDer, readSequence, type DerElement } from '../../contract/keys/der.js';
import { describeDer } from '../../contract/keys/describe-der.js';
import { hasStandardParameters, OID, readAlgorithm } from '../../contract/keys/key-algorithms.js';
import { found, type KeyOutcome } from '../../contract/keys/key-outcome.js';
import { ed25519SigningKey, publicKeyOfSeed, SEED_BYTES } from './ed25519-key.js';
import { rsaSigningKey } from './rsa-key.js';
import type { SigningKey } from './signing-key.js';

/** Tag of the public key that version 2 adds: [1] IMPLICIT BIT STRING (RFC 5958 section 2). */
const PUBLIC_KEY_TAG = 0x81;
/** Attributes: [0] IMPLICIT SET. */
const ATTRIBUTES_TAG = 0xa0;

/**
 * Reads PKCS#8, version 1 (RFC 5208) or 2 with the public key (RFC 5958). By hand: Node 20 refuses version 2, and
 * any key that Node can load it would also sign with.
 */
export function readPkcs8(der: Uint8Array<ArrayBuffer>, text: string): KeyOutcome<SigningKey> {
  const [version, identifier, key, ...others] = readSequence(der) ?? [];
  const algorithm = readAlgorithm(identifier);
  if (version?.tag !== DER_TAG.integer || !algorithm || key?.tag !== DER_TAG.octetString)
    return found(describeDer(der));
  if (algorithm.oid !== OID.ed25519 && algorithm.oid !== OID.rsa) return found(describeDer(der));
  const known = others.every(({ tag }) => tag === PUBLIC_KEY_TAG || tag === ATTRIBUTES_TAG);
  if (!known || !hasStandardParameters(algorithm)) return found(`a malformed ${algorithm.name} private key`);
  return algorithm.oid === OID.rsa ? readPkcs1(key.content, text) : readEd25519(key.content, others, text);
}

/** Whether bytes look like an RSAPrivateKey: nine integers (RFC 8017 appendix A.1.2). */
export function isPkcs1(der: Uint8Array<ArrayBuffer>): boolean {
  const members = readSequence(der);
  return members?.length === 9 && members.every(({ tag }) => tag === DER_TAG.integer);
}

/** Reads an RSAPrivateKey. */
export function readPkcs1(der: Uint8Array<ArrayBuffer>, text: string): KeyOutcome<SigningKey> {
  if (!isPkcs1(der)) return found(describeDer(der));
  try {
    return rsaSigningKey(createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs1' }), text);
  } catch {
    return found('a malformed RSA private key');
  }
}

function readEd25519(content: Uint8Array<ArrayBuffer>, others: DerElement[], text: string): KeyOutcome<SigningKey> {
  const [seed, ...rest] = readDer(content) ?? [];
  if (seed?.tag !== DER_TAG.octetString || seed.content.length !== SEED_BYTES || rest.length > 0) {
    return found('a malformed Ed25519 private key');
  }
  const publicHalves = others.filter(({ tag }) => tag === PUBLIC_KEY_TAG);
  const expected = Buffer.from([0, ...publicKeyOfSeed(seed.content)]);
  if (publicHalves.some((half) => !expected.equals(half.content))) {
    return found('an Ed25519 private key whose public half belongs to another key');
  }
  return { ok: true, value: ed25519SigningKey(seed.content, text) };
}
