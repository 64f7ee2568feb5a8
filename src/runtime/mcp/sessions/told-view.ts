import { sha256Hex } from '../../../contract/encoding/digest.js';
import type { Isolate } from '../../store/isolate.js';
import { callerView, changedLists, type CallerView } from '../listen/caller-view.js';
import { snapshotOf } from '../listen/current-generation.js';
import { isAlive, isHeard, sessionUser, type Session } from './session.js';
import { tellEvents } from './tell-events.js';

/** Remembers what a client sees when its session begins: from here on it is told what differs. */
export async function keepView(session: Session, view: CallerView): Promise<void> {
  remember(session, await viewDigests(view));
}

/**
 * Tells what differs from what the client was told last. Remembered afterwards: told twice is better than never. Nothing
 * is told and kept where nobody listens: whoever comes back is told then.
 */
export async function compareView(session: Session, { snapshots }: Isolate, generation: number): Promise<void> {
  if (!isHeard(session)) return;
  const snapshot = await snapshotOf(snapshots, generation, session.waitUntil);
  if (!snapshot) return;
  const before = JSON.parse(session.record.get('view') ?? 'null') as CallerView | null;
  const after = await viewDigests(callerView(snapshot, sessionUser(session)));
  if (before) await tellEvents(session, changedLists(before, after));
  remember(session, after);
}

function remember(session: Session, digests: CallerView): void {
  if (isAlive(session)) session.record.set('view', JSON.stringify(digests));
}

async function viewDigests({ skills, operations }: CallerView): Promise<CallerView> {
  return { skills: await sha256Hex(skills), operations: await sha256Hex(operations) };
}
