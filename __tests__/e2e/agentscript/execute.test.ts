import type { CallToolResult, Client } from '@modelcontextprotocol/client';
import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { NEGOTIATIONS, startMcp, type McpTarget } from '../mcp/mcp-target.js';
import { get, shop, TOKEN } from '../mcp/shop.js';

interface Answer {
  status: string;
  result?: unknown;
  error?: Record<string, unknown>;
  logs?: string[];
  notes?: string[];
  usage?: { calls: number };
  [member: string]: unknown;
}

let api: LoopbackApi;
let target: McpTarget;
let client: Client;

beforeAll(async () => {
  api = await startApi();
  api.on('/orders/42', (_request, response) => json(response, { id: '42', total: 5, constructor: 'Ada & Sons' }));
  api.on('/orders/42/refunds', ({ body }, response) => json(response, { refunded: JSON.parse(body) }, 201));
  api.on('/orders', (_request, response) =>
    json(response, [
      { id: '42', total: 5 },
      { id: '43', total: 7 },
    ]),
  );
  api.on('/problem', (_request, response) =>
    response
      .writeHead(409, { 'content-type': 'application/problem+json', 'x-internal': 'db-7' })
      .end('{"title":"Conflict","detail":"Already refunded"}'),
  );
  api.on('/html-error', (_request, response) =>
    response.writeHead(500, { 'content-type': 'text/html' }).end('<pre>at Server.handle (/srv/app.js:1)</pre>'),
  );
  api.on('/limited', (_request, response) =>
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '60' }).end('{"message":"slow down"}'),
  );
  api.on('/hang', () => undefined);
  const operations = {
    'acme.problem': get('/problem'),
    'acme.htmlerror': get('/html-error'),
    'acme.limited': get('/limited'),
    'acme.hang': get('/hang'),
    'acme.payOut': get('/pay-out'),
    'acme.secretOne': get('/secret'),
  };
  const skills = {
    faults: {
      description: 'Operations that fail.',
      operations: ['acme.problem', 'acme.htmlerror', 'acme.limited', 'acme.hang'],
    },
    payouts: { description: 'Paying people out.', operations: ['acme.payOut'] },
    always: { description: 'Always there.', operations: ['acme.listOrders'], alwaysLoad: true },
    closed: { description: 'For accountants.', operations: ['acme.secretOne'] },
  };
  const hot = {
    execution: { approve: ['acme.payOut'], timeoutMs: 3_000 },
    skills: { alwaysLoad: ['always'], access: { closed: { scopes: ['accounts'] } } },
  };
  target = await startMcp(fixtureBundle(shop(api.url, { operations, skills, hot })), { ACME_TOKEN: TOKEN });
  client = await target.connect(NEGOTIATIONS[1]?.options);
});

afterAll(async () => {
  await target.stop();
  await api.close();
});

async function execute(script: string, more: object = {}, as = client): Promise<Answer> {
  const result = (await as.callTool({ name: 'codecall_execute', arguments: { script, ...more } })) as CallToolResult;
  const answer = result.structuredContent as unknown as Answer;
  expect(JSON.parse((result.content[0] as { text: string }).text)).toEqual(answer);
  expect(result.isError ?? false).toBe(answer.status !== 'ok');
  return answer;
}

test.each(NEGOTIATIONS)('runs a script of several calls, in $name', async ({ options }) => {
  const own = await target.connect(options);
  const script =
    'const orders = await acme.listOrders(); const [first] = await Promise.all(orders.slice(0, 1).map(({ id }) => acme.getOrder({ id }))); const { refunded } = await acme.issueRefund({ id: first.id, reason: "late" }); return { total: first.total, refunded };';
  expect(await execute(script, {}, own)).toMatchObject({
    status: 'ok',
    result: { total: 5, refunded: { reason: 'late' } },
    usage: { calls: 3 },
  });
});

test('is also called by its documented spelling', async () => {
  const result = (await client.callTool({
    name: 'codecall:execute',
    arguments: { script: 'return 1;' },
  })) as CallToolResult;
  expect(result.structuredContent).toMatchObject({ status: 'ok', result: 1 });
});

