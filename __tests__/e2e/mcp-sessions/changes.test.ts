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

test.each([
  ['2026-07-28', MODERN],
  ['the generations with sessions', {}],
])(
  'in %s, the official client subscribes to a resource, hears of it once from another isolate, and of no other',
  async (_, options) => {
    const { client, heard, hears } = await listener('one', options);
    const other = await listener('two');
    // Once it hears of something, its stream is open.
    await push('one');
    await hears('prompts');
    const isModern = client.getNegotiatedProtocolVersion() === '2026-07-28';
    const subscription = isModern ? await client.listen({ resourceSubscriptions: [ORDER_7] }) : undefined;
    if (!isModern) await client.subscribeResource({ uri: ORDER_7 });
    expect(subscription?.honoredFilter.resourceSubscriptions ?? [ORDER_7]).toEqual([ORDER_7]);
    api.on('/orders/8/refunds', (__, response) => json(response, { done: true }));
    const refund = (id: string) =>
      other.client.callTool({ ...REFUND, arguments: { ...REFUND.arguments, input: { id, reason: 'late' } } });
    await refund('8');
    await refund('7');
    await hears(ORDER_7);
    await (isModern ? subscription?.close() : client.unsubscribeResource({ uri: ORDER_7 }));
    await refund('7');
    // What comes after it has been heard, so that it would have been too.
    await push('two');
    await hears('prompts', 2);
    expect(heard.filter((what) => what.startsWith('mcp+op:'))).toEqual([ORDER_7]);
  },
);

test.each([
  ['2026-07-28', MODERN],
  ['the generations with sessions', {}],
])('in %s, a cursor of a list that a push has changed is refused, and says what to do', async (_, options) => {
  const many = (description: string) =>
    shopBundle(api.url, ({ skills }) => {
      const skill = skills['find-order'];
      for (let number = 0; number < 120; number += 1)
        Object.assign(skills, { [`copy-${number}`]: { ...skill, description } });
    });
  const apply = async (next: TestBundle) =>
    sendStatement(await workers.url('one'), signTestStatement(key, 'apply', next), { body: applyBody(next) });
  await apply(await many(`before ${(texts += 1)}`));
  const { client, hears } = await listener('one', options);
  const page = await client.request({ method: 'prompts/list', params: {} });
  expect([page.prompts.length, page.nextCursor]).toEqual([100, expect.any(String)]);
  const rest = await client.request({ method: 'prompts/list', params: { cursor: page.nextCursor } });
  expect(rest.prompts.length).toBeGreaterThan(20);
  await apply(await many(`after ${(texts += 1)}`));
  await hears('prompts');
  await expect(client.request({ method: 'prompts/list', params: { cursor: page.nextCursor } })).rejects.toMatchObject({
    code: -32602,
    message: expect.stringContaining('The list has changed since the cursor was made: ask for the first page again.'),
  });
});

test('the transport of 2024-11-05 works from hello to goodbye', async () => {
  const heard: string[] = [];
  const client = new Client({ name: 'old', version: '1' });
  clients.push(client);
  const toldOf = (method: 'notifications/resources/updated' | 'notifications/resources/list_changed') =>
    new Promise<void>((resolve) => client.setNotificationHandler(method, () => (heard.push(method), resolve())));
  const [updated, changed] = [
    toldOf('notifications/resources/updated'),
    toldOf('notifications/resources/list_changed'),
  ];
  await client.connect(new SSEClientTransport(new URL(`${await workers.url('one')}/sse`)));
  expect((await client.listTools()).tools.length).toBeGreaterThan(3);
  const found = await client.callTool({ name: 'codecall_searchSkills', arguments: { queries: ['find an order'] } });
  expect(found.structuredContent).toMatchObject({
    skills: expect.arrayContaining([expect.objectContaining({ name: 'find-order' })]),
  });
  const described = await client.callTool({
    name: 'codecall_describe',
    arguments: { toolNames: ['acme.issueRefund'] },
  });
  expect(described.structuredContent).toMatchObject({ tools: [{ name: 'acme.issueRefund' }] });
  const { contents } = await client.readResource({ uri: 'skill://refund-order/references/policy.md' });
  expect(contents).toMatchObject([{ text: 'Within 30 days.' }]);
  expect((await client.getPrompt({ name: 'refund-order' })).messages).toHaveLength(1);
  const ref = { type: 'ref/resource' as const, uri: 'skill://{skill}/SKILL.md' };
  const { completion } = await client.complete({ ref, argument: { name: 'skill', value: 'refund' } });
  expect(completion.values).toEqual(['refund-order']);
  await client.subscribeResource({ uri: ORDER_7 });
  expect((await client.callTool(REFUND)).isError).toBeFalsy();
  await updated;
  await push('two');
  await changed;
  expect(heard).toEqual(['notifications/resources/updated', 'notifications/resources/list_changed']);
});
