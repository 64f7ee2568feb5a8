import type { Service } from '../../../src/contract/bundle/bundle-index.js';
import { authenticate, type Auth } from '../../../src/runtime/auth/authenticate.js';
import type { Caller } from '../../../src/runtime/auth/caller.js';
import {
  clientKeysResponse,
  authorizationServerResponse,
  metadataResponse,
} from '../../../src/runtime/auth/well-known-documents.js';
import { credentialsFor } from '../../../src/runtime/auth/outbound/credentials.js';

interface Env extends Record<string, unknown> {
  AUTH: Auth;
  SERVICE?: Service;
  SECURITY?: string[][];
}

/** A Worker that is nothing but its sign-in: `/mcp` says who calls, `/call` what would be sent to the API, `times` times. */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.startsWith('/.well-known/oauth-protected-resource'))
      return metadataResponse(request, env.AUTH, undefined, env);
    if (pathname === '/.well-known/oauth-authorization-server') return authorizationServerResponse(env.AUTH, env);
    if (pathname === '/.well-known/jwks.json')
      return clientKeysResponse(env.SERVICE === undefined ? {} : { acme: env.SERVICE }, env);
    const outcome = await authenticate(request, env.AUTH, env);
    if (!outcome.ok) return outcome.response;
    if (pathname !== '/call') return Response.json(outcome.caller);
    return Response.json(await calls(outcome.caller, env, Number(searchParams.get('times') ?? 1)));
  },
};

function calls(caller: Caller, env: Env, times: number): Promise<unknown[]> {
  const { SERVICE: service, SECURITY: security = [['bearer']] } = env;
  if (service === undefined) return Promise.resolve([]);
  return Promise.all(Array.from({ length: times }, () => credentialsFor(service, security, caller, env, fetch)));
}
