import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Lists, maps and sets of what came back. */
export const GROUPING: HonestCase[] = [
  {
    name: 'Object.groupBy by status, then counts',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const groups = Object.groupBy(orders, ({ status }) => status);
return Object.fromEntries(Object.entries(groups).map(([status, list]) => [status, list.length]));`,
  },
  {
    name: 'Map.groupBy with object keys',
    script: js`
const gold = { tier: 'gold' };
const other = { tier: 'other' };
const customers = await Promise.all(['C-1', 'C-2', 'C-3', 'C-4'].map((id) => shop.getCustomer({ id })));
const groups = Map.groupBy(customers, (customer) => (customer.tier === 'gold' ? gold : other));
return { gold: groups.get(gold).map((c) => c.id), other: groups.get(other).map((c) => c.id) };`,
  },
  {
    name: 'a groupBy written by hand with ??=',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const by = {};
for (const order of orders) ((by[order.customerId] ??= {})[order.currency] ??= []).push(order.total);
return by;`,
  },
  {
    name: 'a histogram from reduce with a Map',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const counts = orders.flatMap((order) => order.lines).reduce((map, { sku, quantity }) => map.set(sku, (map.get(sku) ?? 0) + quantity), new Map());
return [...counts].toSorted(([, a], [, b]) => b - a || 0).map(([sku, n]) => \`\${sku}=\${n}\`);`,
  },
  {
    name: 'toSorted, toSpliced, toReversed and with leave the list alone',
    script: js`
const list = [3, 1, 2];
return [list.toSorted(), list.toSorted((a, b) => b - a), list.toSpliced(1, 1, 'x', 'y'), list.toReversed(), list.with(-1, 9), list];`,
  },
  {
    name: 'findLast and findLastIndex',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
return [orders.findLast((order) => order.note)?.id, orders.findLastIndex((order) => order.status === 'shipped'), orders.findLast(() => false) ?? null];`,
  },
  {
    name: 'sort by several keys is stable',
    script: js`
const rows = [['b', 2], ['a', 2], ['c', 1], ['d', 2], ['e', 1]].map(([name, n]) => ({ name, n }));
const byN = [...rows].sort((x, y) => x.n - y.n).map((r) => r.name).join('');
const byBoth = [...rows].sort((x, y) => y.n - x.n || x.name.localeCompare(y.name)).map((r) => r.name).join('');
return { byN, byBoth };`,
  },
  {
    name: 'a stable sort of forty rows by one of four keys',
    script: js`
const rows = Array.from({ length: 40 }, (_, i) => ({ i, k: (i * 7) % 4 }));
return rows.sort((a, b) => a.k - b.k).map(({ i }) => i);`,
  },
  {
    name: 'the default sort is by text, undefined last',
    script: js`return [[10, 9, 1, 100, -1].sort(), ['b', undefined, 'a', undefined].sort(), [true, false, null].sort(), [, 3, , 1].sort().length];`,
  },
  {
    name: 'a pivot table of status by currency',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const columns = [...new Set(orders.map((o) => o.currency))].sort();
const table = {};
for (const { status, currency, total } of orders) {
  table[status] ||= Object.fromEntries(columns.map((c) => [c, 0]));
  table[status][currency] = Math.round((table[status][currency] + total) * 100) / 100;
}
return table;`,
  },
  {
    name: 'top three customers by spend with a tie broken by id',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const spend = orders.reduce((acc, { customerId, total }) => ({ ...acc, [customerId]: (acc[customerId] || 0) + total }), {});
return Object.entries(spend).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 3).map(([id, sum], rank) => ({ rank: rank + 1, id, sum: sum.toFixed(2) }));`,
  },
  {
    name: 'set algebra with the new Set methods',
    script: js`
const a = new Set([1, 2, 3, 4]);
const b = new Set([3, 4, 5]);
return {
  union: [...a.union(b)], both: [...a.intersection(b)], onlyA: [...a.difference(b)], either: [...a.symmetricDifference(b)],
  sub: new Set([3]).isSubsetOf(a), superset: a.isSupersetOf(new Set([1])), apart: a.isDisjointFrom(new Set([9])),
};`,
  },
  {
    name: 'a diff of two lists by id',
    script: js`
const { orders: before } = await shop.listOrders({ limit: 4 });
const { orders: after } = await shop.listOrders({ limit: 4, cursor: '2' });
const index = new Map(before.map((o) => [o.id, o]));
const added = after.filter(({ id }) => !index.has(id)).map((o) => o.id);
const removed = before.filter(({ id }) => !after.some((o) => o.id === id)).map((o) => o.id);
return { added, removed, kept: after.length - added.length };`,
  },
  {
    name: 'reduceRight, copyWithin, fill, entries, keys',
    script: js`
const list = ['a', 'b', 'c', 'd'];
return [list.reduceRight((s, x) => s + x, ''), [1, 2, 3, 4, 5].copyWithin(0, 3), new Array(3).fill(0).map((_, i) => i ** 2), [...list.entries()], [...list.keys()], [...'héé'].length];`,
  },
  {
    name: 'flatMap drops and doubles',
    script: js`return [1, 2, 3, 4].flatMap((n) => (n % 2 ? [] : [n, [n * 10]])).flat(Infinity);`,
  },
  {
    name: 'nested flat with holes and mixed depth',
    script: js`return [[1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(2), [1, , [2, , 3]].flat()];`,
  },
  {
    name: 'iterator helpers on a generator',
    script: js`
function* naturals() { for (let n = 1; ; n++) yield n; }
const squares = naturals().map((n) => n * n).filter((n) => n % 3 === 1).take(5).toArray();
const sum = naturals().take(10).reduce((a, b) => a + b);
return { squares, sum, some: naturals().some((n) => n > 3), drop: naturals().drop(2).take(2).toArray(), flat: [1, 2].values().flatMap((n) => [n, n]).toArray() };`,
  },
  {
    name: 'Iterator.from and Map entries with helpers',
    script: js`
const stock = new Map([['a', 1], ['b', 0], ['c', 4]]);
return [stock.entries().filter(([, n]) => n > 0).map(([k]) => k).toArray(), [...Iterator.from(['x', 'y']).map((s) => s + s)]];`,
  },
  {
    name: 'moving average and running total',
    script: js`
const totals = (await shop.listOrders({ limit: 12 })).orders.map((o) => o.total);
const average = totals.map((_, i) => { const w = totals.slice(Math.max(0, i - 2), i + 1); return +(w.reduce((a, b) => a + b) / w.length).toFixed(2); });
let sum = 0;
const running = totals.map((n) => Math.round((sum += n) * 100) / 100);
return { average, running };`,
  },
  {
    name: 'median, mode, deviation',
    script: js`
const values = [4, 8, 15, 16, 23, 42, 8];
const sorted = values.toSorted((a, b) => a - b);
const median = sorted[(sorted.length - 1) / 2];
const mean = values.reduce((a, b) => a + b) / values.length;
const mode = Object.entries(Object.groupBy(values, String)).sort(([, a], [, b]) => b.length - a.length)[0][0];
const deviation = Math.sqrt(values.reduce((a, v) => a + (v - mean) ** 2, 0) / values.length);
return { median, mean: mean.toFixed(3), mode, deviation: deviation.toFixed(4) };`,
  },
  {
    name: 'a topological sort with a visited set',
    script: js`
const needs = { deploy: ['test', 'build'], test: ['build'], build: ['install'], install: [] };
const done = new Set();
const order = [];
const visit = (task, path = []) => {
  if (path.includes(task)) throw new Error(\`circle: \${[...path, task].join(' > ')}\`);
  if (done.has(task)) return;
  for (const need of needs[task]) visit(need, [...path, task]);
  done.add(task);
  order.push(task);
};
Object.keys(needs).forEach((task) => visit(task));
return order;`,
  },
  {
    name: 'a trie of skus',
    script: js`
const root = {};
for (const { sku } of await shop.listProducts({})) {
  let at = root;
  for (const letter of sku) at = at[letter] ??= {};
  at.$ = true;
}
const count = (node) => Object.keys(node).reduce((n, key) => n + (key === '$' ? 1 : count(node[key])), 0);
return { all: count(root), t: count(root.T), m: count(root.M.U) };`,
  },
  {
    name: 'deep equality and a path lookup',
    script: js`
const equal = (a, b) => a === b || (typeof a === 'object' && typeof b === 'object' && a && b && Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((k) => equal(a[k], b[k])));
const get = (o, path, fallback) => path.split(/[.[\]]+/).filter(Boolean).reduce((at, key) => at?.[key], o) ?? fallback;
const order = await shop.getOrder({ id: 'A-1003' });
return [equal(order, structuredClone(order)), equal(order, { ...order, total: 0 }), get(order, 'lines[0].sku'), get(order, 'a.b.c', 'none')];`,
  },
  {
    name: 'flatten an object to dotted keys and back',
    script: js`
const flatten = (o, prefix = '') => Object.entries(o).reduce((out, [k, v]) => (v && typeof v === 'object' ? { ...out, ...flatten(v, \`\${prefix}\${k}.\`) } : { ...out, [prefix + k]: v }), {});
const unflatten = (o) => { const out = {}; for (const [path, v] of Object.entries(o)) { const keys = path.split('.'); const last = keys.pop(); keys.reduce((at, k) => (at[k] ??= {}), out)[last] = v; } return out; };
const customer = await shop.getCustomer({ id: 'C-1' });
const flat = flatten(customer);
return { flat, back: unflatten(flat) };`,
  },
  {
    name: 'omit, pick, rename and compact',
    script: js`
const omit = (o, ...keys) => Object.fromEntries(Object.entries(o).filter(([k]) => !keys.includes(k)));
const pick = (o, ...keys) => keys.reduce((out, k) => (k in o ? { ...out, [k]: o[k] } : out), {});
const { address, ...rest } = await shop.getCustomer({ id: 'C-4' });
const { name: fullName, ...others } = rest;
return [omit(rest, 'email', 'name'), pick(rest, 'id', 'nothing'), { fullName, keys: Object.keys(others) }, [0, '', null, 1, 'a', NaN, undefined].filter(Boolean), address?.city];`,
  },
  {
    name: 'a list with duplicate names is made unique by key, last wins',
    script: js`
const rows = [{ id: 1, v: 'a' }, { id: 2, v: 'b' }, { id: 1, v: 'c' }];
return [...new Map(rows.map((row) => [row.id, row])).values()];`,
  },
  {
    name: 'cartesian product of options',
    script: js`
const product = (...lists) => lists.reduce((acc, list) => acc.flatMap((head) => list.map((item) => [...head, item])), [[]]);
return product(['S', 'M'], ['red', 'blue'], [1]).map((p) => p.join('/'));`,
  },
];
