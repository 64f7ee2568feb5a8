import { request as httpRequest } from 'node:http';
import { applyBody, sendStatement } from '../../support/worker-client.js';
import { makeTestBundle, type TestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { until } from '../../support/worker-state.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';

const ORIGIN = 'https://app.acme.example';
const key = makeTestKey();
let workers: TestWorkers;
let url: string;
let bundle: TestBundle;

beforeAll(async () => {
  bundle = await makeTestBundle({
    change: ({ manifest }) => Object.assign(manifest.hot.server, { allowedOrigins: [ORIGIN] }),
  });
  const guarded = await makeTestBundle({
    change: ({ manifest }) =>
      Object.assign(manifest.structural, {
        auth: { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS', header: 'X-Acme-Key' } },
      }),
  });
  workers = await startTestWorkers([
    { name: 'open', compiled: bundle, secrets: { TRUSTED_PUBKEY: key.publicPem } },
    {
      name: 'guarded',
      compiled: guarded,
      secrets: { TRUSTED_PUBKEY: key.publicPem, KEYS: 'sesame' },
      statement: signTestStatement(key, 'embed', guarded),
    },
  ]);
  url = await workers.url();
  await sendStatement(url, signTestStatement(key, 'apply', bundle), { body: applyBody(bundle) });
});
afterAll(() => workers?.stop());

const list = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };

function mcp(target: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${target}/mcp`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2025-06-18',
      ...headers,
    },
    body: JSON.stringify(list),
  });
}

/** A request with any Host header, which fetch does not send. */
function getWithHost(path: string, host: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    httpRequest(`${url}${path}`, { headers: { Host: host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

describe('health', () => {
  test('/health is plain OK', async () => {
    const response = await fetch(`${url}/health`);
    expect([response.status, await response.text()]).toEqual([200, 'OK']);
  });

  test.each([
    ['/healthz', 'ok'],
    ['/readyz', 'ready'],
  ])('%s names the server, the bundle, its generation and the runtime', async (path, status) => {
    const response = await fetch(`${url}${path}`);
    expect(await response.json()).toEqual({
      status,
      transport: 'web-fetch',
      server: { name: 'acme-mcp', version: '1.0.0' },
      environment: 'production',
      bundleSha256: bundle.sha256,
      generation: 1,
      runtimeVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  test('asks for GET', async () => {
    const response = await fetch(`${url}/healthz`, { method: 'POST' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('/mcp', () => {
  test('answers from the live bundle', async () => {
    const response = await mcp(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('codecall_searchSkills');
  });

  test('turns callers away that the provider does not know, and lets in those it does', async () => {
    const guarded = await workers.url('guarded');
    expect((await mcp(guarded)).status).toBe(401);
    expect((await mcp(guarded, { 'X-Acme-Key': 'wrong' })).status).toBe(401);
    expect((await mcp(guarded, { 'X-Acme-Key': 'sesame' })).status).toBe(200);
  });
});

describe('browsers', () => {
  test('an allowed origin may call and read the answer', async () => {
    const response = await mcp(url, { Origin: ORIGIN });
    expect([
      response.status,
      response.headers.get('Access-Control-Allow-Origin'),
      response.headers.get('Vary'),
    ]).toEqual([200, ORIGIN, 'Origin']);
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Mcp-Session-Id');
  });

  test('the Worker itself may call', async () => expect((await mcp(url, { Origin: url })).status).toBe(200));

  test.each(['https://evil.example', 'null', `${ORIGIN}.evil.example`, 'http://app.acme.example'])(
    'the origin %s is refused',
    async (origin) => {
      const response = await mcp(url, { Origin: origin });
      expect(response.status).toBe(403);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(await response.json()).toMatchObject({ error: { code: 'forbidden_origin' } });
    },
  );

  test('a preflight is granted the headers of both MCP generations, and no others', async () => {
    const asked =
      'content-type, authorization, mcp-protocol-version, mcp-session-id, last-event-id, mcp-method, mcp-name, mcp-param-region, x-evil';
    const response = await fetch(`${url}/mcp`, {
      method: 'OPTIONS',
      headers: { Origin: ORIGIN, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': asked },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET, POST, DELETE, OPTIONS');
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe(asked.replace(', x-evil', ''));
  });

  test('a preflight of another origin is refused', async () => {
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
    expect((await fetch(`${url}/mcp`, { method: 'OPTIONS', headers })).status).toBe(403);
  });

  test('may ask for the header that the manifest reads API keys from', async () => {
    const guarded = await workers.url('guarded');
    const headers = {
      Origin: guarded,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'x-acme-key',
    };
    const response = await fetch(`${guarded}/mcp`, { method: 'OPTIONS', headers });
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('x-acme-key');
  });
});

describe('hosts', () => {
  test.each(['evil.example', '127.0.0.1.evil.example', '10.0.0.1'])(
    'a request over http for %s is refused on every route',
    async (host) => {
      for (const path of ['/mcp', '/health', '/_frontmcp/resync', '/.well-known/oauth-protected-resource']) {
        expect((await getWithHost(path, host)).status).toBe(403);
      }
    },
  );

  test.each(['localhost', '127.0.0.1', '[::1]', 'acme.example'])(
    'a request over http for %s is answered',
    async (host) => {
      expect(await getWithHost('/health', host)).toEqual({ status: 200, text: 'OK' });
    },
  );
});

describe('addresses that are not served', () => {
  test.each([
    '/mcp/',
    '/other',
    '/.well-known/other',
    '/.well-known/oauth-protected-resource',
    '/.well-known/jwks.json',
  ])('%s is a JSON 404', async (path) => {
    const response = await fetch(`${url}${path}`);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([404, 'application/json']);
    await response.json();
  });
});

test('every response has a request id, and the log one line with it, with no query and no header', async () => {
  const response = await fetch(`${url}/healthz?secret=tell-nobody`, {
    headers: { Authorization: 'Bearer tell-nobody' },
  });
  const requestId = response.headers.get('X-Request-Id');
  await until(async () => workers.log.some((line) => line.requestId === requestId));
  expect(workers.log.filter((line) => line.requestId === requestId)).toEqual([
    {
      level: 'info',
      event: 'request',
      requestId,
      method: 'GET',
      path: '/healthz',
      status: 200,
      durationMs: expect.any(Number),
      generation: 1,
    },
  ]);
  expect(JSON.stringify(workers.log)).not.toContain('tell-nobody');
});