describe('the scope', () => {
  const names =
    'return [typeof acme.getOrder, typeof acme.listOrders, typeof acme.issueRefund, typeof acme.secretOne, typeof acme.deleteOrder];';
  test.each([
    [
      'all that the caller can find, without skills',
      {},
      ['function', 'function', 'function', 'undefined', 'undefined'],
    ],
    [
      'the named skills and those that are always loaded',
      { skills: ['refund-order'] },
      ['function', 'function', 'function', 'undefined', 'undefined'],
    ],
    [
      'the always-loaded ones beside a skill without operations',
      { skills: ['glossary'] },
      ['undefined', 'function', 'undefined', 'undefined', 'undefined'],
    ],
    [
      'what allowedTools leaves',
      { skills: ['refund-order'], allowedTools: ['acme.getOrder', 'acme.secretOne'] },
      ['function', 'undefined', 'undefined', 'undefined', 'undefined'],
    ],
  ])('is %s', async (_what, input, expected) => {
    expect(await execute(names, input)).toMatchObject({ status: 'ok', result: expected });
  });

  test('is checked again for names that a script puts together', async () => {
    const script =
      'const r = []; for (const name of ["acme.secretOne", "acme.deleteOrder", "acme.getOrder ", "ACME.getOrder", "__proto__", "codecall_invoke"]) { const { error } = await callTool(name, {}, { throwOnError: false }); r.push(error.code); } return r;';
    const before = api.seen.length;
    expect((await execute(script)).result).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'SELF_REFERENCE',
    ]);
    expect(api.seen.length).toBe(before);
  });

  test('does not hold what its owner may not call: the message names what there is', async () => {
    expect(await execute('return acme.secretOne({});')).toMatchObject({
      status: 'illegal_access',
      error: {
        code: 'PREFLIGHT_UNKNOWN_OPERATION',
        kind: 'UnknownOperation',
        message: expect.stringContaining('acme.getOrder'),
      },
    });
  });

  test('refuses a skill that is not there', async () => {
    const result = (await client.callTool({
      name: 'codecall_execute',
      arguments: { script: 'return 1;', skills: ['closed'] },
    })) as CallToolResult;
    expect(result).toMatchObject({ isError: true, structuredContent: { code: 'not_found' } });
  });

  test('tells of tools with their schemas', async () => {
    expect((await execute('return getTool("acme.getOrder");')).result).toMatchObject({
      name: 'acme.getOrder',
      inputSchema: { required: ['id'] },
      outputSchema: { $defs: { Order: {} } },
    });
  });
});

test('refuses what needs a person’s yes, with the way to it', async () => {
  expect(await execute('return await acme.payOut({});')).toMatchObject({
    status: 'tool_error',
    error: { code: 'ACCESS_DENIED', reason: 'approval_required', message: expect.stringContaining('codecall_invoke') },
  });
  expect(api.seen.some(({ url }) => url.startsWith('/pay-out'))).toBe(false);
});

describe('a failed call', () => {
  test('says what was wrong with the arguments', async () => {
    expect(
      await execute('await acme.issueRefund({ id: "42", reason: "bored" });', { skills: ['refund-order'] }),
    ).toMatchObject({
      status: 'tool_error',
      error: {
        code: 'VALIDATION',
        source: 'tool',
        toolName: 'acme.issueRefund',
        toolInput: { id: '42', reason: 'bored' },
        message: expect.stringContaining('reason'),
        location: { line: 1 },
        retryable: false,
      },
    });
  });

  test.each([
    [
      'acme.problem',
      {
        code: 'EXECUTION',
        reason: 'upstream_error',
        status: 409,
        message: 'The API answered with status 409: Already refunded',
        details: { title: 'Conflict' },
      },
    ],
    ['acme.htmlerror', { status: 500, message: 'The API answered with status 500.' }],
    ['acme.limited', { status: 429, retryable: true, retryAfterSeconds: 60 }],
  ])('of %s carries what may be told, and a hint when to try again', async (tool, error) => {
    const answer = await execute(`await ${tool}({});`);
    expect(answer).toMatchObject({ status: 'tool_error', error });
    expect(JSON.stringify(answer)).not.toMatch(/srv|db-7|sk-live|127\.0\.0\.1/);
  });
});

