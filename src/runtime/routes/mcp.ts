import { authenticate } from '../auth/authenticate.js';
import { openContext } from '../mcp/open-context.js';
import { serveLegacySse, serveMcp } from '../mcp/serve.js';
import { errorResponse, type RouteContext } from './route.js';

/** `/mcp`, `/sse` and `/messages`: who calls, then the MCP side with the one snapshot that the whole answer comes from. */
export async function mcpResponse(request: Request, route: RouteContext): Promise<Response> {
  const { isolate, env } = route;
  const { auth, deployment } = isolate.compiled.index.manifest.structural;
  const identified = await authenticate(request, auth, env, { deploymentUrl: deployment.url });
  if (!identified.ok) return identified.response;
  const outcome = await route.snapshot();
  if (!outcome.ok) return errorResponse(503, 'not_ready', outcome.reason, { 'Retry-After': '2' });
  const context = openContext(route, outcome.snapshot, identified.caller);
  return LEGACY_SSE_PATHS.has(route.url.pathname) ? serveLegacySse(request, context) : serveMcp(request, context);
}

/** The transport of 2024-11-05. */
const LEGACY_SSE_PATHS = new Set(['/sse', '/messages']);
