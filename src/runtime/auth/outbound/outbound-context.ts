import type { Service } from '../../../contract/bundle/bundle-index.js';
import { utf8 } from '../../../contract/encoding/bytes.js';
import type { Fetch } from '../../issuer/fetch-json.js';
import type { WorkerEnv } from '../../worker-env.js';
import type { Caller } from '../caller.js';
import type { TokenCache } from './token-cache.js';

/** How one security scheme is signed in to. */
export type Credential = Exclude<Service['auth'], false>[string];
/** Members of a credential that asks a token endpoint. */
export type ClientCredentials = Extract<Credential, { clientCredentials: unknown }>['clientCredentials'];
export type TokenExchange = Extract<Credential, { tokenExchange: unknown }>['tokenExchange'];

/** Why an API cannot be signed in to. */
export interface CredentialFailure {
  ok: false;
  code: 'missing_secret' | 'exchange_failed' | 'no_caller_token';
  /** For the agent and the person behind it: names secrets and settings, never values. */
  message: string;
}

/** The value of one credential, or why there is none. */
export type CredentialValue = { ok: true; value: string } | CredentialFailure;

/** What signing in needs of the world. */
export interface OutboundContext {
  service: Service;
  caller: Caller;
  env: WorkerEnv;
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  tokens: TokenCache;
}

/** Makes a failure. */
export function fail(code: CredentialFailure['code'], message: string): CredentialFailure {
  return { ok: false, code, message };
}

/** The failure of a secret that is not set. */
export function missingSecret(name: string, scheme: string): CredentialFailure {
  return fail(
    'missing_secret',
    `The secret ${name}, which the security scheme "${scheme}" needs, is not set on the Worker. Set it with: wrangler secret put ${name}`,
  );
}

/** The value of `Authorization` for a pair of user and password (RFC 7617), as UTF-8 in base64 with padding. */
export function basicAuthorization(pair: string): string {
  let binary = '';
  for (const byte of utf8(pair)) binary += String.fromCharCode(byte);
  return `Basic ${btoa(binary)}`;
}
