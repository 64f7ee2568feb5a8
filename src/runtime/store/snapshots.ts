import type { BundleIndex } from '../../contract/bundle/types.js';
import type { Head } from '../../contract/push/types.js';
import type { Snapshot } from '../snapshot.js';
import type { CurrentAnswer, Serving } from './bundle-store.js';
import { SNAPSHOT_FRESH_MS, SNAPSHOT_GRACE_MS } from './limits.js';
import type { Fit, StoredCopy } from './stored-copy.js';

/** What the snapshots of an isolate are made from. */
export interface SnapshotPorts {
  /** Asks `BundleDO`; rejects when it is out of reach. */
  current(known: number | null): Promise<CurrentAnswer>;
  /** Boot copies in boot order, read only when no head fits. */
  bootCopies: (() => Promise<StoredCopy | null>)[];
  decode(bytes: Uint8Array): string;
  fit(copy: StoredCopy): Promise<Fit>;
  open(copy: StoredCopy, index: BundleIndex): Snapshot;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits for work that may belong to another request: `false` when it did not settle in time. */
  settles(work: Promise<void>): Promise<boolean>;
  warn(event: string, reason: string): void;
}

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

interface State {
  snapshot: Snapshot | null;
  /** The stored head that was seen last, fitting or not. */
  known: Head | null;
  /** Whether the snapshot is served instead of the stored head. */
  besideHead: boolean;
  /** Generation of a stored head that does not fit. */
  unfit: number | null;
  /** Whether boot copies were read since the stored head changed. */
  booted: boolean;
  /** Whether a copy was found that does not fit. */
  skipped: boolean;
  /** Whether `BundleDO` answered when it was last asked. */
  reached: boolean;
  /** When `BundleDO` last answered, or when a boot copy was taken without it. */
  confirmedAt: number;
  /** When it was last asked. */
  askedAt: number;
  /** Counts up when what is being asked for is out of date before it arrives. */
  epoch: number;
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
  const state = initialState();
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
      return { bootCopy: besideHead && snapshot ? { generation: snapshot.generation, sha256: snapshot.sha256 } : null, unfit };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function initialState(): State {
  return {
    snapshot: null,
    known: null,
    besideHead: false,
    unfit: null,
    booted: false,
    skipped: false,
    reached: false,
    confirmedAt: -Infinity,
    askedAt: -Infinity,
    epoch: 0,
  };
}

function outcome({ snapshot, confirmedAt, reached, skipped }: State, now: number): SnapshotOutcome {
  if (snapshot && now - confirmedAt <= SNAPSHOT_GRACE_MS) return { ok: true, snapshot };
  if (!reached) return { ok: false, reason: REASONS.outOfReach };
  return { ok: false, reason: skipped ? REASONS.nothingFits : REASONS.nothingYet };
}

async function refresh(ports: SnapshotPorts, state: State, changed: (generation: number) => void): Promise<void> {
  const before = state.snapshot;
  // From the start of the hop, so that an answer that was long under way is not taken for fresh.
  const askedAt = ports.now();
  const { epoch } = state;
  try {
    const answer = await ports.current(state.known?.generation ?? null);
    state.reached = true;
    if (isOutdated(answer, state, epoch)) return;
    await adopt(ports, state, answer);
    state.confirmedAt = askedAt;
  } catch (error) {
    ports.warn('bundle_store_out_of_reach', String(error));
    state.reached = false;
    if (!state.snapshot && (await boot(ports, state))) state.confirmedAt = askedAt;
  }
  if (epoch === state.epoch) state.askedAt = askedAt;
  if (state.snapshot && before && state.snapshot.generation !== before.generation) changed(state.snapshot.generation);
}

/** Whether an answer was asked for before a push, and overtaken by a later one. */
function isOutdated({ head }: CurrentAnswer, { known, epoch }: State, askedIn: number): boolean {
  return epoch !== askedIn && known !== null && (head?.generation ?? 0) < known.generation;
}

/** Takes what `BundleDO` answered: nothing new, another head, or no head. */
async function adopt(ports: SnapshotPorts, state: State, { head, generation }: CurrentAnswer): Promise<void> {
  if (generation) {
    const { index, ...rest } = generation;
    const fits = await take(ports, state, { ...rest, index: ports.decode(index) });
    state.known = { generation: generation.generation, sha256: generation.sha256 };
    state.unfit = fits ? null : generation.generation;
    state.besideHead = !fits;
    state.booted = false;
  } else if (!head && state.known) {
    // The object lost its storage. What is served goes on being served; the next push starts from it.
    [state.known, state.unfit, state.besideHead, state.booted] = [null, null, true, false];
  }
  if (!state.snapshot) await boot(ports, state);
}

/** Takes the first boot copy that fits; tried once, until the stored head changes. Returns whether one serves. */
async function boot(ports: SnapshotPorts, state: State): Promise<boolean> {
  if (state.booted) return false;
  state.booted = true;
  for (const read of ports.bootCopies) {
    const copy = await read().catch((error: unknown) => {
      // Not there is an answer, out of reach is none: try again next time.
      state.booted = false;
      ports.warn('boot_copy_unreadable', String(error));
      return null;
    });
    if (copy && (await take(ports, state, copy))) {
      state.besideHead = true;
      return true;
    }
  }
  return false;
}

async function take(ports: SnapshotPorts, state: State, copy: StoredCopy): Promise<boolean> {
  const fit = await ports.fit(copy);
  if (!fit.ok) {
    state.skipped = true;
    ports.warn('bundle_copy_skipped', `generation ${copy.generation}, ${copy.sha256}: ${fit.reason}`);
    return false;
  }
  state.snapshot = ports.open(copy, fit.index);
  return true;
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
