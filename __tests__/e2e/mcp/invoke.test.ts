import type { CallToolResult } from '@modelcontextprotocol/client';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { json, startApi, type LoopbackApi } from './loopback-api.js';
import { startMcp, type McpTarget } from './mcp-target.js';
import { get, shop, TOKEN } from './shop.js';

interface Answer {
  ok: boolean;
  status: number;
  code?: string;
  message?: string;
  data?: unknown;
  details?: unknown;
  [member: string]: unknown;
}

const PATHS = [
  'echo',
  'html-error',
  'problem',
  'big',
  'hang',
  'away',
  'binary',
  'empty',
  'limited',
  'drop',
  'key-error',
];
let api: LoopbackApi;
let other: LoopbackApi;
let target: McpTarget;
const answers: string[] = [];

beforeAll(async () => {
  [api, other] = await Promise.all([startApi(), startApi()]);
  api.on('/orders/42', (_request, response) => json(response, { id: '42' }));
  api.on('/orders', (_request, response) => json(response, []));
  api.on('/echo', ({ headers }, response) => json(response, headers));
  api.on('/html-error', (_request, response) =>
    response.writeHead(500, { 'content-type': 'text/html' }).end('<pre>at Server.handle (/srv/app.js:1)</pre>'),
  );
  api.on('/problem', (_request, response) =>
    response
      .writeHead(409, { 'content-type': 'application/problem+json', 'x-internal': 'db-7' })
      .end('{"title":"Conflict","detail":"Already refunded"}'),
  );
  api.on('/big', (_request, response) =>
    json(
      response,
      Array.from({ length: 20_000 }, (_, id) => ({ id })),
    ),
  );
  api.on('/hang', () => undefined);
  api.on('/away', (_request, response) => response.writeHead(302, { location: `${other.url}/steal` }).end());
  api.on('/binary', (_request, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([0, 255, 1])),
  );
  api.on('/empty', (_request, response) => response.writeHead(204).end());
  api.on('/limited', (_request, response) =>
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '60' }).end('{"message":"slow down"}'),
  );
  api.on('/drop', (_request, response) => response.destroy());
  api.on('/key-error', ({ headers }, response) =>
    json(response, { message: `bad key ${String(headers.authorization)}` }, 401),
  );
  const operations = Object.fromEntries(PATHS.map((path) => [`acme.${path.replace('-', '')}`, get(`/${path}`)]));
  const parts = shop(api.url, {
    skills: {
      probes: { operations: Object.keys(operations) },
      hidden: { hideFromDiscovery: true, operations: ['acme.hiddenOne'] },
      staff: { operations: ['acme.staffOne'] },
      approved: { operations: ['acme.payOut'] },
      elsewhere: { operations: ['acme.metadata'] },
    },
    operations: {
      ...operations,
      'acme.hiddenOne': get('/orders'),
      'acme.staffOne': get('/orders'),
      'acme.payOut': get('/orders'),
      'acme.metadata': { request: { path: '/latest', server: 'http://169.254.169.254' } },
    },
    hot: {
      skills: { alwaysLoad: [], access: { staff: { scopes: ['staff'] } } },
      execution: { responseBytes: 5000, approve: ['acme.pay*'] },
    },
  });
  target = await startMcp(fixtureBundle(parts), { ACME_TOKEN: TOKEN });
});
afterAll(async () => {
  await target.stop();
  await Promise.all([api.close(), other.close()]);
});

async function invoke(tool: string, input: unknown = {}): Promise<Answer> {
  const text = await rawInvoke(JSON.stringify({ tool, input }));
  const result = (JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as { result: CallToolResult }).result;
  expect(result.content).toEqual([{ type: 'text', text: JSON.stringify(result.structuredContent) }]);
  expect(result.isError ?? false).toBe(!(result.structuredContent as Answer | undefined)?.ok);
  return result.structuredContent as Answer;
}

/** Past the client, which would tidy what a hostile caller sends. */
async function rawInvoke(argumentsText: string): Promise<string> {
  const response = await target.post(
    `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"codecall_invoke","arguments":${argumentsText}}}`,
  );
  const text = await response.text();
  answers.push(text, JSON.stringify([...response.headers]));
  return text;
}

const requests = () => api.seen.length;

