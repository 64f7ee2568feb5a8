import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { startMcp, type McpTarget } from '../mcp/mcp-target.js';
import { TOKEN } from '../mcp/shop.js';
import { surfaceShop } from './surface-shop.js';

const VERSION = '2026-07-28';
const PREFIX = 'io.modelcontextprotocol';
const META = { [`${PREFIX}/protocolVersion`]: VERSION, [`${PREFIX}/clientCapabilities`]: {} };
const DESCRIBE = { name: 'codecall_describe', arguments: { skillNames: ['refund-order'] } };
const SKILL = 'skill://find/SKILL.md';
const encoded = (text: string) => `=?base64?${Buffer.from(text).toString('base64')}?=`;
let api: LoopbackApi;
let target: McpTarget;

beforeAll(async () => {
  api = await startApi();
  api.on('/orders', (_, response) => json(response, []));
  target = await startMcp(surfaceShop(api.url), { ACME_TOKEN: TOKEN });
});
afterAll(async () => {
  await target.stop();
  await api.close();
});

interface Sent {
  /** Headers beside those that a client of 2026-07-28 sends; `undefined` leaves one out. */
  headers?: Record<string, string | undefined>;
  meta?: object;
}

interface Answer {
  status: number;
  result?: Record<string, unknown>;
  error?: { code: number; message: string; data?: Record<string, unknown> };
}

/** Sends a request as a client of 2026-07-28 does, but for what a test changes. */
async function send(
  method: string,
  params: Record<string, unknown> = {},
  { headers = {}, meta = META }: Sent = {},
): Promise<Answer> {
  const name = params.name ?? params.uri;
  const all = {
    'mcp-protocol-version': VERSION,
    'mcp-method': method,
    'mcp-name': typeof name === 'string' ? name : undefined,
    ...headers,
  };
  const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
  const response = await target.post(
    { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: meta } },
    Object.fromEntries(sent),
  );
  const text = await response.text();
  return {
    status: response.status,
    ...(JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as Omit<Answer, 'status'>),
  };
}

const BUNDLE = { ttlMs: 10_000, cacheScope: 'public' };

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['server/discover', {}, { ...BUNDLE, supportedVersions: expect.arrayContaining([VERSION]) }],
  ['tools/list', {}, { ttlMs: 300_000, cacheScope: 'public' }],
  ['tools/call', DESCRIBE, {}],
  ['resources/list', {}, BUNDLE],
  ['resources/templates/list', {}, BUNDLE],
  ['resources/read', { uri: SKILL }, BUNDLE],
  ['resources/read', { uri: 'mcp+op://acme/orders' }, { ttlMs: 0, cacheScope: 'private' }],
  ['prompts/list', {}, BUNDLE],
  ['prompts/get', { name: 'find' }, {}],
  ['completion/complete', { ref: { type: 'ref/prompt', name: 'find' }, argument: { name: 'task', value: '' } }, {}],
  ['skills/list', {}, BUNDLE],
  ['skills/get', { uri: SKILL }, BUNDLE],
  ['resources/directory/read', { uri: 'skill://find' }, BUNDLE],
])('%s is complete, says who answered, and for how long and for whom it may be kept', async (method, params, hints) => {
  const { status, result } = await send(method, params);
  expect(status).toBe(200);
  expect(result).toMatchObject({
    resultType: 'complete',
    _meta: { [`${PREFIX}/serverInfo`]: { name: 'shop' } },
    ...hints,
  });
  if (Object.keys(hints).length === 0) expect(Object.keys(result ?? {})).not.toContain('ttlMs');
});

