import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Classes, getters, generators, iterators. */
export const CLASSES: HonestCase[] = [
  {
    name: 'a class with private fields',
    script: js`
class Cart {
  #lines = [];
  static #made = 0;
  constructor(owner) { this.owner = owner; Cart.#made++; }
  add(sku, price, quantity = 1) { this.#lines.push({ sku, price, quantity }); return this; }
  get total() { return this.#lines.reduce((s, l) => s + l.price * l.quantity, 0); }
  #secret() { return this.#lines.length; }
  get size() { return this.#secret(); }
  static get made() { return Cart.#made; }
  static isCart(x) { return #lines in x; }
}
const cart = new Cart('Ada').add('MUG-01', 12.5, 2).add('PEN-10', 4.25);
return { total: cart.total, size: cart.size, made: Cart.made, is: Cart.isCart(cart), isNot: Cart.isCart({}), json: JSON.stringify(cart) };`,
  },
  {
    name: 'inheritance, super and overriding',
    script: js`
class Shape { constructor(name) { this.name = name; } area() { return 0; } toString() { return this.name + ':' + this.area(); } }
class Rectangle extends Shape { constructor(w, h) { super('rectangle'); Object.assign(this, { w, h }); } area() { return this.w * this.h; } }
class Square extends Rectangle { constructor(s) { super(s, s); this.name = 'square'; } toString() { return '[' + super.toString() + ']'; } }
return [new Shape('none'), new Rectangle(2, 3), new Square(4)].map(String);`,
  },
  {
    name: 'static blocks and fields',
    script: js`
class Registry { static items = new Map(); static { this.items.set('a', 1); this.items.set('b', 2); } static sum = [...this.items.values()].reduce((x, y) => x + y); }
return Registry.sum;`,
  },
  {
    name: 'getters and setters of an object',
    script: js`
const thermometer = { c: 20, get f() { return this.c * 1.8 + 32; }, set f(v) { this.c = (v - 32) / 1.8; } };
const before = thermometer.f;
thermometer.f = 212;
return { before, c: thermometer.c, keys: Object.keys(thermometer) };`,
  },
  {
    name: 'Object.defineProperty on own objects',
    script: js`
const o = {};
Object.defineProperty(o, 'hidden', { value: 1, enumerable: false });
Object.defineProperty(o, 'twice', { get() { return this.hidden * 2; }, enumerable: true });
return [JSON.stringify(o), o.hidden, Object.getOwnPropertyNames(o), Object.getOwnPropertyDescriptor(o, 'hidden').writable];`,
  },
  {
    name: 'a generator of ids',
    script: js`
function* ids(from, to) { for (let n = from; n <= to; n++) yield 'A-' + n; return 'end'; }
const totals = [];
for (const id of ids(1001, 1003)) totals.push((await shop.getOrder({ id })).total);
const it = ids(1, 1);
return { totals, steps: [it.next(), it.next(), it.next()] };`,
  },
  {
    name: 'talks to a generator',
    script: js`
function* talk() { const a = yield 'name?'; try { const b = yield 'hi ' + a; return b; } catch (e) { yield 'caught ' + e.message; } finally { yield 'bye'; } }
const t = talk();
return [t.next(), t.next('Ada'), t.throw(new Error('oops')), t.next(), t.next()];`,
  },
  {
    name: 'delegates with yield*',
    script: js`
function* inner() { yield 1; return 'r'; }
function* outer() { const r = yield* inner(); yield r; yield* [2, 3]; yield* 'ab'; }
return [...outer()];`,
  },
  {
    name: 'pages with an async generator',
    script: js`
async function* pages(limit) {
  let cursor = '0';
  while (cursor !== null) {
    const page = await shop.listOrders({ limit, cursor });
    yield page.orders;
    cursor = page.nextCursor;
  }
}
const sizes = [];
for await (const orders of pages(5)) sizes.push(orders.length);
return sizes;`,
  },
  {
    name: 'leaves an async generator early',
    script: js`
const log = [];
async function* all() { try { let n = 0; while (true) yield n++; } finally { log.push('closed'); } }
for await (const n of all()) { if (n === 3) break; log.push(n); }
return log;`,
  },
  {
    name: 'is iterable by Symbol.iterator',
    script: js`
class Range { constructor(a, b) { this.a = a; this.b = b; } *[Symbol.iterator]() { for (let i = this.a; i < this.b; i++) yield i; } }
const r = new Range(2, 6);
const [first, ...rest] = r;
return { first, rest, max: Math.max(...r), from: Array.from(r, (x) => x * x) };`,
  },
  {
    name: 'is iterable by hand',
    script: js`
const countdown = { from: 3, [Symbol.iterator]() { let n = this.from; return { next: () => (n > 0 ? { value: n--, done: false } : { value: undefined, done: true }) }; } };
return [...countdown];`,
  },
  {
    name: 'async iterable by Symbol.asyncIterator',
    script: js`
const source = { async *[Symbol.asyncIterator]() { yield* ['C-1', 'C-2']; } };
const names = [];
for await (const id of source) names.push((await shop.getCustomer({ id })).name);
return names;`,
  },
  {
    name: 'converts with Symbol.toPrimitive and toString',
    script: js`
const money = { amount: 5, [Symbol.toPrimitive](hint) { return hint === 'number' ? this.amount : 'EUR ' + this.amount; } };
return [+money, \`\${money}\`, money + '', money > 4, String({ toString: () => 'text' }), { valueOf: () => 7 } * 2];`,
  },
  {
    name: 'says how it becomes JSON',
    script: js`
class Money { constructor(a, c) { this.a = a; this.c = c; } toJSON() { return this.a.toFixed(2) + ' ' + this.c; } }
return { price: new Money(12.5, 'EUR'), list: [new Money(1, 'USD')] };`,
  },
  {
    name: 'closures, currying and composition',
    script: js`
const compose = (...fns) => (x) => fns.reduceRight((v, f) => f(v), x);
const add = (a) => (b) => a + b;
const counter = () => { let n = 0; return { up: () => ++n, get n() { return n; } }; };
const c = counter(); c.up(); c.up();
return [compose(add(1), (x) => x * 2)(5), c.n, ((a, b = a + 1, ...rest) => [a, b, rest])(1, undefined, 3, 4)];`,
  },
  {
    name: 'call, apply, bind and arguments',
    script: js`
function describe(greeting, mark) { return greeting + ' ' + this.name + mark; }
const ada = { name: 'Ada' };
function count() { return arguments.length; }
return [describe.call(ada, 'Hi', '!'), describe.apply(ada, ['Ho', '?']), describe.bind(ada, 'Hey')('.'), count(1, 2, 3), describe.length, describe.name];`,
  },
  {
    name: 'is strict',
    script: js`
const f = function () { return this === undefined; };
let frozen = 'no error';
try { Object.freeze([1]).push(2); } catch (e) { frozen = e.name; }
return [f(), frozen];`,
  },
  {
    name: 'symbols as keys',
    script: js`
const id = Symbol('id');
const o = { [id]: 1, plain: 2 };
return [Object.keys(o), o[id], id.toString(), id.description, Symbol.for('x') === Symbol.for('x'), Object.getOwnPropertySymbols(o).length];`,
  },
  {
    name: 'instanceof, typeof and null',
    script: js`
return [[] instanceof Array, [] instanceof Object, new Map() instanceof Map, typeof null, typeof undefined, typeof (() => 1), typeof 1n, typeof Symbol(), typeof missingName, Array.isArray([])];`,
  },
  {
    name: 'mixes behaviour in',
    script: js`
const Named = (Base) => class extends Base { get label() { return this.constructor_ + '#' + this.id; } };
class Item { constructor_ = 'Item'; constructor(id) { this.id = id; } }
return new (Named(Item))(7).label;`,
  },
  {
    name: 'recursion over a tree',
    script: js`
const tree = { v: 1, kids: [{ v: 2 }, { v: 3, kids: [{ v: 4 }] }] };
const sum = ({ v, kids = [] }) => v + kids.map(sum).reduce((a, b) => a + b, 0);
const flat = (n, depth = 0) => [[depth, n.v], ...(n.kids ?? []).flatMap((k) => flat(k, depth + 1))];
return { sum: sum(tree), flat: flat(tree) };`,
  },
];
