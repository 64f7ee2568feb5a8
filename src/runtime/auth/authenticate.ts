import type { StructuralManifest } from '../../contract/bundle/bundle-index.js';
import type { WorkerEnv } from '../worker-env.js';
import { anonymousCaller, type Caller } from './caller.js';
import { apiKeyCaller } from './inbound/api-key.js';
import { issuerPorts, type IssuerOptions } from '../issuer/issuer-keys.js';
import { metadataAddress, protectedResource } from './inbound/protected-resource.js';
import { refuseCaller, type AuthRefusal } from './inbound/refusals.js';
import { refusedResponse, type Challenge } from './inbound/refused-response.js';
import { tokenCaller } from './inbound/token-caller.js';

/** Who may use the Worker, as the manifest says. */
export type Auth = StructuralManifest['auth'];

/** What differs from the Worker's defaults. */
export interface AuthOptions extends IssuerOptions {
  /** `deployment.url` of the manifest; default: the origin of the request. */
  deploymentUrl?: string;
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

/**
 * The answer to a verified caller who lacks scopes for something (MCP authorization, "step-up"): 403 with
 * a challenge that names all scopes that it needs, those of the manifest included.
 */
export function insufficientScopeResponse(
  request: Request,
  auth: Auth,
  scopes: readonly string[],
  deploymentUrl?: string,
): Response {
  const challenge = challengeOf(request, auth, deploymentUrl);
  const all = [...new Set([...challenge.scopes, ...scopes])];
  return refusedResponse(refuseCaller('insufficient_scope', { scopes: all }).refusal, challenge);
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
