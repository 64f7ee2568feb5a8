import type { CallOutcome } from '../../../src/runtime/agentscript/script-types.js';
import { errorOf, failed, resultOf, run } from './run-in-node.js';

describe('an answer', () => {
  test('is what the script returns, as JSON', async () => {
    expect(
      await resultOf('return { a: [1, "é", null, undefined], d: new Date(0), m: new Map([[1, 2]]), f: () => 1 };'),
    ).toEqual({ a: [1, 'é', null, null], d: '1970-01-01T00:00:00.000Z', m: {} });
  });

  test('of a script that returns nothing is null, and says so', async () => {
    expect(await run('const a = 1;')).toMatchObject({
      status: 'ok',
      resultText: 'null',
      notes: [expect.stringContaining('return')],
    });
  });

  test.each([
    ['a circle', 'const o = {}; o.o = o; return o;', 'circular'],
    ['a BigInt', 'return { n: 1n };', 'BigInt'],
    ['more than a hundred levels', 'let o = 1; for (let i = 0; i < 101; i++) o = [o]; return o;', '100 levels'],
    ['a getter that throws', 'return { get a() { throw new Error("no"); } };', 'no'],
  ])('cannot hold %s', async (_what, script, said) => {
    expect(await errorOf(script)).toMatchObject({
      status: 'runtime_error',
      code: 'RESULT_NOT_JSON',
      message: expect.stringContaining(said),
    });
  });

  test('carries the lines of the log, shortened, and a note when the log is full', async () => {
    const { logs, notes } = await run(
      'console.log("a", { b: 1 }, [2], null, () => 1); console.error(new Error("e")); mcpLog("warning", "w", { x: 1 }); for (let i = 0; i < 300; i++) console.log("x".repeat(3000)); return 1;',
    );
    expect(logs.slice(0, 3)).toEqual([
      { level: 'info', message: 'a {"b":1} [2] null [function]' },
      { level: 'error', message: 'Error: e' },
      { level: 'warning', message: 'w {"x":1}' },
    ]);
    expect(Math.max(...logs.map(({ message }) => message.length))).toBe(2048);
    expect(notes).toEqual([expect.stringContaining('log is full')]);
  });
});

