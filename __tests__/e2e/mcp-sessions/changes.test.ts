import { Client, SSEClientTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { applyBody, sendStatement } from '../../support/worker-client.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';
import type { TestBundle } from '../../support/worker-bundles.js';
import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { TOKEN } from '../mcp/shop.js';
import { beginSession } from './session-client.js';
import { ORDER_7, shopBundle } from './shop-bundle.js';

const key = makeTestKey();
const MODERN = { versionNegotiation: { mode: 'auto' as const } };
const REFUND = { name: 'codecall_invoke', arguments: { tool: 'acme.issueRefund', input: { id: '7', reason: 'late' } } };
let workers: TestWorkers;
let api: LoopbackApi;
let bundle: TestBundle;
let texts = 0;
const clients: Client[] = [];

beforeAll(async () => {
  api = await startApi();
  api.on('/orders/7/refunds', (_, response) => json(response, { done: true }));
  bundle = await shopBundle(api.url);
  const secrets = { TRUSTED_PUBKEY: key.publicPem, ACME_TOKEN: TOKEN };
  const statement = signTestStatement(key, 'embed', bundle);
  workers = await startTestWorkers([
    { name: 'one', compiled: bundle, statement, secrets },
    { name: 'two', compiled: bundle, statement, secrets, sharesStoreOf: 'one' },
  ]);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await workers.stop();
  await api.close();
});

/** An official client that notes which lists it heard of, and which resources. */
async function listener(worker: string, options: object = {}) {
  const heard: string[] = [];
  const waiting: (() => void)[] = [];
  const note = (what: string) => {
    heard.push(what);
    waiting.splice(0).forEach((wake) => wake());
  };
  const onChanged = (what: string) => ({ onChanged: () => note(what), autoRefresh: false, debounceMs: 0 });
  const client = new Client(
    { name: 'test', version: '1' },
    { ...options, listChanged: { resources: onChanged('resources'), prompts: onChanged('prompts') } },
  );
  client.setNotificationHandler('notifications/resources/updated', ({ params }) => note(params.uri));
  await client.connect(new StreamableHTTPClientTransport(new URL(`${await workers.url(worker)}/mcp`)));
  clients.push(client);
  const hears = async (what: string, times = 1): Promise<void> => {
    while (heard.filter((each) => each === what).length < times)
      await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return { client, heard, hears };
}

/** Pushes a bundle whose skill has another text. */
async function push(worker: string): Promise<void> {
  const next = await shopBundle(api.url, (index) => {
    const skill = index.skills['find-order'];
    if (skill) skill.description = `Find an order, version ${(texts += 1)}.`;
  });
  const { body } = await sendStatement(await workers.url(worker), signTestStatement(key, 'apply', next), {
    body: applyBody(next),
  });
  expect(body).toMatchObject({ status: 'applied' });
}

test.each([
  ['2026-07-28', MODERN],
  ['the generations with sessions', {}],
])('in %s, clients of two isolates hear of a push to one of them, and see it', async (_, options) => {
  const listeners = [await listener('one', options), await listener('two', options)];
  await push('one');
  await Promise.all(listeners.flatMap(({ hears }) => [hears('resources'), hears('prompts')]));
  for (const { client } of listeners) {
    const { resources } = await client.listResources();
    expect(JSON.stringify(resources)).toContain(`version ${texts}.`);
  }
});

test('a push of what is live already is told to nobody', async () => {
  const { heard, hears } = await listener('two', MODERN);
  await push('one');
  await hears('prompts');
  const live = await shopBundle(api.url, (index) => {
    const skill = index.skills['find-order'];
    if (skill) skill.description = `Find an order, version ${texts}.`;
  });
  const { body } = await sendStatement(await workers.url('one'), signTestStatement(key, 'apply', live), {
    body: applyBody(live),
  });
  expect(body.status).toBe('unchanged');
  await push('one');
  await hears('prompts', 2);
  expect(heard.filter((what) => what === 'prompts')).toHaveLength(2);
});

test('a successful operation tells subscribers of exactly its resource, once, in every isolate', async () => {
  const [first, second] = [await beginSession(await workers.url('one')), await beginSession(await workers.url('two'))];
  expect(await first.call('resources/subscribe', { uri: ORDER_7 })).toMatchObject({ result: {} });
  expect(await second.call('resources/subscribe', { uri: 'mcp+op://acme/orders/8' })).toMatchObject({ result: {} });
  const [own, other] = [await first.listen(), await second.listen()];
  const { client } = await listener('two');
  expect((await client.callTool(REFUND)).isError).toBeFalsy();
  await push('two');
  expect(await own.nextMessage()).toMatchObject({
    method: 'notifications/resources/updated',
    params: { uri: ORDER_7 },
  });
  expect(await own.nextMessage()).toMatchObject({ method: 'notifications/resources/list_changed' });
  expect(await other.nextMessage()).toMatchObject({ method: 'notifications/resources/list_changed' });
  own.cut();
  other.cut();
});

test('the transport of 2024-11-05 works from hello to goodbye', async () => {
  const client = new Client({ name: 'old', version: '1' });
  await client.connect(new SSEClientTransport(new URL(`${await workers.url('one')}/sse`)));
  clients.push(client);
  expect((await client.listTools()).tools.length).toBeGreaterThan(3);
  expect((await client.callTool(REFUND)).isError).toBeFalsy();
});
