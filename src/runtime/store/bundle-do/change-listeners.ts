import { log } from '../../log.js';
import { LISTENER_HEADER, type ChannelMessage, type SessionListener } from '../channel.js';
import { MAX_ATTACHED_SESSIONS, MAX_LISTENERS, MAX_LISTENERS_PER_CALLER, SESSION_FAN_OUT } from './bundle-do-limits.js';

/**
 * Accepts a listener: a WebSocket that costs nothing while nothing happens, as the object may be evicted meanwhile. It hears
 * at once which generation is live, so that nothing is missed between asking and listening. Answers 429 to a caller
 * who holds too many.
 */
export function acceptListener(ctx: DurableObjectState, request: Request, generation: number): Response {
  const listener = request.headers.get(LISTENER_HEADER) ?? '';
  if (request.headers.get('Upgrade') !== 'websocket' || listener === '') return new Response(null, { status: 426 });
  const isFull =
    ctx.getWebSockets(listener).length >= MAX_LISTENERS_PER_CALLER || ctx.getWebSockets().length >= MAX_LISTENERS;
  if (isFull) return new Response(null, { status: 429 });
  const { 0: client, 1: server } = new WebSocketPair();
  ctx.acceptWebSocket(server, [listener]);
  server.send(JSON.stringify({ type: 'head', generation } satisfies ChannelMessage));
  return new Response(null, { status: 101, webSocket: client });
}

/** Notifies every listener. One that is gone is not an error: its isolate learns of it by the close. */
export function notifyListeners(ctx: DurableObjectState, message: ChannelMessage): void {
  const text = JSON.stringify(message);
  for (const socket of ctx.getWebSockets()) {
    try {
      socket.send(text);
    } catch {
      socket.close(1011, 'gone');
    }
  }
}

type AttachedSession = { id: string; binding: string };

/** Attaches a session, with the binding that reaches it. Past the bound the oldest is detached. */
export function attachSession(sql: SqlStorage, id: string, binding: string): void {
  sql.exec('INSERT INTO sessions (id, binding) VALUES (?, ?) ON CONFLICT (id) DO NOTHING', id, binding);
  sql.exec('DELETE FROM sessions WHERE rowid <= (SELECT MAX(rowid) FROM sessions) - ?', MAX_ATTACHED_SESSIONS);
}

/** Detaches a session. */
export function detachSession(sql: SqlStorage, id: string): void {
  sql.exec('DELETE FROM sessions WHERE id = ?', id);
}

/**
 * Notifies every attached session, some at a time, and forgets those that are over. A session out of reach stays: when
 * its client comes back, it compares what it last sent with what is live.
 */
export async function notifySessions(sql: SqlStorage, env: object, message: ChannelMessage): Promise<void> {
  const rows = sql.exec<AttachedSession>('SELECT id, binding FROM sessions ORDER BY rowid').toArray();
  for (let from = 0; from < rows.length; from += SESSION_FAN_OUT) {
    await Promise.all(rows.slice(from, from + SESSION_FAN_OUT).map((row) => notifySession(sql, env, row, message)));
  }
}

async function notifySession(
  sql: SqlStorage,
  env: object,
  { id, binding }: AttachedSession,
  message: ChannelMessage,
): Promise<void> {
  try {
    const namespace = (env as Record<string, DurableObjectNamespace>)[binding] as DurableObjectNamespace;
    const session = namespace.get(namespace.idFromString(id)) as unknown as SessionListener;
    if (!(await session.hear(message))) detachSession(sql, id);
  } catch (error) {
    log('warning', 'session_out_of_reach', { reason: String(error) });
  }
}
