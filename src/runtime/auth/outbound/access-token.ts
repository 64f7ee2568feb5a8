import { fetchJson, type Fetch } from '../../issuer/fetch-json.js';
import { metadataAddresses } from '../../issuer/issuer-metadata.js';
import { member, textsOf } from '../../issuer/json-members.js';
import { parseSafeUrl } from '../../issuer/safe-url.js';
import { clientOf, type Client } from './client-authentication.js';
import {
  fail,
  type ClientCredentials,
  type CredentialValue,
  type OutboundContext,
  type TokenExchange,
} from './outbound-context.js';
import { cachedToken, keepToken, onceInFlight, tokenKey } from './token-cache.js';
import { requestToken, type TokenAnswer } from './token-endpoint.js';

const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/** A request for an access token, and for whom it is. */
interface TokenWish {
  tokenUrl: string;
  /** Empty for a token of the Worker itself. */
  subject: string;
  grant: Record<string, string>;
  /** The caller's token, when the wanted token depends on it. */
  subjectToken?: string;
}

/** A token of the Worker itself: client credentials (RFC 6749 section 4.4). */
export function clientCredentialsToken(
  scheme: string,
  settings: ClientCredentials,
  context: OutboundContext,
): Promise<CredentialValue> {
  const grant = { grant_type: 'client_credentials', ...scopeOf(settings) };
  return accessToken(scheme, settings, { tokenUrl: settings.tokenUrl, subject: '', grant }, context);
}

/** A token for the caller at the API: exchange of the caller's own token (RFC 8693 section 2.1). */
export async function exchangedToken(
  scheme: string,
  settings: TokenExchange,
  context: OutboundContext,
): Promise<CredentialValue> {
  const { token, subject } = context.caller;
  if (token === undefined) {
    return fail(
      'no_caller_token',
      `The security scheme "${scheme}" exchanges the caller's token, but this caller has none. Token exchange needs auth.provider oauth, frontegg or cloudflareAccess.`,
    );
  }
  const grant = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: token,
    subject_token_type: ACCESS_TOKEN,
    requested_token_type: ACCESS_TOKEN,
    ...(settings.audience === undefined ? {} : { audience: settings.audience }),
    ...(settings.resource === undefined ? {} : { resource: settings.resource }),
    ...scopeOf(settings),
  };
  return accessToken(scheme, settings, { tokenUrl: settings.tokenUrl, subject, grant, subjectToken: token }, context);
}

function scopeOf(settings: { scopes?: string[] }): { scope?: string } {
  return settings.scopes === undefined || settings.scopes.length === 0 ? {} : { scope: settings.scopes.join(' ') };
}

async function accessToken(
  scheme: string,
  settings: ClientCredentials | TokenExchange,
  wish: TokenWish,
  context: OutboundContext,
): Promise<CredentialValue> {
  const client = clientOf(scheme, settings, wish.tokenUrl, context);
  if (!client.ok) return client;
  const key = await keyOf(wish, client.client);
  const known = cachedToken(context.tokens, key, context.now());
  if (known !== undefined) return { ok: true, value: known };
  const answer = await onceInFlight(context.tokens, context.caller, key, () =>
    askedToken(wish, client.client, key, context),
  );
  return answer.ok
    ? { ok: true, value: answer.accessToken }
    : fail('exchange_failed', failureText(scheme, wish.tokenUrl, answer.summary));
}

function keyOf(wish: TokenWish, client: Client): Promise<string> {
  const { scope = '', audience = '', resource = '', grant_type: grantType = '' } = wish.grant;
  return tokenKey({
    subject: wish.subject,
    resource: [grantType, wish.tokenUrl, audience, resource],
    scope,
    credentials: [wish.subjectToken ?? '', ...client.credentials],
  });
}

async function askedToken(
  wish: TokenWish,
  client: Client,
  key: string,
  context: OutboundContext,
): Promise<TokenAnswer> {
  const answer = await askEndpoint(wish, client, context);
  if (answer.ok)
    keepToken(context.tokens, key, {
      value: answer.accessToken,
      expiresAt: context.now() + answer.lifetimeSeconds * 1_000,
    });
  return answer;
}

async function askEndpoint(wish: TokenWish, client: Client, context: OutboundContext): Promise<TokenAnswer> {
  const authentication = await client.authentication();
  if (!authentication.ok) return { ok: false, summary: authentication.reason };
  const answer = await requestToken(context.fetch, wish.tokenUrl, wish.grant, authentication);
  if (answer.ok || answer.error !== 'invalid_client' || client.inBody === undefined) return answer;
  if (!(await documentsOnlySecretPost(wish.tokenUrl, context.fetch))) return answer;
  return requestToken(context.fetch, wish.tokenUrl, wish.grant, client.inBody);
}

function failureText(scheme: string, tokenUrl: string, summary: string): string {
  const url = URL.parse(tokenUrl);
  // A query could hold a credential.
  const where = url === null ? '' : ` ${url.origin}${url.pathname}`;
  return `The token endpoint${where} of the security scheme "${scheme}" gave no token: ${summary}.`;
}

/**
 * The caller's own token, when its audience covers every origin that the service may call. MCP forbids to
 * pass a token on that was issued for this server alone (authorization, "token passthrough").
 */
export function passedToken(scheme: string, context: OutboundContext): CredentialValue {
  const { token, tokenAudience = [] } = context.caller;
  if (token === undefined) {
    return fail(
      'no_caller_token',
      `The security scheme "${scheme}" passes the caller's token on, but this caller has none. Passthrough needs auth.provider oauth or frontegg.`,
    );
  }
  const covered = new Set(tokenAudience.map(originOf));
  const { origins } = context.service;
  const missing = origins.find((origin) => !covered.has(origin));
  if (origins.length > 0 && missing === undefined) return { ok: true, value: token };
  return fail(
    'no_caller_token',
    `The caller's token is not for the API, so it is not passed on: its audience must contain ${missing ?? 'an origin of the service'}. Have the issuer add it, or use tokenExchange.`,
  );
}

function originOf(audience: string): string | undefined {
  return parseSafeUrl(audience)?.origin;
}

/**
 * Whether the authorization server documents `client_secret_post` and not `client_secret_basic` for this
 * very token endpoint (RFC 8414 section 2, `token_endpoint_auth_methods_supported`). Looks at the
 * metadata of the endpoint's origin; never throws.
 */
async function documentsOnlySecretPost(tokenUrl: string, fetchImpl: Fetch): Promise<boolean> {
  for (const address of metadataAddresses(new URL(new URL(tokenUrl).origin))) {
    const answer = await fetchJson(fetchImpl, address, { headers: { accept: 'application/json' } });
    if (!answer.ok || answer.status !== 200 || member(answer.value, 'token_endpoint') !== tokenUrl) continue;
    const methods = textsOf(member(answer.value, 'token_endpoint_auth_methods_supported'));
    return methods.includes('client_secret_post') && !methods.includes('client_secret_basic');
  }
  return false;
}
