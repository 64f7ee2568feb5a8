import type { EventStore } from '../../../src/runtime/store/events/event-store.js';
import { applyBody, sendStatement } from '../../support/worker-client.js';
import { startTestWorkers, type ChangedLimits, type TestWorkers } from '../../support/worker-start.js';
import { until } from '../../support/worker-state.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';
import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { TOKEN } from '../mcp/shop.js';
import { COUNTED_CLASSES, COUNTING_ENTRY, type CountedSession, type Writes } from './counting-entry.js';
import { beginSession, type SessionClient } from './session-client.js';
import { ORDER_7, shopBundle } from './shop-bundle.js';

const REFUND = { name: 'codecall_invoke', arguments: { tool: 'acme.issueRefund', input: { id: '7', reason: 'late' } } };
const key = makeTestKey();
const started: TestWorkers[] = [];
let api: LoopbackApi;

beforeAll(async () => {
  api = await startApi();
  api.on('/orders/7/refunds', (_, response) => json(response, { done: true }));
});
afterEach(() => Promise.all(started.splice(0).map((workers) => workers.stop())));
afterAll(() => api.close());

/** A Worker whose objects count and can crash, with other limits where the shipped ones are hours. */
async function start(limits: ChangedLimits = {}) {
  const compiled = await shopBundle(api.url);
  const secrets = { TRUSTED_PUBKEY: key.publicPem, ACME_TOKEN: TOKEN };
  const statement = signTestStatement(key, 'embed', compiled);
  const worker = { compiled, statement, secrets, entry: COUNTING_ENTRY, ...COUNTED_CLASSES };
  const workers = await startTestWorkers([worker], undefined, limits);
  started.push(workers);
  const url = await workers.url();
  const stub = async (binding: string, name: string) => {
    const namespace = await workers.miniflare.getDurableObjectNamespace(binding);
    return namespace.get(namespace.idFromName(name)) as unknown;
  };
  const nameOf = ({ id }: SessionClient) => id.split('.')[0] ?? '';
  return {
    url,
    session: async (client: SessionClient) => (await stub('SESSIONS', nameOf(client))) as CountedSession,
    events: async (client: SessionClient) => {
      const sessions = await workers.miniflare.getDurableObjectNamespace('SESSIONS');
      return (await stub('EVENTS', sessions.idFromName(nameOf(client)).toString())) as EventStore;
    },
    writes: async () => (await (await fetch(`${url}/writes`)).json()) as Writes,
    async push(description: string): Promise<void> {
      const next = await shopBundle(api.url, (index) =>
        Object.assign(index.skills['find-order'] as object, { description }),
      );
      await sendStatement(url, signTestStatement(key, 'apply', next), { body: applyBody(next) });
    },
  };
}

test('a session that nobody uses ends by its alarm, and nothing of it is left', async () => {
  const { url, session, events, writes } = await start({ SESSION_IDLE_MS: 3000, SESSION_SEEN_MS: 1 });
  const client = await beginSession(url);
  await client.call('resources/subscribe', { uri: ORDER_7 });
  const [object, store] = [await session(client), await events(client)];
  expect(await store.append('own', 'kept for an hour')).toBe(1);
  await until(async () => (await object.keptKeys()).length === 0);
  expect((await writes()).alarms).toBeGreaterThan(0);
  expect(await store.newest()).toBe(0);
  expect(await client.call('tools/list')).toMatchObject({ error: { code: -32001 } });
  expect(await object.keptKeys()).toEqual([]);
});

test('a client that listens uses its session, for as long as it listens', async () => {
  const { url, session, writes } = await start({ SESSION_IDLE_MS: 300, SESSION_SEEN_MS: 1 });
  const client = await beginSession(url);
  const stream = await client.listen();
  await stream.next();
  await until(async () => (await writes()).alarms >= 3);
  expect(await (await session(client)).keptKeys()).toContain('initialize');
  expect(await client.call('ping')).toMatchObject({ result: {} });
  stream.cut();
});

test('a session goes on when its object is gone from memory: client, subscriptions and place in the stream', async () => {
  const { url, session, writes } = await start();
  const client = await beginSession(url);
  await client.call('resources/subscribe', { uri: ORDER_7 });
  const stream = await client.listen();
  const primed = await stream.next();
  await (await session(client)).crash().catch(() => undefined);
  expect(await stream.next()).toBeUndefined();
  expect(await client.call('tools/call', REFUND)).toMatchObject({ result: { structuredContent: { ok: true } } });
  const resumed = await client.listen(primed?.id);
  expect(await resumed.nextMessage()).toMatchObject({
    method: 'notifications/resources/updated',
    params: { uri: ORDER_7 },
  });
  expect((await writes()).sessions).toBe(2);
  resumed.cut();
});

test('a stream outlives the eviction of its object, which sleeps while nothing happens', async () => {
  const { url, writes, push } = await start();
  const client = await beginSession(url);
  const stream = await client.listen();
  // Longer than workerd keeps an object that nobody asks.
  await stream.keptOpen();
  expect((await writes()).sessions).toBe(1);
  await push('Pushed while the session slept.');
  expect(await stream.until('notifications/resources/list_changed')).toBeDefined();
  expect((await writes()).sessions).toBe(2);
  stream.cut();
});

test('a push costs a session whose client does not listen nothing, and is told when it does', async () => {
  const { url, session, events, push } = await start();
  const client = await beginSession(url);
  await client.call('resources/subscribe', { uri: ORDER_7 });
  expect(await (await session(client)).keptKeys()).toContain('attached');
  await push('Pushed while nobody listened.');
  await push('And pushed again.');
  const store = await events(client);
  expect(await store.newest()).toBe(0);
  const stream = await client.listen();
  expect(await stream.until('notifications/resources/list_changed')).toBeDefined();
  expect(await stream.until('notifications/prompts/list_changed')).toBeDefined();
  expect(await store.newest()).toBe(2);
  stream.cut();
});

test('what changed before a client listens is told when it does, once', async () => {
  const { url, events } = await start();
  const client = await beginSession(url);
  await client.call('resources/subscribe', { uri: ORDER_7 });
  await client.call('tools/call', REFUND);
  const store = await events(client);
  await until(async () => (await store.newest()) > 0);
  const stream = await client.listen();
  expect(await stream.nextMessage()).toMatchObject({
    method: 'notifications/resources/updated',
    params: { uri: ORDER_7 },
  });
  stream.cut();
  const again = await client.listen();
  expect((await again.next())?.data).toBe('');
  await client.call('tools/call', REFUND);
  expect(await again.nextMessage()).toMatchObject({ method: 'notifications/resources/updated', eventId: 'own.2' });
  again.cut();
});

test('events are forgotten when they are an hour old, by the alarm too', async () => {
  const { url, events } = await start({ EVENT_AGE_MS: 400 });
  const store = await events(await beginSession(url));
  const first = await store.append('own', 'old');
  expect(await store.after('own', 0)).toEqual([{ seq: first, data: 'old' }]);
  await until(async () => (await store.newest()) === 0);
  const second = await store.append('own', 'new');
  expect(second).toBe(first + 1);
  expect(await store.after('own', 0)).toEqual([{ seq: second, data: 'new' }]);
});
