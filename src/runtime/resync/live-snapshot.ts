import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { fromUtf8 } from '../../contract/encoding/bytes.js';
import type { Head } from '../../contract/push/push-messages.js';
import type { Snapshot } from '../snapshot.js';
import type { PushContext } from './push-context.js';

/** What is served now, asked afresh; `null` when nothing is. */
export async function liveSnapshot({ isolate, waitUntil }: PushContext): Promise<Snapshot | null> {
  isolate.snapshots.expire();
  const outcome = await isolate.snapshots.current(waitUntil);
  return outcome.ok ? outcome.snapshot : null;
}

/** What this isolate serves, as a head. */
export async function servedHead({ isolate, waitUntil }: PushContext): Promise<Head | null> {
  const outcome = await isolate.snapshots.current(waitUntil);
  return outcome.ok ? { generation: outcome.snapshot.generation, sha256: outcome.snapshot.sha256 } : null;
}

/** The index of a bundle that was live a moment ago: from the snapshot, else from the store, which keeps it. */
export async function indexOf(
  head: Head | null,
  snapshot: Snapshot | null,
  { isolate }: PushContext,
): Promise<BundleIndex | null> {
  if (!head) return snapshot?.index ?? null;
  if (snapshot?.sha256 === head.sha256) return snapshot.index;
  const kept = await isolate.bindings.store.kept(head.sha256);
  return kept ? (JSON.parse(fromUtf8(kept.index)) as BundleIndex) : null;
}
