import { DER_TAG } from '../../contract/keys/der.js';
import { found, type KeyOutcome } from '../../contract/keys/key-outcome.js';
import { readKeyText, type KeyShape } from '../../contract/keys/key-text.js';
import { ed25519SigningKey, publicKeyOfSeed, SEED_BYTES } from './ed25519-key.js';
import { isPkcs1, readPkcs1, readPkcs8 } from './read-pkcs8.js';
import { readPrivateJwk } from './read-private-jwk.js';
import { readPrivatePem } from './read-private-pem.js';
import type { LoadedKey, SigningKey } from './signing-key.js';

/** Bytes of a tweetnacl secret key: the seed, then the public key. */
const TWEETNACL_BYTES = 64;
const EMPTY =
  'no signing key: the input is empty. Runs for forks and Dependabot get no secrets; otherwise set the secret for this repository or environment';

/**
 * Loads a signing key, deciding by the shape of the text and never by trial: PKCS#8 or PKCS#1 PEM, a JWK, a raw
 * Ed25519 seed or a tweetnacl secret key in hex, base64 or base64url; mangling by CI is repaired. Anything else is
 * refused by naming what it is. The reason never repeats any of the text.
 */
export function loadSigningKey(text: string): LoadedKey {
  const { content, repaired } = readKeyText(text);
  if (content.shape === 'empty') return { ok: false, reason: EMPTY };
  const read = readPrivateHalf(content, text);
  if (!read.ok) return { ok: false, reason: `expected an Ed25519 or RSA private key, got ${read.found}` };
  if (repaired.length > 0) read.value.repaired = repaired.join(', ');
  return { ok: true, key: read.value };
}

function readPrivateHalf(content: Exclude<KeyShape, { shape: 'empty' }>, text: string): KeyOutcome<SigningKey> {
  switch (content.shape) {
    case 'pem':
      return readPrivatePem(content.pem, text);
    case 'json':
      return readPrivateJwk(content.jwk, text);
    case 'ssh':
      return found(`an OpenSSH public key (${content.type})`);
    case 'bytes':
      return readBytes(content.bytes, text);
    case 'unknown':
      return found(content.reason);
  }
}

function readBytes(bytes: Uint8Array<ArrayBuffer>, text: string): KeyOutcome<SigningKey> {
  if (bytes.length === SEED_BYTES) return { ok: true, value: ed25519SigningKey(bytes, text) };
  if (bytes.length === TWEETNACL_BYTES) return readTweetnaclKey(bytes, text);
  // A PEM that lost its first and last line.
  if (bytes[0] === DER_TAG.sequence) return isPkcs1(bytes) ? readPkcs1(bytes, text) : readPkcs8(bytes, text);
  return found(`${bytes.length} bytes; a raw Ed25519 seed has ${SEED_BYTES}`);
}

function readTweetnaclKey(bytes: Uint8Array<ArrayBuffer>, text: string): KeyOutcome<SigningKey> {
  const [seed, publicKey] = [bytes.slice(0, SEED_BYTES), bytes.slice(SEED_BYTES)];
  if (!Buffer.from(publicKeyOfSeed(seed)).equals(publicKey)) {
    return found('64 bytes whose second half is not the public key of the first, so no tweetnacl secret key');
  }
  return { ok: true, value: ed25519SigningKey(seed, text) };
}