describe('headers and body', () => {
  test.each<[string, string, Record<string, unknown>, Record<string, string | undefined>]>([
    ['another method', 'tools/list', {}, { 'mcp-method': 'prompts/list' }],
    ['no method', 'tools/list', {}, { 'mcp-method': undefined }],
    ['no version', 'tools/list', {}, { 'mcp-protocol-version': undefined }],
    ['a version of before', 'tools/list', {}, { 'mcp-protocol-version': '2025-11-25' }],
    ['another tool', 'tools/call', DESCRIBE, { 'mcp-name': 'codecall_invoke' }],
    ['no name of the tool', 'tools/call', DESCRIBE, { 'mcp-name': undefined }],
    ['the tool in other letters', 'tools/call', DESCRIBE, { 'mcp-name': 'CODECALL_DESCRIBE' }],
    ['another resource', 'resources/read', { uri: SKILL }, { 'mcp-name': 'skill://glossary/SKILL.md' }],
    ['another prompt', 'prompts/get', { name: 'find' }, { 'mcp-name': 'glossary' }],
    ['a name in Base64 that is another', 'tools/call', DESCRIBE, { 'mcp-name': encoded('codecall_invoke') }],
    ['a name in broken Base64', 'tools/call', DESCRIBE, { 'mcp-name': '=?base64?%%%?=' }],
    ['another listener than the body', 'subscriptions/listen', { notifications: {} }, { 'mcp-method': 'tools/list' }],
  ])('are refused when they name %s', async (_, method, params, headers) => {
    expect(await send(method, params, { headers })).toMatchObject({ status: 400, error: { code: -32020 } });
  });

  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['a name in Base64', DESCRIBE, { 'mcp-name': encoded('codecall_describe') }],
    ['the documented spelling in both', { ...DESCRIBE, name: 'codecall:describe' }, {}],
    ['an argument header that no tool asks for', DESCRIBE, { 'mcp-param-region': 'eu' }],
    ['what the generations before sent', DESCRIBE, { 'mcp-session-id': 'x', 'last-event-id': 'own.1' }],
  ])('agree with %s', async (_, params, headers) => {
    expect(await send('tools/call', params, { headers })).toMatchObject({
      status: 200,
      result: { resultType: 'complete' },
    });
  });

  test('no tool asks for an argument in a header, which would have to be checked', async () => {
    expect(JSON.stringify(await send('tools/list'))).not.toContain('x-mcp-header');
  });
});

test.each<[string, string, Record<string, unknown>, Sent, number, number]>([
  [
    'a version that is not served',
    'tools/list',
    {},
    {
      headers: { 'mcp-protocol-version': '2031-01-01' },
      meta: { ...META, [`${PREFIX}/protocolVersion`]: '2031-01-01' },
    },
    400,
    -32022,
  ],
  [
    'no word on what the client can do',
    'tools/list',
    {},
    { meta: { [`${PREFIX}/protocolVersion`]: VERSION } },
    400,
    -32602,
  ],
  ['a method that nobody has', 'skills/none', {}, {}, 404, -32601],
  ['a method of the generations before', 'ping', {}, {}, 404, -32601],
  ['subscribing as the generations before', 'resources/subscribe', { uri: SKILL }, {}, 404, -32601],
  ['a resource that is not there', 'resources/read', { uri: 'skill://none/SKILL.md' }, {}, 200, -32602],
  ['a tool that is not there', 'tools/call', { name: 'codecall_none' }, {}, 200, -32602],
  ['a prompt that is not there', 'prompts/get', { name: 'none' }, {}, 200, -32602],
  ['a cursor that is none', 'prompts/list', { cursor: 'x' }, {}, 200, -32602],
])('refuses %s', async (_, method, params, sent, status, code) => {
  const answer = await send(method, params, sent);
  expect(answer).toMatchObject({ status, error: { code } });
  if (code === -32022)
    expect(answer.error?.data).toMatchObject({ supported: expect.arrayContaining([VERSION]), requested: '2031-01-01' });
});

test.each(['GET', 'DELETE'])('has no stream and no session to end: %s is refused', async (method) => {
  const response = await fetch(target.url, {
    method,
    headers: { 'mcp-protocol-version': VERSION, accept: 'text/event-stream' },
  });
  expect([response.status, response.headers.get('allow')]).toEqual([405, expect.stringContaining('POST')]);
});
