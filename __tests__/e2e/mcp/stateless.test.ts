import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { startMcp, type McpTarget } from './mcp-target.js';
import { shop } from './shop.js';

let target: McpTarget;
beforeAll(async () => {
  target = await startMcp(fixtureBundle(shop('http://127.0.0.1:1')));
});
afterAll(() => target.stop());

const LIST = { jsonrpc: '2.0', id: 'list', method: 'tools/list' };

/** A request as clients before 2026-07-28 send it, in no session; the body as it goes over the wire. */
const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(target.url, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
  });

test('answers a batch as a batch, each message under its own id', async () => {
  const response = await post(JSON.stringify([LIST, { jsonrpc: '2.0', id: 2, method: 'ping' }]));
  const answers = (await response.json()) as { id: unknown; result: object }[];
  expect(answers.map(({ id }) => id).sort()).toEqual([2, 'list']);
  expect(answers.find(({ id }) => id === 2)).toMatchObject({ result: {} });
});

test('accepts a notification and answers nothing', async () => {
  const response = await post(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }));
  expect([response.status, await response.text()]).toEqual([202, '']);
});

test.each([
  ['what is no JSON', '{"jsonrpc":', 400, -32700],
  ['what is no message', '{"id":1}', 400, -32600],
  ['an empty batch', '[]', 400, -32600],
  ['a batch of 51', JSON.stringify(Array(51).fill(LIST)), 400, -32600],
])('refuses %s', async (_, body, status, code) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code } });
});

test.each([
  ['an id that is no whole number', { id: 1.5 }],
  ['a member that no message has', { id: 1, extra: true }],
  ['parameters that are a list', { id: 'x', params: [] }],
  ['hidden parameters that are no object', { id: 1, params: { _meta: 3 } }],
])('answers a request with %s as invalid, instead of never', async (_, members) => {
  const message = { jsonrpc: '2.0', method: 'ping', ...members };
  const refused = { id: members.id, error: { code: -32600 } };
  expect(await (await post(JSON.stringify(message))).json()).toMatchObject(refused);
  const batch = await (await post(JSON.stringify([{ ...LIST, method: 'ping' }, message]))).json();
  expect(batch).toMatchObject([{ id: 'list', result: {} }, refused].reverse());
});

test.each([
  ['takes no JSON', { Accept: 'text/event-stream' }, 406],
  ['takes everything but JSON', { Accept: '*/*;q=0, text/html' }, 406],
  ['sends another type', { 'Content-Type': 'text/plain' }, 415],
  ['names a version that nobody speaks', { 'MCP-Protocol-Version': '2023-01-01' }, 400],
])('refuses a client that %s', async (_, headers, status) => {
  expect((await post(JSON.stringify(LIST), headers)).status).toBe(status);
});

test.each(['*/*', 'application/*', 'application/json', 'text/html, */*;q=0.1', ''])(
  'answers a client whose Accept is "%s" in JSON',
  async (accept) => {
    const answer = await post(JSON.stringify(LIST), { Accept: accept });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toMatchObject({ id: 'list', result: { tools: expect.any(Array) } });
  },
);

test('keeps to JSON for a client that accepts nothing else, however long the call takes', async () => {
  const params = {
    name: 'codecall_execute',
    arguments: { script: "for (let n = 1; n <= 3; n += 1) mcpNotify('step', { n }); return 'done';" },
    _meta: { progressToken: 'p' },
  };
  const call = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
  const answer = await post(call, { Accept: 'application/json' });
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(await answer.json()).toMatchObject({ id: 1, result: { structuredContent: { result: 'done' } } });
});

test('serves a client of before that names its method in a header as well', async () => {
  const response = await post(JSON.stringify(LIST), {
    'MCP-Protocol-Version': '2025-11-25',
    'Mcp-Method': 'tools/list',
  });
  expect(await response.json()).toMatchObject({ id: 'list', result: { tools: expect.any(Array) } });
});

test('refuses a body that says another method than its header', async () => {
  const headers = { 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'tools/list' };
  const response = await post(
    JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'codecall_invoke' } }),
    headers,
  );
  expect(response.status).toBe(400);
});
