import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** By receivers of functions, by what is thrown, logged and returned. */
export const RESULTS_AND_RECEIVERS: AttackClass = {
  class: 'results and receivers',
  cases: [
    {
      name: 'this in every kind of function',
      expect: 'contained',
      script: js`
const seen = [];
const look = (t) => seen.push(t === undefined ? 'none' : typeof t?.fetch + typeof t?.process + typeof t?.caches);
(function () { look(this); })(); (() => look(this))(); [1].forEach(function () { look(this); }); JSON.parse('1', function () { look(this); }); new Promise(function () { look(this); }); 'a'.replace(/a/, function () { look(this); return ''; }); Array.from([1], function () { look(this); }); queueMicrotask(function () { look(this); }); [2, 1].sort(function () { look(this); return 0; }); ({ get a() { look(this); return 1; } }).a;
await null;
return seen.some((s) => s.includes('function') || s.includes('object')) ? 'ESC' + 'APED' : seen;`,
    },
    {
      name: 'names of a host under typeof',
      expect: 'contained',
      script: js`
const kinds = [typeof process, typeof require, typeof fetch, typeof globalThis, typeof WebAssembly, typeof caches, typeof navigator, typeof crypto, typeof Deno, typeof Bun, typeof module, typeof exports, typeof std, typeof os, typeof bridge, typeof scriptArgs, typeof print, typeof gc, typeof SharedArrayBuffer, typeof Atomics, typeof FinalizationRegistry, typeof WeakRef, typeof Proxy, typeof Reflect, typeof performance, typeof DOMException, typeof eval];
return kinds.some((k) => k !== 'undefined') ? 'ESC' + 'APED' : 'nothing there';`,
    },
    {
      name: "names of the engine's own, one by one, with try",
      expect: 'refused',
      script: js`return std.loadFile('/etc/passwd');`,
    },
    {
      name: 'Symbol registry shared with a host',
      expect: 'contained',
      script: js`
const s = Symbol.for('nodejs.util.inspect.custom');
const o = { [s](depth, options, inspect) { return (typeof options?.stylize) + 'ESC' + 'APED'; }, [Symbol.for('nodejs.util.promisify.custom')]: 1 };
console.log(o); console.error(o); mcpLog('info', 'x', o); mcpNotify('x', o);
return o;`,
    },
    {
      name: 'an object that is logged runs nothing of the host',
      expect: 'contained',
      script: js`
let seen = 'nothing';
const o = { toJSON() { seen = typeof this; return { get a() { return (() => { throw new Error('x'); })(); } }; } };
console.log(o); console.log({ get x() { throw 1; } }); console.log(Object.create(null)); console.log({ toString: 1, valueOf: 1 });
return seen;`,
    },
    {
      name: 'a walk over every prototype from every value, looking for what a host has',
      expect: 'contained',
      script: js`
const seen = new Set(); const found = [];
const walk = (v, depth) => { if ((typeof v !== 'object' && typeof v !== 'function') || v === null || seen.has(v) || depth > 7) return; seen.add(v); for (const key of [...Object.getOwnPropertyNames(v), ...Object.getOwnPropertySymbols(v)]) { if (['fetch', 'process', 'env', 'binding', 'caches', 'WebAssembly', 'importScripts', 'evalBytecode', 'evalCode', 'loadScript', 'exit', 'getenv'].includes(key)) found.push(key); let x; try { x = v[key]; } catch { continue; } walk(x, depth + 1); } walk(Object.getPrototypeOf(v), depth + 1); };
for (const v of [shop, callTool, console, Object, Promise, Math, JSON, Iterator, URLSearchParams, structuredClone, atob, RegExp, Error, new Error('x'), await shop.getOrder({ id: 'A-1001' })]) walk(v, 0);
return found.length ? 'ESC' + 'APED ' + found : seen.size > 50;`,
    },
    {
      name: 'errors of the host are guest errors',
      expect: 'contained',
      script: js`
const out = [];
for (const f of [() => shop.getOrder({ id: 'x' }), () => callTool('nope', {}), () => shop.getOrder({ id: 5 }), () => shop.payOut({ amount: 1 })]) { try { await f(); } catch (e) { out.push(e instanceof Error, Object.getPrototypeOf(e) === Error.prototype, /worker|wasm|node_modules|https?:\/\/127|at async/.test(JSON.stringify(e) + e.stack + e.message)); } }
return out.some((x, i) => (i % 3 === 2 ? x : !x)) ? 'ESC' + 'APED' : out.length;`,
    },
    {
      name: 'the answers are guest objects',
      expect: 'contained',
      script: js`
const o = await shop.getOrder({ id: 'A-1001' });
return Object.getPrototypeOf(o) === Object.prototype && Object.getPrototypeOf(o.lines) === Array.prototype && (await shop.getOrder({ id: 'A-1001' })) !== o ? 'own' : 'ESC' + 'APED';`,
    },
    {
      name: 'promises of calls are guest promises',
      expect: 'contained',
      script: js`
const p = shop.getOrder({ id: 'A-1001' });
const own = Object.getPrototypeOf(p) === Promise.prototype && p instanceof Promise;
await p;
return own ? 'own' : 'ESC' + 'APED';`,
    },
    {
      name: 'unhandled rejections, thousands of them',
      expect: ['ok', 'runtime_error', 'timeout'],
      script: js`
for (let i = 0; i < 20_000; i++) Promise.reject(new Error('nobody'));
return 'still here';`,
    },
    {
      name: 'a rejection that nobody handles, after the end',
      expect: 'contained',
      script: js`
Promise.resolve().then(() => Promise.resolve()).then(() => { throw new Error('late'); });
return 'ended';`,
    },
    {
      name: 'an async function that throws a thenable that throws a thenable',
      expect: 'contained',
      script: js`
const t = (n) => ({ then(_, reject) { reject(n ? t(n - 1) : { get then() { throw 1; } }); } });
throw t(5);`,
    },
    {
      name: 'a thenable as the result resolves with itself for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const t = { then(resolve) { resolve(t); } };
return t;`,
    },
    {
      name: 'a thenable as the result never settles',
      expect: ['runtime_error'],
      script: js`return { then() {} };`,
    },
    {
      name: 'a thenable as the result settles twice, and throws after',
      expect: 'contained',
      script: js`return { then(resolve, reject) { resolve(1); resolve('ESC' + 'APED'); reject(2); throw 3; } };`,
    },
    {
      name: 'a thenable whose then is a getter with another answer each time',
      expect: 'contained',
      script: js`
let n = 0;
return { get then() { n++; return n > 1 ? undefined : (r) => r({ n }); } };`,
    },
    {
      name: 'the result has a toJSON that calls an operation',
      upstream: 1,
      expect: 'contained',
      script: js`return { toJSON() { shop.getOrder({ id: 'A-1001' }); return 'called late'; } };`,
    },
    {
      name: 'the result has a toJSON that never ends',
      expect: ['timeout'],
      script: js`return { toJSON() { for (;;); } };`,
    },
    {
      name: 'the result has a toJSON of itself without end',
      expect: ['runtime_error', 'timeout'],
      script: js`
const f = () => ({ a: { toJSON: f } });
return { toJSON: f };`,
    },
    {
      name: 'the result grows while it is written',
      expect: ['runtime_error', 'timeout'],
      script: js`
const list = [];
list.push({ toJSON() { const more = [this]; more.push({ more, toJSON: this.toJSON }); return more; } });
return list;`,
    },
    {
      name: 'the result is a list that lies about its length',
      expect: 'contained',
      script: js`
class L extends Array { get length() { return 3e9; } toJSON() { return { length: this.length, then: 1 }; } }
return new L();`,
    },
    {
      name: 'getters of the result throw errors with getters',
      expect: ['runtime_error'],
      script: js`return { get a() { throw { get message() { throw 1; }, toString() { throw 2; } }; } };`,
    },
    {
      name: 'a circle, and a BigInt, and a symbol as results',
      expect: ['runtime_error'],
      script: js`
const a = {}; a.a = a;
return a;`,
    },
    {
      name: 'the result is a function with properties',
      expect: ['ok'],
      script: js`
const f = () => 1; f.then = undefined; f.toJSON = undefined;
return f;`,
    },
    {
      name: 'generators, maps and boxed values as results',
      expect: ['ok'],
      script: js`return [(function* () { yield 1; })(), new Map([[1, 2]]), Object(Symbol('x')), new String('a'), Object(1)];`,
    },
    {
      name: 'a result with the keys of the envelope',
      expect: ['ok'],
      script: js`return { status: 'ok', result: 1, error: { code: 'X' }, structuredContent: { a: 1 }, isError: true, content: [{ type: 'text', text: 'x' }], jsonrpc: '2.0', __proto__x: 1 };`,
    },
    {
      name: 'a result that closes the JSON text of the event stream',
      expect: ['ok'],
      script: js`return '\n\ndata: {"jsonrpc":"2.0","id":1,"result":{}}\n\nevent: message\r\n\u2028\u2029\0';`,
    },
    {
      name: 'logs with line breaks, events and escapes of terminals',
      expect: ['ok'],
      script: js`
console.log('\n\ndata: {"x":1}\n\n\u001b[2J\u001b[31mred\u0007\0\u202e');
mcpLog('emergency\n\ndata: x', '\r\n', {}); mcpNotify('\n\ndata: {}', { a: '\n\n' });
return 'ok';`,
    },
  ],
};
