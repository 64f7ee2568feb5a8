import type { ChangeEvent, ChannelMessage } from '../../store/channel.js';
import type { Isolate } from '../../store/isolate.js';
import { mayHear } from '../listen/caller-view.js';
import { isAlive, sessionUser, type Session } from './session.js';
import { subscribedUris } from './subscriptions.js';
import { tellEvents } from './tell-events.js';
import { compareView } from './told-view.js';

/** Hears what `BundleDO` tells: a push, or what an operation changed, one after the other. `false` ends it. */
export function hearChange(session: Session, message: ChannelMessage): Promise<boolean> {
  const turn = session.hearing.then(() => hearNext(session, message));
  session.hearing = turn.catch(() => undefined);
  return turn;
}

async function hearNext(session: Session, message: ChannelMessage): Promise<boolean> {
  const opened = await session.open();
  if (!isAlive(session) || !opened.ok) return isAlive(session);
  if (message.type === 'events') await tellEvents(session, await wanted(session, opened.isolate, message.events));
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
