/** The facts of each reason why a request is not let in. */
export interface AuthFacts {
  missing_credential: { header: string };
  malformed_credential: { header: string };
  unknown_api_key: { header: string };
  malformed_token: Record<string, never>;
  wrong_algorithm: Record<string, never>;
  wrong_type: Record<string, never>;
  unknown_key: Record<string, never>;
  bad_signature: Record<string, never>;
  missing_claim: { claim: string };
  wrong_issuer: { issuer: string };
  wrong_audience: { audience: string };
  token_expired: Record<string, never>;
  token_not_yet_valid: Record<string, never>;
  missing_tenant: { where: string };
  wrong_tenant: { where: string };
  insufficient_scope: { scopes: readonly string[] };
  not_configured: { setting: string; remedy: string };
  issuer_unavailable: { reason: string };
}

/** A refused request: its reason with the facts of that reason. */
export type AuthRefusal = { [R in keyof AuthFacts]: { reason: R; facts: AuthFacts[R] } }[keyof AuthFacts];

/** Why a request is not let in. */
export type AuthReason = AuthRefusal['reason'];

/** The error words of RFC 6750 section 3.1, and ours where it has none. */
type AuthError = 'missing_credential' | 'invalid_token' | 'insufficient_scope' | 'wrong_tenant' | 'unavailable';

interface AuthRow<F> {
  status: 401 | 403 | 503;
  error: AuthError;
  /** What happened and what to do. Never a part of the credential. */
  description: (facts: F) => string;
}

const invalidToken = (description: string): { status: 401; error: 'invalid_token'; description: () => string } => ({
  status: 401,
  error: 'invalid_token',
  description: () => description,
});

/** Each reason, mapped to the wire in this one place; docs/auth.md explains them. */
export const AUTH_REFUSALS: { readonly [R in AuthReason]: AuthRow<AuthFacts[R]> } = {
  missing_credential: {
    status: 401,
    error: 'missing_credential',
    description: ({ header }) => `The request carries no credential. Send one in ${header}.`,
  },
  malformed_credential: {
    status: 401,
    error: 'invalid_token',
    description: ({ header }) => `The credential is malformed. Send exactly one, in ${header}.`,
  },
  unknown_api_key: {
    status: 401,
    error: 'invalid_token',
    description: ({ header }) => `The API key in ${header} is not one this Worker accepts. Use a current key.`,
  },
  malformed_token: invalidToken(
    'The token is not a signed JWT. Send the access token of the issuer as it was given to you.',
  ),
  wrong_algorithm: invalidToken(
    'The token is signed with an algorithm that is not accepted. Have the issuer sign with RS256, ES256 or EdDSA.',
  ),
  wrong_type: invalidToken('The token is not an access token (header "typ"). Send an access token of the issuer.'),
  unknown_key: invalidToken(
    'The issuer does not publish the key that the token names. Get a new token from the issuer.',
  ),
  bad_signature: invalidToken('The signature of the token does not match. Get a new token from the issuer.'),
  missing_claim: {
    status: 401,
    error: 'invalid_token',
    description: ({ claim }) => `The token lacks a usable claim "${claim}". Have the issuer add it.`,
  },
  wrong_issuer: {
    status: 401,
    error: 'invalid_token',
    description: ({ issuer }) => `The token comes from another issuer. Get one from ${issuer}.`,
  },
  wrong_audience: {
    status: 401,
    error: 'invalid_token',
    description: ({ audience }) =>
      `The token was issued for another audience. Ask the issuer for one with the audience "${audience}".`,
  },
  token_expired: invalidToken('The token has expired. Get a new one from the issuer.'),
  token_not_yet_valid: invalidToken('The token is not valid yet. Wait, or check the clock of the issuer.'),
  missing_tenant: {
    status: 403,
    error: 'wrong_tenant',
    description: ({ where }) => `The request names no tenant. Name it in ${where}.`,
  },
  wrong_tenant: {
    status: 403,
    error: 'wrong_tenant',
    description: ({ where }) =>
      `The token belongs to another tenant than the one named in ${where}. Use a token of that tenant.`,
  },
  insufficient_scope: {
    status: 403,
    error: 'insufficient_scope',
    description: ({ scopes }) =>
      `This needs the scopes: ${scopes.join(', ')}. Ask the issuer for a token that has all of them.`,
  },
  not_configured: {
    status: 503,
    error: 'unavailable',
    description: ({ setting, remedy }) => `The Worker lets nobody in: ${setting}. ${remedy}`,
  },
  issuer_unavailable: {
    status: 503,
    error: 'unavailable',
    description: ({ reason }) => `The Worker cannot check tokens now: ${reason}. Try again.`,
  },
};

/** Makes a refusal. */
export function refuseCaller<R extends AuthReason>(
  reason: R,
  facts: AuthFacts[R],
): { ok: false; refusal: AuthRefusal } {
  return { ok: false, refusal: { reason, facts } as AuthRefusal };
}

/** The refusal of a Worker that lacks a secret which the manifest names. */
export function secretNotSet(name: string, what: string): { ok: false; refusal: AuthRefusal } {
  return refuseCaller('not_configured', {
    setting: `the secret ${name} (${what}) is not set`,
    remedy: `Whoever runs it sets it with: wrangler secret put ${name}`,
  });
}

/** What a challenge needs besides the refusal. */
export interface Challenge {
  /** URL of the protected-resource metadata; absent when the provider issues no tokens. */
  resourceMetadata?: string;
  /** All scopes that a token needs. */
  scopes: readonly string[];
}

const RETRY_AFTER_SECONDS = 10;

/**
 * The answer to a request that is not let in: JSON for people, `WWW-Authenticate` for clients
 * (RFC 6750 section 3, RFC 9728 section 5.1).
 */
export function refusedResponse(refusal: AuthRefusal, challenge: Challenge): Response {
  const row = AUTH_REFUSALS[refusal.reason];
  const description = (row.description as (facts: unknown) => string)(refusal.facts);
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (row.status === 503) headers.set('retry-after', String(RETRY_AFTER_SECONDS));
  else headers.set('www-authenticate', challengeHeader(refusal, description, challenge));
  const body = { error: row.error, reason: refusal.reason, error_description: description };
  return Response.json(body, { status: row.status, headers });
}

function challengeHeader(refusal: AuthRefusal, description: string, challenge: Challenge): string {
  const { error } = AUTH_REFUSALS[refusal.reason];
  const scopes = refusal.reason === 'insufficient_scope' ? refusal.facts.scopes : challenge.scopes;
  const parameters: [string, string | undefined][] = [
    // RFC 6750 section 3.1: a request without any credential gets no error code.
    ['error', error === 'missing_credential' ? undefined : error],
    ['error_description', error === 'missing_credential' ? undefined : description],
    ['scope', scopes.length === 0 ? undefined : scopes.join(' ')],
    ['resource_metadata', challenge.resourceMetadata],
  ];
  const present = parameters.filter((parameter): parameter is [string, string] => parameter[1] !== undefined);
  return present.length === 0 ? 'Bearer realm="mcp"' : `Bearer ${present.map(quoted).join(', ')}`;
}

function quoted([name, value]: [string, string]): string {
  // Outside these characters a quoted value needs escapes that clients do not read (RFC 6750 section 3).
  return `${name}="${value.replaceAll('"', "'").replace(/[^\x20-\x5b\x5d-\x7e]/g, '?')}"`;
}
