import { decodeBase64url } from '../encoding/base64url.js';
import type { JsonObject, JsonValue } from '../encoding/json.js';
import { found, withArticle, type KeyOutcome } from './key-outcome.js';
import { ed25519Jwk } from './spki.js';
import type { PublicJwk } from './thumbprint.js';

/** Members that only a private or symmetric key has (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1, RFC 8037 section 2). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'] as const;
/** Algorithm names that a JWK may carry, by the kind of key. */
const ALGORITHMS: { readonly [K in PublicJwk['kty']]: readonly string[] } = {
  OKP: ['EdDSA', 'Ed25519'],
  RSA: ['RS256'],
};

/** Whether a JWK holds private material. */
export function isPrivateJwk(jwk: JsonObject): boolean {
  return PRIVATE_MEMBERS.some((member) => Object.hasOwn(jwk, member));
}

/**
 * Reads the public half of a JWK (RFC 7517), of a private one too. Only the members that identify the key are kept:
 * one engine refuses a JWK whose `alg` is `Ed25519`.
 */
export function readJwkPublicHalf(jwk: JsonObject): KeyOutcome<PublicJwk> {
  const kind = kindOf(jwk);
  if (kind === undefined) return found(describeJwk(jwk));
  const misuse = misuseOf(jwk, kind);
  if (misuse !== undefined) return found(misuse);
  return kind === 'OKP' ? readOkp(jwk) : readRsa(jwk);
}

/** What a JWK is, such as `an X25519 JWK`. */
export function describeJwk(jwk: JsonObject): string {
  if (jwk.kty === 'OKP' || jwk.kty === 'EC') return `${withArticle(name(jwk.crv) ?? 'unnamed curve')} JWK`;
  if (jwk.kty === 'oct') return 'a symmetric JWK';
  return `a JWK of type ${name(jwk.kty) ?? 'unknown'}`;
}

function kindOf(jwk: JsonObject): PublicJwk['kty'] | undefined {
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return 'OKP';
  return jwk.kty === 'RSA' ? 'RSA' : undefined;
}

function misuseOf(jwk: JsonObject, kind: PublicJwk['kty']): string | undefined {
  if (jwk.alg !== undefined && !ALGORITHMS[kind].some((alg) => alg === jwk.alg)) {
    return `a JWK for the algorithm ${name(jwk.alg) ?? 'unknown'}`;
  }
  return jwk.use !== undefined && jwk.use !== 'sig'
    ? 'a JWK that is not for signatures (its "use" is not "sig")'
    : undefined;
}

function readOkp(jwk: JsonObject): KeyOutcome<PublicJwk> {
  const x = typeof jwk.x === 'string' ? decodeBase64url(jwk.x) : undefined;
  const key = x && ed25519Jwk(x);
  return key ? { ok: true, value: key } : found('an Ed25519 JWK whose "x" is not 32 bytes in base64url');
}

function readRsa(jwk: JsonObject): KeyOutcome<PublicJwk> {
  const { e, n } = jwk;
  if (!isUnsigned(e) || !isUnsigned(n)) return found('an RSA JWK whose "n" or "e" is not a number in base64url');
  return { ok: true, value: { kty: 'RSA', e, n } };
}

/** Base64urlUInt (RFC 7518 section 2): no leading zero byte. */
function isUnsigned(value: JsonValue | undefined): value is string {
  const bytes = typeof value === 'string' ? decodeBase64url(value) : undefined;
  return bytes !== undefined && bytes.length > 0 && bytes[0] !== 0;
}

/** A name from a JWK, when it looks like one; a secret in the wrong place must not reach a message. */
function name(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9+-]{1,20}$/.test(value) ? value : undefined;
}
