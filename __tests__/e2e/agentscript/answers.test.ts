import type { CallToolResult, Client } from '@modelcontextprotocol/client';
import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { NEGOTIATIONS, startMcp, type McpTarget } from '../mcp/mcp-target.js';
import { get, shop, TOKEN } from '../mcp/shop.js';

interface Answer {
  status: string;
  result?: unknown;
  error?: Record<string, unknown>;
  [member: string]: unknown;
}

let api: LoopbackApi;
let target: McpTarget;
let client: Client;
const texts: string[] = [];
const CATCH_IT =
  'Catch it with try … catch, or use callTool(name, input, { throwOnError: false }), when the script can go on without it.';

beforeAll(async () => {
  api = await startApi();
  api.on('/orders/42', (_request, response) => json(response, { id: '42', total: 5 }));
  for (const status of [409, 429, 500, 503]) {
    const headers = {
      'content-type': 'application/json',
      'x-internal': 'db-7',
      ...(status === 429 && { 'retry-after': '7' }),
    };
    api.on(`/fail-${status}`, (_request, response) => response.writeHead(status, headers).end('{"message":"no"}'));
  }
  api.on('/much', (_request, response) =>
    json(response, { message: 'much', list: Array.from({ length: 9000 }, (_, id) => ({ id })) }, 422),
  );
  api.on('/hang', () => undefined);
  api.on('/drop', (_request, response) => response.destroy());
  const post = (path: string) => ({ request: { path, method: 'POST', security: [['token']] } });
  const operations = {
    'acme.get409': get('/fail-409'),
    'acme.get429': get('/fail-429'),
    'acme.get500': get('/fail-500'),
    'acme.post500': post('/fail-500'),
    'acme.post503': post('/fail-503'),
    'acme.getDrop': get('/drop'),
    'acme.postDrop': post('/drop'),
    'acme.much': get('/much'),
    'acme.hang': get('/hang'),
    'acme.any': { request: { path: '/fail-409', method: 'POST' }, input: { type: 'object' } },
  };
  const skills = { faults: { description: 'Operations that fail.', operations: Object.keys(operations) } };
  target = await startMcp(
    fixtureBundle(shop(api.url, { operations, skills, hot: { execution: { timeoutMs: 2_000 } } })),
    { ACME_TOKEN: TOKEN },
  );
  client = await target.connect(NEGOTIATIONS[1]?.options);
});

afterAll(async () => {
  await target.stop();
  await api.close();
});

/** Runs a script; what its answer says stands in it twice, as data and as JSON text. */
async function execute(script: string): Promise<Answer> {
  const result = (await client.callTool({ name: 'codecall_execute', arguments: { script } })) as CallToolResult;
  const { text } = result.content[0] as { text: string };
  texts.push(text);
  expect(JSON.parse(text)).toEqual(result.structuredContent);
  return result.structuredContent as unknown as Answer;
}

/** The place that an answer names, as `line:column` and the author's line. */
function placeOf({ error }: Answer): string {
  expect(error?.location).toEqual({ line: error?.line, column: error?.column });
  return `${String(error?.line)}:${String(error?.column)} ${String(error?.excerpt)}`;
}

describe('each status that can name a place names that of the author', () => {
  test.each([
    ['syntax_error', 'PREFLIGHT_SYNTAX', 'const a = 1;\nconst b = ;\nreturn a;', '2:11 const b = ;'],
    ['syntax_error', 'LIMIT_SOURCE', `const a = 1;\nreturn ${Array(300).fill('a').join(' + ')};`, '2:412 return a + a'],
    ['illegal_access', 'PREFLIGHT_FORBIDDEN_NAME', 'const a = "eval";\n\nreturn  eval(a);', '3:9 return  eval(a);'],
    [
      'illegal_access',
      'PREFLIGHT_UNKNOWN_OPERATION',
      '// first\nreturn acme.nothing({});',
      '2:8 return acme.nothing({});',
    ],
    ['illegal_access', 'PREFLIGHT_MODULE_SYNTAX', '\nimport x from "y";', '2:1 import x from "y";'],
    [
      'runtime_error',
      'SCRIPT_ERROR',
      'const a = 1;\r\n  throw new TypeError("mine");',
      '2:13 throw new TypeError("mine");',
    ],
    [
      'runtime_error',
      'SCRIPT_ERROR',
      'const read = (order) => {\n  return order.customer.name;\n};\nreturn [{}].map((order) => read(order));',
      '2:10 return order.customer.name;',
    ],
    [
      'runtime_error',
      'SCRIPT_ERROR',
      'class Missing extends Error {}\nconst a = 1;\nif (a) throw new Missing("none");',
      '3:18 if (a) throw new Missing("none");',
    ],
    [
      'runtime_error',
      'SCRIPT_ERROR',
      'const a = 1;\nconst n = 5n ** 2n; throw new Error("late");',
      '2:31 const n = 5n ** 2n; throw new Error("late");',
    ],
    ['tool_error', 'EXECUTION', 'const a = 1;\n  await acme.get409({});', '2:14 await acme.get409({});'],
    [
      'tool_error',
      'VALIDATION',
      'const ask = (id) =>\n  acme.getOrder({ id });\nreturn await ask(5);',
      '2:8 acme.getOrder({ id });',
    ],
  ])('%s, %s', async (status, code, script, place) => {
    const answer = await execute(script);
    expect(answer).toMatchObject({ status, error: { code, message: expect.stringMatching(/\w/) } });
    expect(placeOf(answer).slice(0, place.length)).toBe(place);
  });
});

