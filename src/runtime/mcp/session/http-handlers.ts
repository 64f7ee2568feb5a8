import type { McpContext, SessionPorts } from '../context.js';
import { accepts, rejectForm, rejectVersion } from '../http/request-checks.js';
import { errorResponse, sessionNotFound } from '../protocol-error.js';
import { askSession, openSessionStream } from './ask-session.js';
import { mintSessionId, readSessionId } from './session-id.js';

const SESSION_HEADER = 'Mcp-Session-Id';
const EVENT_STREAM = 'text/event-stream';

/** Whether a request names a session. */
export function inSession({ headers }: Request): boolean {
  return headers.has(SESSION_HEADER);
}

/** `initialize`: begins a session, and names it when the handshake succeeded. The body has been read. */
export async function beginSession(
  body: string,
  request: Request,
  context: McpContext,
  ports: SessionPorts,
): Promise<Response> {
  const rejected = rejectForm(request);
  if (rejected) return rejected;
  const { id, name } = await mintSessionId(await ports.secret(), context.caller);
  const response = await askSession(ports, name, context, { method: 'POST', body, acceptsStream: false });
  if (!response.ok) return response;
  const answer = (await response.json()) as { result?: object };
  return Response.json(answer, { headers: answer.result ? { [SESSION_HEADER]: id } : {} });
}

/** A GET, POST or DELETE within a session. `body` is what a POST sent. */
export async function serveSession(
  request: Request,
  body: string | undefined,
  context: McpContext,
  ports: SessionPorts,
): Promise<Response> {
  const id = request.headers.get(SESSION_HEADER) ?? '';
  const name = await readSessionId(await ports.secret(), id, context.caller);
  if (name === undefined) return sessionNotFound();
  const rejected = rejectVersion(request);
  if (rejected) return rejected;
  if (request.method === 'GET') return resumeStream(request, name, context, ports);
  if (request.method === 'DELETE') return askSession(ports, name, context, { method: 'DELETE' });
  return postMessage(request, body, name, context, ports);
}

async function postMessage(
  request: Request,
  body: string | undefined,
  name: string,
  context: McpContext,
  ports: SessionPorts,
): Promise<Response> {
  const rejected = rejectForm(request);
  if (rejected) return rejected;
  const acceptsStream = accepts(request, EVENT_STREAM);
  const response = await askSession(ports, name, context, { method: 'POST', body, acceptsStream });
  return new Response(response.body, response);
}

/** The stream for what no request asked for, or the rest of an answer that the client was cut off from. */
async function resumeStream(
  request: Request,
  name: string,
  context: McpContext,
  ports: SessionPorts,
): Promise<Response> {
  if (!accepts(request, EVENT_STREAM))
    return errorResponse(406, `Not Acceptable: the client must accept ${EVENT_STREAM}`);
  const last = request.headers.get('Last-Event-ID');
  return openSessionStream(ports, name, context, { headers: last === null ? {} : { 'Last-Event-ID': last } });
}
