import { makeTestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';

const ORIGIN = 'https://app.acme.example';
const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const JSON_TYPE = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const INITIALIZE = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
};
const key = makeTestKey();
let workers: TestWorkers;
let url: string;

beforeAll(async () => {
  const compiled = await makeTestBundle({
    change: ({ manifest }) => Object.assign(manifest.hot.server, { allowedOrigins: [ORIGIN] }),
  });
  const secrets = { TRUSTED_PUBKEY: key.publicPem };
  workers = await startTestWorkers([{ compiled, secrets, statement: signTestStatement(key, 'embed', compiled) }]);
  url = await workers.url();
});
afterAll(() => workers.stop());

const call = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  fetch(`${url}${path}`, { method, headers, body });

test.each([
  ['GET', '/health', 200],
  ['GET', '/', 200],
  ['GET', '/llms.txt', 200],
  ['GET', '/nothing', 404],
  ['GET', '/.well-known/nothing', 404],
  ['POST', '/healthz', 405],
  ['GET', '/mcp', 405],
  // Without Accept every form is accepted; without a Content-Type the body is not JSON.
  ['POST', '/mcp', 415],
  ['PUT', '/mcp', 405],
  ['POST', '/_frontmcp/resync', 401],
])('%s %s has a request id of its own, whoever sends one', async (method, path, status) => {
  const [first, second] = await Promise.all([call(method, path, { 'x-request-id': 'mine' }), call(method, path)]);
  const ids = [first, second].map(({ headers }) => headers.get('x-request-id'));
  expect(ids).toEqual([expect.stringMatching(REQUEST_ID), expect.stringMatching(REQUEST_ID)]);
  expect(ids[0]).not.toBe(ids[1]);
  expect(first.status).toBe(status);
});

describe.each([
  ['POST', '/mcp'],
  ['GET', '/mcp'],
  ['DELETE', '/mcp'],
  ['OPTIONS', '/mcp'],
  ['GET', '/sse'],
  ['POST', '/messages'],
])('a page of another origin', (method, path) => {
  test(`may not ${method} ${path}, and cannot read why`, async () => {
    const headers = { ...JSON_TYPE, origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const response = await call(method, path, headers, method === 'POST' ? JSON.stringify(INITIALIZE) : undefined);
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('mcp-session-id')).toBeNull();
    expect(response.headers.get('x-request-id')).toMatch(REQUEST_ID);
  });
});

test('a page of an allowed origin begins a session, reads its id, and listens', async () => {
  const headers = { ...JSON_TYPE, origin: ORIGIN };
  const begun = await call('POST', '/mcp', headers, JSON.stringify(INITIALIZE));
  const session = begun.headers.get('mcp-session-id') ?? '';
  expect([begun.status, begun.headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN]);
  expect(begun.headers.get('access-control-expose-headers')).toMatch(/Mcp-Session-Id.*X-Request-Id/);
  const stream = await call('GET', '/mcp', { accept: 'text/event-stream', origin: ORIGIN, 'mcp-session-id': session });
  expect([
    stream.status,
    stream.headers.get('content-type'),
    stream.headers.get('access-control-allow-origin'),
  ]).toEqual([200, 'text/event-stream', ORIGIN]);
  await stream.body?.cancel();
  const ended = await call('DELETE', '/mcp', { origin: ORIGIN, 'mcp-session-id': session });
  expect([ended.status, ended.headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN]);
});

test.each([
  ['2025-11-25', 'GET', 'mcp-protocol-version, mcp-session-id, last-event-id'],
  ['2025-11-25', 'DELETE', 'mcp-protocol-version, mcp-session-id'],
  ['2026-07-28', 'POST', 'content-type, mcp-protocol-version, mcp-method, mcp-name, mcp-param-tenant'],
])('a preflight of %s for %s is granted what its clients send', async (_, method, asked) => {
  const headers = { origin: ORIGIN, 'access-control-request-method': method, 'access-control-request-headers': asked };
  const response = await call('OPTIONS', '/mcp', headers);
  expect([response.status, response.headers.get('access-control-allow-headers')]).toEqual([204, asked]);
  expect(response.headers.get('access-control-allow-methods')).toContain(method);
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
});

describe('a body above one MiB', () => {
  const large = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { pad: 'x'.repeat(1_100_000) } });

  test.each([
    ['without a session', {}],
    ['with the headers of 2026-07-28', { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'ping' }],
    ['in a session that is none', { 'mcp-session-id': 'x' }],
  ])('is refused %s', async (_, headers) => {
    const response = await call('POST', '/mcp', { ...JSON_TYPE, ...headers }, large);
    expect([response.status, await response.json()]).toMatchObject([
      413,
      { error: { message: expect.stringContaining('1048576') } },
    ]);
  });

  test('is refused over the transport of 2024-11-05', async () => {
    expect((await call('POST', '/messages?sessionId=x', JSON_TYPE, large)).status).toBe(413);
  });
});

test.each(['/.well-known/openid-configuration', '/.well-known/mcp/server-card', '/.well-known/'])(
  '%s is a JSON 404, so that clients go on to what they try next',
  async (path) => {
    const response = await call('GET', path);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json']);
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
  },
);
