import type { EventStore } from '../../../src/runtime/store/events/event-store.js';
import { makeTestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { makeTestKey } from '../../support/worker-statements.js';

let workers: TestWorkers;

beforeAll(async () => {
  workers = await startTestWorkers([
    { compiled: await makeTestBundle(), secrets: { TRUSTED_PUBKEY: makeTestKey().publicPem } },
  ]);
});
afterAll(() => workers.stop());

async function openStore(name: string): Promise<EventStore> {
  const namespace = await workers.miniflare.getDurableObjectNamespace('EVENTS');
  return namespace.get(namespace.idFromName(name)) as unknown as EventStore;
}

test('keeps the newest 256 events, with numbers that are never given twice', async () => {
  const store = await openStore('count');
  for (let number = 1; number <= 260; number += 1) await store.append('own', String(number));
  const kept = await store.after('own', 0);
  expect(kept).toHaveLength(256);
  expect(kept[0]).toEqual({ seq: 5, data: '5' });
  expect(await store.newest()).toBe(260);
});

test('keeps at most 4 MiB, and nothing of an event above 512 KiB', async () => {
  const store = await openStore('bytes');
  const half = 'x'.repeat(500 * 1024);
  for (let number = 0; number < 12; number += 1) await store.append('own', half);
  expect(await store.after('own', 0)).toHaveLength(8);
  expect(await store.append('own', 'x'.repeat(600 * 1024))).toBe(0);
});

test('tells the streams of a session apart, and forgets all of them with it', async () => {
  const store = await openStore('streams');
  await store.append('one', 'first');
  await store.append('two', 'second');
  expect(await store.after('two', 0)).toEqual([{ seq: 2, data: 'second' }]);
  await store.clear();
  expect(await store.after('one', 0)).toEqual([]);
});
