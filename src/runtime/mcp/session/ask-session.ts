import type { Caller } from '../../auth/caller.js';
import type { McpContext, SessionPorts } from '../context.js';
import { openSseWriter } from '../http/sse-writer.js';

/** What a Worker says to a session of each request; only Workers reach a session, so that it can be believed. */
export interface CallEnvelope {
  caller: Caller;
  requestId: string;
  /** `sse` for the transport of 2024-11-05, whose answers come over the stream. */
  transport: 'http' | 'sse';
  /** `false` when the client accepts JSON only; absent in calls of older Workers. */
  acceptsStream?: boolean;
}

/** How a request reaches a session. */
export interface SessionRequest extends RequestInit {
  headers?: Record<string, string>;
  transport?: CallEnvelope['transport'];
  acceptsStream?: boolean;
}

const HEADER = 'Frontmcp-Call';

/** Sends a request of a client to its session. `name` is the session's own, from its id. */
export async function askSession(
  { sessions }: SessionPorts,
  name: string,
  { caller, requestId }: McpContext,
  { transport = 'http', acceptsStream = true, ...init }: SessionRequest,
): Promise<Response> {
  const envelope: CallEnvelope = { caller, requestId, transport, acceptsStream };
  // A header holds ASCII only.
  const headers = { ...init.headers, [HEADER]: encodeURIComponent(JSON.stringify(envelope)) };
  const { namespace } = sessions;
  return namespace.get(namespace.idFromName(name)).fetch(new Request('https://session/', { ...init, headers }));
}

/** Reads the envelope. Throws when the Worker sent none, which is a fault of ours. */
export function readEnvelope(request: Request): CallEnvelope {
  return JSON.parse(decodeURIComponent(request.headers.get(HEADER) ?? '')) as CallEnvelope;
}

/**
 * Opens a stream to a session: the Worker holds the client's, and passes on what the session sends over a socket, so that the
 * session's object can be evicted while nothing happens.
 * @param first is written at once
 */
export async function openSessionStream(
  ports: SessionPorts,
  name: string,
  context: McpContext,
  { headers, transport }: SessionRequest,
  first = '',
): Promise<Response> {
  const upgrade = { Upgrade: 'websocket', ...headers };
  const response = await askSession(ports, name, context, { headers: upgrade, transport });
  const socket = response.webSocket;
  if (!socket) return response;
  const stream = openSseWriter(first, () => socket.close(1000));
  socket.addEventListener('message', ({ data }) => stream.write(String(data)));
  socket.addEventListener('close', stream.close);
  socket.addEventListener('error', stream.close);
  socket.accept();
  return stream.response;
}
