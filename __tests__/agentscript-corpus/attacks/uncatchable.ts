import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Catching what ends a run, and structures too deep to free. */
export const UNCATCHABLE: AttackClass = {
  class: 'limits that cannot be caught',
  cases: [
    {
      name: 'finally in every frame',
      expect: ['timeout'],
      script: js`
const f = (n) => { try { if (n) return f(n - 1); for (;;); } finally { for (let i = 0; i < 1e9; i++); } };
return f(50);`,
    },
    {
      name: 'an async generator whose return never ends',
      expect: ['timeout'],
      script: js`
async function* g() { try { yield 1; } finally { for (;;) await null; } }
for await (const x of g()) break;
return 'left';`,
    },
    {
      name: 'a generator whose finally yields for ever',
      expect: ['timeout'],
      script: js`
function* g() { for (;;) { try { yield 1; } finally { continue; } } }
for (let i = 0; ; i++) { for (const x of g()) break; }`,
    },
    {
      name: 'an iterator whose return throws, in a loop',
      expect: ['timeout'],
      script: js`
const it = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return() { throw new Error('no'); } }) };
for (;;) { try { for (const x of it) break; } catch {} }`,
    },
    {
      name: 'a catch that calls itself when the limit comes',
      expect: ['timeout', 'runtime_error'],
      script: js`
const f = () => { try { for (;;); } catch { f(); } finally { f(); } };
f();
return 'x';`,
    },
    {
      name: 'a promise that is rejected by the limit, and a handler',
      expect: ['timeout', 'runtime_error'],
      script: js`
const f = async () => { for (;;); };
await f().catch(() => f()).finally(() => f());
return 'x';`,
    },
    {
      name: 'allSettled over loops',
      expect: ['timeout'],
      script: js`return Promise.allSettled([1, 2, 3].map(async () => { await null; for (;;); }));`,
    },
    {
      name: 'await of a thenable in a loop without end',
      expect: ['timeout'],
      script: js`
const t = { then(r) { r(); } };
for (;;) await t;`,
    },
    {
      name: 'for await over a sync iterator of promises without end',
      expect: ['timeout'],
      script: js`for await (const x of { *[Symbol.iterator]() { for (;;) yield Promise.resolve(1); } });`,
    },
    {
      name: 'a microtask that runs on after the answer',
      expect: 'contained',
      script: js`
(async () => { for (;;) await null; })();
return 'answered';`,
    },
    {
      name: 'a call made after the answer',
      upstream: 0,
      expect: 'contained',
      script: js`
Promise.resolve().then(() => Promise.resolve()).then(() => Promise.resolve()).then(() => shop.getOrder({ id: 'A-1001' }));
return 'answered';`,
    },
    {
      name: 'recursion through toString',
      expect: 'contained',
      script: js`
const o = { toString() { return \`\${o}\`; } };
try { return \`\${o}\`; } catch (e) { return e.name; }`,
    },
    {
      name: 'recursion through getters, sort, replace and JSON',
      expect: 'contained',
      script: js`
const out = [];
const o = { get a() { return o.a; } };
const s = () => [2, 1].sort(s); const r = () => 'x'.replace(/x/, r); const j = () => JSON.stringify({ toJSON: j }); const m = () => [1].map(m); const n = () => new (class { constructor() { n(); } })();
for (const f of [() => o.a, s, r, j, m, n]) { try { f(); out.push('ran'); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'recursion that is caught at the bottom, twice each',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const f = () => { try { f(); } catch { f(); } };
f();
return 'x';`,
    },
    {
      name: 'an overflow in each of the guards',
      expect: 'contained',
      script: js`
const deep = (n, f) => (n ? deep(n - 1, f) : f());
const out = [];
for (let n = 200; n < 4000; n += 97) { try { deep(n, () => { [3, 1].sort(); JSON.stringify({ a: 'x' }); 'a'.replaceAll('a', 'b'); new RegExp('x'); console.log('x'); structuredClone({}); return 1; }); } catch (e) { out.push(e.name); } }
return out.every((x) => /RangeError|InternalError/.test(x)) ? 'bounded' : out;`,
    },
    {
      name: 'an overflow in a call of an operation',
      upstream: 200,
      expect: 'contained',
      script: js`
const deep = (n, f) => (n ? deep(n - 1, f) : f());
let n = 0;
for (let at = 300; at < 2000; at += 50) { try { await deep(at, () => shop.getOrder({ id: 'A-1001' })); n++; } catch {} }
return typeof n;`,
    },
    {
      name: 'an overflow while the run ends',
      expect: ['runtime_error', 'timeout'],
      script: js`
const deep = (n) => (n ? [deep(n - 1)] : { get x() { return deep(90); } });
return deep(90);`,
    },
    {
      name: 'a result nested deeper than the host takes',
      expect: ['runtime_error'],
      script: js`
let o = {}; for (let i = 0; i < 150; i++) o = { o };
return o;`,
    },
    {
      name: 'an argument nested deeper than the host takes',
      upstream: 0,
      expect: ['tool_error'],
      script: js`
let o = {}; for (let i = 0; i < 150; i++) o = { o };
return shop.addNote({ id: 'A-1001', text: 'x', meta: o });`,
    },
    {
      name: 'memory by closures, maps, symbols and generators',
      expect: ['runtime_error', 'timeout'],
      script: js`
const keep = [];
for (let i = 0; ; i++) keep.push([() => i, new Map([[i, i]]), Symbol(i), (function* () { yield i; })()]);`,
    },
    {
      name: 'memory by promises that never settle',
      expect: ['runtime_error', 'timeout'],
      script: js`
const keep = [];
for (;;) keep.push(new Promise(() => {}).then(() => keep));`,
    },
    {
      name: 'memory by errors with stacks',
      expect: ['runtime_error', 'timeout'],
      script: js`
const keep = [];
for (;;) keep.push(new Error('x'.repeat(100), { cause: keep.at(-1) }));`,
    },
    {
      name: 'memory by regular expressions',
      expect: ['runtime_error', 'timeout'],
      script: js`
const keep = [];
for (let i = 0; ; i++) keep.push(new RegExp('(a|b)'.repeat(3000) + i));`,
    },
    {
      name: 'memory by bound functions, classes and templates',
      expect: ['runtime_error', 'timeout'],
      script: js`
let f = () => 1;
for (;;) { f = f.bind(null, class { static x = f; }); }`,
    },
    {
      name: 'memory, caught and let go, again and again',
      expect: ['runtime_error', 'timeout'],
      script: js`for (;;) { try { const a = []; for (;;) a.push(new Array(1000).fill(a)); } catch { } }`,
    },
    {
      name: 'out of memory as the error that is thrown',
      expect: 'contained',
      script: js`throw Object.assign(new Error('out of memory'), { name: 'InternalError' });`,
    },
    {
      name: 'an overflow that is only played',
      expect: 'contained',
      script: js`const e = new RangeError('Maximum call stack size exceeded'); e.stack = 'quickjs at /home'; throw e;`,
    },
    {
      name: 'a finaliser of the run by weak maps',
      expect: ['ok', 'runtime_error', 'timeout'],
      script: js`
const w = new WeakMap(); let k = {};
for (let i = 0; i < 100_000; i++) { const n = {}; w.set(n, k); k = n; }
k = null;
return 'dropped';`,
    },
    {
      name: 'chains of getters freed at once',
      expect: ['ok', 'runtime_error', 'timeout'],
      script: js`
let o = null; for (let i = 0; i < 200_000; i++) o = { o };
o = null;
return 'freed';`,
    },
    {
      name: 'a chain of prototypes of fifty thousand',
      expect: ['ok', 'runtime_error', 'timeout'],
      script: js`
let o = {}; for (let i = 0; i < 50_000; i++) o = Object.create(o);
let n = 0; for (let i = 0; i < 2000; i++) n += o.missing === undefined ? 1 : 0;
return n;`,
    },
    {
      name: 'a chain of bound functions of fifty thousand, called',
      expect: ['ok', 'runtime_error', 'timeout'],
      script: js`
let f = () => 1; for (let i = 0; i < 50_000; i++) f = f.bind(null);
try { return f(); } catch (e) { return e.name; }`,
    },
    {
      name: 'a chain of promises of fifty thousand, resolved at once',
      expect: ['ok', 'runtime_error', 'timeout'],
      script: js`
let p = Promise.resolve(1); for (let i = 0; i < 50_000; i++) p = p.then((x) => x);
return p;`,
    },
    {
      name: 'nested lists of fifty thousand, flattened, joined, compared and shown',
      expect: ['ok', 'runtime_error', 'timeout'],
      script: js`
let a = []; for (let i = 0; i < 50_000; i++) a = [a];
const out = [];
for (const f of [() => a.flat(Infinity).length, () => String(a).length, () => JSON.stringify(a).length, () => a.join().length, () => a.toLocaleString().length]) { try { out.push(f()); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'destructuring from what never ends',
      expect: ['timeout', 'runtime_error'],
      script: js`
const [...all] = { *[Symbol.iterator]() { for (;;) yield 1; } };
return all.length;`,
    },
    {
      name: 'a switch, a label and a do-while that go nowhere',
      expect: ['timeout'],
      script: js`a: do { switch (1) { case 1: continue a; default: break a; } } while (true);`,
    },
    {
      name: 'a class whose static block never ends',
      expect: ['timeout'],
      script: js`class A { static { for (;;); } }`,
    },
    {
      name: 'a class field that makes another of itself',
      expect: ['timeout', 'runtime_error'],
      script: js`
class A { next = new A(); }
new A();`,
    },
    {
      name: 'a class with ten thousand private fields made again and again',
      expect: ['timeout', 'runtime_error'],
      script: js`
class A { #a = new Array(1000).fill(0); #b = [...this.#a]; static s = []; constructor() { A.s.push(this); } }
for (;;) new A();`,
    },
    {
      name: 'accessors that define accessors',
      expect: ['timeout', 'runtime_error'],
      script: js`
const grow = (o, i = 0) => Object.defineProperty(o, 'k' + i, { get() { grow(o, i + 1); grow(o, i + 1e6); return o['k' + (i + 1)]; }, configurable: true, enumerable: true });
return JSON.stringify(grow({}));`,
    },
  ],
};
