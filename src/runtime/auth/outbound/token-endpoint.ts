import type { JsonObject } from '../../../contract/encoding/json.js';
import { fetchJson, type Fetch, type JsonAnswer } from '../../issuer/fetch-json.js';
import { member, textOf } from '../../issuer/json-members.js';
import { parseSafeUrl } from '../../issuer/safe-url.js';

/** How the Worker names itself at a token endpoint: form fields, and a header for `client_secret_basic`. */
export interface ClientAuthentication {
  form: Record<string, string>;
  authorization?: string;
}

/** An access token as the endpoint gave it, or a summary of the failure that holds nothing of the body. */
export type TokenAnswer =
  { ok: true; accessToken: string; lifetimeSeconds: number } | { ok: false; error?: string; summary: string };

/** Without `expires_in` a token is kept this long, in seconds. */
const UNKNOWN_LIFETIME_SECONDS = 60;
const MAX_LIFETIME_SECONDS = 3_600;

/** The error codes of RFC 6749 section 5.2 and RFC 8693 section 2.2.2, with what to do about each. */
const ENDPOINT_ERRORS: ReadonlyMap<string, string> = new Map([
  ['invalid_client', 'check the client id and its secret or key'],
  ['invalid_grant', "the caller's token was not accepted; sign in again"],
  ['invalid_request', 'check scopes, audience and resource in specs[].auth'],
  ['invalid_scope', 'check the scopes in specs[].auth'],
  ['invalid_target', 'check audience and resource in specs[].auth'],
  ['unauthorized_client', 'allow this grant for the client at the authorization server'],
  ['unsupported_grant_type', 'the authorization server does not offer this grant'],
]);

/**
 * Asks a token endpoint for an access token (RFC 6749 section 5). https only, unless loopback; redirects
 * refused; a token that is not a bearer token is refused. Never throws.
 */
export async function requestToken(
  fetchImpl: Fetch,
  tokenUrl: string,
  grant: Record<string, string>,
  client: ClientAuthentication,
): Promise<TokenAnswer> {
  if (parseSafeUrl(tokenUrl) === undefined) return { ok: false, summary: 'tokenUrl is not an https URL' };
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  if (client.authorization !== undefined) headers['authorization'] = client.authorization;
  const body = new URLSearchParams({ ...grant, ...client.form }).toString();
  return tokenOf(await fetchJson(fetchImpl, tokenUrl, { method: 'POST', headers, body }));
}

function tokenOf(answer: JsonAnswer): TokenAnswer {
  if (!answer.ok) return { ok: false, summary: faultSummary(answer) };
  if (answer.status !== 200) return errorSummary(answer.status, answer.value);
  const accessToken = textOf(member(answer.value, 'access_token'));
  if (accessToken === undefined) return { ok: false, summary: 'it answered without an access token' };
  if (textOf(member(answer.value, 'token_type'))?.toLowerCase() !== 'bearer')
    return { ok: false, summary: 'it answered with a token that is not a bearer token' };
  return { ok: true, accessToken, lifetimeSeconds: lifetimeOf(member(answer.value, 'expires_in')) };
}

function faultSummary({ fault, status }: Extract<JsonAnswer, { ok: false }>): string {
  if (fault === 'unreachable') return 'it cannot be reached';
  if (fault === 'timeout') return 'it did not answer in time';
  if (fault === 'redirect') return `it answered with a redirect (${status}), which is never followed`;
  return fault === 'too_large' ? 'its answer is too large' : `it answered ${status} without a JSON object`;
}

function errorSummary(status: number, value: JsonObject): TokenAnswer {
  const error = textOf(member(value, 'error'));
  const hint = error === undefined ? undefined : ENDPOINT_ERRORS.get(error);
  if (error === undefined || hint === undefined) return { ok: false, summary: `it answered ${status}` };
  return { ok: false, error, summary: `it answered ${status} ${error}: ${hint}` };
}

function lifetimeOf(expiresIn: unknown): number {
  const seconds = typeof expiresIn === 'string' && /^\d{1,12}$/.test(expiresIn) ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== 'number' || seconds < 0) return UNKNOWN_LIFETIME_SECONDS;
  return Math.min(seconds, MAX_LIFETIME_SECONDS);
}
