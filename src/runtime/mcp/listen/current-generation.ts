import type { Snapshot } from '../../snapshot.js';
import type { Snapshots } from '../../store/snapshots.js';

/**
 * The snapshot after `BundleDO` told of a generation: the isolate asks again unless it has it already. `undefined` when
 * there is none to be had just now.
 */
export async function snapshotOf(
  snapshots: Snapshots,
  generation: number,
  keepAlive: (work: Promise<unknown>) => void,
): Promise<Snapshot | undefined> {
  const first = await snapshots.current(keepAlive);
  if (first.ok && first.snapshot.generation >= generation) return first.snapshot;
  snapshots.expire();
  const again = await snapshots.current(keepAlive);
  return again.ok ? again.snapshot : undefined;
}
