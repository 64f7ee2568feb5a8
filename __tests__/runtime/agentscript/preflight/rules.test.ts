import { preflight, type Preflight } from '../../../../src/runtime/agentscript/preflight/preflight.js';
import { RULES } from '../../../../src/runtime/agentscript/preflight/rules.js';

const check = (script: string): Preflight =>
  preflight(script, { namespaces: new Map([['acme', ['getOrder', 'listOrders']]]) });

interface RuleCases {
  refuses: string[];
  passes: string[];
}

/** What each rule refuses, and what looks alike and must pass. A rule without cases fails the first test. */
const CASES: Record<string, RuleCases> = {
  import: {
    refuses: ['import x from "y";', 'import "y";', 'const m = await import("fs"); return m;'],
    passes: ['return "import x from y";', 'return /import/.test("x");', 'const o = { import: 1 }; return o.import;'],
  },
  export: {
    refuses: ['export const a = 1;', 'export default 1;', 'export * from "x";'],
    passes: ['return { export: 1 }.export;', '// export default 1\nreturn 1;'],
  },
  'import-meta': {
    refuses: ['return import.meta.url;'],
    passes: ['function A() { return new.target; } return new A();', 'return { meta: 1 }.meta;'],
  },
  debugger: { refuses: ['debugger;'], passes: ['return { debugger: 1 };', 'return "debugger";'] },
  'bigint-literal': {
    refuses: [`return ${'9'.repeat(3000)}n > 1n;`],
    passes: ['return String(2n ** 64n);', 'return "9n";'],
  },
  'bigint-assignment': {
    refuses: ['const o = { n: 1n }; (() => o)().n *= 2n;', 'const l = [1n]; let i = 0; l[i++] += 1n;'],
    passes: [
      'let n = 2n; n *= 3n; return String(n);',
      'const o = { n: 1n }; o.n += 1n; return String(o.n);',
      'const l = [1]; let i = 0; l[i++] += 1; return l;',
    ],
  },
  'walk-member': {
    refuses: [
      'return [].constructor;',
      'return []["constructor"];',
      'return [][`constructor`];',
      'return []["con" + "structor"];',
      'return []?.constructor;',
      'return [][["constructor"]];',
      'return [].constructor.constructor;',
      'return [].constructor.constructor.name;',
      'return [].constructor["name"];',
      'return [].constructor.prototype;',
      'return [].constructor.name.constructor;',
      'return [].constructor + "";',
      'return [] === []["constructor"];',
      'return ({}).__proto__;',
      'x.__defineGetter__("a", () => 1); var x = {};',
      'class A { m() { return super.constructor; } } return new A().m();',
      'return []["\\x63onstructor"];',
    ],
    passes: [
      'return "constructor".length;',
      'return { constructor: 1 };',
      'class A { constructor() { this.a = 1; } } return new A();',
      'return /\\.constructor/.test("a.constructor");',
      '// x.constructor\nreturn 1;',
      'const k = "constructor"; return k;',
      'class E extends Error { constructor() { super(); this.name = this.constructor.name; } } return new E();',
      'return [].constructor?.name;',
      'return ({})?.constructor === Object;',
      'return Date !== (1).constructor;',
      'return Object.prototype.hasOwnProperty.call({ a: 1 }, "a");',
    ],
  },
  'walk-pattern': {
    refuses: [
      'const { constructor: c } = []; return c;',
      'const { constructor } = []; return 1;',
      'const { ["constructor"]: c } = [];',
      'const { "__proto__": p } = {};',
      'function f({ constructor: c }) {}',
      '({ constructor: globalX } = []); var globalX;',
      'for (const { constructor: c } of [[]]) {}',
    ],
    passes: [
      'const { process, name } = { process: 1, name: 2 }; return [process, name];',
      'const { a: { b } } = { a: { b: 1 } }; return b;',
    ],
  },
  'prototype-literal': {
    refuses: ['return { __proto__: null };', 'return { "__proto__": {} };'],
    passes: ['return { ["__proto__"]: 1 };', 'return "__proto__";', 'return { proto: 1 };'],
  },
  'arguments-walk': {
    refuses: ['function f() { return arguments.callee; } f();', 'function f() { return arguments["caller"]; } f();'],
    passes: ['function f() { return arguments.length; } return f(1);', 'return { caller: "Ada" }.caller;'],
  },
  'name-of-a-guard': {
    refuses: [
      'const __add = 1; return __add;',
      'return __caught();',
      'const o = { __spread() {} };',
      'function f(__keys) {}',
    ],
    passes: ['return "__add";', 'const _add = 1; return _add;', 'const add = (a, b) => a + b; return add(1, 2);'],
  },
  'write-free-name': {
    refuses: ['acme = 1;', 'total = 1;', 'JSON = {};', '[callTool] = [1];', 'for (i = 0; i < 1; i++) {}', 'console++;'],
    passes: [
      'let total = 0; total += 1; return total;',
      'var a; ({ a } = { a: 1 }); return a;',
      'const acme = 1; return acme;',
      'const o = {}; o.total = 1; return o;',
    ],
  },
  'forbidden-free-name': {
    refuses: [
      'return fetch("https://x.example");',
      'return process.env;',
      'return globalThis;',
      'return eval("1");',
      'return new Function("return 1")();',
      'setTimeout(() => 1, 1);',
      'return require("fs");',
      'return (() => window)();',
      'return [Proxy];',
      'return `${process}`;',
      'return { process };',
    ],
    passes: [
      'return typeof process;',
      'const process = { env: 1 }; return process.env;',
      'function f(fetch) { return fetch; } return f(1);',
      'const { window } = { window: 1 }; return window;',
      'return { process: 1, fetch: 2 };',
      'return "eval(process)";',
      'try { throw 1; } catch (self) { return self; }',
      'class global {} return typeof global;',
      'return ((...require) => require)(1);',
    ],
  },
  'unknown-free-name': {
    refuses: [
      'return totl;',
      'return shop.getOrder({});',
      '{ let inner = 1; } return inner;',
      'f(); { function f() {} } return g;',
      'const a = b; const b2 = 1;',
    ],
    passes: [
      'return typeof nothing;',
      'return later(); function later() { return 1; }',
      'if (true) { var hoisted = 1; } return hoisted;',
      'label: for (const x of [1]) { continue label; }',
      'return [Math, JSON, Date, Map, Promise, structuredClone].length;',
      'for (const [k, v = k] of Object.entries({ a: 1 })) console.log(k, v);',
      'const f = function g(n) { return n ? g(n - 1) : 0; }; return f(2);',
      'switch (1) { case 1: let s = 2; return s; }',
      'class A { static #x = 1; static { this.y = A.#x; } } return A.y;',
      'const f = (a, { b, ...c }, [d = a] = []) => [a, b, c, d]; return f(1, { b: 2 });',
    ],
  },
  'unknown-operation': {
    refuses: ['return acme.getOrdr({});', 'return acme["deleteOrder"]({});', 'await acme.constructorOf({});'],
    passes: [
      'return acme.getOrder({});',
      'return typeof acme.getOrdr;',
      'const acme = { getOrdr: () => 1 }; return acme.getOrdr();',
      'return acme[codecallContext.name]({});',
      'return "acme.getOrdr()";',
    ],
  },
};

