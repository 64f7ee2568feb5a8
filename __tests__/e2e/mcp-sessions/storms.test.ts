import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';
import { COUNTED_CLASSES, COUNTING_ENTRY, type Writes } from './counting-entry.js';
import { beginSession } from './session-client.js';
import { ORDER_7, shopBundle } from './shop-bundle.js';

const key = makeTestKey();
const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const CLIENT = { capabilities: {}, clientInfo: { name: 'storm', version: '1' } };
let workers: TestWorkers;
let url: string;

beforeEach(async () => {
  const compiled = await shopBundle('http://127.0.0.1:1');
  const secrets = { TRUSTED_PUBKEY: key.publicPem, ACME_TOKEN: 'x' };
  const statement = signTestStatement(key, 'embed', compiled);
  workers = await startTestWorkers([{ compiled, statement, secrets, entry: COUNTING_ENTRY, ...COUNTED_CLASSES }]);
  url = await workers.url();
});
afterEach(() => workers.stop());

const writes = async () => (await (await fetch(`${url}/writes`)).json()) as Writes;

/** Reads an answer to its end, so that its connection can be used again; only a stream, which has none, is cut. */
async function letGo(response: Response): Promise<void> {
  if (response.headers.get('content-type') === 'text/event-stream') await response.body?.cancel();
  else await response.text();
}

/** Sends many, 20 at a time without a pause, and counts the statuses of their answers. */
async function storm(times: number, send: (number: number) => Promise<Response>): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  let next = 0;
  const sendOn = async (): Promise<void> => {
    while (next < times) {
      const response = await send(next++);
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      await letGo(response);
    }
  };
  await Promise.all(Array.from({ length: 20 }, sendOn));
  return statuses;
}

const subscribe = (id: number, uri: string) => ({ jsonrpc: '2.0', id, method: 'resources/subscribe', params: { uri } });

function initialize(id: number, more: Record<string, string> = {}, info: object = {}): Promise<Response> {
  const params = { protocolVersion: '2025-11-25', ...CLIENT, ...info };
  const body = JSON.stringify({ jsonrpc: '2.0', id, method: 'initialize', params });
  return fetch(`${url}/mcp`, { method: 'POST', headers: { ...HEADERS, ...more }, body });
}

test('2,000 subscriptions to one resource write what the first one wrote', async () => {
  const session = await beginSession(url);
  expect(await session.call('resources/subscribe', { uri: ORDER_7 })).toMatchObject({ result: {} });
  const before = await writes();
  const statuses = await storm(2000, (number) => session.post(subscribe(number, ORDER_7)));
  expect(statuses[200]).toBeGreaterThanOrEqual(59);
  expect(statuses[429]).toBeGreaterThan(1800);
  expect(await writes()).toEqual(before);
});

test('a subscription in a batch of its own counts as one', async () => {
  const session = await beginSession(url);
  const statuses = await storm(400, (number) => session.post([subscribe(number, ORDER_7)]));
  expect(statuses[200]).toBeGreaterThanOrEqual(59);
  expect(statuses[429]).toBeGreaterThan(200);
});

test('2,000 subscriptions to as many resources write one short list, and others are served meanwhile', async () => {
  const [flooding, other] = [await beginSession(url), await beginSession(url)];
  const before = await writes();
  const statuses = await storm(2000, async (number) => {
    if (number % 500 === 0) expect(await other.call('tools/list')).toMatchObject({ result: {} });
    return flooding.post(subscribe(number, `mcp+op://acme/orders/${number}`));
  });
  const after = await writes();
  expect(statuses[429]).toBeGreaterThan(1800);
  // Two of them are the row of BundleDO, and that it is there.
  expect(after.session - before.session).toBeLessThanOrEqual(64 + 1);
  expect(after.bundle - before.bundle).toBeLessThanOrEqual(2);
});

test('past 64 resources a session refuses more without a write, and keeps those it has', async () => {
  const session = await beginSession(url);
  // From another address each time, as the guard against storms is not what is asked here.
  const subscribed = async (number: number) => {
    const response = await session.post(subscribe(number, `mcp+op://acme/orders/${number}`), {
      'cf-connecting-ip': `192.0.2.${number}`,
    });
    return (await response.json()) as { result?: object; error?: { code: number; message: string } };
  };
  for (let number = 0; number < 64; number += 1) expect(await subscribed(number)).toMatchObject({ result: {} });
  const before = await writes();
  expect(await subscribed(64)).toMatchObject({
    error: { code: -32602, message: expect.stringContaining('64 resources') },
  });
  expect(await subscribed(0)).toMatchObject({ result: {} });
  expect(await writes()).toEqual(before);
});

test('2,000 listeners of 2026-07-28 in a row write nothing', async () => {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const headers = { ...HEADERS, 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' };
  const before = await writes();
  const statuses = await storm(2000, (id) => {
    const params = { _meta: meta, notifications: { resourcesListChanged: true } };
    const body = JSON.stringify({ jsonrpc: '2.0', id, method: 'subscriptions/listen', params });
    return fetch(`${url}/mcp`, { method: 'POST', headers, body });
  });
  expect(statuses[200]).toBeGreaterThan(0);
  expect(statuses[429]).toBeGreaterThan(1500);
  expect(await writes()).toEqual(before);
});

/** Sends until it is refused: time gives back a little while a busy machine sends. */
async function refusalOf(send: () => Promise<Response>): Promise<Response> {
  let response = await send();
  while (response.status !== 429) {
    await letGo(response);
    response = await send();
  }
  return response;
}

test('a caller that begins session after session is told to wait, and reaches no more of them', async () => {
  const started = Date.now();
  const { 200: begun = 0, 429: refused = 0 } = await storm(400, (number) => initialize(number));
  expect(begun + refused).toBe(400);
  expect(begun).toBeLessThanOrEqual(300 + 1 + (Date.now() - started) / 1000);
  expect((await writes()).sessions).toBe(begun);
  const answer = await refusalOf(() => initialize(1));
  expect([answer.status, answer.headers.get('Retry-After'), await answer.json()]).toEqual([
    429,
    '10',
    { jsonrpc: '2.0', id: null, error: { code: -32000, message: expect.stringContaining('wait') } },
  ]);
  await refusalOf(() => fetch(`${url}/sse`));
  expect((await initialize(1, { 'cf-connecting-ip': '192.0.2.7' })).status).toBe(200);
});

test('a session keeps a short introduction, and none that is a megabyte', async () => {
  const long = { clientInfo: { name: 'x'.repeat(500_000), version: '1' } };
  expect((await initialize(1, {}, long)).status).toBe(413);
  expect((await writes()).session).toBe(0);
});
