import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** What the language has, as models use it. */
export const IDIOMS: HonestCase[] = [
  {
    name: 'labels with continue and break across loops',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const found = [];
outer: for (const order of orders) {
  for (const line of order.lines) {
    if (line.quantity > 3) continue outer;
    if (order.total > 100) break outer;
  }
  found.push(order.id);
}
block: { if (found.length) break block; found.push('never'); }
return found;`,
  },
  {
    name: 'optional chaining in all its forms',
    script: js`
const customer = await shop.getCustomer({ id: 'C-3' });
const f = null;
return [customer?.address?.city ?? 'unknown', customer.address?.['zip'], f?.(), f?.a.b.c(), customer.toName?.(), customer?.tags?.[0]?.name?.length, delete customer?.address, (undefined)?.x].map((v) => v ?? null);`,
  },
  {
    name: 'nullish, or and and assignment',
    script: js`
const options = { limit: 0, sort: '', dir: null };
options.limit ??= 10;
options.sort ||= 'id';
options.dir &&= 'never';
options.extra ??= (await shop.listOrders({ limit: 1 })).total;
let a; a ??= a ||= 5;
return { options, a };`,
  },
  {
    name: 'private fields, methods, static private and brand checks',
    script: js`
class Account {
  #balance = 0;
  static #count = 0;
  static create(...args) { Account.#count++; return new Account(...args); }
  static get count() { return Account.#count; }
  static isAccount(x) { return typeof x === 'object' && x !== null && #balance in x; }
  constructor(start = 0) { this.#balance = start; }
  #check(n) { if (n > this.#balance) throw new RangeError(\`only \${this.#balance}\`); }
  withdraw(n) { this.#check(n); this.#balance -= n; return this; }
  get balance() { return this.#balance; }
  set balance(n) { this.#balance = Math.max(0, n); }
}
const account = Account.create(50).withdraw(20);
account.balance = -5;
let message;
try { account.withdraw(1); } catch (e) { message = e.message; }
return [account.balance, Account.count, Account.isAccount(account), Account.isAccount({}), message, Object.keys(account)];`,
  },
  {
    name: 'static blocks, computed members and accessors',
    script: js`
const field = 'dyn';
class Registry {
  static items = new Map();
  static {
    for (const [key, value] of Object.entries({ a: 1, b: 2 })) this.items.set(key, value);
  }
  [\`\${field}Value\`] = 7;
  static ['of'](x) { return Registry.items.get(x); }
  get [Symbol.toStringTag]() { return 'Registry'; }
}
return [Registry.of('b'), new Registry().dynValue, Object.prototype.toString.call(new Registry()), \`\${new Registry()}\`];`,
  },
  {
    name: 'inheritance, super, abstract methods and instanceof',
    script: js`
class Shape { constructor(name) { if (new.target === Shape) throw new TypeError('abstract'); this.name = name; } area() { throw new Error('not implemented'); } toString() { return \`\${this.name}: \${this.area().toFixed(1)}\`; } }
class Circle extends Shape { constructor(r) { super('circle'); this.r = r; } area() { return Math.PI * this.r ** 2; } }
class Square extends Shape { #s; constructor(s) { super('square'); this.#s = s; } area() { return this.#s ** 2; } toString() { return super.toString().toUpperCase(); } }
let abstract; try { new Shape('x'); } catch (e) { abstract = e.message; }
return [[new Circle(1), new Square(2)].map(String), new Square(1) instanceof Shape, abstract, JSON.stringify(new Square(3))];`,
  },
  {
    name: 'mixins and a class expression in a function',
    script: js`
const Timed = (Base) => class extends Base { stamp() { return \`\${this.id}@t\`; } };
const Named = (Base) => class extends Base { get label() { return \`#\${this.id}\`; } };
class Entity { constructor(id) { this.id = id; } }
class Item extends Timed(Named(Entity)) {}
const item = new Item(4);
return [item.stamp(), item.label, item instanceof Entity, Item.name];`,
  },
  {
    name: 'getters and setters on objects, and in JSON',
    script: js`
const cart = {
  lines: [], get total() { return this.lines.reduce((s, l) => s + l.price * l.quantity, 0); }, set first(line) { this.lines.unshift(line); }, toJSON() { return { n: this.lines.length, total: this.total }; },
};
const order = await shop.getOrder({ id: 'A-1001' });
cart.lines.push(...order.lines);
cart.first = { price: 1, quantity: 2 };
return [cart, { cart }, Object.keys(cart)];`,
  },
  {
    name: 'Symbol.iterator makes a range, spread and destructured',
    script: js`
class Range { constructor(a, b, step = 1) { Object.assign(this, { a, b, step }); } *[Symbol.iterator]() { for (let n = this.a; n < this.b; n += this.step) yield n; } }
const [first, , third, ...rest] = new Range(1, 20, 3);
return { first, third, rest, max: Math.max(...new Range(0, 5)), arr: Array.from(new Range(0, 3), (n) => n * n), set: new Set(new Range(0, 2)).size };`,
  },
  {
    name: 'an iterator by hand with return called on break',
    script: js`
let closed = 0;
const iterable = { [Symbol.iterator]() { let n = 0; return { next: () => ({ value: n++, done: n > 5 }), return() { closed++; return { done: true }; } }; } };
for (const n of iterable) if (n === 2) break;
const [one] = iterable;
return { one, closed, all: [...iterable] };`,
  },
  {
    name: 'generators talk both ways',
    script: js`
function* dialog() { const name = yield 'name?'; try { const age = yield \`age of \${name}?\`; return { name, age }; } catch (e) { yield \`sorry: \${e}\`; } finally { yield 'bye'; } }
const a = dialog();
const b = dialog();
b.next(); b.next('Bo');
return [a.next(), a.next('Ada'), a.next(36), a.next(), b.throw('no'), b.next(), b.next()];`,
  },
  {
    name: 'destructuring with defaults, renames and computed keys',
    script: js`
const key = 'status';
const { [key]: state = 'none', lines: [{ sku, ...line } = {}, second = null] = [], missing: { deep = 'd' } = {}, total: sum, ...rest } = await shop.getOrder({ id: 'A-1002' });
const f = ({ a = 1, b: { c = a + 1 } = {} } = {}, [d = c, e] = [], ...more) => [a, c, d, e ?? null, more];
return { state, sku, line, second, deep, sum, rest: Object.keys(rest), f: [f(), f({ a: 5, b: {} }, [9], 1, 2)] };`,
  },
  {
    name: 'swap, rest in arrays, nested defaults and assignment patterns',
    script: js`
let [a, b] = [1, 2];
[a, b] = [b, a];
const o = {};
({ x: o.x, y: o['y'] = 5, ...o.rest } = { x: 1, z: 3 });
[o.first, , ...o.others] = 'abcd';
for (const { length } of ['aa', 'b']) o[length] = true;
return { a, b, o };`,
  },
  {
    name: 'closures: counters, once, memoise, compose, curry, debounce by hand',
    script: js`
const counter = (n = 0) => ({ inc: () => ++n, value: () => n });
const once = (f) => { let done, value; return (...args) => (done ? value : ((done = true), (value = f(...args)))); };
const memo = (f, cache = new Map()) => (x) => cache.get(x) ?? (cache.set(x, f(x)), cache.get(x));
const compose = (...fs) => (x) => fs.reduceRight((v, f) => f(v), x);
const curry = (f) => function next(...args) { return args.length >= f.length ? f(...args) : (...more) => next(...args, ...more); };
let calls = 0;
const square = memo((x) => { calls++; return x * x; });
const c = counter(5); c.inc(); c.inc();
const init = once(() => ++calls);
return [c.value(), square(4), square(4), init(), init(), calls, compose((x) => x + 1, (x) => x * 2)(5), curry((x, y, z) => x + y + z)(1)(2)(3)];`,
  },
  {
    name: 'recursion: fibonacci, hanoi, permutations, ackermann',
    script: js`
const fib = (n, memo = {}) => memo[n] ?? (n < 2 ? n : (memo[n] = fib(n - 1, memo) + fib(n - 2, memo)));
const hanoi = (n, a = 'A', b = 'B', c = 'C') => (n === 0 ? [] : [...hanoi(n - 1, a, c, b), a + c, ...hanoi(n - 1, b, a, c)]);
const perms = (list) => (list.length < 2 ? [list] : list.flatMap((x, i) => perms(list.toSpliced(i, 1)).map((p) => [x, ...p])));
const ack = (m, n) => (m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)));
return [fib(80), hanoi(4).length, perms(['a', 'b', 'c']).map((p) => p.join('')), ack(2, 3)];`,
  },
  {
    name: 'recursion two hundred deep',
    script: js`
const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1));
const list = Array.from({ length: 200 }).reduce((tail, _, i) => ({ i, tail }), null);
const sum = (node) => (node ? node.i + sum(node.tail) : 0);
return [depth(200), sum(list)];`,
  },
  {
    name: 'WeakMap and WeakSet keep private things',
    script: js`
const secret = new WeakMap();
const seen = new WeakSet();
class Box { constructor(v) { secret.set(this, v); seen.add(this); } open() { return secret.get(this); } }
const box = new Box(42);
return [box.open(), seen.has(box), secret.has({}), Object.keys(box).length, secret.delete(box), box.open() ?? null];`,
  },
  {
    name: 'symbols as keys, shared and described',
    script: js`
const kind = Symbol('kind');
const o = { [kind]: 'order', id: 1, [Symbol.for('shared')]: true };
return [Object.keys(o), o[kind], kind.description, kind.toString(), Symbol.for('shared') === Symbol.for('shared'), JSON.stringify(o), Object.getOwnPropertySymbols(o).length, typeof kind];`,
  },
  {
    name: 'Symbol.toPrimitive, hasInstance and valueOf',
    script: js`
const price = { amount: 12.5, [Symbol.toPrimitive](hint) { return hint === 'number' ? this.amount : hint === 'string' ? \`€\${this.amount}\` : this.amount * 100; } };
class Even { static [Symbol.hasInstance](n) { return n % 2 === 0; } }
const v = { valueOf: () => 3, toString: () => 'three' };
return [+price, \`\${price}\`, price + 1, 2 instanceof Even, 3 instanceof Even, v + 1, \`\${v}\`, v * 2, [1, 2] + '', {} + '', [] + 1, null + 1, undefined + 'x', true + 1];`,
  },
  {
    name: 'error classes with causes, codes and toJSON',
    script: js`
class ApiError extends Error {
  static from(error) { return new ApiError('wrapped', { cause: error, status: error.status }); }
  constructor(message, { cause, status } = {}) { super(message, { cause }); this.name = new.target.name; this.status = status; }
  toJSON() { return { name: this.name, message: this.message, status: this.status, cause: this.cause?.status }; }
}
class NotFound extends ApiError {}
try { await shop.getOrder({ id: 'gone' }); } catch (e) {
  const wrapped = ApiError.from(e);
  return [wrapped, \`\${new NotFound('x')}\`, new NotFound('y') instanceof ApiError, Object.prototype.toString.call(wrapped), 'cause' in new Error('a'), new Error('b', { cause: 0 }).cause, new TypeError('t').name];
}`,
  },
  {
    name: 'errors keep a stack that is text',
    script: js`
const e = new Error('boom');
const f = (() => { try { null.x; } catch (error) { return error; } })();
return [typeof e.stack, e.stack.includes('boom') || e.stack.length > 0, f instanceof TypeError, Object.keys(e), JSON.stringify(e), String(e), e.toString === Error.prototype.toString];`,
  },
  {
    name: 'AggregateError made by hand, and error fields found',
    script: js`
const e = new AggregateError([new Error('a'), new RangeError('b')], 'two');
return [e.errors.map((x) => \`\${x.name}: \${x.message}\`), e.message, e instanceof Error, [new EvalError('1'), new URIError('2'), new SyntaxError('3'), new ReferenceError('4')].map((x) => x.name)];`,
  },
  {
    name: 'which errors come when',
    script: js`
const names = [() => null.a, () => undefinedFunction2(), () => ({}).x.y, () => 'x'.repeat(-1), () => new Array(-1), () => JSON.parse('{'), () => decodeURIComponent('%'), () => (1).toFixed(200), () => BigInt('x'), () => Symbol() + '', () => new RegExp('('), () => [].reduce((a) => a), () => { const c = 1; c = 2; }, () => { x; let x; }, () => new (class { #a; static t(o) { return o.#a; } }).t, () => Object.defineProperty(1, 'a', {}), () => { 'use strict'; Object.freeze([]).push(1); }, () => null[Symbol.iterator], () => { const [a] = null; }, () => { const { a } = undefined; }, () => new 5(), () => 1n + 1, () => structuredClone(() => 1).x];
function undefinedFunction2() { return undefined(); }
return names.map((f) => { try { return \`no error: \${String(f())}\`; } catch (e) { return e.name; } });`,
  },
  {
    name: 'try, catch and finally decide what is returned',
    script: js`
const f = () => { try { return 'try'; } finally { log.push('f'); } };
const g = () => { try { throw 1; } catch { return 'catch'; } finally { return 'finally'; } };
const h = () => { for (const x of [1, 2]) { try { continue; } finally { log.push(x); } } return 'end'; };
const log = [];
return [f(), g(), h(), log];`,
  },
  {
    name: 'throw things that are no errors',
    script: js`
const caught = [];
for (const thing of ['text', 42, null, undefined, { code: 'E1' }, ['a']]) { try { throw thing; } catch (e) { caught.push(e ?? String(e)); } }
const rejected = await Promise.reject({ code: 7 }).catch(({ code }) => code);
return { caught, rejected };`,
  },
  {
    name: 'async order: microtasks, then await, then the rest',
    script: js`
const order = [];
const later = Promise.resolve().then(() => order.push('micro 1')).then(() => order.push('micro 2'));
queueMicrotask(() => order.push('queued'));
(async () => { order.push('async start'); await null; order.push('async after'); })();
order.push('sync');
await later;
await null;
return order;`,
  },
  {
    name: 'await of thenables, nested promises and plain values',
    script: js`
const thenable = { then(resolve) { resolve('from thenable'); } };
const nested = Promise.resolve(Promise.resolve(Promise.resolve(1)));
return [await thenable, await nested, await 5, await (async () => { return Promise.resolve('async'); })(), await Promise.all([1, Promise.resolve(2), thenable]), await Promise.all([]), (await Promise.allSettled([])).length];`,
  },
  {
    name: 'a small expression parser and evaluator',
    script: js`
const evaluate = (text) => {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/()]/g);
  const factor = () => { const t = tokens.shift(); if (t === '(') { const v = sum(); tokens.shift(); return v; } return t === '-' ? -factor() : Number(t); };
  const term = () => { let v = factor(); while (tokens[0] === '*' || tokens[0] === '/') v = tokens.shift() === '*' ? v * factor() : v / factor(); return v; };
  const sum = () => { let v = term(); while (tokens[0] === '+' || tokens[0] === '-') v = tokens.shift() === '+' ? v + term() : v - term(); return v; };
  return sum();
};
return ['1+2*3', '(1+2)*3', '-4/(2-4)', '2*-3'].map(evaluate);`,
  },
  {
    name: 'functions: arguments, default after use, bind, call, apply, length, name',
    script: js`
function sum() { return Array.prototype.slice.call(arguments).reduce((a, b) => a + b, 0); }
const bound = sum.bind(null, 1, 2);
function who() { return this === undefined ? 'strict' : this.name; }
const f = (a, b = a * 2, ...c) => a + b + c.length;
return [sum(1, 2, 3), bound(3), who.call({ name: 'n' }), who.apply({ name: 'm' }, []), who(), f(1), f(1, 1, 1, 1), f.length, f.name, bound.name, (function () {}).name, typeof class {}, (() => {}).hasOwnProperty('prototype')];`,
  },
  {
    name: 'hoisting, var in loops, let in closures, shadowing',
    script: js`
var x = 1;
{ var x = 2; }
const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i);
const gs = []; for (var j = 0; j < 3; j++) gs.push(() => j);
{ let x = 'inner'; fs.push(() => x); }
return [x, fs.map((f) => f()), gs.map((g) => g()), hoisted(), typeof notYet, typeof neverDeclared];
function hoisted() { return 'hoisted'; }
var notYet = 5;`,
  },
  {
    name: 'comma, void, in, delete, typeof, exponent, ternary ladder',
    script: js`
const o = { a: 1, b: undefined };
const grade = (n) => (n >= 90 ? 'A' : n >= 80 ? 'B' : n >= 70 ? 'C' : 'F');
return [(1, 2, 3), void 0 === undefined, 'b' in o, delete o.b, 'b' in o, typeof null, typeof (() => 1), 2 ** 3 ** 2, (-2) ** 2, [95, 85, 72, 10].map(grade), !!'', !!'0', +[], +'', -'3', ~1, null ?? 'x', 0 || 'y', '' && 'z', 1 < 2 < 3, 3 > 2 > 1, '10' < '9', 10 < 9, null >= 0, NaN !== NaN, [10] == 10];`,
  },
  {
    name: 'comments with odd words, and code that looks like code',
    script: js`
// fetch('https://example.com'); process.exit(1); eval('x'); import fs from 'fs'; constructor __proto__
/* require('child_process') globalThis.process
   setTimeout(() => {}, 1000) \`\`\` js */
const note = "Don't use eval() or \`new Function\` -- <!-- here --> // not a comment /* nor this */";
const rx = /\/\/ process\.env|eval\(|__proto__/; /* ; */ // end
const { length } = note; // import('x')
return [rx.test(note), length, 'fetch', { process: 1, require: 2, eval: 3 }.process, \`import "x" from 'y'\`];`,
  },
  {
    name: 'data with the keys of prototypes',
    script: js`
const words = await shop.getWords();
const own = Object.entries(words).filter(([, v]) => typeof v === 'string').map(([k]) => k).sort();
const dict = Object.create(null);
for (const word of ['constructor', 'toString', 'valueOf', 'constructor']) dict[word] = (dict[word] ?? 0) + 1;
const count = new Map();
for (const word of words.list) count.set(word, word.length);
return [own, dict, [...count], Object.hasOwn(words, 'hasOwnProperty'), 'toString' in {}, Object.hasOwn({}, 'toString')];`,
  },
  {
    name: 'revivers: dates, decimals and drops',
    script: js`
const text = '{"at":"2026-01-03T00:00:00.000Z","price":"12.50","drop":1,"list":[1,{"at":"2026-02-01T00:00:00.000Z"}]}';
const data = JSON.parse(text, function (key, value) { if (key === 'drop') return undefined; if (key === 'at') return new Date(value); return key === 'price' ? Number(value) : value; });
return [data.at instanceof Date, data.list[1].at.getUTCMonth(), data.price, 'drop' in data];`,
  },
  {
    name: 'revivers see the source text',
    script: js`return JSON.parse('{"id":12345678901234567890,"n":1.50}', (key, value, { source } = {}) => (typeof value === 'number' ? source : value));`,
  },
  {
    name: 'JSON.stringify: spaces, lists of names, replacers, toJSON, odd values',
    script: js`
const o = { b: 1, a: [undefined, () => 1, Symbol('x'), NaN, -0, new Date(0)], u: undefined, f() {}, n: null, nested: { a: 1, c: 2 }, e: new Error('x'), m: new Map([[1, 2]]), s: new Set([1]), r: /x/g, str: new String('s'), num: new Number(3), bool: new Boolean(false) };
return [JSON.stringify(o), JSON.stringify(o, ['a', 'nested']), JSON.stringify({ a: [1, {}], b: {} }, null, 2), JSON.stringify([[]], null, '--'), JSON.stringify({ a: 1, b: 2 }, (k, v) => (k === 'a' ? undefined : v)), JSON.stringify('\u2028\u0007"\\/'), JSON.stringify({ a: 5, toJSON(key) { return \`at \${key}\`; } }), JSON.stringify(undefined) ?? 'undefined', JSON.stringify({ date: new Date(NaN) })];`,
  },
  {
    name: 'structuredClone copies deep, with circles',
    script: js`
const a = { d: new Date(5), m: new Map([['k', new Set([1])]]), r: /x/gi, list: [1, , 3], n: null, e: new RangeError('r') };
a.self = a;
const b = structuredClone(a);
b.m.get('k').add(2);
let name;
try { structuredClone(() => 1); } catch (e) { name = e.name; }
return [b.self === b, b !== a, b.d.getTime(), [...b.m.get('k')], a.m.get('k').size, b.r.flags, b.list.length, 1 in b.list, b.e.name, b.e instanceof RangeError, b.e.message, name];`,
  },
  {
    name: 'Object: freeze, seal, defineProperty, assign, entries, is',
    script: js`
const o = Object.freeze({ a: 1, deep: { b: 2 } });
let name; try { o.a = 2; } catch (e) { name = e.name; }
o.deep.b = 3;
const p = Object.defineProperty({}, 'hidden', { value: 1, enumerable: false });
const target = Object.assign({ x: 1 }, null, { y: 2 }, undefined, { get z() { return 3; } });
return [name, o, Object.isFrozen(o), Object.isSealed(Object.seal({})), Object.keys(p), p.hidden, target, Object.is(NaN, NaN), Object.is(0, -0), Object.entries('ab'), Object.values({ 2: 'b', 1: 'a', x: 'c' }), Object.getOwnPropertyNames([1]).sort(), Object.getPrototypeOf([]) === Array.prototype, Object.fromEntries(new Map([['k', 1]])), Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } })];`,
  },
  {
    name: 'for in walks names in order, own and inherited',
    script: js`
const base = { z: 1 };
const o = Object.assign(Object.create(base), { b: 1, 10: 'x', a: 2, 2: 'y' });
const all = []; for (const key in o) all.push(key);
const own = []; for (const key in o) if (Object.prototype.hasOwnProperty.call(o, key)) own.push(key);
const letters = []; for (const i in 'abc') letters.push(i);
for (const key in null) letters.push(key);
return { all, own, letters };`,
  },
  {
    name: 'array holes, length, at, isArray, of, from',
    script: js`
const a = [1, , 3];
a.length = 5; a[6] = 7;
const made = Array.from({ length: 3, 0: 'x', 2: 'z' });
return [a.length, 1 in a, a.map((n) => n * 2), a.filter(() => true), made, Array.of(7, 8), Array.isArray(a), a.at(-1), [3, 4].includes(NaN), [NaN].includes(NaN), [NaN].indexOf(NaN), a.findIndex((n) => n === undefined), a.join('-'), Array(3).join('x'), [1, [2, [3]]].toString(), [null, undefined, 1].join()];`,
  },
  {
    name: 'Map and Set keep order, delete while looping',
    script: js`
const m = new Map(Object.entries({ a: 1, b: 2, c: 3 }));
for (const [key, value] of m) { if (value === 2) m.delete(key); if (key === 'a') m.set('d', 4); }
const s = new Set([3, 1, 3, NaN, NaN, 0, -0]);
s.forEach((v, k, set) => { if (v === 1) set.delete(v); });
return [[...m], [...s], m.size, new Map([[NaN, 'nan']]).get(NaN), [...new Map(m).values()].reduce((a, b) => a + b), [...s.entries()].length];`,
  },
  {
    name: 'Date, Map and Set in the result become what JSON makes of them',
    script: js`return { date: new Date(0), map: new Map([[1, 2]]), set: new Set([1]), regexp: /x/, nan: NaN, infinite: -Infinity, nothing: undefined, list: [undefined], big: String(10n), error: new Error('lost'), nested: { toJSON: () => 'shown' } };`,
  },
  {
    name: 'a script may return nothing, on purpose',
    script: js`
const { total } = await shop.listOrders({ limit: 1 });
if (total === 0) return { empty: true };`,
  },
  {
    name: 'main, called and returned',
    script: js`
async function main() {
  const { orders } = await shop.listOrders({ limit: 2 });
  return orders.map((o) => o.id);
}
return main();`,
  },
  {
    name: 'main, awaited at the end',
    script: js`
const main = async () => { const { total } = await shop.listOrders({}); return { total }; };
return await main();`,
  },
  {
    name: 'an async arrow called at once',
    script: js`
return (async () => {
  const customer = await shop.getCustomer({ id: 'C-2' });
  return customer.name;
})();`,
  },
  {
    name: 'a result variable declared first and filled in later',
    script: js`
let result = { success: false, data: null, errors: [] };
try {
  const order = await shop.getOrder({ id: 'A-1006' });
  result.data = { id: order.id, status: order.status };
  result.success = true;
} catch (err) {
  result.errors.push(err.message);
}
return result;`,
  },
  {
    name: "'use strict' first, and a semicolon-free style",
    script: js`
'use strict'
const list = [3, 1, 2]
;[list[0], list[1]] = [list[1], list[0]]
const f = x => x + 1
let out = list.map(f)
return out`,
  },
  {
    name: 'carriage returns, tabs and unicode spaces in the text',
    script: js`
const a = 1;	const b = 2;
const c = a + b;  return { c, 'ключ': 'значение', ñ: 1 };`,
  },
  {
    name: 'identifiers in other alphabets and with signs',
    script: js`
const größe = 3; const $el = 1; const _private = 2; const 数 = 4; const \u0061bc = 5;
return größe + $el + _private + 数 + abc;`,
  },
  {
    name: 'a while loop with a counter of a hundred thousand steps',
    script: js`
let n = 0; let i = 0;
while (i < 100_000) { n = (n * 31 + i) % 1_000_003; i += 1; }
return n;`,
  },
  {
    name: 'a sieve, and a matrix product',
    script: js`
const sieve = (max) => { const is = Array(max + 1).fill(true); for (let i = 2; i * i <= max; i++) if (is[i]) for (let j = i * i; j <= max; j += i) is[j] = false; return is.reduce((list, p, i) => { if (p && i > 1) list.push(i); return list; }, []); };
const A = Array.from({ length: 20 }, (_, i) => Array.from({ length: 20 }, (_, j) => (i * j) % 7));
const B = A.map((row, i) => row.map((_, j) => A[i].reduce((s, v, k) => s + v * A[k][j], 0)));
return [sieve(2000).length, B[3][4], B.flat().reduce((a, b) => a + b)];`,
  },
  {
    name: 'a report of two thousand rows is summed up',
    script: js`
const { rows } = await shop.getReport({ rows: 2000 });
return { n: rows.length, sum: rows.reduce((s, r) => s + r.index, 0), chars: rows.map((r) => r.text).join('').length };`,
  },
];
