import type { Snapshot } from '../../snapshot.js';
import type { Serving } from '../bundle-store.js';
import { SNAPSHOT_FRESH_MS, SNAPSHOT_GRACE_MS } from './snapshot-limits.js';
import { initialSnapshotState, refresh, type SnapshotPorts, type SnapshotState } from './snapshot-state.js';

/** The current snapshot, or a sentence on why there is none. */
export type SnapshotOutcome = { ok: true; snapshot: Snapshot } | { ok: false; reason: string };

/** The snapshots of one isolate. */
export interface Snapshots {
  /**
   * The snapshot to answer with. Younger than 2 s it costs nothing, older it is compared with the head in `BundleDO`:
   * one hop, shared by concurrent requests.
   * @param keepAlive the `waitUntil` of the request, so that the shared hop outlives whoever began it
   */
  current(keepAlive: (work: Promise<unknown>) => void): Promise<SnapshotOutcome>;
  /** Makes the next request ask, for example after a push. */
  expire(): void;
  /** How the served snapshot relates to the stored head. */
  serving(): Serving;
  /** Calls back when another generation becomes active in this isolate; returns the function that ends it. */
  subscribe(listener: (generation: number) => void): () => void;
}

const REASONS = {
  nothingYet: 'No bundle is active yet: push one to start this Worker.',
  nothingFits: 'No stored bundle fits this Worker, as its log explains: push again.',
  outOfReach: 'The bundle store is out of reach.',
};

/** Two rounds: one that somebody else began too early to know of a push, and one of our own. */
const MAX_ROUNDS = 2;

/** Creates the snapshots of an isolate. */
export function createSnapshots(ports: SnapshotPorts): Snapshots {
  const state = initialSnapshotState();
  const listeners = new Set<(generation: number) => void>();
  let pending: Promise<void> | undefined;

  const round = async (keepAlive: (work: Promise<unknown>) => void): Promise<void> => {
    const work = (pending ??= refresh(ports, state, (generation) => notify(listeners, generation)));
    const done = work.finally(() => {
      if (pending === work) pending = undefined;
    });
    keepAlive(done);
    if (!(await ports.settles(done)) && pending === work) pending = undefined;
  };
  return {
    async current(keepAlive) {
      for (let rounds = 0; rounds < MAX_ROUNDS && ports.now() - state.askedAt >= SNAPSHOT_FRESH_MS; rounds += 1) {
        await round(keepAlive);
      }
      return outcome(state, ports.now());
    },
    expire() {
      state.epoch += 1;
      state.askedAt = -Infinity;
      pending = undefined;
    },
    serving() {
      const { snapshot, besideHead, unfit } = state;
      return {
        bootCopy: besideHead && snapshot ? { generation: snapshot.generation, sha256: snapshot.sha256 } : null,
        unfit,
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function outcome({ snapshot, confirmedAt, reached, skipped }: SnapshotState, now: number): SnapshotOutcome {
  if (snapshot && now - confirmedAt <= SNAPSHOT_GRACE_MS) return { ok: true, snapshot };
  if (!reached) return { ok: false, reason: REASONS.outOfReach };
  return { ok: false, reason: skipped ? REASONS.nothingFits : REASONS.nothingYet };
}

function notify(listeners: ReadonlySet<(generation: number) => void>, generation: number): void {
  for (const listener of listeners) {
    try {
      listener(generation);
    } catch {
      // One listener's fault must not keep the others from hearing.
    }
  }
}
