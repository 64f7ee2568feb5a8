import { clientKeysResponse, authorizationServerResponse, metadataResponse } from '../auth/well-known-documents.js';
import { errorResponse, type RouteContext } from './route.js';

/** Everything below `/.well-known/`; what is not served is a JSON 404, so that clients go on to the next thing they try. */
export async function wellKnownResponse(request: Request, context: RouteContext): Promise<Response> {
  const { isolate, env, url } = context;
  const { auth, deployment } = isolate.compiled.index.manifest.structural;
  switch (url.pathname) {
    case '/.well-known/oauth-protected-resource':
    case '/.well-known/oauth-protected-resource/mcp':
      return metadataResponse(request, auth, deployment.url, env);
    case '/.well-known/oauth-authorization-server':
      return authorizationServerResponse(auth, env);
    case '/.well-known/jwks.json': {
      const outcome = await context.snapshot();
      return clientKeysResponse(outcome.ok ? outcome.snapshot.index.services : {}, env);
    }
    default:
      return errorResponse(404, 'not_found', 'There is no such well-known document.');
  }
}
