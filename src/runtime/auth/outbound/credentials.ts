import type { SecurityScheme, Service } from '../../../contract/bundle/bundle-index.js';
import type { Fetch } from '../../issuer/fetch-json.js';
import { readSecret, type WorkerEnv } from '../../worker-env.js';
import type { Caller } from '../caller.js';
import { clientCredentialsToken, exchangedToken, passedToken } from './access-token.js';
import {
  basicAuthorization,
  fail,
  missingSecret,
  type Credential,
  type CredentialFailure,
  type CredentialValue,
  type OutboundContext,
} from './outbound-context.js';
import { createTokenCache, type TokenCache } from './token-cache.js';

const FAULT_TEXTS: Record<PlacementFault, string> = {
  not_text: 'it holds a line break or another control character',
  not_header: 'it holds a character that no header can carry',
  not_basic: 'basic authentication needs the form user:password',
  not_cookie: 'it holds a character that no cookie can carry',
};
// What every server reads the same way in a field value (RFC 9110 section 5.5).
const HEADER_VALUE = /^[\x20-\x7e]+$/;
// cookie-octet of RFC 6265 section 4.1.1.
const COOKIE_VALUE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;
const CONTROL = /[\x00-\x1f\x7f]/;

/** What a request to an API carries so that the API knows who asks, or why it cannot be sent. */
export type Credentials = ({ ok: true } & PlacedCredentials) | CredentialFailure;

/** What differs from the Worker's defaults. */
export interface OutboundOptions {
  /** Milliseconds since 1970. Default: `Date.now`. */
  now?: () => number;
  /** Default: one cache per isolate. */
  tokens?: TokenCache;
}

const isolateTokens = createTokenCache();

/**
 * The credentials of one call: those of the first alternative of `security` whose schemes are all bound
 * in `specs[].auth`; an alternative that needs none counts last. `auth: false` sends nothing. Query values
 * are not encoded yet. Never throws; no message holds a secret, a token or a part of a foreign answer.
 */
export async function credentialsFor(
  service: Service,
  security: string[][],
  caller: Caller,
  env: WorkerEnv,
  fetchImpl: Fetch,
  options: OutboundOptions = {},
): Promise<Credentials> {
  const placed: PlacedCredentials = { headers: [], query: [], cookies: [] };
  const choice = chooseAlternative(service, security);
  if (!choice.ok) return choice;
  const context: OutboundContext = {
    service,
    caller,
    env,
    fetch: fetchImpl,
    now: options.now ?? Date.now,
    tokens: options.tokens ?? isolateTokens,
  };
  for (const { name, scheme, credential } of choice.bound) {
    const value = await valueOf(name, credential, context);
    if (!value.ok) return value;
    const fault = placeCredential(scheme, value.value, placed);
    if (fault !== undefined) return placementFailure(name, credential, fault);
  }
  return { ok: true, ...placed };
}

async function valueOf(scheme: string, credential: Credential, context: OutboundContext): Promise<CredentialValue> {
  if ('passthrough' in credential) return passedToken(scheme, context);
  if ('clientCredentials' in credential) return clientCredentialsToken(scheme, credential.clientCredentials, context);
  if ('tokenExchange' in credential) return exchangedToken(scheme, credential.tokenExchange, context);
  const value = readSecret(context.env, credential.secret);
  return value === undefined ? missingSecret(credential.secret, scheme) : { ok: true, value };
}

function placementFailure(scheme: string, credential: Credential, fault: PlacementFault): CredentialFailure {
  const isStatic = 'secret' in credential;
  const what = isStatic ? `The secret ${credential.secret}` : 'The token';
  const message = `${what} of the security scheme "${scheme}" cannot be sent: ${FAULT_TEXTS[fault]}.`;
  return fail(isStatic ? 'missing_secret' : 'exchange_failed', message);
}

/** A scheme with the credential that the manifest binds to it. */
interface BoundScheme {
  name: string;
  scheme: SecurityScheme;
  credential: Credential;
}

/**
 * Which alternative of a security requirement is used: the first whose schemes are all bound. One that
 * needs no credential counts last: who binds a credential wants it sent where the API takes it.
 */
function chooseAlternative(
  service: Service,
  security: string[][],
): { ok: true; bound: BoundScheme[] } | CredentialFailure {
  if (service.auth === false || security.length === 0) return { ok: true, bound: [] };
  for (const alternative of security.filter((schemes) => schemes.length > 0)) {
    const bound = alternative.flatMap((name) => boundScheme(service, name) ?? []);
    if (bound.length === alternative.length) return { ok: true, bound };
  }
  if (security.some((schemes) => schemes.length === 0)) return { ok: true, bound: [] };
  const wanted = security.map((schemes) => schemes.map((name) => `"${name}"`).join(' with ')).join(', or ');
  return fail(
    'missing_secret',
    `No credential is bound to the security scheme that this operation needs (${wanted}). Add it to specs[].auth in the manifest and push again.`,
  );
}

function boundScheme({ auth, securitySchemes }: Service, name: string): BoundScheme | undefined {
  if (auth === false || !Object.hasOwn(auth, name) || !Object.hasOwn(securitySchemes, name)) return undefined;
  const [credential, scheme] = [auth[name], securitySchemes[name]];
  return credential === undefined || scheme === undefined ? undefined : { name, scheme, credential };
}

/** What a request carries for its credentials, besides its arguments. Query values are not encoded yet. */
interface PlacedCredentials {
  headers: [string, string][];
  query: [string, string][];
  cookies: [string, string][];
}

/** Why a value cannot be sent the way its scheme says. */
type PlacementFault = 'not_text' | 'not_header' | 'not_basic' | 'not_cookie';

/**
 * Puts a credential where its scheme says (OpenAPI "Security Scheme Object"; RFC 6750, RFC 7617).
 * Returns the fault when its value could break out of that place.
 */
function placeCredential(scheme: SecurityScheme, value: string, into: PlacedCredentials): PlacementFault | undefined {
  if (CONTROL.test(value)) return 'not_text';
  if (scheme.type === 'http') return placeHttp(scheme.scheme, value, into);
  if (scheme.in === 'query') into.query.push([scheme.name, value]);
  else if (scheme.in === 'header') return placeHeader(scheme.name, value, into);
  else if (!COOKIE_VALUE.test(value)) return 'not_cookie';
  else into.cookies.push([scheme.name, value]);
  return undefined;
}

function placeHttp(scheme: 'bearer' | 'basic', value: string, into: PlacedCredentials): PlacementFault | undefined {
  if (scheme === 'bearer') return placeHeader('Authorization', `Bearer ${value}`, into);
  if (!value.includes(':')) return 'not_basic';
  return placeHeader('Authorization', basicAuthorization(value), into);
}

function placeHeader(name: string, value: string, into: PlacedCredentials): PlacementFault | undefined {
  if (!HEADER_VALUE.test(value)) return 'not_header';
  into.headers.push([name, value]);
  return undefined;
}
