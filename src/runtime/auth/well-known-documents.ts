import type { Service } from '../../contract/bundle/bundle-index.js';
import { issuerMetadata, issuerPorts } from '../issuer/issuer-keys.js';
import { IssuerUnavailable } from '../issuer/issuer-metadata.js';
import { readSecret, type WorkerEnv } from '../worker-env.js';
import { protectedResource, type Auth, type AuthOptions } from './authenticate.js';
import { refusedResponse } from './inbound/caller-refusals.js';
import { tokenSettings, type TokenAuth } from './inbound/token-settings.js';
import { parseClientKey, type PublicClientKey } from './outbound/client-assertion.js';

// Public documents: a client in a browser must be able to read them before it has a token.
const PUBLIC_HEADERS = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' };

/**
 * Protected-resource metadata (RFC 9728) of `/.well-known/oauth-protected-resource` and the same with
 * `/mcp`: which issuer hands out tokens for this Worker. 404 when the provider issues none, 503 when its
 * setting is missing (`env` holds the issuer of Frontegg).
 */
export function metadataResponse(request: Request, auth: Auth, deploymentUrl?: string, env: WorkerEnv = {}): Response {
  if (!issuesTokens(auth)) return noTokens();
  const configured = tokenSettings(auth, env);
  if (!configured.ok) return refusedResponse(configured.refusal, { scopes: [] });
  const scopes = (auth.requiredScopes ?? []).filter((scope) => scope !== 'offline_access');
  return Response.json(
    {
      resource: protectedResource(request, deploymentUrl),
      authorization_servers: [configured.settings.issuer],
      bearer_methods_supported: ['header'],
      ...(scopes.length === 0 ? {} : { scopes_supported: scopes }),
    },
    { headers: PUBLIC_HEADERS },
  );
}

/**
 * The issuer's own metadata (RFC 8414) for clients of the 2025-03-26 protocol, which look for it at the
 * MCP server: 404 when the provider issues no tokens, 502 when the issuer is out of reach.
 */
export async function authorizationServerResponse(
  auth: Auth,
  env: WorkerEnv,
  options: AuthOptions = {},
): Promise<Response> {
  if (!issuesTokens(auth)) return noTokens();
  const configured = tokenSettings(auth, env);
  if (!configured.ok) return refusedResponse(configured.refusal, { scopes: [] });
  try {
    const { document } = await issuerMetadata({ issuer: configured.settings.issuer }, issuerPorts(options));
    return Response.json(document, { headers: PUBLIC_HEADERS });
  } catch (error) {
    if (!(error instanceof IssuerUnavailable)) throw error;
    const body = {
      error: 'unavailable',
      reason: 'issuer_unavailable',
      error_description: `The Worker cannot pass the metadata on: ${error.reason}.`,
    };
    return Response.json(body, { status: 502, headers: { 'cache-control': 'no-store' } });
  }
}

function issuesTokens(auth: Auth): auth is TokenAuth {
  return auth.provider !== 'none' && auth.provider !== 'apiKey';
}

function noTokens(): Response {
  const body = {
    error: 'not_found',
    error_description: 'This Worker has no authorization server: its callers use no token of an issuer.',
  };
  return Response.json(body, { status: 404, headers: { 'cache-control': 'no-store' } });
}

/**
 * The public halves of the keys that sign client assertions, as the JSON Web Key Set (RFC 7517 section 5)
 * of `/.well-known/jwks.json`, which an authorization server is pointed at. 404 when no service has one.
 */
export async function clientKeysResponse(
  services: Readonly<Record<string, Service>>,
  env: WorkerEnv,
): Promise<Response> {
  const names = new Set(Object.values(services).flatMap(privateKeySecrets));
  if (names.size === 0) {
    const body = {
      error: 'not_found',
      error_description: 'This Worker signs no client assertions, so it has no keys to publish.',
    };
    return Response.json(body, { status: 404, headers: { 'cache-control': 'no-store' } });
  }
  const keys = (await Promise.all([...names].map((name) => publicKeyOf(env, name)))).flat();
  return Response.json({ keys }, { headers: { 'cache-control': 'public, max-age=300' } });
}

function privateKeySecrets({ auth }: Service): string[] {
  const credentials = auth === false ? [] : Object.values(auth);
  return credentials.flatMap((credential) =>
    'clientCredentials' in credential ? (credential.clientCredentials.privateKeySecret ?? []) : [],
  );
}

async function publicKeyOf(env: WorkerEnv, name: string): Promise<PublicClientKey[]> {
  const pem = readSecret(env, name);
  const parsed = pem === undefined ? undefined : await parseClientKey(pem);
  return parsed?.ok === true ? [parsed.key.publicKey] : [];
}
