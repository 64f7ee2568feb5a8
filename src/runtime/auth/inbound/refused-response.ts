import { AUTH_REFUSALS, type AuthRefusal } from './refusals.js';

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