describe('an error', () => {
  test('that was thrown has the place in the author’s own text', async () => {
    expect(await errorOf('const a = null;\n\n  return a.b.c;')).toMatchObject({
      status: 'runtime_error',
      code: 'SCRIPT_ERROR',
      name: 'TypeError',
      line: 3,
      excerpt: 'return a.b.c;',
      hint: expect.stringContaining('?.'),
    });
    expect(await errorOf('const f = () => {\n  throw new RangeError("far");\n};\nf();')).toMatchObject({
      message: 'far',
      name: 'RangeError',
      line: 2,
    });
  });

  test('keeps its column in a script whose arithmetic is guarded', async () => {
    expect(await errorOf('const a = 2n * 3n + 4n; return null.x;')).toMatchObject({ line: 1 });
    const plain = await errorOf('const a = 2 * 3 + 4; throw new Error("x");');
    const guarded = await errorOf('const a = 2 * 3 + 4; throw new Error("x"); 1n;');
    expect(guarded.column).toBe(plain.column);
  });

  test.each([
    'throw "text";',
    'throw null;',
    'throw { code: 1 };',
    'throw undefined;',
    'return Promise.reject(7);',
    'throw Object.assign(new Error("x"), { get message() { throw 1; } });',
  ])('can be anything: %s', async (script) => {
    expect(await errorOf(script)).toMatchObject({
      status: 'runtime_error',
      code: 'SCRIPT_ERROR',
      message: expect.any(String),
    });
  });

  test('holds nothing of the guest’s own code or the host', async () => {
    const outcome = await run('const e = new Error("x"); console.log(e.stack); throw e;');
    expect(JSON.stringify(outcome)).not.toMatch(/node_modules|\.ts:|file:\/\/|wasm|\/work\//);
  });
});

describe('a failed call', () => {
  const call = async (): Promise<CallOutcome> => ({
    ok: false,
    error: {
      code: 'VALIDATION',
      message: 'orderId is missing.',
      reason: 'invalid_arguments',
      status: 0,
      retryable: false,
      details: { at: '/orderId' },
    },
  });

  test('can be caught, with everything that repairs it', async () => {
    expect(
      await resultOf(
        'try { await acme.getOrder({}); } catch (e) { return [e instanceof Error, e.name, e.message, e.code, e.reason, e.status, e.retryable, e.details]; }',
        { call },
      ),
    ).toEqual([
      true,
      'ToolError',
      'orderId is missing.',
      'VALIDATION',
      'invalid_arguments',
      0,
      false,
      { at: '/orderId' },
    ]);
  });

  test('that is not caught ends the run, and says which call it was', async () => {
    expect(await errorOf('const x = 1;\nawait acme.getOrder({ a: 1 });', { call })).toMatchObject({
      status: 'tool_error',
      code: 'TOOL_ERROR',
      toolName: 'acme.getOrder',
      toolInput: { a: 1 },
      message: 'orderId is missing.',
      line: 2,
      source: 'tool',
    });
  });

  test('cannot be made up by a script', async () => {
    expect(
      await errorOf('const e = new Error("made up"); e.name = "ToolError"; e.code = "VALIDATION"; throw e;'),
    ).toMatchObject({ status: 'runtime_error', code: 'SCRIPT_ERROR' });
  });

  test('is a value with throwOnError: false', async () => {
    expect(
      await resultOf('return await callTool("acme.getOrder", {}, { throwOnError: false });', { call }),
    ).toMatchObject({ success: false, error: { code: 'VALIDATION', message: 'orderId is missing.' } });
    expect(await resultOf('return await callTool("acme.getOrder", { a: 1 }, { throwOnError: false });')).toEqual({
      success: true,
      data: { name: 'acme.getOrder', input: { a: 1 } },
    });
  });
});

describe('calls', () => {
  test('are at most as many at a time as the limit says, and all are made', async () => {
    let inFlight = 0;
    let most = 0;
    const call = async (): Promise<CallOutcome> => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
      return { ok: true, data: 1 };
    };
    expect(
      await resultOf('return (await Promise.all(Array.from({ length: 40 }, () => acme.getOrder({})))).length;', {
        call,
      }),
    ).toBe(40);
    expect(most).toBe(6);
  });

  test('that nobody waits for are cancelled, and their late answers dropped', async () => {
    let signal: AbortSignal | undefined;
    let answer: (outcome: CallOutcome) => void = () => undefined;
    const call = (_name: string, _input: unknown, given: AbortSignal): Promise<CallOutcome> => {
      signal = given;
      return new Promise((resolve) => (answer = resolve));
    };
    const outcome = await run('acme.getOrder({}); await null; await null; return await Promise.resolve("done");', {
      call,
    });
    expect(outcome).toMatchObject({
      status: 'ok',
      resultText: '"done"',
      notes: [expect.stringContaining('await every call')],
    });
    expect(signal?.aborted).toBe(true);
    answer({ ok: true, data: 'late' });
    await new Promise((resolve) => setImmediate(resolve));
  });

  test('run a few at a time with __safe_parallel, in order', async () => {
    expect(
      await resultOf(
        'return await __safe_parallel([3, 2, 1].map((n) => async () => (await acme.getOrder({ n })).input.n), { maxConcurrency: 2 });',
      ),
    ).toEqual([3, 2, 1]);
  });

  test('get {} for no input, and JSON of what they are given', async () => {
    expect(
      await resultOf(
        'return [(await acme.getOrder()).input, (await acme.getOrder({ d: new Date(0), u: undefined })).input];',
      ),
    ).toEqual([{}, { d: '1970-01-01T00:00:00.000Z' }]);
  });
});

