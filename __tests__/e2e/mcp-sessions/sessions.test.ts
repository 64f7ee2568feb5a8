import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyBody, sendStatement } from '../../support/worker-client.js';
import { watchWorkerd, type WorkerdWatch } from '../../support/worker-kill.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';
import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { TOKEN } from '../mcp/shop.js';
import { beginSession, readStream, sessionClient, type EventStream, type SessionClient } from './session-client.js';
import { shopBundle } from './shop-bundle.js';

const key = makeTestKey();
const READ_ORDER = { name: 'codecall_invoke', arguments: { tool: 'acme.getOrder', input: { id: '9' } } };
let state: string;
let watch: WorkerdWatch;
let workers: TestWorkers;
let api: LoopbackApi;
let url: string;
/** Answers the order that the API holds back. */
let release: () => void;
let asked: Promise<void>;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'frontmcp-sessions-'));
  watch = watchWorkerd();
  api = await startApi();
  await start();
});
beforeEach(() => {
  asked = new Promise((arrived) => {
    api.on('/orders/9', (_, response) => {
      release = () => json(response, { id: '9', state: 'late' });
      arrived();
    });
  });
});
afterAll(async () => {
  watch.end();
  await workers.stop();
  await api.close();
  await rm(state, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const bundle = await shopBundle(api.url);
  const secrets = { TRUSTED_PUBKEY: key.publicPem, ACME_TOKEN: TOKEN };
  workers = await startTestWorkers(
    [{ compiled: bundle, statement: signTestStatement(key, 'embed', bundle), secrets }],
    state,
  );
  url = await workers.url();
}

async function push(text: string): Promise<void> {
  const next = await shopBundle(api.url, (index) => {
    const skill = index.skills['find-order'];
    if (skill) skill.description = text;
  });
  const { body } = await sendStatement(url, signTestStatement(key, 'apply', next), { body: applyBody(next) });
  expect(body).toMatchObject({ status: 'applied' });
}

/** Calls a tool and returns the stream of its answer, which can be cut. */
async function callOn(session: SessionClient, params: object): Promise<EventStream> {
  const cut = new AbortController();
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'mcp-session-id': session.id,
    'mcp-protocol-version': '2025-11-25',
  };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 5, method: 'tools/call', params });
  return readStream(await fetch(`${url}/mcp`, { method: 'POST', headers, body, signal: cut.signal }), cut);
}

test('a client that is cut off while a call runs comes back for its answer', async () => {
  const session = await beginSession(url);
  const stream = await callOn(session, READ_ORDER);
  const primed = await stream.next();
  expect(primed?.id).toMatch(/\.0$/);
  await asked;
  stream.cut();
  release();
  const resumed = await session.listen(primed?.id);
  expect(await resumed.nextMessage()).toMatchObject({
    id: 5,
    result: { structuredContent: { ok: true, data: { state: 'late' } } },
  });
  expect(await resumed.next()).toBeUndefined();
});

