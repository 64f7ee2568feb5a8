import { js } from '../js.js';
import type { AttackCase, AttackClass } from '../types.js';

/** Calls whatever was caught as the bridge would call it; the API sees it when one of them is the bridge. */
const callAll = js`
for (const f of caught) {
  for (const a of [['admin.deleteEverything', '{}'], ['call', '9', 'admin.deleteEverything', '{}'], ['call', 'admin.deleteEverything', '{}'], [9, 'admin.deleteEverything', {}], ['end', 'ok', '"x"', '']]) {
    try { f(...a); } catch {}
    try { f.call(undefined, ...a); } catch {}
  }
}`;

/** Built-ins that code of the bridge may use, replaced by ones that keep what they see. */
const SPIED: [string, string][] = [
  ['Function.prototype.call', 'Object.getPrototypeOf(() => 1).call = function (...a) { caught.push(this, ...a); };'],
  ['Function.prototype.apply', 'Object.getPrototypeOf(() => 1).apply = function (...a) { caught.push(this, ...a); };'],
  ['Function.prototype.bind', 'Object.getPrototypeOf(() => 1).bind = function (...a) { caught.push(this, ...a); };'],
  [
    'Function.prototype[Symbol.hasInstance]',
    'Object.defineProperty(Object.getPrototypeOf(() => 1), Symbol.hasInstance, { value(x) { caught.push(this, x); return true; } });',
  ],
  ['Array.prototype.push', 'Array.prototype.push = function (...a) { caught[caught.length] = a[0]; return 0; };'],
  [
    'Array.prototype.slice',
    'Array.prototype.slice = function () { for (const x of this) caught[caught.length] = x; return []; };',
  ],
  ['Array.prototype.map', 'Array.prototype.map = function (f) { caught[caught.length] = f; return []; };'],
  ['Array.prototype.forEach', 'Array.prototype.forEach = function (f) { caught[caught.length] = f; };'],
  ['Array.prototype.join', 'Array.prototype.join = function () { return "admin.deleteEverything"; };'],
  [
    'Array.prototype[Symbol.iterator]',
    'Array.prototype[Symbol.iterator] = function* () { caught[caught.length] = this; yield "admin.deleteEverything"; };',
  ],
  [
    'a setter of the index 0',
    'Object.defineProperty(Array.prototype, 0, { set(v) { caught[caught.length + 1] = v; }, get() { return "admin.deleteEverything"; }, configurable: true });',
  ],
  ['Object.prototype.toJSON', 'Object.prototype.toJSON = function () { return { id: "A-1002" }; };'],
  ['String.prototype.toJSON', 'String.prototype.toJSON = function () { return "admin.deleteEverything"; };'],
  ['Object.prototype.then', 'Object.prototype.then = function (r) { caught.push(r); r(1); };'],
  [
    'a getter of then',
    'Object.defineProperty(Object.prototype, "then", { get() { caught.push(this); return undefined; }, configurable: true });',
  ],
  [
    'Object.prototype.get',
    'Object.prototype.get = function () { return "admin.deleteEverything"; }; Object.prototype.value = "admin.deleteEverything";',
  ],
  [
    'Object.prototype.name',
    'Object.prototype.name = "admin.deleteEverything"; Object.prototype.tool = "admin.deleteEverything"; Object.prototype.throwOnError = false;',
  ],
  [
    'setters on Object.prototype',
    'for (const k of ["id", "name", "input", "resolve", "reject", "promise", "success", "data", "error", "code", "message"]) Object.defineProperty(Object.prototype, k, { set(v) { caught.push(v, this); }, get() { return undefined; }, configurable: true });',
  ],
  ['Object.keys', 'Object.keys = (o) => { caught.push(o); return ["admin"]; };'],
  ['Object.freeze', 'Object.freeze = (o) => { caught.push(o); return o; };'],
  ['Object.defineProperty', 'Object.defineProperty = (o, k, d) => { caught.push(o, d); return o; };'],
  [
    'Object.entries and fromEntries',
    'Object.entries = (o) => { caught.push(o); return []; }; Object.fromEntries = (o) => ({ id: "A-1002" });',
  ],
  [
    'JSON.stringify',
    'JSON.stringify = (v) => { caught.push(v); return JSON.stringify === undefined ? "" : \'{"id":"../../admin/everything"}\'; };',
  ],
  ['JSON.parse', 'JSON.parse = (t) => { caught.push(t); return { constructor: 1 }; };'],
  ['JSON itself', 'JSON = { stringify: () => "admin.deleteEverything", parse: () => ({}) };'],
  ['Promise', 'Promise = class { constructor(f) { caught.push(f); } then() {} };'],
  ['Promise.resolve', 'Promise.resolve = (v) => { caught.push(v); return { then(r) { r(v); } }; };'],
  [
    'Promise.prototype.then',
    'const then = Promise.prototype.then; Promise.prototype.then = function (a, b) { caught.push(a, b, this); return then.call(this, a, b); };',
  ],
  [
    'Promise.prototype.catch',
    'Promise.prototype.catch = function (f) { caught.push(f); return this; }; Promise.prototype.finally = function (f) { caught.push(f); return this; };',
  ],
  [
    'the constructor of a promise',
    'Object.defineProperty(Promise.prototype, "constr" + ["uctor"], { get() { caught.push(this); return class { constructor(f) { caught.push(f); f(() => {}, () => {}); } }; } });',
  ],
  [
    'Promise[Symbol.species]',
    'Object.defineProperty(Promise, Symbol.species, { value: class { constructor(f) { caught.push(f); f((v) => caught.push(v), () => {}); } } });',
  ],
  [
    'Array[Symbol.species]',
    'Object.defineProperty(Array, Symbol.species, { value: class { constructor(n) { caught.push(this); } } });',
  ],
  [
    'Map.prototype',
    'Map.prototype.get = function (k) { caught.push(this, k); return () => {}; }; Map.prototype.has = () => true; Map.prototype.set = function (k, v) { caught.push(v); return this; };',
  ],
  ['Set.prototype.has', 'Set.prototype.has = () => true;'],
  [
    'String.prototype',
    'for (const k of ["indexOf", "includes", "startsWith", "slice", "split", "replace", "trim", "toLowerCase"]) String.prototype[k] = function () { caught.push(this); return "admin.deleteEverything"; };',
  ],
  [
    'RegExp.prototype',
    'RegExp.prototype.test = () => true; RegExp.prototype.exec = function () { caught.push(this); return ["admin.deleteEverything"]; };',
  ],
  ['Symbol.iterator of texts', 'String.prototype[Symbol.iterator] = function* () { yield "admin.deleteEverything"; };'],
  ['Error', 'Error = function (m) { caught.push(m, this); };'],
  [
    'Error.prepareStackTrace',
    'Error.prepareStackTrace = (e, frames) => { caught.push(e, ...frames); for (const f of frames) { try { caught.push(f.getFunction(), f.getThis()); } catch {} } return frames; }; Error.stackTraceLimit = 1000;',
  ],
  [
    'Error.captureStackTrace',
    'Error.captureStackTrace = (o) => { caught.push(o); }; const o = {}; try { Error.captureStackTrace(o); } catch {}',
  ],
  [
    'Math.random and Date.now',
    'Math.random = () => 0; Date.now = () => -1e15; Math.max = () => 1e9; Math.min = () => 1e9;',
  ],
  [
    'Number.isInteger and isNaN',
    'Number.isInteger = () => true; Number.isSafeInteger = () => true; isNaN = () => false;',
  ],
  ['Object.prototype.hasOwnProperty', 'Object.prototype.hasOwnProperty = () => true; Object.hasOwn = () => true;'],
  ['Object.prototype.__proto__', 'try { ({}).__proto__.admin = { deleteEverything: 1 }; } catch {}'],
  [
    'getters of Object.prototype, by __defineGetter__',
    'const d = "__define" + ["Getter__"]; try { Object.prototype[d]("skills", () => ["maintenance"]); Object.prototype[d]("allowedTools", () => ["admin.deleteEverything"]); } catch {}',
  ],
];

