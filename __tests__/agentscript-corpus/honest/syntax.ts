import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Destructuring, spread, optional chaining, templates, operators. */
export const SYNTAX: HonestCase[] = [
  {
    name: 'destructures deep with defaults and renames',
    script: js`
const { name, address: { city = 'unknown', zip: postcode } = {}, missing = 'none', ...rest } = await shop.getCustomer({ id: 'C-3' });
return { name, city, postcode: postcode ?? null, missing, rest };`,
  },
  {
    name: 'destructures arrays, swaps and skips',
    script: js`
let [a, , b = 9, ...others] = [1, 2, undefined, 4, 5];
[a, b] = [b, a];
const [[x], { y: [, z] }] = [[10], { y: [1, 20] }];
return { a, b, others, x, z };`,
  },
  {
    name: 'destructures in parameters',
    script: js`
const line = ({ sku, quantity: n = 1, price }, [before = '', after = ''] = []) => before + sku + 'x' + n + '=' + n * price + after;
const order = await shop.getOrder({ id: 'A-1001' });
return order.lines.map((l) => line(l, ['<', '>']));`,
  },
  {
    name: 'destructures with computed keys',
    script: js`
const field = 'total';
const { [field]: value } = await shop.getOrder({ id: 'A-1002' });
return value;`,
  },
  {
    name: 'assigns to members by destructuring',
    script: js`
const o = {};
({ id: o.id, status: o['state'] } = await shop.getOrder({ id: 'A-1003' }));
[o.a, o.b] = [1, 2];
return o;`,
  },
  {
    name: 'optional chaining in every form',
    script: js`
const c = await shop.getCustomer({ id: 'C-3' });
const key = 'address';
return [c?.address?.city ?? 'nowhere', c?.[key]?.zip ?? null, c.greet?.('x') ?? 'no method', c.name?.length, null?.x ?? 'null'];`,
  },
  {
    name: 'nullish and logical assignment',
    script: js`
const settings = { limit: 0, name: '', on: null };
settings.limit ??= 10;
settings.on ??= true;
settings.name ||= 'default';
settings.on &&= 'yes';
return settings;`,
  },
  {
    name: 'spreads objects with overrides',
    script: js`
const base = { a: 1, b: { c: 2 } };
return [{ ...base, a: 9 }, { a: 9, ...base }, { ...null, ...[7] }, { ...(false && { x: 1 }), y: 2 }];`,
  },
  {
    name: 'computed, shorthand and method members',
    script: js`
const k = 'dyn', v = 5;
const o = { v, [k + 1]: 1, ['a-b']: 2, twice() { return this.v * 2; }, async later() { return 'later'; }, *gen() { yield 1; }, 3: 'three' };
return [o.v, o.dyn1, o['a-b'], o.twice(), await o.later(), [...o.gen()], o[3]];`,
  },
  {
    name: 'template literals, nested and multi-line',
    script: js`
const { orders } = await shop.listOrders({ limit: 3 });
return \`Orders:
\${orders.map((o, i) => \`  \${i + 1}) \${o.id} – \${o.total.toFixed(2)} \${o.currency}\${o.note ? \` (\${o.note})\` : ''}\`).join('\n')}
Total: \${orders.reduce((s, o) => s + o.total, 0).toFixed(2)}\`;`,
  },
  {
    name: 'tagged templates',
    script: js`
const tag = (strings, ...values) => strings.raw.map((s, i) => s + (i < values.length ? '[' + values[i] + ']' : '')).join('');
return [tag\`a\${1}b\${2}c\`, String.raw\`\d+\n\`];`,
  },
  {
    name: 'caches the strings of a tag',
    script: js`
const seen = new Set();
const tag = (s) => seen.add(s);
for (let i = 0; i < 3; i++) tag\`same\`;
return seen.size;`,
  },
  {
    name: 'exponents, shifts and bit masks',
    script: js`
return [2 ** 10, (-2) ** 3, 7 & 3, 5 | 8, 6 ^ 3, ~5, 1 << 5, -16 >> 2, -1 >>> 28, 10 % 3, -10 % 3];`,
  },
  {
    name: 'comma, void, delete, in',
    script: js`
const o = { a: 1, b: 2 };
delete o.a;
return [(1, 2), void 0 === undefined, 'a' in o, 'b' in o, delete o.b, o];`,
  },
  {
    name: 'coercions that surprise',
    script: js`
return [1 + '2', '3' * '4', [] + [], [] + {}, null + 1, undefined + 1, true + true, '5' - 2, 0 == '', null == 0, null == undefined, NaN !== NaN, [10, 9].sort() + ''];`,
  },
  {
    name: 'hoisting and shadowing',
    script: js`
const x = 'outer';
const out = [];
{ const x = 'inner'; out.push(x); }
out.push(x, hoisted());
function hoisted() { return typeof later; var later = 1; }
return out;`,
  },
  {
    name: 'names functions by position',
    script: js`
const arrow = () => {}; const o = { method() {}, fn: function () {} };
return [arrow.name, o.method.name, o.fn.name, (class Foo {}).name];`,
  },
  {
    name: 'immediately invoked functions',
    script: js`
const value = (() => { const hidden = 3; return hidden * 2; })();
const asyncValue = await (async () => (await shop.getProduct({ sku: 'PEN-10' })).price)();
return [value, asyncValue];`,
  },
  {
    name: 'numeric separators and literals',
    script: js`
return [1_000_000, 0xff, 0b1010, 0o17, .5, 5., 1e3, 0.1 + 0.2];`,
  },
  {
    name: 'conditional chains',
    script: js`
const label = (n) => (n > 100 ? 'high' : n > 50 ? 'mid' : n > 0 ? 'low' : 'none');
return [150, 75, 10, 0].map(label);`,
  },
  {
    name: 'comments everywhere',
    script: js`
// eval(process.env.TOKEN); new Function('return this')()
/* import fs from 'fs'; require('child_process').exec('ls') */
const a /* constructor */ = 1; // __proto__
/** @type {number} globalThis.fetch */
return a;`,
  },
  {
    name: 'unicode in names and strings',
    script: js`
const größe = 3, π = 3.14, $dollar = 1, _under = 2, \u0061bc = 5;
return [größe * π, $dollar, _under, abc, '\u{1F600}', '\x41'];`,
  },
  {
    name: 'arguments that trail and spread',
    script: js`
const f = (a, b, ...c) => [a, b, c,];
return [f(...[1, 2, 3, 4],), Math.max(...[3, 8, 5])];`,
  },
  {
    name: 'returns nothing',
    script: js`
const unused = await shop.listProducts({ category: 'office' });
if (unused.length > 99) return 'many';`,
  },
  {
    name: 'returns undefined members, NaN and holes as JSON does',
    script: js`
return { a: undefined, b: NaN, c: Infinity, d: [undefined, , 1], e: () => 1, f: Symbol('x'), g: -0, h: new Date(0) };`,
  },
  {
    name: 'returns a plain text',
    script: js`
const { name } = await shop.getProduct({ sku: 'LMP-7' });
return 'The product is called ' + name;`,
  },
  {
    name: 'returns null, false and zero',
    script: js`
return [null, false, 0, ''];`,
  },
];
