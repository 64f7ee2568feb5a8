import { handlePush } from '../resync/handle-push.js';
import { changeHeaders } from './change-headers.js';
import { addCorsHeaders, isAllowedOrigin, isPreflight, preflightResponse } from './cors.js';
import { healthResponse, healthzResponse, readyzResponse } from './health.js';
import { isAllowedHost } from './host.js';
import { errorResponse } from './json-response.js';
import { mcpResponse } from './mcp.js';
import type { RouteContext } from './route-context.js';
import { statusResponse } from './status/status-response.js';
import { wellKnownResponse } from './well-known.js';

const READ_METHODS = ['GET', 'HEAD'];
/** The last two are the transport of 2024-11-05. */
const MCP_PATHS = ['/mcp', '/sse', '/messages'];
const STATUS_PATHS = ['/', '/llms.txt'];

/** Finds the answer to a request: host, public documents, origin, then the route. */
export async function routeRequest(request: Request, context: RouteContext): Promise<Response> {
  const { url, isolate } = context;
  if (!isAllowedHost(url, isolate.compiled.index.manifest.structural.deployment)) {
    return errorResponse(403, 'forbidden_host', 'This Worker does not answer for the host of the request.');
  }
  const open = await publicResponse(request, context);
  if (open) return open;
  if (STATUS_PATHS.includes(url.pathname)) return readOnly(request, () => statusResponse(request, context));
  if (url.pathname.startsWith('/_frontmcp/')) return pushResponse(request, context);
  return MCP_PATHS.includes(url.pathname)
    ? browserResponse(request, context)
    : errorResponse(404, 'not_found', 'There is nothing at this address.');
}

/** Documents that anybody may read, from any page. */
async function publicResponse(request: Request, context: RouteContext): Promise<Response | undefined> {
  const { pathname } = context.url;
  if (pathname.startsWith('/.well-known/')) return readOnly(request, () => wellKnownResponse(request, context));
  if (pathname === '/health') return readOnly(request, async () => healthResponse());
  if (pathname === '/healthz') return readOnly(request, () => healthzResponse(context));
  if (pathname === '/readyz') return readOnly(request, () => readyzResponse(context));
  return undefined;
}

function readOnly(request: Request, answer: () => Promise<Response>): Promise<Response> | Response {
  if (READ_METHODS.includes(request.method)) return answer();
  return errorResponse(405, 'method_not_allowed', 'Use GET here.', { Allow: READ_METHODS.join(', ') });
}

function pushResponse(request: Request, { isolate, requestId, waitUntil }: RouteContext): Promise<Response> {
  return handlePush(request, { isolate, requestId, waitUntil, now: () => Date.now() });
}

/** What pages may call: the origins of the live manifest only. */
async function browserResponse(request: Request, context: RouteContext): Promise<Response> {
  const { auth } = context.isolate.compiled.index.manifest.structural;
  if (!(await hasAllowedOrigin(request, context))) {
    return errorResponse(403, 'forbidden_origin', 'The origin of this page is not in server.allowedOrigins.');
  }
  const apiKeyHeader = auth.provider === 'apiKey' ? auth.apiKey.header : undefined;
  const response = isPreflight(request)
    ? preflightResponse(request, apiKeyHeader)
    : await mcpResponse(request, context);
  return changeHeaders(response, (headers) => addCorsHeaders(request, headers));
}

async function hasAllowedOrigin(request: Request, context: RouteContext): Promise<boolean> {
  if (isAllowedOrigin(request, [])) return true;
  const outcome = await context.snapshot();
  return isAllowedOrigin(request, outcome.ok ? (outcome.snapshot.index.manifest.hot.server.allowedOrigins ?? []) : []);
}
