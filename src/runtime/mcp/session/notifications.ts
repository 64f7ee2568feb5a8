import { sha256Hex } from '../../../contract/encoding/digest.js';
import type { SkillUser } from '../../catalog/open-catalog.js';
import type { Snapshot } from '../../snapshot.js';
import type { ChangeEvent, ChannelMessage } from '../../store/channel.js';
import type { Isolate } from '../../store/snapshots/isolate.js';
import {
  callerView,
  changedLists,
  changeNotification,
  mayHear,
  type CallerView,
} from '../subscriptions/caller-view.js';
import { snapshotOf } from '../subscriptions/change-feed.js';
import { isAlive, isHeard, ownStream, sessionUser, type Session } from './session.js';
import { subscribedUris } from './subscriptions.js';

/** Asks `BundleDO` to notify the session of changes, once in its life. Rejects when `BundleDO` is out of reach. */
export async function attachSession(session: Session, { bindings }: Isolate): Promise<void> {
  const { record, ctx } = session;
  if (record.get('attached') !== undefined || !bindings.sessions || !isAlive(session)) return;
  // Many may want it at once; one asks.
  session.attaching ??= bindings.store
    .attach(ctx.id.toString(), bindings.sessions.name)
    .then(() => isAlive(session) && record.set('attached', 'yes'))
    .finally(() => (session.attaching = undefined));
  await session.attaching;
}

/** Receives what `BundleDO` announces: a push, or what an operation changed, one after the other. `false` ends it. */
export function receiveChange(session: Session, message: ChannelMessage): Promise<boolean> {
  const turn = session.receiving.then(() => receiveNext(session, message));
  session.receiving = turn.catch(() => undefined);
  return turn;
}

async function receiveNext(session: Session, message: ChannelMessage): Promise<boolean> {
  const opened = await session.open();
  if (!isAlive(session) || !opened.ok) return isAlive(session);
  if (message.type === 'events') await sendChanges(session, await wanted(session, opened.isolate, message.events));
  else await compareView(session, opened.isolate, message.generation);
  return true;
}

/** The events that the client asked for and may know of. */
async function wanted(
  session: Session,
  { snapshots }: Isolate,
  events: readonly ChangeEvent[],
): Promise<ChangeEvent[]> {
  const uris = subscribedUris(session.record);
  const asked = events.filter((event) => event.kind !== 'resource_updated' || uris.has(event.uri));
  if (asked.length === 0) return [];
  const current = await snapshots.current(session.waitUntil);
  return current.ok ? asked.filter((event) => mayHear(event, current.snapshot, sessionUser(session))) : [];
}

/**
 * Sends changes to the client. Where nobody listens, a client that opens a stream of its own later gets them from here on,
 * without knowing an event id.
 */
async function sendChanges(session: Session, events: readonly ChangeEvent[]): Promise<void> {
  const { record, streams } = session;
  if (events.length > 0 && !isHeard(session) && !record.get('missed'))
    record.set('missed', String(await session.events().newest()));
  for (const event of events) await streams.send(ownStream(session), changeNotification(event));
}

/** Remembers what a client sees when its session begins: from here on it is notified of what differs. */
export async function keepView(session: Session, snapshot: Snapshot, user: SkillUser): Promise<void> {
  remember(session, await viewDigests(snapshot, user));
}

/**
 * Sends what differs from the last view that the client was notified of. Remembered afterwards: twice is better than never.
 * Nothing is sent and kept where nobody listens: a client that comes back gets it then.
 */
async function compareView(session: Session, { snapshots }: Isolate, generation: number): Promise<void> {
  if (!isHeard(session)) return;
  const snapshot = await snapshotOf(snapshots, generation, session.waitUntil);
  if (!snapshot) return;
  const before = JSON.parse(session.record.get('view') ?? 'null') as CallerView | null;
  const after = await viewDigests(snapshot, sessionUser(session));
  if (before) await sendChanges(session, changedLists(before, after));
  remember(session, after);
}

function remember(session: Session, digests: CallerView): void {
  if (isAlive(session)) session.record.set('view', JSON.stringify(digests));
}

async function viewDigests(snapshot: Snapshot, user: SkillUser): Promise<CallerView> {
  const { skills, operations } = callerView(snapshot, user);
  return { skills: await sha256Hex(skills), operations: await sha256Hex(operations) };
}
