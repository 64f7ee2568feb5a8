import type { StructuralManifest } from '../../contract/bundle/bundle-index.js';
import { anonymousCaller, type Caller, type WorkerEnv } from './caller.js';
import type { Fetch } from './fetch-json.js';
import { apiKeyCaller } from './inbound/api-key.js';
import type { IssuerCache, IssuerPorts } from './inbound/issuer-keys.js';
import { metadataAddress, protectedResource } from './inbound/protected-resource.js';
import type { AuthRefusal } from './inbound/refusals.js';
import { refusedResponse, type Challenge } from './inbound/refused-response.js';
import { tokenCaller } from './inbound/token-caller.js';

/** Who may use the Worker, as the manifest says. */
export type Auth = StructuralManifest['auth'];

/** What differs from the Worker's defaults. */
export interface AuthOptions {
  /** `deployment.url` of the manifest; default: the origin of the request. */
  deploymentUrl?: string;
  /** Default: the global `fetch`. */
  fetch?: Fetch;
  /** Milliseconds since 1970. Default: `Date.now`. */
  now?: () => number;
  /** What is remembered of issuers. Default: one cache per isolate. */
  issuers?: IssuerCache;
}

const isolateIssuers: IssuerCache = new Map();

/** The ports that the options leave open, filled with the Worker's own. */
export function issuerPorts(options: AuthOptions): IssuerPorts {
  return {
    // workerd's fetch must be called without a receiver.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    now: options.now ?? Date.now,
    issuers: options.issuers ?? isolateIssuers,
  };
}

/**
 * Who is calling, by the provider of the live manifest; or the answer to send instead: 401 without a
 * usable credential, 403 without a needed scope or tenant, 503 when a setting is missing or the issuer
 * is out of reach. Fails closed and never throws; no answer repeats the credential.
 */
export async function authenticate(
  request: Request,
  auth: Auth,
  env: WorkerEnv,
  options: AuthOptions = {},
): Promise<{ ok: true; caller: Caller } | { ok: false; response: Response }> {
  const outcome = await identify(request, auth, env, options);
  if (outcome.ok) return outcome;
  return { ok: false, response: refusedResponse(outcome.refusal, challengeOf(request, auth, options.deploymentUrl)) };
}

async function identify(
  request: Request,
  auth: Auth,
  env: WorkerEnv,
  options: AuthOptions,
): Promise<{ ok: true; caller: Caller } | { ok: false; refusal: AuthRefusal }> {
  if (auth.provider === 'none') return { ok: true, caller: anonymousCaller() };
  if (auth.provider === 'apiKey') return apiKeyCaller(request, auth.apiKey, env);
  return tokenCaller(request, auth, env, issuerPorts(options));
}

function challengeOf(request: Request, auth: Auth, deploymentUrl: string | undefined): Challenge {
  if (auth.provider === 'none' || auth.provider === 'apiKey') return { scopes: [] };
  return {
    resourceMetadata: metadataAddress(protectedResource(request, deploymentUrl)),
    scopes: auth.requiredScopes ?? [],
  };
}
