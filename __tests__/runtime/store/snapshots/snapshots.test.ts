import type { StoredGeneration } from '../../../../src/runtime/store/bundle-store.js';
import type { SnapshotPorts } from '../../../../src/runtime/store/snapshots/snapshot-state.js';
import { createSnapshots, type Snapshots } from '../../../../src/runtime/store/snapshots/snapshots.js';
import type { StoredCopy } from '../../../../src/runtime/store/snapshots/fit-copy.js';

/** A store, a clock and boot copies that a test moves. */
interface World {
  head: StoredGeneration | null;
  reachable: boolean;
  now: number;
  /** Generations that do not fit. */
  unfit: Set<number>;
  kv: StoredCopy | null | 'unreadable';
  compiled: StoredCopy | null;
  hops: number;
  fits: number;
  /** Holds the next verification. */
  slowFit?: Promise<void>;
  /** Holds the answer to the next question. */
  slowHop?: Promise<void>;
  release: () => void;
}

const stored = (generation: number): StoredGeneration => ({
  generation,
  sha256: `digest-${generation}`,
  statement: 'statement',
  appliedAt: '2026-11-21T00:00:00.000Z',
  index: new Uint8Array(0),
});
const copy = (generation: number): StoredCopy => ({ ...stored(generation), index: '{}' });

function start(changes: Partial<World> = {}): {
  world: World;
  snapshots: Snapshots;
  generation: () => Promise<number | string>;
} {
  const world: World = {
    head: null,
    reachable: true,
    now: 1_000_000,
    unfit: new Set(),
    kv: null,
    compiled: null,
    hops: 0,
    fits: 0,
    release: () => undefined,
    ...changes,
  };
  const ports: SnapshotPorts = {
    current: async (known) => {
      world.hops += 1;
      if (!world.reachable) throw new Error('out of reach');
      const { head, slowHop } = world;
      await slowHop;
      const heads = head && { generation: head.generation, sha256: head.sha256 };
      return head && head.generation !== known ? { head: heads, generation: head } : { head: heads };
    },
    bootCopies: [
      async () => {
        if (world.kv === 'unreadable') throw new Error('KV is away');
        return world.kv;
      },
      async () => world.compiled,
    ],
    decode: () => '{}',
    fit: async ({ generation }) => {
      world.fits += 1;
      await world.slowFit;
      return world.unfit.has(generation) ? { ok: false, reason: 'it does not' } : { ok: true, index: {} as never };
    },
    open: ({ generation, sha256 }) => ({ generation, sha256 }) as never,
    now: () => world.now,
    settles: async (work) => work.then(() => true),
    warn: () => undefined,
  };
  const snapshots = createSnapshots(ports);
  const generation = async (): Promise<number | string> => {
    const outcome = await snapshots.current(() => undefined);
    return outcome.ok ? outcome.snapshot.generation : outcome.reason;
  };
  return { world, snapshots, generation };
}

describe('a snapshot', () => {
  test('younger than two seconds costs no question, an older one costs one', async () => {
    const { world, generation } = start({ head: stored(1) });
    expect(await generation()).toBe(1);
    world.head = stored(2);
    world.now += 1999;
    expect(await generation()).toBe(1);
    expect(world.hops).toBe(1);
    world.now += 1;
    expect(await generation()).toBe(2);
    expect(world.hops).toBe(2);
  });

  test('is verified once, not at every question', async () => {
    const { world, generation } = start({ head: stored(1) });
    for (let round = 0; round < 5; round += 1) {
      expect(await generation()).toBe(1);
      world.now += 3000;
    }
    expect({ hops: world.hops, fits: world.fits }).toEqual({ hops: 5, fits: 1 });
  });

  test('is asked for once by requests that come together', async () => {
    const { world, generation } = start({ head: stored(1) });
    expect(await Promise.all([generation(), generation(), generation()])).toEqual([1, 1, 1]);
    expect(world.hops).toBe(1);
  });

  test('is asked for again after a push, though it is young, and by whoever asked before it', async () => {
    const { world, snapshots, generation } = start({ head: stored(1) });
    const early = generation();
    snapshots.expire();
    world.head = stored(2);
    expect(await early).toBe(2);
    world.head = stored(3);
    snapshots.expire();
    expect(await generation()).toBe(3);
  });

  test('is not taken for lost by an answer from before the first push', async () => {
    const { world, snapshots, generation } = start();
    world.slowHop = new Promise((resolve) => (world.release = resolve));
    const early = generation();
    snapshots.expire();
    world.slowHop = undefined;
    world.head = stored(1);
    expect(await generation()).toBe(1);
    world.release();
    expect(await early).toBe(1);
    expect(snapshots.serving()).toEqual({ bootCopy: null, unfit: null });
  });
});

describe('while pushes rain', () => {
  test('a new isolate is answered, though every question it asks is overtaken', async () => {
    const { world, snapshots, generation } = start({ head: stored(1) });
    const answers: (number | string)[] = [];
    for (let next = 2; next < 6; next += 1) {
      const asking = generation();
      snapshots.expire();
      world.head = stored(next);
      answers.push(await asking);
    }
    for (const answer of answers) expect(answer).toEqual(expect.any(Number));
    expect([...answers].sort()).toEqual(answers);
  });
});

