import { authenticate } from '../auth/authenticate.js';
import { handleMcp, handleSse, type McpPorts } from '../mcp/handle-mcp.js';
import type { Isolate } from '../store/isolate.js';
import { errorResponse } from './json-response.js';
import { mcpContext } from './mcp-context.js';
import type { RouteContext } from './route-context.js';

/** `/mcp`, `/sse` and `/messages`: who calls, then the MCP side with the one snapshot that the whole answer comes from. */
export async function mcpResponse(request: Request, context: RouteContext): Promise<Response> {
  const { isolate, env } = context;
  const { auth, deployment } = isolate.compiled.index.manifest.structural;
  const identified = await authenticate(request, auth, env, { deploymentUrl: deployment.url });
  if (!identified.ok) return identified.response;
  const outcome = await context.snapshot();
  if (!outcome.ok) return errorResponse(503, 'not_ready', outcome.reason, { 'Retry-After': '2' });
  const mcp = mcpContext(context, outcome.snapshot, identified.caller);
  return (context.url.pathname === '/mcp' ? handleMcp : handleSse)(request, mcp, portsOf(isolate));
}

function portsOf({ bindings, snapshots, secret }: Isolate): McpPorts {
  const { store, sessions } = bindings;
  return { store, snapshots, ...(sessions && { sessions: { sessions, secret } }) };
}
