import { createMcpHandler, isLegacyRequest, readRequestBody } from '@modelcontextprotocol/server';
import type { McpContext } from './context.js';
import { createServer } from './create-server.js';
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
  if (!ports) return serveOne(request, () => createServer(context));
  // 2026-07-28 repeats the method in a header, and the SDK refuses a request where the two differ.
  const method = request.headers.get('Mcp-Method');
  if (method !== null && request.method === 'POST') return serveModern(request, method, context, ports);
  const { sessions } = ports;
  const inSession = request.headers.has(SESSION_HEADER);
  if (request.method !== 'POST')
    return sessions && inSession
      ? serveSession(request, undefined, context, sessions)
      : serveOne(request, () => createLiveServer(context));
  const read = await readRequestBody(request.clone(), MAX_REQUEST_BYTES);
  if (read.tooLarge) return rpcError(413, `Request body must not exceed ${MAX_REQUEST_BYTES} bytes`);
  const body = parse(read.text);
  const legacy = body === undefined || (await isLegacyRequest(request, body));
  if (!(await isCalm(request, methodOf(body), context))) return tooMany();
  if (legacy && sessions && inSession) return serveSession(request, read.text, context, sessions);
  if (legacy && sessions && methodOf(body) === 'initialize') return beginSession(read.text, request, context, sessions);
  return serveOne(request, () => createLiveServer(context));
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

async function serveModern(request: Request, method: string, context: McpContext, ports: McpPorts): Promise<Response> {
  if (!(await isCalm(request, method, context))) return tooMany();
  return method === 'subscriptions/listen'
    ? serveListen(request, context, ports)
    : serveOne(request, () => createLiveServer(context));
}

async function serveOne(request: Request, factory: () => ReturnType<typeof createServer>): Promise<Response> {
  return createMcpHandler(factory, { maxRequestBodySize: MAX_REQUEST_BYTES }).fetch(request);
}

async function isCalm(request: Request, method: string | undefined, context: McpContext): Promise<boolean> {
  return !method?.includes('subscri') || mayGoOn(await listenerName(context.caller, request), method, Date.now());
}

function tooMany(): Response {
  return rpcError(429, 'Too many subscriptions in a row: wait, then subscribe once.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function methodOf(body: unknown): string | undefined {
  const method = typeof body === 'object' && body !== null && 'method' in body ? body.method : undefined;
  return typeof method === 'string' ? method : undefined;
}
