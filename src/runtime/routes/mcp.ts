import { authenticate } from '../auth/authenticate.js';
import { handleMcp } from '../mcp/handle-mcp.js';
import { errorResponse } from './json-response.js';
import { mcpContext } from './mcp-context.js';
import type { RouteContext } from './route-context.js';

/** `/mcp`: who calls, then the MCP side with the one snapshot that the whole answer comes from. */
export async function mcpResponse(request: Request, context: RouteContext): Promise<Response> {
  const { isolate, env } = context;
  const { auth, deployment } = isolate.compiled.index.manifest.structural;
  const identified = await authenticate(request, auth, env, { deploymentUrl: deployment.url });
  if (!identified.ok) return identified.response;
  const outcome = await context.snapshot();
  if (!outcome.ok) return errorResponse(503, 'not_ready', outcome.reason, { 'Retry-After': '2' });
  const { snapshot } = outcome;
  return handleMcp(request, mcpContext(context, snapshot, identified.caller), { store: isolate.bindings.store, snapshots: isolate.snapshots });
}
