import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';
import { shopBundle } from './shop-bundle.js';

const key = makeTestKey();
let workers: TestWorkers;
let url: string;

beforeAll(async () => {
  const bundle = await shopBundle('http://127.0.0.1:1', (index) => {
    const { structural } = index.manifest;
    structural.auth = { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } };
    structural.secrets = [...(structural.secrets ?? []), { name: 'KEYS' }];
  });
  const secrets = { TRUSTED_PUBKEY: key.publicPem, ACME_TOKEN: 'x', KEYS: `${'a'.repeat(32)}\n${'b'.repeat(32)}` };
  workers = await startTestWorkers([{ compiled: bundle, statement: signTestStatement(key, 'embed', bundle), secrets }]);
  url = await workers.url();
});
afterAll(() => workers.stop());

const send = (apiKey: string, method: string, body: object | undefined, headers: Record<string, string> = {}) =>
  fetch(`${url}/mcp`, {
    method,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'x-api-key': apiKey,
      ...headers,
    },
    body: body && JSON.stringify(body),
  });

test('a session answers the caller who began it, and is not there for another', async () => {
  const [own, other] = ['a'.repeat(32), 'b'.repeat(32)];
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
  const begun = await send(own, 'POST', { jsonrpc: '2.0', id: 0, method: 'initialize', params });
  const id = begun.headers.get('Mcp-Session-Id') ?? '';
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  expect((await send(own, 'POST', list, { 'mcp-session-id': id })).status).toBe(200);
  expect((await send(other, 'POST', list, { 'mcp-session-id': id })).status).toBe(404);
  expect((await send(other, 'GET', undefined, { 'mcp-session-id': id })).status).toBe(404);
  expect((await send(other, 'DELETE', undefined, { 'mcp-session-id': id })).status).toBe(404);
  expect((await send('c'.repeat(32), 'POST', list, { 'mcp-session-id': id })).status).toBe(401);
  expect((await send(own, 'POST', list, { 'mcp-session-id': id })).status).toBe(200);
});

test('without a session the generations before 2026-07-28 are served all the same', async () => {
  const response = await send('a'.repeat(32), 'POST', { jsonrpc: '2.0', id: 1, method: 'tools/list' });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('codecall_invoke');
});

test('listens for one caller so many times and no more, while another still may', async () => {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const listen = (apiKey: string, id: number) => {
    const body = {
      jsonrpc: '2.0',
      id,
      method: 'subscriptions/listen',
      params: { _meta: meta, notifications: { resourcesListChanged: true } },
    };
    return send(apiKey, 'POST', body, { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' });
  };
  const statuses: number[] = [];
  const open: Response[] = [];
  for (let number = 0; number < 130; number += 1) {
    const response = await listen('a'.repeat(32), number);
    statuses.push(response.status);
    open.push(response);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(128);
  expect(statuses.slice(128)).toEqual([429, 429]);
  open.push(await listen('b'.repeat(32), 1));
  expect(open.at(-1)?.status).toBe(200);
  await Promise.all(open.map((response) => response.body?.cancel()));
});

test.each([
  ['what is no filter', 'everything', -32602],
  ['nothing at all', undefined, -32602],
])('refuses to listen for %s', async (_, notifications, code) => {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const body = { jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params: { _meta: meta, notifications } };
  const headers = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' };
  const response = await send('b'.repeat(32), 'POST', body, headers);
  expect(await response.json()).toMatchObject({ error: { code } });
});