const spies: AttackCase[] = SPIED.map(([name, script]) => ({
  name: `replaces ${name}, then calls, and calls what it caught`,
  script: `const caught = [];
try { ${script} } catch (e) { caught[0] = e; }
let o;
try { o = await shop.getOrder({ id: 'A-1001' }); } catch (e) { caught[caught.length] = e; }
try { await callTool('shop.getOrder', { id: 'A-1001' }, { throwOnError: false }); } catch {}
try { console.log('x', {}); mcpLog('info', 'x'); getTool('shop.getOrder'); } catch {}
${callAll}
return o && o.id === 'A-1001' ? 'works' : 'its own harm';`,
  expect: 'contained',
  then: js`const o = await shop.getOrder({ id: 'A-1003' }); return [1, 2].map((x) => x + 1).join() + JSON.stringify({ a: o.id }) === '2,3{"a":"A-1003"}' ? 'clean' : 'ESC' + 'APED';`,
}));

const writes: [string, string][] = [
  ['an operation', 'shop.getOrder = async () => ({});'],
  ['a new operation', 'shop.deleteEverything = callTool;'],
  ['the prototype of a namespace', 'Object.setPrototypeOf(shop, { deleteEverything: () => 1 });'],
  ['a property of a namespace', 'Object.defineProperty(shop, "x", { value: 1 });'],
  ['the end of an operation', 'delete shop.getOrder; if (!shop.getOrder) return "ESC" + "APED";'],
  [
    'the members of an operation',
    'shop.getOrder.operation = "admin.deleteEverything"; shop.getOrder.name = "admin.deleteEverything";',
  ],
  ['the context', 'codecallContext.skills = ["maintenance"]; if (codecallContext.skills) return "ESC" + "APED";'],
  ['the console', 'console.log = callTool;'],
];