test('has cases for every rule', () => {
  expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ name }) => name).sort());
});

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const { refuses = [], passes = [] } = CASES[name] ?? {};

  test.each(refuses)('refuses %s', (script) => {
    const checked = check(script);
    expect(checked).toMatchObject({ ok: false, status: 'illegal_access' });
    if (checked.ok) return;
    const { error } = checked;
    const found = (error.issues ?? [{ ...error }]).find(({ code }) => code === rule.code);
    expect(found).toMatchObject({
      kind: rule.kind,
      line: expect.any(Number),
      column: expect.any(Number),
      hint: expect.stringMatching(/\w/),
    });
  });

  test.each(passes)('lets pass %s', (script) => {
    expect(check(script)).toMatchObject({ ok: true });
  });
});

test('points at the place in the author’s own text, and repeats the line', () => {
  const checked = check('const a = 1;\n\n  return a + fetch(a);');
  expect(checked).toMatchObject({ error: { line: 3, column: 14, excerpt: 'return a + fetch(a);' } });
});

test('shows all findings at once, in the order of the text, each once', () => {
  const checked = check('fetch("a");\nfetch("b");\nsetTimeout(f);\nreturn [].constructor;');
  expect(checked.ok ? [] : checked.error.issues?.map(({ line }) => line)).toEqual([1, 3, 3, 4]);
});

test('refuses more unicode classes than can be read in good time, before it reads them', () => {
  const started = performance.now();
  expect(check(`return /${'\\p{RGI_Emoji}'.repeat(2000)}/v;`)).toMatchObject({
    status: 'syntax_error',
    error: { code: 'LIMIT_SOURCE', limit: { value: 100 } },
  });
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(check(`return /${'\\p{L}'.repeat(100)}/u;`)).toMatchObject({ ok: true });
});

test('says what there is when a name is not there', () => {
  expect(check('return acm.getOrder({});')).toMatchObject({
    error: { message: expect.stringContaining('Available: acme, callTool'), hint: 'Did you mean "acme"?' },
  });
});
