import * as miniflare from 'miniflare';
import { openStorage } from '../../../scripts/formats/storage.mjs';
import type { Release, ReleasedStorage, StoredObject } from './read-release.js';

/** What an old Worker left, as far as it is put back. */
export type KeptStorage = Partial<ReleasedStorage>;

/** The Durable Objects of a Worker. */
export type StoredObjects = Pick<ReleasedStorage, 'bundle' | 'sessions' | 'events'>;

/**
 * Puts what an old Worker left into the folder of a new one.
 * @param ahead how far the new one's clock, which alarms come by, is ahead of the machine's, in milliseconds
 */
export async function putBack(
  configuration: Release['configuration'],
  directory: string,
  storage: KeptStorage,
  ahead: number,
): Promise<void> {
  const opened = await openStorage(miniflare, configuration, directory);
  const onClock = (object: StoredObject) => ({ ...object, alarm: object.alarm === null ? null : object.alarm - ahead });
  const { bundle, sessions = [], events = [], audit, cache = [], nonces = [], blobs = [] } = storage;
  try {
    if (bundle) await opened.writeObject('BUNDLE', onClock(bundle));
    for (const each of sessions) await opened.writeObject('SESSIONS', onClock(each));
    for (const each of events) await opened.writeObject('EVENTS', onClock(each));
    if (audit) await opened.writeDatabase('AUDIT', audit);
    await opened.writeKeys('BUNDLE_CACHE', cache);
    await opened.writeKeys('REPLAY_NONCE', nonces);
    await opened.writeBucket('SKILL_DATA', blobs);
  } finally {
    await opened.close();
  }
}

/** Reads the objects that the release had, as they are now. */
export async function readObjects(
  configuration: Release['configuration'],
  directory: string,
  { bundle, sessions, events }: StoredObjects,
): Promise<StoredObjects> {
  const opened = await openStorage(miniflare, configuration, directory);
  const read = async (binding: string, { name }: StoredObject): Promise<StoredObject> =>
    opened.readObject(binding, name);
  try {
    return {
      bundle: await read('BUNDLE', bundle),
      sessions: await Promise.all(sessions.map((each) => read('SESSIONS', each))),
      events: await Promise.all(events.map((each) => read('EVENTS', each))),
    };
  } finally {
    await opened.close();
  }
}