describe('a limit', () => {
  const caught = (script: string): string =>
    `try { ${script} } catch (e) { return "caught " + e; } finally { await 0; } return "went on";`;
  test.each([
    ['LIMIT_CPU', 'timeout', 'for (;;);', {}],
    ['LIMIT_CPU', 'timeout', 'const f = async () => { for (;;); }; await f().catch(() => f());', {}],
    ['LIMIT_MEMORY', 'runtime_error', 'const all = []; for (let i = 0; ; i++) all.push("x".repeat(1000) + i);', {}],
    ['LIMIT_MEMORY', 'runtime_error', '"x".repeat(2 ** 29);', {}],
    ['LIMIT_CALLS', 'runtime_error', 'for (let i = 0; i < 5; i++) await acme.getOrder({});', { calls: 3 }],
    ['LIMIT_ARGUMENTS', 'runtime_error', 'await acme.getOrder({ text: "x".repeat(100000) });', {}],
    [
      'LIMIT_ANSWERS',
      'runtime_error',
      'for (;;) await acme.getOrder({ text: "x".repeat(1000) });',
      { answerChars: 5000 },
    ],
    ['STALLED', 'runtime_error', 'await new Promise(() => {});', {}],
  ])('%s ends the run and cannot be caught: %s %s', async (code, status, script, limits) => {
    expect(await errorOf(caught(script), { limits })).toMatchObject({ code, status });
  });

  test('says what it was and where it stands', async () => {
    expect(
      await errorOf('for (let i = 0; i < 5; i++) await acme.getOrder({});', { limits: { calls: 3 } }),
    ).toMatchObject({ limit: { name: 'calls', value: 3 }, hint: expect.any(String) });
    expect(await errorOf('return "x".repeat(2_000_000);')).toMatchObject({ code: 'LIMIT_OUTPUT' });
  });

  test('of wall time ends a run whose call does not answer', async () => {
    expect(
      await errorOf('await acme.getOrder({});', { call: () => new Promise(() => undefined), limits: { wallMs: 50 } }),
    ).toMatchObject({ status: 'timeout', code: 'TIMEOUT' });
  });

  test('of CPU counts ticks while the clock stands still', async () => {
    expect(await errorOf('for (;;);', { now: () => 1_700_000_000_000 })).toMatchObject({
      status: 'timeout',
      code: 'LIMIT_CPU',
      limit: { name: 'ticks', value: 1000 },
    });
  });
});

test('ends when the client goes away', async () => {
  const client = new AbortController();
  const call = async (): Promise<CallOutcome> => {
    client.abort();
    return new Promise(() => undefined);
  };
  expect(await errorOf('await acme.getOrder({});', { call, signal: client.signal })).toMatchObject({
    code: 'CANCELLED',
  });
});

describe('the scope', () => {
  test('holds the namespaces of exactly the given operations, and cannot be changed', async () => {
    const tools = ['acme.getOrder', 'crm.find', 'console.log2', 'my-api.list'];
    expect(
      await resultOf('return [Object.keys(acme), Object.keys(crm), typeof acme.listOrders, typeof console.log2];', {
        tools,
      }),
    ).toEqual([['getOrder'], ['find'], 'undefined', 'undefined']);
    expect(await resultOf('return (await callTool("my-api.list", { a: 1 })).name;', { tools })).toBe('my-api.list');
    expect(await errorOf('acme.getOrder = () => 1;')).toMatchObject({ code: 'SCRIPT_ERROR', name: 'TypeError' });
    expect(await errorOf('acme.more = () => 1;')).toMatchObject({ code: 'SCRIPT_ERROR', name: 'TypeError' });
  });

  test('gives the context, frozen all through', async () => {
    expect(
      await resultOf('try { codecallContext.a.b = 2; } catch (e) { return [codecallContext, e.name]; }', {
        context: { a: { b: 1 } },
      }),
    ).toEqual([{ a: { b: 1 } }, 'TypeError']);
  });

  test('passes notifications on', async () => {
    const heard: unknown[] = [];
    await run('mcpNotify("progress", { done: 1 }); mcpNotify("bare"); return 1;', {
      notify: (...all) => heard.push(all),
    });
    expect(heard).toEqual([
      ['progress', { done: 1 }],
      ['bare', null],
    ]);
  });

  test('keeps working for the bridge when a script breaks the language', async () => {
    const script =
      'JSON.stringify = () => "{}"; JSON.parse = () => 1; Object.keys = null; Array.prototype.push = null; Map.prototype.get = () => 1; return (await acme.getOrder({ a: 1 })).input.a;';
    expect(await resultOf(script)).toBe(1);
  });

  test('is new in every run', async () => {
    await run('Array.prototype.leak = 1; Object.prototype.leak = 2; Math.leak = 3; return 1;');
    expect(await resultOf('return [[].leak, ({}).leak, Math.leak].map((x) => x ?? null);')).toEqual([null, null, null]);
  });

  test('has random numbers of its own in every run, from the seed', async () => {
    const numbers = (await resultOf('return Array.from({ length: 2000 }, () => Math.random());')) as number[];
    expect(new Set(numbers).size).toBe(2000);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(Math.abs(numbers.reduce((sum, number) => sum + number, 0) / 2000 - 0.5)).toBeLessThan(0.05);
  });
});

test('fails in the words of a failed call what only the host refuses', async () => {
  expect(await errorOf('await acme.getOrder({});', { call: async () => failed(503) })).toMatchObject({
    status: 'tool_error',
    toolError: { status: 503 },
  });
});
