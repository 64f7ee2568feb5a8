import type { Service } from '../../contract/bundle/bundle-index.js';
import type { Caller } from './caller.js';
import type { Fetch } from '../issuer/fetch-json.js';
import { clientCredentialsToken, exchangedToken } from './outbound/access-token.js';
import { chooseAlternative } from './outbound/choose-alternative.js';
import { passedToken } from './outbound/passthrough.js';
import { placeCredential, type PlacedCredentials, type PlacementFault } from './outbound/place-credential.js';
import { createTokenCache, type TokenCache } from './outbound/token-cache.js';
import {
  fail,
  missingSecret,
  type Credential,
  type CredentialFailure,
  type CredentialValue,
  type OutboundContext,
} from './outbound/types.js';
import { readSecret, type WorkerEnv } from '../worker-env.js';

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

const FAULT_TEXTS: Record<PlacementFault, string> = {
  not_text: 'it holds a line break or another control character',
  not_header: 'it holds a character that no header can carry',
  not_basic: 'basic authentication needs the form user:password',
  not_cookie: 'it holds a character that no cookie can carry',
};

function placementFailure(scheme: string, credential: Credential, fault: PlacementFault): CredentialFailure {
  const isStatic = 'secret' in credential;
  const what = isStatic ? `The secret ${credential.secret}` : 'The token';
  const message = `${what} of the security scheme "${scheme}" cannot be sent: ${FAULT_TEXTS[fault]}.`;
  return fail(isStatic ? 'missing_secret' : 'exchange_failed', message);
}
