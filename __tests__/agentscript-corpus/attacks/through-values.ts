import { js } from '../js.js';
import { looksAround, runsCode } from './probes.js';
import type { AttackCase, AttackClass } from '../types.js';

const K = `const k = 'constr' + ['uct', 'or'].join('');`;

/** Ways to make the host, or the code of the guest that the script did not write, throw something. */
const THROWN: [string, string][] = [
  ['a call without a name', 'await callTool()'],
  ['a call with a symbol', 'await callTool(Symbol())'],
  ['a call of an unknown operation', 'await callTool("x.y", {})'],
  ['wrong arguments', 'await shop.getOrder({ id: 5 })'],
  ['a refused path', 'await shop.getOrder({ id: ".." })'],
  ['an answer of 404', 'await shop.getOrder({ id: "A-0" })'],
  ['an answer of 409', 'await shop.createRefund({ id: "A-1001", amount: 1e9, reason: "late" })'],
  ['an operation that needs approval', 'await callTool("shop.payOut", { amount: 1 })'],
  ['a circle as arguments', 'const o = {}; o.o = o; await shop.getOrder(o)'],
  ['a getter as arguments', 'await shop.getOrder({ get id() { return this.id; } })'],
  ['a big number as arguments', 'await shop.getOrder({ id: 1n })'],
  [
    'options that throw',
    'await callTool("shop.getOrder", { id: "A-1001" }, { get throwOnError() { throw new Error("own"); } })',
  ],
  ['getTool of nothing', 'await getTool({ toString() { throw new Error("own"); } })'],
  ['a log of a thrower', 'console.log({ toJSON() { throw new Error("own"); } }); null.x'],
  ['a notification of a circle', 'const o = {}; o.o = o; mcpNotify("x", o); null.x'],
  ['__safe_parallel of no functions', 'await __safe_parallel([1, null, {}])'],
  ['__safe_parallel of nothing', 'await __safe_parallel(null)'],
  ['structuredClone of a function', 'structuredClone(() => 1)'],
  ['URLSearchParams of an odd thing', 'new URLSearchParams([[1, 2, 3]])'],
  ['a stack overflow inside a call', 'const f = () => { shop.getOrder({ id: "A-1001" }); f(); }; f()'],
  ['JSON that is none', 'JSON.parse("{")'],
  ['a regular expression that is none', 'new RegExp("(")'],
  ['an invalid date', 'new Date(NaN).toISOString()'],
  ['a wrong length', 'new Array(-1)'],
  ['a wrong count', '"x".repeat(-1)'],
  ['a code point that is none', 'String.fromCodePoint(-1)'],
  ['a wrong radix', '(1).toString(99)'],
  ['a BigInt and a number', '1n + 1'],
  ['a private member that is not there', '(class A { #x; static f(o) { return o.#x; } }).f({})'],
  ['a frozen thing', 'Object.freeze([]).push(1)'],
];

