import { errors, jwtVerify, type JWTVerifyOptions } from 'jose';
import type { JsonObject } from '../../../contract/encoding/json.js';
import { issuerKeys, type IssuerPorts } from '../../issuer/issuer-keys.js';
import { IssuerUnavailable } from '../../issuer/issuer-metadata.js';
import { refuseCaller, type AuthRefusal } from './caller-refusals.js';
import type { TokenSettings } from './token-settings.js';

/** Asymmetric only: with a public key as HMAC secret anybody could sign. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 60;
/** RFC 8725 section 3.11: a JWT made for something else (a logout token, a push statement) is no access token. */
const TOKEN_TYPES: ReadonlySet<string> = new Set(['jwt', 'at+jwt']);

/** The claims of a verified token, or the refusal. */
export type Verified = { ok: true; claims: JsonObject } | { ok: false; refusal: AuthRefusal };

/**
 * Verifies a signed token (RFC 7519, RFC 8725, RFC 9068 section 4): algorithm, key, signature, type,
 * issuer, audience, `exp` and `nbf`. The issuer must be equal to the last character; the audience may be
 * one of several. Never throws.
 */
export async function verifyToken(token: string, settings: TokenSettings, ports: IssuerPorts): Promise<Verified> {
  try {
    const { payload, protectedHeader } = await jwtVerify(
      token,
      issuerKeys(settings, ports),
      verifyOptions(settings, ports.now()),
    );
    if (!isTokenType(protectedHeader.typ)) return refuseCaller('wrong_type', {});
    return { ok: true, claims: payload as JsonObject };
  } catch (error) {
    return refusalOf(error, settings);
  }
}

function verifyOptions(settings: TokenSettings, now: number): JWTVerifyOptions {
  return {
    algorithms: ALGORITHMS,
    issuer: settings.issuer,
    audience: settings.audience,
    requiredClaims: ['exp'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: new Date(now),
  };
}

function isTokenType(typ: unknown): boolean {
  return (
    typ === undefined || (typeof typ === 'string' && TOKEN_TYPES.has(typ.toLowerCase().replace(/^application\//, '')))
  );
}

function refusalOf(error: unknown, settings: TokenSettings): Verified {
  if (error instanceof IssuerUnavailable) return refuseCaller('issuer_unavailable', { reason: error.reason });
  if (error instanceof errors.JWTExpired) return refuseCaller('token_expired', {});
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error, settings);
  if (error instanceof errors.JOSEAlgNotAllowed) return refuseCaller('wrong_algorithm', {});
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return refuseCaller('unknown_key', {});
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid)
    return refuseCaller('malformed_token', {});
  // Anything else is a token or a published key that cannot be used; it lets nobody in.
  return refuseCaller('bad_signature', {});
}

function claimRefusal(error: errors.JWTClaimValidationFailed, settings: TokenSettings): Verified {
  if (error.reason === 'check_failed') {
    if (error.claim === 'iss') return refuseCaller('wrong_issuer', { issuer: settings.issuer });
    if (error.claim === 'aud') return refuseCaller('wrong_audience', { audience: settings.audience });
    if (error.claim === 'nbf') return refuseCaller('token_not_yet_valid', {});
  }
  return refuseCaller('missing_claim', { claim: error.claim });
}