describe('what has no place says what to do', () => {
  test.each([
    ['timeout', 'LIMIT_CPU', 'while (true) {}', { name: 'ticks', value: 1000 }],
    ['timeout', 'TIMEOUT', 'await acme.hang({});', { name: 'wallMs', value: 2000 }],
    ['runtime_error', 'LIMIT_STACK', 'const f = () => f();\nf();', { name: 'stackBytes', value: 262_144 }],
    [
      'runtime_error',
      'LIMIT_MEMORY',
      'const kept = [];\nfor (;;) kept.push("x".repeat(1000));',
      { name: 'memoryBytes', value: 16_777_216 },
    ],
    [
      'runtime_error',
      'LIMIT_CALLS',
      'for (let i = 0; i < 200; i++) await acme.getOrder({ id: "42" });',
      { name: 'calls', value: 100 },
    ],
    ['runtime_error', 'LIMIT_OUTPUT', 'return "x".repeat(2_000_000);', { name: 'resultHardChars', value: 1_048_576 }],
    ['runtime_error', 'STALLED', 'await new Promise(() => {});', undefined],
    ['runtime_error', 'RESULT_NOT_JSON', 'const o = {};\no.o = o;\nreturn o;', undefined],
    ['runtime_error', 'RESULT_NOT_JSON', 'return 10n;', undefined],
  ])('%s, %s', async (status, code, script, limit) => {
    const { error, ...answer } = await execute(script);
    expect(answer).toMatchObject({ status });
    expect(error).toMatchObject({ code, message: expect.stringMatching(/\w/), hint: expect.stringMatching(/\w/) });
    expect(error?.limit).toEqual(limit);
  });
});

describe('what is too long is cut, and stays JSON', () => {
  test('a result, between two characters', async () => {
    const { result, truncated } = await execute('return ["🙂".repeat(200000), 1];');
    expect(truncated).toMatchObject({ keptChars: expect.any(Number), totalChars: 400_006 });
    const [text] = result as string[];
    expect(text?.length).toBeGreaterThan(100_000);
    expect(text?.isWellFormed()).toBe(true);
  });

  test("an API's error, and the arguments that are repeated", async () => {
    const { error } = await execute('await acme.much({});');
    const { list } = error?.details as { list: { id: number }[] };
    expect(list.length).toBeGreaterThan(500);
    expect(list.length).toBeLessThan(9000);
    const repeated = (await execute('await acme.any({ text: "🙂".repeat(15000), more: 1 });')).error?.toolInput as {
      text: string;
    };
    expect(repeated.text.length).toBeLessThan(2_100);
    expect(repeated.text.isWellFormed()).toBe(true);
  });

  test('a log', async () => {
    const { logs, notes } = await execute('for (let i = 0; i < 500; i++) console.log("🙂".repeat(3000));\nreturn 1;');
    const lines = logs as string[];
    expect(lines.join('').length).toBeLessThan(66_000);
    expect(lines.every((line) => line.isWellFormed())).toBe(true);
    expect(notes).toEqual([expect.stringContaining('The log is full')]);
  });
});

describe('a failed call says whether the same call may succeed later', () => {
  test.each<[string, object]>([
    ['acme.get409', { reason: 'upstream_error', status: 409, retryable: false }],
    ['acme.get429', { reason: 'upstream_error', status: 429, retryable: true, retryAfterSeconds: 7 }],
    ['acme.get500', { reason: 'upstream_error', status: 500, retryable: true }],
    ['acme.post500', { reason: 'upstream_error', status: 500, retryable: false }],
    ['acme.post503', { reason: 'upstream_error', status: 503, retryable: true }],
    ['acme.getDrop', { reason: 'unreachable', status: 0, retryable: true }],
    [
      'acme.postDrop',
      { reason: 'unreachable', status: 0, retryable: false, message: expect.stringContaining('may have carried') },
    ],
  ])('%s', async (tool, facts) => {
    const { status, error } = await execute(`await ${tool}({});`);
    expect(status).toBe('tool_error');
    expect(error).toMatchObject(facts);
    expect(error?.hint).toBe(
      (facts as { retryable: boolean }).retryable ? 'The same call may succeed later.' : CATCH_IT,
    );
    const caught = await execute(
      `try { await ${tool}({}); } catch ({ status, retryable, retryAfterSeconds }) { return { status, retryable, retryAfterSeconds }; }`,
    );
    const { status: code, retryable, retryAfterSeconds } = error ?? {};
    expect(caught.result).toEqual(JSON.parse(JSON.stringify({ status: code, retryable, retryAfterSeconds })));
  });
});

test('no message of these tests holds anything of the host, of the network or of the Worker', () => {
  expect(texts.length).toBeGreaterThan(35);
  for (const text of texts) {
    expect(text).not.toMatch(
      /quickjs|wasm|workerd|node_modules|worker\.js|script\.js|\.ts\b|cloudflare|127\.0\.0\.1|localhost|db-7|x-internal|authorization|bearer|\bat \w+ \(/i,
    );
    expect(text).not.toContain(TOKEN);
  }
});
