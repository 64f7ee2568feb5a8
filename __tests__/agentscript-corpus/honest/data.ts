import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** JSON, copies, and words that look like code. */
export const DATA: HonestCase[] = [
  {
    name: 'words of code in data of the API',
    script: js`
const words = await shop.getWords();
return words;`,
  },
  {
    name: 'words of code as keys and values of its own',
    script: js`
const labels = { constructor: 'builder', process: 'procedure', eval: 'valuation', Function: 'role', require: 'need', global: 'world', window: 'pane', import: 'goods in', fetch: 'bring', prototype: 'model' };
return Object.entries(labels).map(([k, v]) => k + ': ' + v);`,
  },
  {
    name: 'words of code in texts',
    script: js`
return ['The constructor calls super()', "process.env is a thing", 'eval("1+1") is evil', \`__proto__ \${'and'} globalThis\`, '/* new Function() */'];`,
  },
  {
    name: 'words of code in regular expressions',
    script: js`
const { list } = await shop.getWords();
return list.filter((w) => /^(?:__proto__|constructor|Function|process|eval\(|import\(\))$/.test(w));`,
  },
  {
    name: 'words of code as names of its own variables',
    script: js`
const process = (order) => order.id + '/' + order.lines.length;
const window = 3, self = 'me', name = 'n', status = 's', module = { exports: 1 };
const { orders } = await shop.listOrders({ limit: window });
return [orders.map(process), self, name, status, module.exports];`,
  },
  {
    name: 'parameters called fetch, require and global',
    script: js`
const load = async (fetch, require, global) => [await fetch({ id: 'A-1001' }).then((o) => o.id), require, global];
return load(shop.getOrder, 'r', 'g');`,
  },
  {
    name: 'methods called eval, import and process',
    script: js`
const engine = { eval: (s) => s.length, import: (n) => n + 1, process() { return 'done'; }, default: 1, class: 2 };
return [engine.eval('abc'), engine.import(1), engine.process(), engine.default, engine.class];`,
  },
  {
    name: 'guards keys with hasOwn',
    script: js`
const counts = {};
for (const w of ['toString', 'valueOf', 'a', 'toString']) counts[w] = (Object.hasOwn(counts, w) ? counts[w] : 0) + 1;
return counts;`,
  },
  {
    name: 'a dictionary without a prototype',
    script: js`
const d = Object.create(null);
for (const w of ['hasOwnProperty', 'x', 'x']) d[w] = (d[w] ?? 0) + 1;
return { ...d, n: Object.keys(d).length };`,
  },
  {
    name: 'JSON with a reviver',
    script: js`
const text = '{"at":"2026-01-01T00:00:00.000Z","n":"5","list":[1,2]}';
const o = JSON.parse(text, (k, v) => (k === 'at' ? new Date(v) : k === 'n' ? Number(v) : v));
return [o.at instanceof Date, o.at.getTime(), o.n, o.list];`,
  },
  {
    name: 'JSON with a replacer and indent',
    script: js`
const o = await shop.getOrder({ id: 'A-1003' });
return [JSON.stringify(o, ['id', 'total']), JSON.stringify({ a: [1, { b: 2 }], c: undefined }, null, 2), JSON.stringify(o, (k, v) => (typeof v === 'number' ? undefined : v))];`,
  },
  {
    name: 'JSON of odd values',
    script: js`
return [JSON.stringify([undefined, NaN, null, -0, new Date(0), new Map([[1, 2]]), /x/, '\u2028"\\']), JSON.stringify('\ud83d'), JSON.stringify(undefined) === undefined, JSON.parse(' [1 , 2 ] ')];`,
  },
  {
    name: 'JSON with the key __proto__',
    script: js`
const o = JSON.parse('{"__proto__": {"admin": true}, "a": 1}');
return [o.admin === undefined, Object.keys(o), ({}).admin === undefined, JSON.stringify(o)];`,
  },
  {
    name: 'structuredClone',
    script: js`
const order = await shop.getOrder({ id: 'A-1002' });
const copy = structuredClone(order);
copy.lines.push({ sku: 'NEW' });
const rich = structuredClone({ d: new Date(5), m: new Map([['a', { b: 1 }]]), s: new Set([1]), n: [1, [2]] });
return [order.lines.length + 1 === copy.lines.length, rich.d.getTime(), rich.m.get('a').b, rich.s.has(1), rich.n];`,
  },
  {
    name: 'structuredClone of a cycle',
    script: js`
const a = { name: 'a' };
a.self = a;
const b = structuredClone(a);
return [b.self === b, b !== a, b.name];`,
  },
  {
    name: 'a cycle is no JSON, and says so',
    script: js`
const a = {};
a.a = a;
try { JSON.stringify(a); return 'fine'; } catch (e) { return e.name; }`,
  },
  {
    name: 'freezes, seals and copies',
    script: js`
const o = Object.freeze({ a: 1, n: { b: 2 } });
o.n.b = 3;
const s = Object.seal({ x: 1 });
return [Object.isFrozen(o), o.n.b, Object.isSealed(s), Object.isExtensible(s), Object.assign({}, o, { a: 2 })];`,
  },
  {
    name: 'compares deeply',
    script: js`
const same = (a, b) => a === b || (typeof a === 'object' && typeof b === 'object' && a && b && Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((k) => same(a[k], b[k])));
const [x, y] = await Promise.all([shop.getOrder({ id: 'A-1001' }), shop.getOrder({ id: 'A-1001' })]);
return [same(x, y), x === y, same({ a: [1] }, { a: [2] })];`,
  },
  {
    name: 'diffs two objects',
    script: js`
const [a, b] = await Promise.all([shop.getProduct({ sku: 'MUG-01' }), shop.getProduct({ sku: 'MUG-02' })]);
return Object.keys(a).filter((k) => JSON.stringify(a[k]) !== JSON.stringify(b[k])).map((k) => ({ k, from: a[k], to: b[k] }));`,
  },
  {
    name: 'merges deeply',
    script: js`
const merge = (a, b) => { const out = { ...a }; for (const [k, v] of Object.entries(b)) out[k] = v && typeof v === 'object' && !Array.isArray(v) ? merge(a[k] ?? {}, v) : v; return out; };
return merge({ a: { x: 1, y: 2 }, l: [1] }, { a: { y: 3 }, l: [2, 3], n: null });`,
  },
  {
    name: 'reads a path out of data',
    script: js`
const at = (o, path) => path.split('.').reduce((v, k) => v?.[k], o);
const order = await shop.getOrder({ id: 'A-1001' });
return [at(order, 'lines.0.sku'), at(order, 'nope.deep') ?? null, at(order, 'status')];`,
  },
  {
    name: 'entries and fromEntries',
    script: js`
const order = await shop.getOrder({ id: 'A-1005' });
return Object.fromEntries(Object.entries(order).filter(([, v]) => typeof v !== 'object').map(([k, v]) => [k.toUpperCase(), v]));`,
  },
  {
    name: 'keeps the order of keys',
    script: js`
return Object.keys({ b: 1, 2: 1, a: 1, 1: 1, [Symbol.iterator]: 0, '-1': 1 });`,
  },
  {
    name: 'a typed pipeline of records',
    script: js`
const products = await shop.listProducts();
return products
  .map(({ tags, ...p }) => ({ ...p, tagCount: tags.length, value: Math.round(p.price * p.stock * 100) / 100 }))
  .filter((p) => p.value > 0)
  .toSorted((a, b) => b.value - a.value)
  .slice(0, 3);`,
  },
  {
    name: 'the context it was given',
    context: { customerId: 'C-2', limits: { max: 2 }, list: [1, 'two', null] },
    script: js`
const { orders } = await shop.listOrders({ customerId: codecallContext.customerId, limit: codecallContext.limits.max });
return { ids: orders.map((o) => o.id), list: codecallContext.list, keys: Object.keys(codecallContext) };`,
  },
  {
    name: 'the context cannot be changed',
    context: { a: { b: 1 } },
    script: js`
const out = [];
for (const change of [() => { codecallContext.a = 2; }, () => { codecallContext.a.b = 2; }, () => { delete codecallContext.a; }]) {
  try { change(); out.push('changed'); } catch (e) { out.push(e.name); }
}
return [out, codecallContext];`,
  },
  {
    name: 'no context is an empty one',
    script: js`
return [typeof codecallContext, Object.keys(codecallContext ?? {})];`,
  },
];
