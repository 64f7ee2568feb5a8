import { createMcpHandler, isLegacyRequest, readRequestBody, SUPPORTED_PROTOCOL_VERSIONS, type Server } from '@modelcontextprotocol/server';
import type { JsonValue } from '../../contract/encoding/json.js';
import type { McpContext } from './context.js';
import { createServer } from './create-server.js';
import { serveStateless } from './exchange/serve-stateless.js';
import { createLiveServer } from './listen/live-server.js';
import { listenerName } from './listen/listener-name.js';
import { serveListen, type ListenPorts } from './listen/serve-listen.js';
import { rpcError } from './rpc-error.js';
import { createFloodGuard } from './sessions/flood-guard.js';
import {
  beginSession,
  openSse,
  postSse,
  serveSession,
  SESSION_HEADER,
  type SessionPorts,
} from './sessions/serve-session.js';

/** Largest request body, in bytes: the largest arguments of an operation, with room for the envelope. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/** What reaches beyond one request; without it there are neither listeners nor sessions. */
export interface McpPorts extends ListenPorts {
  /** Absent without a binding for sessions: then every generation is served without them. */
  sessions?: SessionPorts;
}

/** One per isolate, as what it counts. */
const mayGoOn = createFloodGuard();

/**
 * Answers one request to `/mcp`: protocol 2026-07-28, and the generations before it. The caller is known and allowed;
 * Origin and Host are checked.
 */
export async function handleMcp(request: Request, context: McpContext, ports?: McpPorts): Promise<Response> {
  // 2026-07-28 names the method and the version in headers, and the SDK refuses a request where body and headers differ.
  const method = request.headers.get('Mcp-Method');
  if (method !== null && isModernPost(request)) return serveModern(request, method, context, ports);
  const sessions = ports?.sessions;
  const inSession = request.headers.has(SESSION_HEADER);
  if (request.method !== 'POST')
    return sessions && inSession
      ? serveSession(request, undefined, context, sessions)
      : serveStateless(request, undefined, () => serverOf(context, ports));
  const read = await readRequestBody(request.clone(), MAX_REQUEST_BYTES);
  if (read.tooLarge) return rpcError(413, `Request body must not exceed ${MAX_REQUEST_BYTES} bytes`);
  const body = parse(read.text);
  if (!(await isCalm(request, methodOf(body), context))) return tooMany();
  if (body !== undefined && !(await isLegacyRequest(request, body))) return serveOne(request, context, ports);
  if (sessions && inSession) return serveSession(request, read.text, context, sessions);
  if (sessions && methodOf(body) === 'initialize') return beginSession(read.text, request, context, sessions);
  return serveStateless(request, body, () => serverOf(context, ports));
}

/** The transport of 2024-11-05: `GET /sse` and `POST /messages`. */
export async function handleSse(request: Request, context: McpContext, { sessions }: McpPorts): Promise<Response> {
  if (!sessions) return rpcError(404, 'This Worker has no binding for sessions.');
  if (new URL(request.url).pathname === '/sse') return openSse(request, context, sessions);
  if (request.method !== 'POST') return rpcError(405, 'Method not allowed.', { headers: { Allow: 'POST' } });
  const read = await readRequestBody(request, MAX_REQUEST_BYTES);
  if (read.tooLarge) return rpcError(413, `Request body must not exceed ${MAX_REQUEST_BYTES} bytes`);
  if (!(await isCalm(request, methodOf(parse(read.text)), context))) return tooMany();
  return postSse(request, read.text, context, sessions);
}

async function serveModern(
  request: Request,
  method: string,
  context: McpContext,
  ports: McpPorts | undefined,
): Promise<Response> {
  if (!(await isCalm(request, method, context))) return tooMany();
  return ports && method === 'subscriptions/listen'
    ? serveListen(request, context, ports)
    : serveOne(request, context, ports);
}

async function serveOne(request: Request, context: McpContext, ports: McpPorts | undefined): Promise<Response> {
  const options = { legacy: 'reject', maxRequestBodySize: MAX_REQUEST_BYTES } as const;
  return createMcpHandler(() => serverOf(context, ports), options).fetch(request);
}

/** Only where changes are told does the server say so. */
function serverOf(context: McpContext, ports: McpPorts | undefined): Server {
  return ports ? createLiveServer(context) : createServer(context);
}

function isModernPost({ method, headers }: Request): boolean {
  const version = headers.get('MCP-Protocol-Version');
  return method === 'POST' && version !== null && !SUPPORTED_PROTOCOL_VERSIONS.includes(version);
}

async function isCalm(request: Request, method: string | undefined, context: McpContext): Promise<boolean> {
  return !method?.includes('subscri') || mayGoOn(await listenerName(context.caller, request), method, Date.now());
}

function tooMany(): Response {
  return rpcError(429, 'Too many subscriptions in a row: wait, then subscribe once.');
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function methodOf(body: JsonValue | undefined): string | undefined {
  const method = typeof body === 'object' && body !== null && 'method' in body ? body.method : undefined;
  return typeof method === 'string' ? method : undefined;
}