test('ends a run at its wall time, as the manifest sets it', async () => {
  expect(await execute('await acme.hang({});')).toMatchObject({
    status: 'timeout',
    error: { code: 'TIMEOUT', limit: { name: 'wallMs', value: 3000 } },
  });
});

test('cuts a long result so that it stays JSON, and says so', async () => {
  const answer = await execute('return Array.from({ length: 40000 }, (_, i) => ({ i }));');
  expect(answer).toMatchObject({
    status: 'ok',
    truncated: { totalChars: expect.any(Number), note: expect.stringContaining('cut') },
  });
  expect((answer.result as unknown[]).length).toBeGreaterThan(1_000);
});

test('records each run and its calls in one batch: digests, no values', async () => {
  const before = (await target.records()).length;
  await execute(
    'await acme.getOrder({ id: "42" }); await acme.issueRefund({ id: "42", reason: "late" }); return "a secret of the customer";',
  );
  const batches = (await target.records()).slice(before);
  expect(batches).toHaveLength(1);
  expect(batches[0]).toMatchObject([
    { operation: 'codecall_execute', result: 'ok', inputHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { operation: 'acme.getOrder', result: 'ok', status: 200 },
    { operation: 'acme.issueRefund', result: 'ok', status: 201 },
  ]);
  expect(JSON.stringify(batches)).not.toMatch(/secret of|late|return/);
});

test('records what an ended run had under way', async () => {
  const before = (await target.records()).length;
  expect(await execute('acme.hang({}); await acme.getOrder({ id: "42" }); return 1;')).toMatchObject({
    status: 'ok',
    notes: [expect.stringContaining('await every call')],
  });
  for (let records = await target.records(); ; records = await target.records()) {
    if (records.length === before) continue;
    expect(records.at(-1)?.map(({ operation, result }) => [operation, result])).toEqual(
      expect.arrayContaining([
        ['acme.hang', 'failed'],
        ['acme.getOrder', 'ok'],
      ]),
    );
    break;
  }
});

test('tells how far it has come to a client that asks', async () => {
  const heard: string[] = [];
  await client.callTool(
    {
      name: 'codecall_execute',
      arguments: {
        script: 'await acme.getOrder({ id: "42" }); mcpNotify("half", { n: 1 }); await acme.listOrders(); return 1;',
      },
    },
    { onprogress: ({ message }) => heard.push(String(message)) },
  );
  expect(heard).toEqual(['acme.getOrder answered', 'half: {"n":1}', 'acme.listOrders answered']);
});

test('records what was done, also when the client has gone before the end', async () => {
  const before = (await target.records()).length;
  const going = new AbortController();
  const asked = new Promise<void>((resolve) => api.on('/hang', () => resolve()));
  const script = 'await acme.listOrders(); await acme.hang({});';
  const answer = client.callTool(
    { name: 'codecall_execute', arguments: { script } },
    { signal: going.signal, onprogress: () => undefined },
  );
  await asked;
  going.abort();
  await expect(answer).rejects.toThrow();
  let records = await target.records();
  while (records.length === before) records = await target.records();
  expect(records.at(-1)?.map(({ operation, result }) => [operation, result])).toEqual([
    ['codecall_execute', 'failed'],
    ['acme.listOrders', 'ok'],
    ['acme.hang', 'failed'],
  ]);
});

test('answers the page for agents under a topic', async () => {
  const result = (await client.callTool({
    name: 'codecall_describe',
    arguments: { topics: ['agentscript'] },
  })) as CallToolResult;
  expect(result.structuredContent).toMatchObject({
    topics: [{ name: 'agentscript', text: expect.stringContaining('# Scripts for `codecall_execute`') }],
  });
});

test('does not keep others waiting: ten runs, and a plain tools/list between them', async () => {
  const runs = Promise.all(
    Array.from({ length: 10 }, () =>
      execute('let n = 0; for (let i = 0; i < 20000; i++) n += i; await acme.listOrders(); return n;'),
    ),
  );
  const { tools } = await client.listTools();
  expect(tools).toHaveLength(5);
  for (const { result } of await runs) expect(result).toBe(199_990_000);
});
