import { decodeBase64url } from '../encoding/base64url.js';
import type { JsonObject } from '../encoding/json.js';
import { describeDer } from './describe-der.js';
import { isPrivateJwk, readJwkPublicHalf } from './jwk.js';
import { found, type KeyOutcome } from './key-outcome.js';
import { weaknessOf } from './key-strength.js';
import { readKeyText, type KeyShape } from './key-text.js';
import type { PemOutcome } from './pem.js';
import { ed25519Jwk, readSpki } from './spki.js';
import { readSshPublicKey } from './ssh-public-key.js';
import { thumbprintOf, type PublicJwk } from './thumbprint.js';

/** A WebCrypto key; the two engines' type libraries do not share a name for it. */
type VerifyingKey = Parameters<typeof crypto.subtle.verify>[1];

/** A public key that may verify push statements. The key decides the algorithm, never the statement. */
export interface PublicKey {
  algorithm: 'EdDSA' | 'RS256';
  key: VerifyingKey;
  /** RFC 7638, SHA-256, base64url. */
  thumbprint: string;
  /** Only the members that identify the key. */
  jwk: JsonObject;
}

const PRIVATE = 'private material; this must be the public half only';

/**
 * Reads a public key for trust: SPKI PEM (repaired where CI mangled it), JWK, 32 raw bytes in hex or base64, or an
 * `ssh-ed25519` line. What is something else, or too weak to trust, is refused by naming what it is; the
 * reason never repeats any of the text.
 */
export async function parsePublicKey(
  text: string,
): Promise<{ ok: true; key: PublicKey } | { ok: false; reason: string }> {
  const read = readPublicHalf(readKeyText(text).content);
  if (!read.ok) return refused(read.found);
  const weakness = weaknessOf(read.value);
  if (weakness !== undefined) return refused(weakness);
  try {
    return { ok: true, key: await importPublicKey(read.value) };
  } catch {
    return refused('a key that this platform cannot import');
  }
}

/** Imports a public key that has been checked. Throws what WebCrypto throws. */
async function importPublicKey(jwk: PublicJwk): Promise<PublicKey> {
  const rest = { thumbprint: await thumbprintOf(jwk), jwk: { ...jwk } };
  if (jwk.kty === 'RSA') {
    const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return {
      algorithm: 'RS256',
      key: await crypto.subtle.importKey('jwk', jwk, parameters, false, ['verify']),
      ...rest,
    };
  }
  const raw = decodeBase64url(jwk.x) ?? new Uint8Array();
  return { algorithm: 'EdDSA', key: await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']), ...rest };
}

function refused(what: string): { ok: false; reason: string } {
  return { ok: false, reason: `expected an Ed25519 or RSA public key, got ${what}` };
}

function readPublicHalf(content: KeyShape): KeyOutcome<PublicJwk> {
  switch (content.shape) {
    case 'empty':
      return found('an empty text');
    case 'json':
      return isPrivateJwk(content.jwk) ? found(PRIVATE) : readJwkPublicHalf(content.jwk);
    case 'pem':
      return readPublicPem(content.pem);
    case 'ssh':
      return readSshPublicKey(content.type, content.blob);
    case 'bytes':
      return readBytes(content.bytes);
    case 'unknown':
      return found(content.reason);
  }
}

function readPublicPem(pem: PemOutcome): KeyOutcome<PublicJwk> {
  const labels = pem.ok ? [pem.label] : pem.labels;
  if (labels.some((label) => label.includes('PRIVATE'))) return found(PRIVATE);
  if (!pem.ok) return found(pem.reason);
  if (pem.label === 'PUBLIC KEY') return readSpki(pem.der);
  if (pem.label.endsWith('CERTIFICATE')) return found('a certificate');
  if (pem.label === 'RSA PUBLIC KEY') {
    return found('an RSA public key in PKCS#1 form; convert it with: openssl rsa -RSAPublicKey_in -in key.pem -pubout');
  }
  return found(`a PEM block of the kind "${pem.label}"`);
}

function readBytes(bytes: Uint8Array<ArrayBuffer>): KeyOutcome<PublicJwk> {
  const jwk = ed25519Jwk(bytes);
  if (jwk) return { ok: true, value: jwk };
  const spki = readSpki(bytes);
  if (spki.ok) return spki;
  if (bytes[0] === 0x30) return found(describeDer(bytes).includes('private') ? PRIVATE : spki.found);
  if (bytes.length === 64) return found('64 bytes: an expanded secret key, or a signature');
  return found(`${bytes.length} bytes; a raw Ed25519 public key has 32`);
}
