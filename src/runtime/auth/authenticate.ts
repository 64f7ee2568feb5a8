import type { StructuralManifest } from '../../contract/bundle/bundle-index.js';
import { issuerPorts, type IssuerOptions } from '../issuer/issuer-keys.js';
import type { WorkerEnv } from '../worker-env.js';
import type { Caller } from './caller.js';
import { apiKeyCaller } from './inbound/api-key.js';
import { refusedResponse, type AuthRefusal, type Challenge } from './inbound/caller-refusals.js';
import { tokenCaller } from './inbound/token-caller.js';

const WELL_KNOWN = '/.well-known/oauth-protected-resource';

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

/** The MCP endpoint as tokens name it (RFC 8707): below `deployment.url`, else below the address that was called. */
export function protectedResource(request: Request, deploymentUrl: string | undefined): string {
  return `${(deploymentUrl ?? new URL(request.url).origin).replace(/\/+$/, '')}/mcp`;
}

/** Where the metadata of a resource stands: the well-known part goes between host and path (RFC 9728 section 3.1). */
function metadataAddress(resource: string): string {
  const { origin, pathname } = new URL(resource);
  return `${origin}${WELL_KNOWN}${pathname}`;
}

/** The caller of a Worker whose provider is `none`. */
export function anonymousCaller(): Caller {
  return { subject: 'anonymous', scopes: [], groups: [] };
}
