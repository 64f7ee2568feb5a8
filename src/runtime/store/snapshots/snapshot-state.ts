import type { BundleIndex } from '../../../contract/bundle/bundle-index.js';
import type { Head } from '../../../contract/push/push-messages.js';
import type { Snapshot } from '../../snapshot.js';
import type { CurrentAnswer } from '../bundle-store.js';
import type { Fit, StoredCopy } from './fit-copy.js';

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

/** What an isolate knows of what is live. */
export interface SnapshotState {
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

/** Nothing is known, and nobody was asked. */
export function initialSnapshotState(): SnapshotState {
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

/** Asks `BundleDO` once and takes what it answers; rejects only for a fault of ours. */
export async function refresh(
  ports: SnapshotPorts,
  state: SnapshotState,
  changed: (generation: number) => void,
): Promise<void> {
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
function isOutdated({ head }: CurrentAnswer, { known, epoch }: SnapshotState, askedIn: number): boolean {
  return epoch !== askedIn && known !== null && (head?.generation ?? 0) < known.generation;
}

/** Takes what `BundleDO` answered: nothing new, another head, or no head. */
async function adopt(ports: SnapshotPorts, state: SnapshotState, { head, generation }: CurrentAnswer): Promise<void> {
  if (generation) {
    const { index, ...rest } = generation;
    const opened = await open(ports, state, { ...rest, index: ports.decode(index) });
    // While this one was verified, a later question may have brought a newer head.
    if (state.known && state.known.generation > generation.generation) return;
    state.known = { generation: generation.generation, sha256: generation.sha256 };
    state.snapshot = opened ?? state.snapshot;
    state.unfit = opened ? null : generation.generation;
    state.besideHead = !opened;
    state.booted = false;
  } else if (!head && state.known) {
    // The object lost its storage. What is served goes on being served; the next push starts from it.
    [state.known, state.unfit, state.besideHead, state.booted] = [null, null, true, false];
  }
  if (!state.snapshot) await boot(ports, state);
}

/** Takes the first boot copy that fits; tried once, until the stored head changes. Returns whether one serves. */
async function boot(ports: SnapshotPorts, state: SnapshotState): Promise<boolean> {
  if (state.booted) return false;
  state.booted = true;
  for (const read of ports.bootCopies) {
    const copy = await read().catch((error: unknown) => {
      // Not there is an answer, out of reach is none: try again next time.
      state.booted = false;
      ports.warn('boot_copy_unreadable', String(error));
      return null;
    });
    const opened = copy && (await open(ports, state, copy));
    // While the copy was read, a push may have brought a head.
    if (state.snapshot) return true;
    if (opened) {
      [state.snapshot, state.besideHead] = [opened, true];
      return true;
    }
  }
  return false;
}

async function open(ports: SnapshotPorts, state: SnapshotState, copy: StoredCopy): Promise<Snapshot | null> {
  const fit = await ports.fit(copy);
  if (fit.ok) return ports.open(copy, fit.index);
  state.skipped = true;
  ports.warn('bundle_copy_skipped', `generation ${copy.generation}, ${copy.sha256}: ${fit.reason}`);
  return null;
}
