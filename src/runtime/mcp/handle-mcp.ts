import {
  createMcpHandler,
  isLegacyRequest,
  readRequestBody,
  SUPPORTED_PROTOCOL_VERSIONS,
  type McpHttpHandler,
  type Server,
} from '@modelcontextprotocol/server';
import type { JsonValue } from '../../contract/encoding/json.js';
import type { McpContext } from './context.js';
import { createServer } from './create-server.js';
import { serveStateless } from './exchange/serve-stateless.js';
import { createLiveServer } from './listen/live-server.js';
import { listenerName } from './listen/listener-name.js';
import { serveListen, type ListenPorts } from './listen/serve-listen.js';
import { keepList, plainAnswer } from './plain-answer.js';
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
  const sessions = ports?.sessions;
  const inSession = request.headers.has(SESSION_HEADER);
  if (request.method !== 'POST')
    return sessions && inSession
      ? serveSession(request, undefined, context, sessions)
      : serveStateless(request, undefined, () => serverOf(context, ports), context);
  const read = await readBody(request);
  if (read.tooLarge) return tooLarge();
  const body = parse(read.text);
  const method = methodOf(body);
  if (!(await isCalm(request, body, context))) return tooMany();
  if (body !== undefined && (await isModern(request, body, read.text)))
    return serveModern(request, body, context, ports);
  if (sessions && inSession) return serveSession(request, read.text, context, sessions);
  if (sessions && method === 'initialize') return beginSession(read.text, request, context, sessions);
  return serveStateless(request, body, () => serverOf(context, ports), context);
}

/** The transport of 2024-11-05: `GET /sse` and `POST /messages`. */
export async function handleSse(request: Request, context: McpContext, { sessions }: McpPorts): Promise<Response> {
  if (!sessions) return rpcError(404, 'This Worker has no binding for sessions.');
  // The stream is the session, so that it counts as one that begins.
  if (new URL(request.url).pathname === '/sse')
    return (await isCalm(request, { method: 'initialize' }, context)) ? openSse(request, context, sessions) : tooMany();
  if (request.method !== 'POST') return rpcError(405, 'Method not allowed.', { headers: { Allow: 'POST' } });
  const read = await readBody(request);
  if (read.tooLarge) return tooLarge();
  if (!(await isCalm(request, parse(read.text), context))) return tooMany();
  return postSse(request, read.text, context, sessions);
}

/** Ends the SDK's part of a request that needs no server. */
const CHECKED = new Error('checked');
/** How the server of a request is made. */
const servers = new WeakMap<Request, () => Server>();
/** One per isolate: it keeps nothing of a request. */
let handler: McpHttpHandler | undefined;

function modernHandler(): McpHttpHandler {
  return (handler ??= createMcpHandler(({ requestInfo }) => (servers.get(requestInfo as Request) as () => Server)(), {
    legacy: 'reject',
  }));
}

/**
 * The SDK checks the request: 2026-07-28 names version, method and name in headers too, and refuses where they differ. When
 * it has, it asks for a server; a plain answer needs none, and what the SDK makes of the error is not sent.
 */
async function serveModern(
  request: Request,
  body: JsonValue,
  context: McpContext,
  ports: McpPorts | undefined,
): Promise<Response> {
  if (ports && methodOf(body) === 'subscriptions/listen') return serveListen(request, body, context, ports);
  const plain = plainAnswer(body, context, 'modern', request.signal);
  let isChecked = false;
  servers.set(request, () => {
    isChecked = true;
    if (plain) throw CHECKED;
    return serverOf(context, ports);
  });
  const response = await modernHandler().fetch(request, { parsedBody: body });
  if (plain && isChecked) return plain();
  if (methodOf(body) === 'tools/list' && response.ok)
    keepList(context.snapshot.index, 'modern', body, ((await response.clone().json()) as { result?: unknown }).result);
  return response;
}

/** Only where changes are told does the server say so. */
function serverOf(context: McpContext, ports: McpPorts | undefined): Server {
  return ports ? createLiveServer(context) : createServer(context);
}

/** Whether header or body claim 2026-07-28; only a body with the words of its envelope is looked at closely. */
async function isModern(request: Request, body: JsonValue, text: string): Promise<boolean> {
  const version = request.headers.get('MCP-Protocol-Version');
  if (version !== null && !SUPPORTED_PROTOCOL_VERSIONS.includes(version)) return true;
  return text.includes('io.modelcontextprotocol') && !(await isLegacyRequest(request, body));
}

/** A body of declared length is read at once, which is several times cheaper: the platform holds it to that length. */
async function readBody(request: Request): ReturnType<typeof readRequestBody> {
  const length = request.headers.get('Content-Length');
  const isBounded = length !== null && Number(length) <= MAX_REQUEST_BYTES && !request.headers.has('Transfer-Encoding');
  return isBounded ? { tooLarge: false, text: await request.text() } : readRequestBody(request, MAX_REQUEST_BYTES);
}

function tooLarge(): Response {
  return rpcError(413, `Request body must not exceed ${MAX_REQUEST_BYTES} bytes`);
}

/** A batch of one counts as what is in it: sessions take it as that. */
function isCalm(request: Request, body: JsonValue | undefined, context: McpContext): Promise<boolean> {
  const method = methodOf(Array.isArray(body) && body.length === 1 ? body[0] : body);
  return mayGoOn(() => listenerName(context.caller, request), method, Date.now());
}

function tooMany(): Response {
  return rpcError(429, 'Too many sessions or subscriptions in a row: wait, then begin one.');
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
