import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Work that natives do in one step, again and again, or without end. */
export const NATIVE_WORK: AttackClass = {
  class: 'native work',
  cases: [
    {
      name: 'a list is searched for ever: includes',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(200_000).fill(0);
for (;;) a.includes(1);`,
    },
    {
      name: 'a list is searched for ever: indexOf, of objects',
      expect: ['timeout', 'runtime_error'],
      script: js`
const o = {}; const a = new Array(200_000).fill(o);
for (;;) a.indexOf({});`,
    },
    {
      name: 'a list is turned round for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(200_000).fill(0);
for (;;) a.reverse();`,
    },
    {
      name: 'a list is filled for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(200_000);
for (;;) a.fill(1);`,
    },
    {
      name: 'a list is copied for ever: slice',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(200_000).fill(0);
for (;;) a.slice();`,
    },
    {
      name: 'a list is copied for ever: spread',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(100_000).fill(0);
for (;;) [...a];`,
    },
    {
      name: 'a list is copied for ever: Array.from',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(100_000).fill(0);
for (;;) Array.from(a);`,
    },
    {
      name: 'a list is joined for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(200_000).fill('ab');
for (;;) a.join('');`,
    },
    {
      name: 'unshift and shift at the front of a long list',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(199_000).fill(0);
for (;;) { a.unshift(1); a.shift(); }`,
    },
    {
      name: 'splice in the middle for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(199_000).fill(0);
for (;;) { a.splice(1, 0, 1); a.splice(1, 1); }`,
    },
    {
      name: 'toSpliced, toReversed, with and copyWithin for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(199_000).fill(0);
for (;;) { a.toSpliced(1, 1); a.toReversed(); a.with(1, 2); a.copyWithin(0, 1); }`,
    },
    {
      name: 'Object.keys of a large object for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const o = {}; for (let i = 0; i < 30_000; i++) o['k' + i] = i;
for (;;) Object.keys(o);`,
    },
    {
      name: 'Object.entries, values and assign of a large object for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const o = {}; for (let i = 0; i < 30_000; i++) o['k' + i] = i;
for (;;) { Object.entries(o); Object.values(o); Object.assign({}, o); }`,
    },
    {
      name: 'a large object is spread for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const o = {}; for (let i = 0; i < 30_000; i++) o['k' + i] = i;
for (;;) ({ ...o });`,
    },
    {
      name: 'a large object is frozen and sealed for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const o = {}; for (let i = 0; i < 30_000; i++) o['k' + i] = i;
for (;;) { Object.freeze(o); Object.isFrozen(o); Object.getOwnPropertyDescriptors(o); }`,
    },
    {
      name: 'for in over a large object, left at once',
      expect: ['timeout', 'runtime_error'],
      script: js`
const o = {}; for (let i = 0; i < 30_000; i++) o['k' + i] = i;
for (;;) for (const k in o) break;`,
    },
    {
      name: 'a Set and a Map are copied for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const s = new Set(); for (let i = 0; i < 50_000; i++) s.add(i);
for (;;) { new Set(s); [...s]; s.union(s); }`,
    },
    {
      name: 'a set-like whose keys never end',
      expect: ['timeout', 'runtime_error'],
      script: js`return new Set([1]).union({ size: Infinity, has: () => true, keys: () => ({ next: Object.bind_ ?? (() => ({ value: 1, done: false })) }) }).size;`,
    },
    {
      name: 'iterators made of native functions never end: Array.from',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.assign.bind(null, { value: 1, done: false });
return Array.from({ [Symbol.iterator]: () => ({ next }) }).length;`,
    },
    {
      name: 'iterators made of native functions never end: new Set, Promise.all, Object.fromEntries',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.bind(null, { value: ['a', 1], done: false });
const it = { [Symbol.iterator]: () => ({ next }) };
try { new Map(it); } catch {}
Object.fromEntries(it);
return 1;`,
    },
    {
      name: 'iterator helpers over what never ends',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.bind(null, { value: 0, done: false });
return Iterator.from({ next }).filter(Boolean).next();`,
    },
    {
      name: 'drop and take of 2**53 from what never ends',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.bind(null, { value: 0, done: false });
return Iterator.from({ next }).drop(2 ** 53 - 1).next();`,
    },
    {
      name: 'some, every, find and reduce over what never ends, natively',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.bind(null, { value: 0, done: false });
return Iterator.from({ next }).some(Boolean.bind(null, 0));`,
    },
    {
      name: 'yield star of an iterator that never ends',
      expect: ['timeout', 'runtime_error'],
      script: js`
function* g() { yield* { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }) }) }; }
for (const x of g());`,
    },
    {
      name: 'Math.max of the longest list that can be spread',
      expect: 'contained',
      script: js`
const a = new Array(200_000).fill(1);
try { return Math.max(...a); } catch (e) { return e.name; }`,
    },
    {
      name: 'Array.from of an object with a length of 2**53',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`try { return Array.from({ length: 2 ** 53 - 1 }).length; } catch (e) { return e.name; }`,
    },
    {
      name: 'Array.from of a length of 2**32 into an object of its own',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
class Sink { set x(v) {} }
try { return Array.from.call(Sink, { length: 2 ** 32 }).length; } catch (e) { return e.name; }`,
    },
    {
      name: 'Array.of, apply and construct with lists that lie',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`try { return Math.max.apply(null, { length: 2 ** 31 }); } catch (e) { return e.name; }`,
    },
    {
      name: 'String.raw with a raw of endless length',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`try { return String.raw({ raw: { length: 2 ** 53 - 1 } }).length; } catch (e) { return e.name; }`,
    },
    {
      name: 'String.raw with a raw of endless length in which nothing is',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const raw = new Proxy_(); function Proxy_() { this.length = 2 ** 40; this[0] = ''; }
Object.prototype.toString = () => '';
try { return String.raw({ raw: { length: 2 ** 40, __x: 1 } }).length; } catch (e) { return e.name; }`,
    },
    {
      name: 'String.fromCharCode and fromCodePoint of long lists, for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(60_000).fill(65);
for (;;) String.fromCharCode.apply(null, a);`,
    },
    {
      name: 'a set-length of 2**32 - 1 and a walk over it',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const a = []; a.length = 2 ** 32 - 1;
const out = [];
for (const f of ['forEach', 'some', 'findLast', 'reduce', 'entries', 'at', 'lastIndexOf', 'join', 'toSorted', 'flatMap']) { try { a[f]((x) => x, 0); out.push('ran'); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'a sparse list is destructured, spread and iterated',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = []; a[2 ** 32 - 2] = 1;
for (const x of a);`,
    },
    {
      name: 'a sparse list is spread',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = []; a[2 ** 32 - 2] = 1;
return [...a].length;`,
    },
    {
      name: 'the length of a list of 200,000 is set to nothing again and again',
      expect: ['timeout', 'runtime_error'],
      script: js`for (;;) { const a = new Array(150_000).fill(0); a.length = 0; }`,
    },
    {
      name: 'delete in a long list makes it slow',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = new Array(100_000).fill(0); delete a[5];
for (;;) { a.pop(); a.push(1); a.indexOf(2); }`,
    },
    {
      name: 'a comparator that is never the same',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
let n = 0;
const a = Array.from({ length: 100_000 }, (_, i) => i);
a.sort(() => ((n = (n * 1103515245 + 12345) & 0x7fffffff) & 1 ? 1 : -1));
return a.length;`,
    },
    {
      name: 'a comparator that changes the list it sorts',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const a = Array.from({ length: 1000 }, (_, i) => i % 7);
a.sort((x, y) => { a.length = 0; a.push(1); a.splice(0, 1); return x - y; });
return a.length;`,
    },
    {
      name: 'a comparator that throws, returns objects, promises and NaN',
      expect: 'contained',
      script: js`
const out = [];
for (const f of [() => { throw 1; }, () => ({ valueOf() { return -1; } }), async () => 1, () => NaN, () => 1n, () => Symbol()]) { try { out.push([3, 1, 2].sort(f).join()); } catch (e) { out.push(String(e?.name)); } }
return out;`,
    },
    {
      name: 'elements whose text changes while they are sorted',
      expect: 'contained',
      script: js`
let n = 0;
const a = Array.from({ length: 500 }, () => ({ toString: () => String(n++ % 3) }));
return a.sort().length;`,
    },
    {
      name: 'a list of four billion in a Set',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = []; a.length = 2 ** 32 - 1;
return new Set(a).size;`,
    },
    {
      name: 'values of a list of four billion, dropped',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = []; a.length = 2 ** 32 - 1;
return a.values().drop(2 ** 32 - 2).next();`,
    },
    {
      name: 'keys and entries of a list of four billion',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = []; a.length = 2 ** 32 - 1;
return [a.keys().drop(4e9).next(), a.entries().drop(4e9).next(), a[Symbol.iterator]().drop(4e9).next()];`,
    },
    {
      name: 'set methods over keys of four billion',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = []; a.length = 2 ** 32 - 1;
return new Set([undefined]).isSupersetOf({ size: 1, has: () => true, keys: () => a.values() });`,
    },
    {
      name: 'a native iterator is taken from its prototype and given a long list',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = []; a.length = 2 ** 32 - 1;
const o = Object.create(Array.prototype, { length: { value: 2 ** 53 - 1 } });
return [...Array.prototype.values.call(o).drop(2 ** 52).take(1)];`,
    },
    {
      name: 'an iterator of a list that grows to four billion after it was made',
      expect: ['timeout', 'runtime_error'],
      script: js`
const a = [1]; const it = a.values();
a.length = 2 ** 32 - 1;
return it.drop(2 ** 32 - 3).next();`,
    },
    {
      name: 'an iterator of arguments with a length of its own',
      expect: ['timeout', 'runtime_error'],
      script: js`
const args = (function () { return arguments; })(1);
args.length = 2 ** 53 - 1;
return new Set(args).size;`,
    },
    {
      name: 'a string with a length that is not its own',
      expect: 'contained',
      script: js`
const o = Object.create(String.prototype, { length: { value: 2 ** 53 } });
try { return [...Array.prototype.keys.call(o).take(3)]; } catch (e) { return e.name; }`,
    },
    {
      name: 'an exec that answers with endless groups',
      expect: ['timeout', 'runtime_error'],
      script: js`
const r = /x/g; let n = 0;
r.exec = () => (n++ ? null : { length: 2 ** 53 - 1, index: 0, 0: 'x' });
return 'x'.replace(r, 'y');`,
    },
    {
      name: 'Iterator.concat and zip of what never ends',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const next = Object.bind(null, { value: 0, done: false });
const it = { [Symbol.iterator]: () => ({ next }) };
if (typeof Iterator.concat !== 'function') return 'not there';
return Iterator.concat(it, it).drop(2 ** 40).next();`,
    },
    {
      name: 'AggregateError, Promise.all and race over what never ends',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.bind(null, { value: 0, done: false });
return new AggregateError({ [Symbol.iterator]: () => ({ next }) });`,
    },
    {
      name: 'Promise.race over what never ends',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.bind(null, { value: 0, done: false });
return Promise.race({ [Symbol.iterator]: () => ({ next }) });`,
    },
    {
      name: 'Object.groupBy over what never ends',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.bind(null, { value: 0, done: false });
return Object.groupBy({ [Symbol.iterator]: () => ({ next }) }, String);`,
    },
    {
      name: 'a WeakSet over what never ends',
      expect: ['timeout', 'runtime_error'],
      script: js`
const next = Object.bind(null, { value: {}, done: false });
return new WeakSet({ [Symbol.iterator]: () => ({ next }) });`,
    },
    {
      name: 'Math.sumPrecise over what never ends',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const next = Object.bind(null, { value: 1, done: false });
if (typeof Math.sumPrecise !== 'function') return 'not there';
return Math.sumPrecise({ [Symbol.iterator]: () => ({ next }) });`,
    },
    {
      name: 'Array.fromAsync of a length of 2**53',
      expect: ['timeout', 'runtime_error'],
      script: js`return Array.fromAsync({ length: 2 ** 53 - 1 });`,
    },
    {
      name: 'errors thrown and caught for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`for (;;) { try { throw new Error('x'); } catch {} }`,
    },
    {
      name: 'errors thrown by natives and caught for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const deep = (n) => { if (n) return deep(n - 1); for (;;) { try { null.x; } catch {} } };
deep(100);`,
    },
    {
      name: 'an object spread for ever in a helper',
      expect: ['timeout', 'runtime_error'],
      script: js`
const o = {}; for (let i = 0; i < 20_000; i++) o['k' + i] = i;
for (;;) { const { k1, ...rest } = o; }`,
    },
  ],
};