test('a client that is cut off again and again, while a script tells what it does, hears all of it, once and in order', async () => {
  const session = await beginSession(url);
  const script = `for (let n = 1; n <= 6; n += 1) mcpNotify('before', { n });
await acme.getOrder({ id: '9' });
for (let n = 7; n <= 12; n += 1) mcpNotify('after', { n });
return 'done';`;
  let stream = await callOn(session, {
    name: 'codecall_execute',
    arguments: { script },
    _meta: { progressToken: 'p' },
  });
  const ids: string[] = [];
  const told: Record<string, unknown>[] = [];
  while (told.at(-1)?.id === undefined) {
    const event = await stream.next();
    ids.push(event?.id ?? '');
    if (event?.data) told.push(JSON.parse(event.data) as Record<string, unknown>);
    if (told.length === 6) release();
    stream.cut();
    stream = await session.listen(event?.id);
  }
  expect(await stream.next()).toBeUndefined();
  expect(new Set(ids).size).toBe(ids.length);
  const steps = [...JSON.stringify(told).matchAll(/n\\+":(\d+)/g)].map(([, step]) => Number(step));
  expect(steps).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect(told.at(-1)).toMatchObject({ id: 5, result: { structuredContent: { status: 'ok', result: 'done' } } });
});

test('a listener that is cut off after each event hears every change, once and in order', async () => {
  api.on('/orders/7/refunds', (_, response) => json(response, {}));
  const [session, other] = [await beginSession(url), await beginSession(url)];
  await session.call('resources/subscribe', { uri: 'mcp+op://acme/orders/7' });
  let stream = await session.listen();
  let last = (await stream.next())?.id;
  const refund = {
    name: 'codecall_invoke',
    arguments: { tool: 'acme.issueRefund', input: { id: '7', reason: 'late' } },
  };
  const seen: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const calls = Array.from({ length: 3 }, () => other.call('tools/call', refund));
    if (round % 2 === 0) await Promise.all(calls);
    const message = await stream.nextMessage();
    seen.push((last = message.eventId) ?? '');
    stream.cut();
    await Promise.all(calls);
    stream = await session.listen(last);
  }
  while (seen.length < 18) seen.push((await stream.nextMessage()).eventId ?? '');
  expect(seen).toEqual(Array.from({ length: 18 }, (_, index) => `own.${index + 1}`));
  stream.cut();
});

test('a client that was away hears of the push that it missed, once', async () => {
  const session = await beginSession(url);
  const stream = await session.listen();
  const primed = await stream.next();
  stream.cut();
  await push('Pushed while nobody listened.');
  const resumed = await session.listen(primed?.id);
  const heard = [await resumed.nextMessage(), await resumed.nextMessage()];
  expect(heard.map(({ method }) => method).sort()).toEqual([
    'notifications/prompts/list_changed',
    'notifications/resources/list_changed',
  ]);
  resumed.cut();
  const again = await session.listen(heard[1]?.eventId);
  await push('And pushed again.');
  expect(await again.nextMessage()).toMatchObject({ method: 'notifications/resources/list_changed' });
  again.cut();
});

test('a session goes on after workerd was killed, with its subscriptions and its place in the stream', async () => {
  const session = await beginSession(url);
  await session.call('resources/subscribe', { uri: 'mcp+op://acme/orders/7' });
  const stream = await session.listen();
  const primed = await stream.next();
  await push('Before the kill.');
  const last = await stream.nextMessage();
  await watch.kill();
  await workers.stop().catch(() => undefined);
  await start();
  const restored = sessionClient(url, session.id);
  expect(await restored.call('tools/list')).toMatchObject({ result: { tools: expect.any(Array) } });
  const resumed = await restored.listen(last.eventId ?? primed?.id);
  await resumed.until('notifications/prompts/list_changed');
  api.on('/orders/7/refunds', (_, response) => json(response, {}));
  const refund = {
    name: 'codecall_invoke',
    arguments: { tool: 'acme.issueRefund', input: { id: '7', reason: 'late' } },
  };
  expect(await restored.call('tools/call', refund)).toMatchObject({ result: { structuredContent: { ok: true } } });
  expect(await resumed.until('notifications/resources/updated')).toMatchObject({
    params: { uri: 'mcp+op://acme/orders/7' },
  });
  resumed.cut();
});

test('a session that was ended is gone, and an id that was never given reaches nothing', async () => {
  const session = await beginSession(url);
  expect((await session.end()).status).toBe(200);
  expect(await session.call('tools/list')).toMatchObject({ error: { code: -32001 } });
  const [name] = session.id.split('.');
  for (const id of ['x', `${name}.${'A'.repeat(32)}`, `${session.id}x`, session.id.replace('.', '..'), `${name}`]) {
    const foreign = sessionClient(url, id);
    expect((await foreign.post({ jsonrpc: '2.0', id: 1, method: 'ping' })).status).toBe(404);
    expect((await foreign.listen()).status).toBe(404);
    expect((await foreign.end()).status).toBe(404);
  }
});

test('an event id that was never given is refused, not searched for', async () => {
  const session = await beginSession(url);
  expect((await session.listen("own.1' OR 1=1")).status).toBe(400);
  expect((await session.listen('own')).status).toBe(400);
});

test('a resource without a usable URI cannot be subscribed to', async () => {
  const session = await beginSession(url);
  for (const uri of ['x'.repeat(3000), 7, undefined]) {
    expect(await session.call('resources/subscribe', { uri })).toMatchObject({ error: { code: -32602 } });
  }
});

test('a session begins once, and only with a request of its own', async () => {
  const session = await beginSession(url);
  const hello = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
  };
  expect((await session.post(hello)).status).toBe(400);
  expect((await session.post([])).status).toBe(400);
  expect((await session.post({ hello: 'there' })).status).toBe(400);
});