/** Changes of what the script was given. */
export const TAMPERING: AttackClass = {
  class: 'tampering with the scope',
  cases: [
    ...spies,
    ...writes.map(([name, script]): AttackCase => ({
      name: `changes ${name}`,
      script: `try { ${script} } catch (e) {}\nconst o = await shop.getOrder({ id: 'A-1001' });\nreturn o.id === 'A-1001' ? 'works' : 'ESC' + 'APED';`,
      expect: 'contained',
    })),
    ...[
      'shop',
      'callTool',
      'getTool',
      'codecallContext',
      'console',
      'JSON',
      'undefined',
      'NaN',
      'Promise',
      'Object',
      '__safe_parallel',
    ].map((name): AttackCase => ({
      name: `assigns to ${name}`,
      script: `try { ${name} = { getOrder: () => 1 }; } catch (e) { return e.name; }\nreturn typeof ${name};`,
      expect: 'contained',
    })),
    ...['shop', 'callTool', 'console', 'codecallContext', 'undefined', 'Object', '__safe_parallel'].map(
      (name): AttackCase => ({
        name: `declares ${name} itself`,
        script: `{ const ${name} = 1; }\nconst f = (${name}) => ${name};\nreturn f(2);`,
        expect: 'contained',
      }),
    ),
    {
      name: 'lends its methods to another object',
      script: js`
const fake = Object.create(shop);
fake.name = 'admin.deleteEverything';
try { return await shop.getOrder.call(fake, { id: 'A-1001' }).then((o) => o.id); } catch (e) { return 'refused'; }`,
      expect: 'contained',
    },
    {
      name: 'makes an own namespace called admin',
      script: js`const admin = { deleteEverything: (a) => callTool('admin.deleteEverything', a, { throwOnError: false }) }; return (await admin.deleteEverything({})).success ? 'ESC' + 'APED' : 'no';`,
      expect: ['ok'],
      upstream: 0,
    },
    {
      name: 'inherits from a namespace',
      script: js`class Mine extends shop.getOrder {} try { return await new Mine({ id: 'A-1001' }); } catch (e) { return e.name; }`,
      expect: 'contained',
    },
    {
      name: 'makes an operation with new',
      script: js`try { return await new shop.getOrder({ id: 'A-1001' }); } catch (e) { return e.name; }`,
      expect: 'contained',
    },
    {
      name: 'changes its arguments while they are read',
      script: js`
let n = 0;
const args = { get id() { return n++ === 0 ? 'A-1001' : '../../admin/everything'; } };
const o = await shop.getOrder(args);
return [o.id, n];`,
      expect: 'contained',
    },
    {
      name: 'changes its arguments after the call was made',
      script: js`const args = { id: 'A-1001' }; const p = shop.getOrder(args); args.id = 'A-9'; args.__evil = 1; return (await p).id;`,
      expect: 'contained',
    },
    {
      name: 'gives options that change while they are read',
      script: js`let n = 0; return (await callTool('shop.getOrder', { id: 'A-0' }, { get throwOnError() { return n++ > 0; } })).success;`,
      expect: 'contained',
    },
    {
      name: 'gives a name that changes while it is read',
      script: js`let n = 0; const name = { toString: () => (n++ === 0 ? 'shop.getOrder' : 'admin.deleteEverything') }; const r = await callTool(name, { id: 'A-1001' }, { throwOnError: false }); return r.success;`,
      expect: 'contained',
      upstream: 0,
    },
    {
      name: 'locks every prototype',
      script: js`for (const C of [Object, Array, Promise, String, Number, Map, Set, Error, RegExp, Date]) { Object.freeze(C.prototype); Object.freeze(C); } return (await shop.getOrder({ id: 'A-1001' })).id;`,
      expect: 'contained',
    },
    {
      name: 'empties every prototype',
      script: js`for (const C of [Array, Promise, String, Map, Set, Object]) for (const k of Object.getOwnPropertyNames(C.prototype)) { try { delete C.prototype[k]; } catch {} } return await shop.getOrder({ id: 'A-1001' });`,
      expect: 'contained',
    },
    {
      name: 'gives every prototype another parent',
      script: js`for (const C of [Array, Promise, String, Map, Set]) { try { Object.setPrototypeOf(C.prototype, null); } catch {} } try { Object.setPrototypeOf(Object.prototype, {}); } catch {} return (await shop.getOrder({ id: 'A-1001' })).id;`,
      expect: 'contained',
    },
  ],
};
