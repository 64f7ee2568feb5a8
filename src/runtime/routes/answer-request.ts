import { log } from '../log.js';
import { handlePush } from '../resync/handle-push.js';
import { openOnce, type Isolate, type WorkerState } from '../store/snapshots/isolate.js';
import type { SnapshotOutcome } from '../store/snapshots/snapshots.js';
import type { WorkerEnv } from '../worker-env.js';
import { healthResponse, healthzResponse, readyzResponse } from './health.js';
import { addCorsHeaders, isAllowedHost, isAllowedOrigin, isPreflight, preflightResponse } from './host-and-origin.js';
import { mcpResponse } from './mcp.js';
import { errorResponse, type RouteContext } from './route.js';
import { statusResponse } from './status/status-response.js';
import { wellKnownResponse } from './well-known.js';

const READ_METHODS = ['GET', 'HEAD'];
/** The last two are the transport of 2024-11-05. */
const MCP_PATHS = ['/mcp', '/sse', '/messages'];
const STATUS_PATHS = ['/', '/llms.txt'];

/** What workerd calls with each request. */
export interface RequestHandler {
  fetch(request: Request, env: WorkerEnv, execution: ExecutionContext): Promise<Response>;
}

/** Makes the handler of a Worker. */
export function requestHandler(state: WorkerState): RequestHandler {
  return { fetch: (request, env, execution) => answerRequest(state, request, env, execution) };
}

/** Answers one request: with a request id, one line in the log, and no stack whatever goes wrong. */
async function answerRequest(
  state: WorkerState,
  request: Request,
  env: WorkerEnv,
  execution: ExecutionContext,
): Promise<Response> {
  const started = Date.now();
  const requestId = crypto.randomUUID();
  const url = new URL(request.url);
  const facts: LogFacts = { generation: null };
  const response = await safely(requestId, async () => {
    const opened = await openOnce(state, env);
    if (!opened.ok) return errorResponse(503, 'misconfigured', opened.reason);
    return route(opened.isolate, request, url, env, execution, requestId, facts);
  });
  const answer = changeHeaders(response, (headers) => headers.set('X-Request-Id', requestId));
  logRequest(request.method, url, requestId, answer.status, Date.now() - started, facts);
  return answer;
}

interface LogFacts {
  generation: number | null;
}

function route(
  isolate: Isolate,
  request: Request,
  url: URL,
  env: WorkerEnv,
  execution: ExecutionContext,
  requestId: string,
  facts: LogFacts,
): Promise<Response> {
  const waitUntil = (work: Promise<unknown>): void => execution.waitUntil(work);
  let pinned: SnapshotOutcome | undefined;
  const snapshot = async (): Promise<SnapshotOutcome> => {
    pinned ??= await isolate.snapshots.current(waitUntil);
    if (pinned.ok) facts.generation = pinned.snapshot.generation;
    return pinned;
  };
  return routeRequest(request, { isolate, env, requestId, url, snapshot, waitUntil });
}

/** Our own bugs end here: the log gets the cause, the client a request id to ask about. */
async function safely(requestId: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log('error', 'internal_error', { requestId, cause });
    return errorResponse(
      500,
      'internal_error',
      'The Worker failed to answer; its log says why, under this request id.',
    );
  }
}

/** One line per request; method and path, never a query, a header or a body. */
function logRequest(
  method: string,
  { pathname }: URL,
  requestId: string,
  status: number,
  durationMs: number,
  { generation }: LogFacts,
): void {
  log('info', 'request', { requestId, method, path: pathname.slice(0, 256), status, durationMs, generation });
}

/** Finds the answer to a request: host, public documents, origin, then the route. */
async function routeRequest(request: Request, context: RouteContext): Promise<Response> {
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

/**
 * Changes the headers of a response: its own where they can be changed, else those of a copy. What a Durable Object or `fetch`
 * answered cannot be changed; a copy of what was made here would turn a text into a stream.
 */
function changeHeaders(response: Response, change: (headers: Headers) => void): Response {
  try {
    change(response.headers);
    return response;
  } catch {
    const copy = new Response(response.body, response);
    change(copy.headers);
    return copy;
  }
}