/** What the host gets to see of a script: thrown, returned, given to calls. */
const GIVEN: [string, string][] = [
  [
    'throws an object with getters',
    'throw { get message() { return "ESC" + "APED".length; }, get stack() { for (const f of [shop.getOrder]) f({ id: "A-1001" }); return 1; } };',
  ],
  ['throws an object without a prototype', 'throw Object.create(null);'],
  ['throws a function', 'throw () => 1;'],
  ['throws a symbol', 'throw Symbol("x");'],
  ['throws undefined', 'throw undefined;'],
  ['throws null', 'throw null;'],
  ['throws a big number', 'throw 10n;'],
  ['throws a promise', 'throw Promise.reject(new Error("x"));'],
  [
    'throws an error whose message is an object',
    'const e = new Error(); e.message = { toString() { throw 1; } }; throw e;',
  ],
  [
    'throws an error whose name is a getter that throws',
    'throw Object.defineProperty(new Error("x"), "name", { get() { throw new Error("y"); } });',
  ],
  [
    'throws an error whose stack is a getter',
    'throw Object.defineProperty(new Error("x"), "stack", { get() { throw this; } });',
  ],
  ['throws an error that is its own cause', 'const e = new Error("x"); e.cause = e; throw e;'],
  ['throws an error of a limit', 'const e = new Error("out of memory"); e.name = "InternalError"; throw e;'],
  [
    "throws an error like the host's",
    'throw Object.assign(new Error("internal"), { status: "ok", code: "TOOL_ERROR", toolName: "admin.deleteEverything", result: "x" });',
  ],
  [
    'throws an error with the call of another',
    'let c; try { await shop.getOrder({ id: "A-0" }); } catch (e) { c = e; } c.call = 99; c.name = "x"; throw c;',
  ],
  [
    'throws with line breaks and control characters',
    'throw new Error("a\\r\\nfake: log line\\u001b[2J\\u0000\\u2028");',
  ],
  ['throws markup', 'throw new Error("<script>alert(1)</script>](javascript:alert(1))");'],
  ['returns a function', 'return () => 1;'],
  ['returns a symbol', 'return Symbol("x");'],
  ['returns a big number', 'return { a: 10n };'],
  ['returns a circle', 'const o = {}; o.o = o; return o;'],
  ['returns an operation', 'return shop.getOrder;'],
  ['returns a namespace', 'return shop;'],
  ['returns everything it has', 'return { shop, callTool, getTool, console, codecallContext, JSON, Math, Object };'],
  ['returns a thenable that resolves to a thenable', 'return { then(r) { r({ then(r2) { r2({ then: 5 }); } }); } };'],
  ['returns a thenable that throws', 'return { then() { throw new Error("x"); } };'],
  ['returns a thenable that settles twice', 'return { then(a, b) { a(1); b(2); a(3); } };'],
  [
    'returns a thenable that keeps its resolvers',
    'let keep; Promise.resolve().then(() => keep && keep("late")); return { then(r) { keep = r; } };',
  ],
  ['returns an object whose then is a getter that throws', 'return { get then() { throw new Error("x"); } };'],
  ['returns a getter that throws', 'return { get a() { throw new Error("x"); } };'],
  ['returns a getter that changes', 'let n = 0; return { get a() { return n++ ? "ESC" + "APED" : 1; } };'],
  ['returns toJSON that gives toJSON', 'const o = { toJSON() { return o; } }; return o;'],
  ['returns toJSON that throws a thenable', 'return { toJSON() { throw { then(r) { r(1); } }; } };'],
  ['returns toJSON that calls', 'return { toJSON() { shop.getOrder({ id: "A-1001" }); return 1; } };'],
  ['returns lone surrogates', 'return ["\\ud800", "\\udc00x", { "\\ud800": 1 }];'],
  ['returns line separators and zero bytes', 'return "\\u2028\\u2029\\u0000\\ufffe\\uffff";'],
  [
    'returns __proto__ as a key',
    'return JSON.parse(\'{"__proto__":{"status":"ok","isError":true},"constructor":{"prototype":{}}}\');',
  ],
  [
    'returns what looks like an answer',
    'return { status: "tool_error", error: { code: "X" }, isError: true, _meta: { a: 1 }, structuredContent: {} };',
  ],
  [
    'returns what looks like a request',
    'return { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "codecall_invoke" } };',
  ],
  [
    'returns what looks like an event',
    'return "\\n\\ndata: {\\"jsonrpc\\":\\"2.0\\",\\"id\\":1,\\"result\\":{}}\\n\\nevent: message\\n";',
  ],
  ['returns numbers that JSON does not have', 'return [NaN, Infinity, -Infinity, -0, 1e400, 5e-400];'],
  ['returns a list with holes and members', 'const a = [1, , 3]; a.x = 1; a.length = 10; return a;'],
  ['returns boxed values', 'return [Object("s"), Object(1), Object(true), Object(1n) === 0];'],
  [
    'returns a proxy-like object',
    'return Object.create({ inherited: 1 }, { own: { get: () => 1, enumerable: true } });',
  ],
  ['returns a date that lies', 'const d = new Date(0); d.toISOString = () => "ESC" + "APED".length; return d;'],
  [
    'logs everything',
    'console.log(shop, callTool, Symbol("x"), 10n, null, undefined, () => 1, new Map([[1, 2]]), new Error("x"), { get a() { throw 1; } }); return 1;',
  ],
  [
    'logs lines that look like others',
    'console.log("x\\n{\\"level\\":\\"error\\",\\"event\\":\\"forged\\"}\\r\\n"); mcpLog("error\\nforged", "x\\u0000y", { a: "\\n" }); return 1;',
  ],
  [
    'logs with odd levels',
    'for (const l of [null, 5, {}, "__proto__", "x".repeat(10000), Symbol()]) { try { mcpLog(l, "x"); } catch {} } return 1;',
  ],
  [
    'notifies with odd names',
    'for (const l of [null, 5, {}, "__proto__", "notifications/cancelled", "x".repeat(10000), Symbol()]) { try { mcpNotify(l, { __proto__: null, a: 1 }); } catch {} } return 1;',
  ],
];

