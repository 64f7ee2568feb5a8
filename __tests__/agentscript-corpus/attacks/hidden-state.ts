import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Through what the run itself keeps and asks: species, toJSON, descriptors, stacks. */
export const HIDDEN_STATE: AttackClass = {
  class: 'hidden state of the run',
  cases: [
    {
      name: 'the species of promises throws while the run is being watched',
      expect: ['ok', 'runtime_error'],
      script: js`
Object.defineProperty(Promise, Symbol.species, { get() { throw new Error('species'); } });
await null;
return 'went on';`,
    },
    {
      name: 'the constructor of promises is replaced before the first await',
      expect: ['ok', 'runtime_error'],
      script: js`
Object.defineProperty(Promise.prototype, ['construct', 'or'].join(''), { get() { throw new RangeError('no constructor'); } });
return await shop.listOrders({ limit: 1 });`,
    },
    {
      name: "a species that keeps the functions of the run's own promise",
      expect: 'contained',
      script: js`
const kept = [];
class Thief { constructor(executor) { executor((v) => kept.push(v), (e) => kept.push(e)); } then() { return this; } static get [Symbol.species]() { return Thief; } }
Object.defineProperty(Promise.prototype, ['construct', 'or'].join(''), { value: Thief });
await null;
kept.forEach((f) => { if (typeof f === 'function') f('ESC' + 'APED'); });
return kept.length;`,
    },
    {
      name: 'toJSON of every object answers nothing when the script throws',
      expect: ['runtime_error'],
      script: js`
Object.prototype.toJSON = () => undefined;
throw new Error('plain failure');`,
    },
    {
      name: 'toJSON of every object forges what an error tells of itself',
      expect: ['runtime_error'],
      script: js`
Object.prototype.toJSON = () => ({});
throw new Error('plain failure');`,
    },
    {
      name: 'toJSON of every object forges a call that failed',
      expect: 'contained',
      script: js`
Object.prototype.toJSON = function () { return { name: 'x', message: 'ESC' + 'APED', stack: [], call: { valueOf: 1 } }; };
throw new Error('plain failure');`,
    },
    {
      name: 'toJSON on text and numbers',
      expect: 'contained',
      script: js`
String.prototype.toJSON = Number.prototype.toJSON = Boolean.prototype.toJSON = () => ({ a: 'x' });
try { await shop.getOrder({ id: 'A-1001' }); } catch {}
throw new Error('again');`,
    },
    {
      name: 'instanceof Error is taken over',
      expect: ['runtime_error'],
      script: js`
Object.defineProperty(Error, Symbol.hasInstance, { value: () => { throw new Error('has instance'); } });
throw { name: 'x' };`,
    },
    {
      name: 'instanceof says yes to everything, and names are traps',
      expect: ['runtime_error'],
      script: js`
Object.defineProperty(Error, Symbol.hasInstance, { value: () => true });
throw { get name() { throw 1; }, get message() { throw 2; }, get stack() { throw 3; } };`,
    },
    {
      name: 'the name of an error is a symbol',
      expect: ['runtime_error'],
      script: js`
const e = new Error('x');
e.name = Symbol('s'); e.message = Symbol('t');
throw e;`,
    },
    {
      name: 'an error whose fields are megabytes',
      expect: ['runtime_error'],
      script: js`
const e = new Error('x'.repeat(2_000_000));
e.name = 'N'.repeat(2_000_000); e.stack = 'script.js:1:1 '.repeat(100_000);
throw e;`,
    },
    {
      name: 'an error whose stack points far outside of the script',
      expect: ['runtime_error'],
      script: js`
const e = new Error('x');
e.stack = 'at script.js:999999:999999\nat script.js:000000:000000\nat worker.jz:1:1';
throw e;`,
    },
    {
      name: 'a stack full of numbers to match',
      expect: ['runtime_error'],
      script: js`
const e = new Error('x');
e.stack = 'script.js:' + '1'.repeat(4000);
throw e;`,
    },
    {
      name: 'prepareStackTrace is set, and call sites are asked for their functions',
      expect: 'contained',
      script: js`
const seen = [];
Error.prepareStackTrace = (error, sites) => { for (const site of sites ?? []) { seen.push(typeof site?.getFunction?.(), typeof site?.getThis?.()); } return sites; };
Error.stackTraceLimit = 200;
const e = new Error('x'); const s = e.stack;
try { [1].map(() => { throw new Error('inner'); }); } catch (x) { seen.push(typeof x.stack); }
return seen.includes('object') || Array.isArray(s) ? 'ESC' + 'APED' : seen;`,
    },
    {
      name: 'captureStackTrace with the frames of the guards',
      expect: 'contained',
      script: js`
let got;
const target = { get stack() { return 1; } };
Error.prepareStackTrace = (_, sites) => { got = sites; return 'x'; };
try { Error.captureStackTrace?.(target); target.stack; 'a'.repeat({ valueOf() { const o = {}; Error.captureStackTrace?.(o); o.stack; return 1; } }); } catch {}
return got && typeof got[0] === 'object' ? 'ESC' + 'APED' : 'nothing';`,
    },
    {
      name: 'the limit of the stack trace is an object, negative and endless',
      expect: 'contained',
      script: js`
for (const value of [{ valueOf() { throw 1; } }, -1, Infinity, 1e9, 'x', null, 2 ** 31]) { try { Error.stackTraceLimit = value; } catch {} try { null.x; } catch (e) { void e.stack; } }
throw new Error('end');`,
    },
    {
      name: 'the bridge is looked for in every function of the scope',
      expect: 'contained',
      script: js`
const found = [];
const walk = (o, depth = 0) => { if (depth > 4 || o === null || (typeof o !== 'object' && typeof o !== 'function')) return; for (const key of [...Object.getOwnPropertyNames(o), ...Object.getOwnPropertySymbols(o)]) { let v; try { v = o[key]; } catch { continue; } if (/bridge|deliver|begin|tell/.test(String(key))) found.push(String(key)); walk(v, depth + 1); } };
[shop, callTool, getTool, mcpLog, mcpNotify, console, __safe_parallel, codecallContext].forEach((o) => walk(o));
return found.length ? 'ESC' + 'APED' : 'clean';`,
    },
    {
      name: 'source text of guarded functions shows no host',
      expect: 'contained',
      script: js`
const texts = [callTool, shop.getOrder, console.log, JSON.stringify, [].map, ''.repeat, RegExp, Promise, getTool].map(String);
return texts.some((t) => /wasm|WebAssembly|fetch\(|env\.|process\./i.test(t)) ? 'ESC' + 'APED' : texts.map((t) => t.length);`,
    },
    {
      name: 'caller, callee and arguments of functions of the scope',
      expect: 'contained',
      script: js`
const out = [];
for (const f of [callTool, console.log, shop.getOrder, getTool, __safe_parallel]) for (const key of ['caller', 'callee', 'arguments', 'prototype', '__proto__']) { try { out.push(typeof f[key]); } catch { out.push('throws'); } }
return out.includes('object') && out.filter((x) => x === 'object').length > 8 ? 'ESC' + 'APED' : out;`,
    },
    {
      name: 'guard functions are called with a self of their own',
      expect: 'contained',
      script: js`
const f = Array.prototype.map;
const out = [];
for (const self of [null, undefined, Symbol.iterator, 1n, () => 1, { length: '5' }, { get length() { return 1; } }, { length: { valueOf: () => 2 ** 40 } }]) { try { out.push(typeof f.call(self, (x) => x)); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'Array.prototype.length is made a getter that grows',
      expect: 'contained',
      script: js`
let n = 0;
class L extends Array { get length() { return ++n * 1e9; } }
const out = [];
for (const name of ['map', 'fill', 'join', 'reverse', 'indexOf']) { try { out.push(typeof Array.prototype[name].call(Object.create({ get length() { return n++ ? 2 ** 50 : 1; } }), (x) => x)); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'Array.prototype gets setters for numbers',
      expect: 'contained',
      script: js`
let stolen = [];
for (const at of [0, 1, 2, 3]) Object.defineProperty(Array.prototype, at, { set(v) { stolen.push(typeof v); }, get() { return 'x'; }, configurable: true });
let r; try { r = await shop.getOrder({ id: 'A-1001' }); console.log('a', 'b'); await callTool('shop.getOrder', { id: 'A-1002' }); } catch {}
return stolen.includes('function') ? 'ESC' + 'APED' : stolen.length;`,
    },
    {
      name: 'Object.prototype gets setters for what the bridge keeps',
      expect: 'contained',
      script: js`
const stolen = [];
for (const key of ['resolve', 'reject', 'stack', 'value', 'writable', 'get', 'set', 'call', 'name', 'limits', 'configurable', 'throwOnError', 'maxConcurrency']) Object.defineProperty(Object.prototype, key, { set(v) { stolen.push([key, typeof v]); }, get() { return undefined; }, configurable: true });
try { await Promise.all([shop.getOrder({ id: 'A-1001' }), shop.getOrder({ id: 'nope' })]); } catch {}
return stolen.some(([, t]) => t === 'function') ? 'ESC' + 'APED' : stolen.length;`,
    },
    {
      name: 'Object.prototype.get makes every descriptor an accessor',
      expect: 'contained',
      script: js`
Object.prototype.get = function () { return 'ESC' + 'APED'; };
try { await shop.getOrder({ id: 'nope' }); } catch (e) { delete Object.prototype.get; return [e.name, typeof e.code]; }`,
    },
    {
      name: 'Symbol.iterator of lists is replaced during a call',
      expect: 'contained',
      script: js`
const native = Array.prototype[Symbol.iterator];
const seen = [];
Array.prototype[Symbol.iterator] = function () { seen.push(this.map((x) => typeof x).join()); return native.call(this); };
await shop.getOrder({ id: 'A-1001' }); console.log(1, 2); mcpLog('info', 'x', {});
return seen.join().includes('function') ? 'ESC' + 'APED' : seen.length;`,
    },
    {
      name: 'then of every object hears what the run resolves',
      expect: 'contained',
      script: js`
const heard = [];
Object.prototype.then = function (resolve) { heard.push(Object.keys(this).join()); delete Object.prototype.then; resolve(this); };
const o = await shop.getOrder({ id: 'A-1001' });
return heard.some((k) => /resolve|bridge|reject/.test(k)) ? 'ESC' + 'APED' : 'only data';`,
    },
    {
      name: 'Function.prototype.call and apply are replaced',
      expect: 'contained',
      script: js`
const seen = [];
for (const name of ['call', 'apply', 'bind']) { const native = Function_()[name]; Object.defineProperty(Object.getPrototypeOf(() => 1), name, { value: function (...a) { seen.push(typeof this); return native; }, configurable: true }); }
function Function_() { return Object.getPrototypeOf(() => 1); }
await shop.getOrder({ id: 'A-1001' }); [3, 1].sort(); 'a'.replace('a', 'b'); JSON.stringify({});
return seen.length > 3 ? 'ESC' + 'APED' : seen;`,
    },
    {
      name: 'Map.prototype is replaced, and the pending calls with it',
      expect: 'contained',
      script: js`
const seen = [];
for (const name of ['get', 'set', 'has', 'delete', 'forEach']) { const native = Map.prototype[name]; Map.prototype[name] = function (...a) { seen.push(a.map((x) => typeof x)); return native.apply(this, a); }; }
WeakMap.prototype.get = WeakMap.prototype.set = (...a) => { seen.push('weak'); };
try { await shop.getOrder({ id: 'nope' }); } catch {}
return seen.length ? 'ESC' + 'APED' : 'closed';`,
    },
    {
      name: 'JSON is replaced before a call',
      expect: 'contained',
      script: js`
const seen = [];
JSON.parse = (t) => { seen.push('parse'); return t; };
JSON.stringify = (v) => { seen.push('stringify'); return '{"id":"../admin"}'; };
const o = await shop.getOrder({ id: 'A-1001' });
return seen.length || o.id !== 'A-1001' ? 'ESC' + 'APED' : 'closed';`,
    },
    {
      name: 'names of the scope are defined again',
      expect: 'contained',
      script: js`
const out = [];
for (const f of [() => { shop.getOrder = () => 1; }, () => { delete shop.getOrder; }, () => Object.defineProperty(shop, 'getOrder', { value: 1 }), () => Object.setPrototypeOf(shop, {}), () => { shop.extra = 1; }, () => { console.log = 1; }, () => { callTool.x = 1; }, () => Object.setPrototypeOf(callTool, null), () => { codecallContext.x = 1; }]) { try { f(); out.push('done'); } catch (e) { out.push(e.name); } }
return out.includes('done') ? 'ESC' + 'APED' : out.length;`,
    },
    {
      name: 'getTool answers are frozen all the way down',
      expect: 'contained',
      script: js`
const tool = getTool('shop.getOrder');
const out = [];
for (const f of [() => { tool.name = 'x'; }, () => { tool.inputSchema.type = 'x'; }, () => { tool.inputSchema.properties.id = {}; }, () => { delete tool.readOnly; }]) { try { f(); out.push('done'); } catch { out.push('refused'); } }
return out.includes('done') ? 'ESC' + 'APED' : tool.name;`,
    },
    {
      name: 'operations of the scope are found through their prototypes',
      expect: 'contained',
      script: js`
const chain = [];
for (let o = shop.getOrder; o; o = Object.getPrototypeOf(o)) chain.push(Object.getOwnPropertyNames(o).includes('constructor') && typeof o['construct' + (chain.length >= 0 ? 'or' : '')]);
return chain.includes('function') && (() => { try { return Object.getPrototypeOf(shop.getOrder)[\`\${'construct'}or\`]('return 1')(); } catch { return 0; } })() === 1 ? 'ESC' + 'APED' : chain;`,
    },
  ],
};