test('a boot copy that arrives after the first push does not replace it', async () => {
  const { world, snapshots, generation } = start({ compiled: copy(0) });
  const booting = generation();
  snapshots.expire();
  world.head = stored(1);
  expect(await Promise.all([generation(), booting])).toEqual([1, 1]);
  world.now += 2000;
  expect(await generation()).toBe(1);
});

test('a head whose verification takes longer than that of a newer one does not replace it', async () => {
  const { world, snapshots, generation } = start({ head: stored(1) });
  world.slowFit = new Promise((resolve) => (world.release = resolve));
  const slow = generation();
  await Promise.resolve();
  snapshots.expire();
  world.slowFit = undefined;
  world.head = stored(2);
  expect(await generation()).toBe(2);
  world.release();
  expect(await slow).toBe(2);
  world.now += 2000;
  expect(await generation()).toBe(2);
});

describe('boots', () => {
  test('with the head before the copy in KV before the compiled-in one', async () => {
    const copies = { kv: copy(5), compiled: copy(0) };
    expect(await start({ head: stored(7), ...copies }).generation()).toBe(7);
    expect(await start(copies).generation()).toBe(5);
    expect(await start({ ...copies, kv: null }).generation()).toBe(0);
  });

  test('past every copy that does not fit', async () => {
    const copies = { head: stored(7), kv: copy(5), compiled: copy(0) };
    expect(await start({ ...copies, unfit: new Set([7]) }).generation()).toBe(5);
    expect(await start({ ...copies, unfit: new Set([7, 5]) }).generation()).toBe(0);
    expect(await start({ ...copies, unfit: new Set([7, 5, 0]) }).generation()).toBe(
      'No stored bundle fits this Worker, as its log explains: push again.',
    );
  });

  test('with nothing, and says so', async () => {
    expect(await start().generation()).toBe('No bundle is active yet: push one to start this Worker.');
  });

  test('without asking again for boot copies that were not there', async () => {
    const { world, generation } = start();
    await generation();
    world.kv = copy(5);
    world.now += 3000;
    expect(await generation()).toBe('No bundle is active yet: push one to start this Worker.');
  });

  test('once more with a copy that could not be read', async () => {
    const { world, generation } = start({ kv: 'unreadable' });
    await generation();
    world.kv = copy(5);
    world.now += 3000;
    expect(await generation()).toBe(5);
  });

  test('with the first push that comes', async () => {
    const { world, generation } = start();
    await generation();
    world.head = stored(1);
    world.now += 2000;
    expect(await generation()).toBe(1);
  });
});

describe('out of reach of the store', () => {
  test('the last snapshot serves for 60 seconds, then nothing, until it is back', async () => {
    const { world, generation } = start({ head: stored(1) });
    await generation();
    world.reachable = false;
    world.now += 60_000;
    expect(await generation()).toBe(1);
    world.now += 2001;
    expect(await generation()).toBe('The bundle store is out of reach.');
    world.reachable = true;
    world.now += 2000;
    expect(await generation()).toBe(1);
  });

  test('it is asked every two seconds, not by every request', async () => {
    const { world, generation } = start({ head: stored(1) });
    await generation();
    world.reachable = false;
    world.now += 2000;
    await generation();
    await generation();
    expect(world.hops).toBe(2);
  });

  test('a boot copy serves for 60 seconds', async () => {
    const { world, generation } = start({ reachable: false, kv: copy(5) });
    expect(await generation()).toBe(5);
    world.now += 60_001;
    expect(await generation()).toBe('The bundle store is out of reach.');
  });

  test('without any copy there is nothing to serve, for that reason', async () => {
    expect(await start({ reachable: false }).generation()).toBe('The bundle store is out of reach.');
  });
});

describe('a head that does not fit', () => {
  test('leaves what is served as it is, and is remembered for the next push', async () => {
    const { world, snapshots, generation } = start({ head: stored(1), unfit: new Set([2]) });
    await generation();
    expect(snapshots.serving()).toEqual({ bootCopy: null, unfit: null });
    world.head = stored(2);
    world.now += 2000;
    expect(await generation()).toBe(1);
    expect(snapshots.serving()).toEqual({ bootCopy: { generation: 1, sha256: 'digest-1' }, unfit: 2 });
    world.head = stored(3);
    world.now += 2000;
    expect(await generation()).toBe(3);
    expect(snapshots.serving()).toEqual({ bootCopy: null, unfit: null });
  });

  test('that was lost with its store does not stop what is served', async () => {
    const { world, snapshots, generation } = start({ head: stored(4) });
    await generation();
    world.head = null;
    world.now += 2000;
    expect(await generation()).toBe(4);
    expect(snapshots.serving()).toEqual({ bootCopy: { generation: 4, sha256: 'digest-4' }, unfit: null });
  });
});

describe('listeners', () => {
  test('hear of another generation once, and one that throws does not silence the others', async () => {
    const { world, snapshots, generation } = start({ head: stored(1) });
    const heard: number[] = [];
    snapshots.subscribe(() => {
      throw new Error('listener');
    });
    const end = snapshots.subscribe((each) => heard.push(each));
    await generation();
    world.head = stored(2);
    world.now += 2000;
    await Promise.all([generation(), generation()]);
    end();
    world.head = stored(3);
    world.now += 2000;
    await generation();
    expect(heard).toEqual([2]);
  });
});