describe('answers', () => {
  test('passes an API error on with its own JSON, and nothing else of it', async () => {
    const answer = await invoke('acme.problem');
    expect(answer).toEqual({
      ok: false,
      status: 409,
      code: 'upstream_error',
      message: 'The API answered with status 409: Already refunded',
      retryable: false,
      details: { title: 'Conflict', detail: 'Already refunded' },
    });
  });

  test('passes no page and no stack on', async () => {
    expect(await invoke('acme.htmlerror')).toEqual({
      ok: false,
      status: 500,
      code: 'upstream_error',
      message: 'The API answered with status 500.',
      retryable: true,
    });
  });

  test('says when to try again', async () => {
    expect(await invoke('acme.limited')).toMatchObject({
      ok: false,
      status: 429,
      retryable: true,
      retryAfterSeconds: 60,
    });
  });

  test('gives binary as base64 and nothing as null', async () => {
    expect(await invoke('acme.binary')).toEqual({
      ok: true,
      status: 200,
      data: 'AP8B',
      mediaType: 'image/png',
      encoding: 'base64',
    });
    expect(await invoke('acme.empty')).toEqual({ ok: true, status: 204, data: null });
  });

  test('cuts what is too large, keeps it valid and says so', async () => {
    const { ok, data, truncated } = await invoke('acme.big');
    expect(ok).toBe(true);
    expect((data as unknown[]).length).toBeGreaterThan(100);
    expect(JSON.stringify(data).length).toBeLessThan(5100);
    expect(truncated).toMatchObject({ keptBytes: expect.any(Number), note: expect.stringContaining('cut') });
  });

  test('ends a call that hangs', async () => {
    expect(await invoke('acme.hang')).toMatchObject({ ok: false, status: 0, code: 'timeout', retryable: true });
  }, 30_000);

  test('says that a connection failed, and not how', async () => {
    expect(await invoke('acme.drop')).toEqual({
      ok: false,
      status: 0,
      code: 'unreachable',
      message: 'The connection to the API failed.',
      retryable: true,
    });
  });
});

