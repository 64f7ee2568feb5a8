import type { SkillUser } from '../../catalog/open-catalog.js';
import type { Isolate } from '../../store/snapshots/isolate.js';
import { SESSION_IDLE_MS, SESSION_SEEN_MS } from './session-limits.js';
import { sessionNotFound } from '../protocol-error.js';
import { isAlive, type Session } from './session.js';
import { SSE_STREAM } from './streams.js';

/** The session was used, by a caller whose rights may have changed since. */
export function touchSession(session: Session, { scopes, groups }: SkillUser): void {
  const { record, ctx } = session;
  record.set('user', JSON.stringify({ scopes, groups }));
  session.seen = Date.now();
  if (session.seen - Number(record.get('seen') ?? 0) < SESSION_SEEN_MS) return;
  record.set('seen', String(session.seen));
  void ctx.storage.setAlarm(session.seen + SESSION_IDLE_MS);
}

/** At its alarm: ends a session that nobody used; a client that still listens uses it. */
export async function expireSession(session: Session): Promise<void> {
  const { record, ctx } = session;
  const last = Math.max(session.seen, Number(record.get('seen') ?? 0));
  const left = ctx.getWebSockets().length > 0 ? SESSION_IDLE_MS : last + SESSION_IDLE_MS - Date.now();
  if (left > 0) return ctx.storage.setAlarm(Date.now() + left);
  const opened = await session.open();
  // A Worker that cannot open now ends the session another day.
  if (!opened.ok) return ctx.storage.setAlarm(Date.now() + SESSION_IDLE_MS);
  await closeSession(session, opened.isolate);
}

/** Ends a session: nobody tells it of changes any more, and nothing of it is kept. 404 when there is none. */
export async function closeSession(session: Session, { bindings }: Isolate): Promise<Response> {
  if (!isAlive(session)) return sessionNotFound();
  if (session.record.get('attached') !== undefined) await bindings.store.detach(session.ctx.id.toString());
  await session.events().clear();
  await forget(session);
  return new Response(null, { status: 200 });
}

/** A listener went away. The session of a 2024-11-05 client is its stream, and ends with it. */
export async function dropSocket(session: Session, socket: WebSocket): Promise<void> {
  socket.close();
  if (session.ctx.getTags(socket).includes(SSE_STREAM)) await forget(session);
}

async function forget({ ctx, running, streams }: Session): Promise<void> {
  running.forEach(({ end }) => end());
  streams.endAll();
  await ctx.storage.deleteAlarm();
  await ctx.storage.deleteAll();
}
