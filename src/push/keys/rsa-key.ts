import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { JsonObject } from '../../contract/encoding/json.js';
import { readJwkPublicHalf } from '../../contract/keys/jwk.js';
import { weaknessOf } from '../../contract/keys/key-strength.js';
import { found, type KeyOutcome } from '../../contract/keys/key-outcome.js';
import type { PublicJwk } from '../../contract/keys/thumbprint.js';
import { formsOfBytes, formsOfText, maskable } from './secret-forms.js';
import { type SigningKey, thumbprintSync } from './signing-key.js';

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const;
const PROBE = new Uint8Array([1]);

/** The RS256 signing key of an RSA key object; refuses weak keys and keys whose halves do not belong together. */
export function rsaSigningKey(privateKey: KeyObject, text: string): KeyOutcome<SigningKey> {
  const publicKey = createPublicKey(privateKey);
  const half = readJwkPublicHalf(publicKey.export({ format: 'jwk' }) as JsonObject);
  if (!half.ok) return half;
  const weakness = weaknessOf(half.value);
  if (weakness !== undefined) return found(weakness);
  if (!halvesMatch(privateKey, publicKey)) return found('an RSA private key whose numbers do not belong together');
  return { ok: true, value: makeKey(privateKey, publicKey, half.value, text) };
}

function makeKey(privateKey: KeyObject, publicKey: KeyObject, jwk: PublicJwk, text: string): SigningKey {
  const key = {
    algorithm: 'RS256' as const,
    sign: (bytes: Uint8Array) => new Uint8Array(sign('sha256', bytes, privateKey)),
    confirm: (bytes: Uint8Array, signature: Uint8Array) => verify('sha256', bytes, publicKey, signature),
    publicJwk: { ...jwk },
    thumbprint: thumbprintSync(jwk),
    secretForms: [] as string[],
  };
  const secretForms = maskable([...formsOfText(text), ...formsOfKey(privateKey)]);
  return Object.defineProperty(key, 'secretForms', { value: secretForms, enumerable: false });
}

/** A damaged key signs without complaint; the signature is what is wrong. */
function halvesMatch(privateKey: KeyObject, publicKey: KeyObject): boolean {
  try {
    return verify('sha256', PROBE, publicKey, sign('sha256', PROBE, privateKey));
  } catch {
    return false;
  }
}

/** The secret numbers, and both PEM forms with their lines. */
function formsOfKey(privateKey: KeyObject): string[] {
  const jwk = privateKey.export({ format: 'jwk' });
  const numbers = PRIVATE_MEMBERS.flatMap((member) => formsOfBytes(Buffer.from(jwk[member] ?? '', 'base64url')));
  const types = ['pkcs1', 'pkcs8'] as const;
  const ders = types.flatMap((type) => formsOfBytes(privateKey.export({ format: 'der', type })));
  const pems = types.flatMap((type) => formsOfText(privateKey.export({ format: 'pem', type }).toString()));
  return [...numbers, ...ders, ...pems];
}