describe('what is refused', () => {
  test.each([
    ['no skill mentions', 'acme.deleteOrder'],
    ['only a hidden skill mentions', 'acme.hiddenOne'],
    ['only a skill for others mentions', 'acme.staffOne'],
    ['does not exist', 'acme.nothing'],
    ['is a member of every object', '__proto__'],
    ['is the constructor', 'constructor'],
  ])('an operation that %s is not found', async (_name, tool) => {
    const before = requests();
    expect(await invoke(tool, { id: '42' })).toMatchObject({ ok: false, status: 0, code: 'not_found' });
    expect(requests()).toBe(before);
  });

  test('an operation that needs approval is not called', async () => {
    const before = requests();
    expect(await invoke('acme.payOut')).toMatchObject({ ok: false, code: 'approval_required', retryable: false });
    expect(requests()).toBe(before);
  });

  test('an origin that the bundle does not name for the API is not called', async () => {
    expect(await invoke('acme.metadata')).toMatchObject({ ok: false, status: 0, code: 'origin_refused' });
  });

  test('a redirect to another origin is not followed, and not told', async () => {
    const answer = await invoke('acme.away');
    expect(answer).toMatchObject({ ok: false, code: 'redirect_refused' });
    expect(JSON.stringify(answer)).not.toContain(other.url);
    expect(other.seen).toEqual([]);
  });

  test.each([
    '..',
    '.',
    '',
    '../../admin',
    '%2e%2e',
    '..%2f..%2fadmin',
    'a/../../b',
    '\\..\\admin',
    '?admin=1',
    '#x',
    '42?x=1',
    '/',
  ])('the path value %j stays in its segment', async (id) => {
    const before = requests();
    const answer = await invoke('acme.getOrder', { id });
    const seen = api.seen.slice(before).map(({ url }) => url);
    if (answer.code === 'invalid_arguments') expect(seen).toEqual([]);
    else expect(seen).toEqual([expect.stringMatching(/^\/orders\/[^/?#]+$/)]);
    for (const url of seen) expect(decodeURIComponent(url.slice('/orders/'.length))).toBe(id);
  });

  test.each(['a\r\nX-Admin: 1', 'a\nb', 'a\0b', 'ä\u2028'])('the header value %j cannot break out', async (value) => {
    const before = requests();
    expect(await invoke('acme.getOrder', { id: '42', 'X-Trace': value })).toMatchObject({ code: 'invalid_arguments' });
    expect(requests()).toBe(before);
  });

  test.each([
    ['{"tool":"acme.getOrder","input":{"id":"42","__proto__":{"polluted":1}}}'],
    ['{"tool":"acme.getOrder","input":{"__proto__":{"id":"42"}}}'],
    ['{"tool":"acme.getOrder","__proto__":{"input":{"id":"42"}}}'],
    ['{"__proto__":{"tool":"acme.getOrder"},"input":{"id":"42"}}'],
    ['{"tool":"acme.getOrder","input":{"id":"42","constructor":{"prototype":{"x":1}}}}'],
    ['{"tool":"acme.getOrder","input":{"id":{"toString":"42"}}}'],
    ['{"tool":"acme.getOrder","input":{"id":["42"]}}'],
    ['{"tool":"acme.getOrder","input":"42"}'],
    ['{"tool":["acme.getOrder"],"input":{"id":"42"}}'],
    ['{"tool":"acme.getOrder","input":{"id":"42"},"headers":{"x":"1"},"url":"http://127.0.0.1/"}'],
  ])('smuggled arguments are not called with: %s', async (text) => {
    const before = requests();
    const answer = await rawInvoke(text);
    expect(answer).toContain('invalid_arguments');
    expect(requests()).toBe(before);
  });

  test('nothing was left behind by them', async () => {
    expect(await invoke('acme.getOrder', { id: '42' })).toEqual({ ok: true, status: 200, data: { id: '42' } });
    expect(api.seen.at(-1)?.url).toBe('/orders/42');
  });
});

describe('secrets', () => {
  test('an API that echoes the request does not give its credential away', async () => {
    expect(await invoke('acme.echo')).toMatchObject({ ok: true, data: { authorization: 'Bearer [redacted]' } });
    expect(api.seen.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  test('nor does its error', async () => {
    expect(await invoke('acme.keyerror')).toMatchObject({
      status: 401,
      message: expect.stringContaining('bad key Bearer [redacted]'),
    });
  });

  test('no answer of any test held the secret', () => {
    expect(answers.length).toBeGreaterThan(50);
    expect(answers.join('\n')).not.toContain(TOKEN);
  });

  test('a missing secret is named, and nothing is called', async () => {
    const unset = await startMcp(fixtureBundle(shop(api.url)));
    const before = requests();
    const client = await unset.connect();
    const { structuredContent } = (await client.callTool({
      name: 'codecall_invoke',
      arguments: { tool: 'acme.getOrder', input: { id: '42' } },
    })) as CallToolResult;
    expect(structuredContent).toMatchObject({
      ok: false,
      code: 'missing_secret',
      message: expect.stringContaining('ACME_TOKEN'),
    });
    expect(requests()).toBe(before);
    await unset.stop();
  });
});

describe('audit', () => {
  const hash = (value: object) => createHash('sha256').update(canonicalJson(value)).digest('hex');
  const lastRecord = async () => (await target.records()).at(-1);

  test('records each call with digests, never with values', async () => {
    const answer = await invoke('acme.getOrder', { id: '42' });
    expect(await lastRecord()).toEqual([
      {
        type: 'action',
        skill: 'find-order',
        operation: 'acme.getOrder',
        result: 'ok',
        status: 200,
        inputHash: hash({ id: '42' }),
        outputHash: hash(answer),
        durationMs: expect.any(Number),
      },
    ]);
  });

  test.each([
    ['an error of the API', 'acme.problem', {}, { result: 'upstream_error', status: 409 }],
    ['arguments that do not fit', 'acme.getOrder', { id: 5 }, { result: 'failed', status: 0 }],
    ['a call that was not approved', 'acme.payOut', {}, { result: 'denied', status: 0 }],
    [
      'an operation that is not open to the caller',
      'acme.staffOne',
      {},
      { operation: 'acme.staffOne', result: 'denied', inputHash: hash({}) },
    ],
  ])('records %s', async (_name, tool, input, expected) => {
    await invoke(tool, input);
    expect(await lastRecord()).toMatchObject([expected]);
  });

  test('records nothing for names that do not exist: they are what a caller wrote', async () => {
    const before = (await target.records()).length;
    await invoke('acme.<script>alert(1)</script>');
    expect(await target.records()).toHaveLength(before);
  });

  test('one batch for each call', async () => {
    const before = (await target.records()).length;
    await Promise.all([invoke('acme.getOrder', { id: '42' }), invoke('acme.listOrders')]);
    expect((await target.records()).slice(before).map((batch) => batch.length)).toEqual([1, 1]);
  });
});

test('calls more at once than one host may be called with', async () => {
  const all = await Promise.all(Array.from({ length: 30 }, () => invoke('acme.getOrder', { id: '42' })));
  expect(all.every(({ ok }) => ok)).toBe(true);
});
