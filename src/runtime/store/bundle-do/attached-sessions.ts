import { log } from '../../log.js';
import type { ChannelMessage, SessionListener } from '../channel.js';
import { MAX_ATTACHED_SESSIONS, SESSION_FAN_OUT } from './bundle-do-limits.js';

type AttachedSession = { id: string; binding: string };

/** Remembers a session that wants to hear, with the binding that reaches it. Past the bound the one that came first is forgotten. */
export function attachSession(sql: SqlStorage, id: string, binding: string): void {
  sql.exec('INSERT INTO sessions (id, binding) VALUES (?, ?) ON CONFLICT (id) DO NOTHING', id, binding);
  sql.exec('DELETE FROM sessions WHERE rowid <= (SELECT MAX(rowid) FROM sessions) - ?', MAX_ATTACHED_SESSIONS);
}

/** Forgets a session. */
export function detachSession(sql: SqlStorage, id: string): void {
  sql.exec('DELETE FROM sessions WHERE id = ?', id);
}

/**
 * Tells every attached session, some at a time, and forgets those that are over. A session out of reach stays: it
 * compares what it last told its client with what is live when the client comes back.
 */
export async function tellSessions(sql: SqlStorage, env: object, message: ChannelMessage): Promise<void> {
  const rows = sql.exec<AttachedSession>('SELECT id, binding FROM sessions ORDER BY rowid').toArray();
  for (let from = 0; from < rows.length; from += SESSION_FAN_OUT) {
    await Promise.all(rows.slice(from, from + SESSION_FAN_OUT).map((row) => tellSession(sql, env, row, message)));
  }
}

async function tellSession(
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
