import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { startMcp, type McpTarget } from './mcp-target.js';
import { shop } from './shop.js';

let target: McpTarget;
beforeAll(async () => {
  target = await startMcp(fixtureBundle(shop('http://127.0.0.1:1')));
});
afterAll(() => target.stop());

const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
};
const CALLS = [
  ['the list of tools', 'tools/list', {}],
  ['a description', 'tools/call', { name: 'codecall_describe', arguments: { skillNames: ['refund-order'] } }],
  [
    'a description by the documented spelling',
    'tools/call',
    { name: 'codecall:describe', arguments: { toolNames: ['acme.getOrder'] } },
  ],
  ['a description of nothing', 'tools/call', { name: 'codecall_describe', arguments: { skillNames: ['none'] } }],
  ['a search', 'tools/call', { name: 'codecall_searchSkills', arguments: { queries: ['refund'] } }],
  ['a search for knowledge', 'tools/call', { name: 'codecall_searchKnowledge', arguments: { queries: ['words'] } }],
  ['a search with wrong input', 'tools/call', { name: 'codecall_searchSkills', arguments: { queries: [] } }],
  ['a search without input', 'tools/call', { name: 'codecall_searchSkills' }],
] as const;
type Params = Readonly<Record<string, unknown>>;

async function modern(
  method: string,
  params: Params,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const name: Record<string, string> = params.name === undefined ? {} : { 'mcp-name': String(params.name) };
  const message = { jsonrpc: '2.0', id: 'a"b', method, params: { ...params, _meta: META } };
  const response = await target.post(message, {
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': method,
    ...name,
    ...headers,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function legacy(body: unknown): Promise<unknown> {
  const text = await (await target.post(body)).text();
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as unknown;
}

// A member that no method knows makes it a request that only the SDK may judge.
const bySdk = (params: Params): Params => ({ ...params, other: true });

test.each(CALLS)('answers %s of 2026-07-28 as the SDK does', async (_, method, params) => {
  const expected = await modern(method, bySdk(params));
  expect(expected.body).toMatchObject({ id: 'a"b', result: { resultType: 'complete' } });
  await modern(method, params);
  expect(await modern(method, params)).toEqual(expected);
});

test.each(CALLS)('answers %s of the generations before as the SDK does', async (_, method, params) => {
  const message = { jsonrpc: '2.0', id: 7, method, params };
  const expected = await legacy({ ...message, params: bySdk(params) });
  expect(expected).toMatchObject({ id: 7, result: {} });
  await legacy(message);
  expect(await legacy(message)).toEqual(expected);
  expect(await legacy([message, { ...message, id: 8 }])).toEqual(expect.arrayContaining([expected]));
});

test.each([
  ['a header that names another method', { 'mcp-method': 'ping' }],
  ['a header that names another tool', { 'mcp-name': 'codecall_invoke' }],
  ['another version than the body', { 'mcp-protocol-version': '2099-01-01' }],
])('refuses a call with %s, however often it was answered', async (_, headers) => {
  const [, method, params] = CALLS[1];
  expect(await modern(method, params)).toMatchObject({ status: 200 });
  expect(await modern(method, params, headers)).toMatchObject({ status: 400, body: { error: { code: -32020 } } });
});

test('refuses the list of tools under a header that names another method, however often it was given', async () => {
  for (let time = 0; time < 2; time += 1) expect(await modern('tools/list', {})).toMatchObject({ status: 200 });
  expect(await modern('tools/list', {}, { 'mcp-method': 'ping' })).toMatchObject({
    status: 400,
    body: { error: { code: -32020 } },
  });
});

test.each([
  ['a tool that nobody has', { name: 'codecall_none' }],
  ['a name that is no text', { name: 7 }],
  ['arguments that are no object', { name: 'codecall_describe', arguments: 'x' }],
])('lets the SDK refuse %s', async (_, params) => {
  expect(await legacy({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })).toMatchObject({
    error: { code: expect.any(Number) },
  });
});

test('does not read more than a MiB of a body whose length nobody declared', async () => {
  const body = new Blob(['{"jsonrpc":"2.0","id":1,"method":"ping","pad":"', 'x'.repeat(1_100_000), '"}']).stream();
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  expect((await fetch(target.url, init)).status).toBe(413);
});
