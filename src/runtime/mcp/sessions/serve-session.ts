import { isJsonContentType } from '@modelcontextprotocol/server';
import type { SessionBinding } from '../../store/bindings.js';
import type { McpContext } from '../context.js';
import { formRefusal, versionRefusal } from '../exchange/refusals.js';
import { rpcError } from '../rpc-error.js';
import { bridgeSocket } from './bridge.js';
import { envelopeHeaders, type CallEnvelope } from './call-envelope.js';
import { mintSessionId, readSessionId } from './session-id.js';
import { sessionNotFound } from './session-not-found.js';

/** What sessions need. */
export interface SessionPorts {
  sessions: SessionBinding;
  /** The Worker's own key. */
  secret(): Promise<Uint8Array<ArrayBuffer>>;
}

export const SESSION_HEADER = 'Mcp-Session-Id';

/** `initialize`: begins a session. The body has been read. */
export async function beginSession(
  body: string,
  request: Request,
  context: McpContext,
  ports: SessionPorts,
): Promise<Response> {
  const refused = formRefusal(request);
  if (refused) return refused;
  const { id, name } = await mintSessionId(await ports.secret(), context.caller);
  const response = await ask(ports, name, { method: 'POST', body }, envelopeOf(context));
  if (!response.ok) return response;
  const answer = new Response(response.body, response);
  answer.headers.set(SESSION_HEADER, id);
  return answer;
}

/** A request within a session. `body` is what a POST sent. */
export async function serveSession(
  request: Request,
  body: string | undefined,
  context: McpContext,
  ports: SessionPorts,
): Promise<Response> {
  const id = request.headers.get(SESSION_HEADER) ?? '';
  const name = await readSessionId(await ports.secret(), id, context.caller);
  if (name === undefined) return sessionNotFound();
  const unsupported = versionRefusal(request);
  if (unsupported) return unsupported;
  if (request.method === 'GET') return openStream(request, name, context, ports);
  if (request.method === 'DELETE') return ask(ports, name, { method: 'DELETE' }, envelopeOf(context));
  const refused = formRefusal(request);
  if (refused) return refused;
  const response = await ask(ports, name, { method: 'POST', body }, envelopeOf(context));
  return new Response(response.body, response);
}

async function openStream(request: Request, name: string, context: McpContext, ports: SessionPorts): Promise<Response> {
  if (!request.headers.get('Accept')?.includes('text/event-stream'))
    return rpcError(406, 'Not Acceptable: Client must accept text/event-stream');
  const resumed = request.headers.get('Last-Event-ID');
  const headers = { Upgrade: 'websocket', ...(resumed !== null && { 'Last-Event-ID': resumed }) };
  const response = await ask(ports, name, { headers }, envelopeOf(context));
  return response.webSocket ? bridgeSocket(response.webSocket) : response;
}

/** `GET /sse` (2024-11-05): the stream is the session; its first event says where to post. */
export async function openSse(request: Request, context: McpContext, ports: SessionPorts): Promise<Response> {
  if (request.method !== 'GET') return rpcError(405, 'Method not allowed.', { headers: { Allow: 'GET' } });
  const { id, name } = await mintSessionId(await ports.secret(), context.caller);
  const response = await ask(ports, name, { headers: { Upgrade: 'websocket' } }, envelopeOf(context, 'sse'));
  const first = `event: endpoint\ndata: /messages?sessionId=${id}\n\n`;
  return response.webSocket ? bridgeSocket(response.webSocket, first) : response;
}

/** `POST /messages` (2024-11-05): answered over the stream. */
export async function postSse(
  request: Request,
  body: string,
  context: McpContext,
  ports: SessionPorts,
): Promise<Response> {
  const id = new URL(request.url).searchParams.get('sessionId') ?? '';
  const name = await readSessionId(await ports.secret(), id, context.caller);
  if (name === undefined) return sessionNotFound();
  if (!isJsonContentType(request.headers.get('Content-Type')))
    return rpcError(415, 'Unsupported Media Type: Content-Type must be application/json');
  return ask(ports, name, { method: 'POST', body }, envelopeOf(context, 'sse'));
}

function envelopeOf({ caller, requestId }: McpContext, transport: CallEnvelope['transport'] = 'http'): CallEnvelope {
  return { caller, requestId, transport };
}

async function ask(
  { sessions }: SessionPorts,
  name: string,
  init: RequestInit,
  envelope: CallEnvelope,
): Promise<Response> {
  const { namespace } = sessions;
  const headers = { ...(init.headers as Record<string, string> | undefined), ...envelopeHeaders(envelope) };
  return namespace.get(namespace.idFromName(name)).fetch(new Request('https://session/', { ...init, headers }));
}