/** Escapes through errors, getters, thenables, proxies and what is handed over. */
export const THROUGH_VALUES: AttackClass = {
  class: 'escape through errors, getters, thenables and proxies',
  cases: [
    ...THROWN.map(([name, code]): AttackCase => ({
      name: `the constructor of what ${name} throws`,
      script: runsCode('caught[k][k]', `${K}\nlet caught = {};\ntry { ${code}; } catch (e) { caught = e; }`),
      expect: 'contained',
    })),
    ...THROWN.slice(0, 16).map(([name, code]): AttackCase => ({
      name: `the stack of what ${name} throws`,
      script: `let e = {};\ntry { ${code}; } catch (x) { e = x; }\nreturn [String(e.stack), String(e.message), JSON.stringify(e), Object.getOwnPropertyNames(Object(e)).map((n) => String(e[n])).join(' | ')];`,
      expect: 'contained',
    })),
    ...GIVEN.map(([name, script]): AttackCase => ({ name, script, expect: 'contained' })),
    {
      name: 'the receiver of a thenable',
      script: looksAround('{ then(r, j) { r([this, r, j, new.target]); } }'),
      expect: 'contained',
    },
    {
      name: 'the resolvers of a thenable',
      script: runsCode('await { then(r) { r({ f: r[k][k] }); } }.then', `${K}`),
      expect: 'contained',
    },
    {
      name: 'the resolver that await gives to a thenable',
      script: runsCode('caught[k]', `${K}\nlet caught;\nawait { then(r) { caught = r; r(1); } };`),
      expect: 'contained',
    },
    {
      name: 'the resolver that a call gives to then',
      script: runsCode(
        'caught[k]',
        `${K}\nlet caught;\nconst then = Promise.prototype.then;\nPromise.prototype.then = function (a, b) { caught = a ?? caught; return then.call(this, a, b); };\ntry { await shop.getOrder({ id: 'A-1001' }); } catch {}`,
      ),
      expect: 'contained',
    },
    {
      name: 'the receiver of toJSON',
      script: looksAround('(() => { let t; JSON.stringify({ toJSON(...a) { t = [this, ...a]; } }); return t; })()'),
      expect: 'contained',
    },
    {
      name: 'the arguments of a getter',
      script: looksAround('(() => { let t; ({ set a(v) { t = [this, v]; } }).a = 1; return t; })()'),
      expect: 'contained',
    },
    ...[
      'get',
      'set',
      'has',
      'apply',
      'construct',
      'ownKeys',
      'getPrototypeOf',
      'getOwnPropertyDescriptor',
      'defineProperty',
      'deleteProperty',
    ].map((trap): AttackCase => ({
      name: `a proxy with the trap ${trap}, given to a call`,
      script: `let seen = [];\nconst p = new Proxy({ id: 'A-1001' }, { ${trap}(...a) { seen.push(...a); return a[0]; } });\ntry { await shop.getOrder(p); } catch {}\nfor (const s of seen) { try { if (s.fetch || s.env) return 'ESC' + 'APED'; } catch {} }\nreturn 'nothing';`,
      expect: 'contained',
    })),
    {
      name: 'a proxy as the result',
      script: js`return new Proxy({}, { get(t, k) { return k === 'toJSON' ? () => 'ESC' + 'APED'.length : 1; }, ownKeys() { return ['a']; } });`,
      expect: 'contained',
    },
    {
      name: 'a revoked proxy as the result',
      script: js`const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy;`,
      expect: 'contained',
    },
    { name: 'Reflect.ownKeys of what it has', script: js`return Reflect.ownKeys(shop).length;`, expect: 'contained' },
    {
      name: 'species of a list that a call fills',
      script: js`class Mine extends Array { static get [Symbol.species]() { return function () { return shop; }; } } try { return Mine.from([1]).map((x) => x).length; } catch (e) { return e.name; }`,
      expect: 'contained',
    },
    {
      name: 'SuppressedError and its like',
      script: runsCode(
        'caught[k][k]',
        `${K}\nlet caught = {};\ntry { throw new AggregateError([() => 1], 'x', { cause: () => 1 }); } catch (e) { caught = e.errors[0]; }`,
      ),
      expect: 'contained',
    },
    {
      name: 'yield* in an async generator over a thenable',
      script: runsCode(
        'caught',
        `${K}\nlet caught = [][k];\nconst it = { [Symbol.asyncIterator]() { return { next() { return { then(r) { caught = r[k]; r({ done: true }); } }; }, return() { return {}; } }; } };\nasync function* g() { yield* it; }\ntry { for await (const x of g()); } catch {}`,
      ),
      expect: 'contained',
    },
    {
      name: 'the frames of a stack',
      script: runsCode(
        'frames[0].getFunction()[k]',
        `${K}\nlet frames = [];\nError.prepareStackTrace = (e, f) => { frames = f; return f; };\ntry { new Error('x').stack; } catch {}`,
      ),
      expect: 'contained',
    },
    {
      name: 'the frames of an error of a call',
      script: runsCode(
        '(frames.map((f) => f.getThis()).find(Boolean))[k][k]',
        `${K}\nlet frames = [];\nError.prepareStackTrace = (e, f) => { frames = f; return f; };\ntry { await shop.getOrder({ id: 'A-0' }); } catch (e) { String(e.stack); }`,
      ),
      expect: 'contained',
    },
  ],
};
