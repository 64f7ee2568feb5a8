import type { McpContext, SessionPorts } from '../context.js';
import { isJsonBody, unsupportedMediaType } from '../http/request-checks.js';
import { errorResponse, sessionNotFound } from '../protocol-error.js';
import { askSession, openSessionStream } from './ask-session.js';
import { mintSessionId, readSessionId } from './session-id.js';

/** `GET /sse` (2024-11-05): the stream is the session; its first event says where to post. */
export async function openSseSession(request: Request, context: McpContext, ports: SessionPorts): Promise<Response> {
  if (request.method !== 'GET') return errorResponse(405, 'Method not allowed.', { headers: { Allow: 'GET' } });
  const { id, name } = await mintSessionId(await ports.secret(), context.caller);
  const first = `event: endpoint\ndata: /messages?sessionId=${id}\n\n`;
  return openSessionStream(ports, name, context, { transport: 'sse' }, first);
}

/** `POST /messages` (2024-11-05): answered over the stream. */
export async function postSseMessage(
  request: Request,
  body: string,
  context: McpContext,
  ports: SessionPorts,
): Promise<Response> {
  const id = new URL(request.url).searchParams.get('sessionId') ?? '';
  const name = await readSessionId(await ports.secret(), id, context.caller);
  if (name === undefined) return sessionNotFound();
  if (!isJsonBody(request)) return unsupportedMediaType();
  return askSession(ports, name, context, { method: 'POST', body, transport: 'sse' });
}
