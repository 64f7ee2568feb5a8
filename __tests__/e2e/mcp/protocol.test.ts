import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { startMcp, type McpTarget } from './mcp-target.js';
import { shop } from './shop.js';

const API = 'http://127.0.0.1:1';
const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
};
let target: McpTarget;
beforeAll(async () => {
  target = await startMcp(fixtureBundle(shop(API)));
});
afterAll(() => target.stop());

const modern = (method: string, params: object = {}, headers: Record<string, string> = {}) =>
  target.post(
    { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: META } },
    { 'mcp-protocol-version': '2026-07-28', 'mcp-method': method, ...headers },
  );

async function legacy(body: object, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const text = await (await target.post({ jsonrpc: '2.0', id: 1, ...body }, headers)).text();
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as Record<string, unknown>;
}

test.each(['2024-10-07', '2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])(
  'shakes hands in %s',
  async (protocolVersion) => {
    const answer = await legacy({
      method: 'initialize',
      params: { protocolVersion, capabilities: {}, clientInfo: { name: 'x', version: '1' } },
    });
    expect(answer).toMatchObject({
      result: { protocolVersion, serverInfo: { name: 'acme' }, capabilities: { tools: {} } },
    });
  },
);

test('answers a plain request without a handshake', async () => {
  const answer = await legacy({ method: 'tools/list' }, { 'mcp-protocol-version': '2025-06-18' });
  expect((answer.result as { tools: unknown[] }).tools).toHaveLength(5);
});

test('answers ping', async () => {
  expect(await legacy({ method: 'ping' })).toMatchObject({ result: {} });
});

test.each(['GET', 'DELETE'])('has no sessions: %s is 405', async (method) => {
  const response = await fetch(target.url, { method, headers: { accept: 'text/event-stream', 'mcp-session-id': 'x' } });
  expect(response.status).toBe(405);
});

test('discovers in 2026-07-28, with how long and for whom it may be kept', async () => {
  const response = await modern('server/discover');
  const { result } = (await response.json()) as { result: Record<string, unknown> };
  expect(result).toMatchObject({
    resultType: 'complete',
    ttlMs: 10_000,
    cacheScope: 'public',
    capabilities: { tools: {} },
  });
  expect(result.supportedVersions).toContain('2026-07-28');
});

test('lets no shared cache keep answers when callers sign in', async () => {
  const signedIn = await startMcp(
    fixtureBundle(shop(API, { auth: { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } } })),
  );
  const headers = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' };
  const response = await signedIn.post(
    { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: META } },
    headers,
  );
  expect(((await response.json()) as { result: object }).result).toMatchObject({
    cacheScope: 'private',
    ttlMs: 300_000,
  });
  await signedIn.stop();
});

test('lists the same bytes every time', async () => {
  const [first, second] = await Promise.all([(await modern('tools/list')).text(), (await modern('tools/list')).text()]);
  expect(first).toBe(second);
  expect(first).not.toContain('codecall:');
});

test.each([
  ['a header that names another method', 'tools/list', { 'mcp-method': 'tools/call' }, 400, -32020],
  ['an unknown version', 'tools/list', { 'mcp-protocol-version': '2099-01-01' }, 400, -32020],
  ['an unknown method', 'nonsense/method', {}, 404, -32601],
  ['a method of the generations before', 'logging/setLevel', {}, 404, -32601],
])('refuses %s', async (_name, method, headers, status, code) => {
  const response = await modern(method, {}, headers);
  expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
});

test.each([
  ['no JSON', 'nonsense', 400],
  ['an empty batch', '[]', 400],
  [
    'a body above one MiB',
    JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { pad: 'x'.repeat(1_100_000) } }),
    413,
  ],
])('refuses %s', async (_name, body, status) => {
  expect((await target.post(body)).status).toBe(status);
});

test('refuses a body that is no JSON by its type', async () => {
  expect((await target.post('{}', { 'content-type': 'text/plain' })).status).toBe(415);
});

test('ends a subscription at once, since nothing can be subscribed to', async () => {
  const response = await modern('subscriptions/listen', { notifications: { toolsListChanged: true } });
  const text = await response.text();
  expect(text).toContain('"notifications":{}');
  expect(text).toContain('"resultType":"complete"');
});

test('answers a fault of its own with the request id, and nothing of what went wrong', async () => {
  const bundle = fixtureBundle(shop(API));
  const broken = await startMcp({ ...bundle, artifacts: {} });
  const client = await broken.connect();
  for (const [name, input] of [
    ['codecall_searchSkills', { queries: ['order'] }],
    ['codecall_describe', { skillNames: ['glossary'] }],
    ['codecall_invoke', { tool: 'acme.listOrders' }],
  ] as const) {
    const { isError, structuredContent } = await client.callTool({ name, arguments: input });
    expect([isError, structuredContent]).toMatchObject([
      true,
      { ok: false, code: 'internal_error', retryable: true, message: expect.stringContaining('request-1') },
    ]);
    expect(JSON.stringify(structuredContent)).not.toMatch(/store|[0-9a-f]{64}/);
  }
  await broken.stop();
});
