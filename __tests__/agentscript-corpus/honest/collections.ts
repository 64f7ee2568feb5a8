import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** map, filter, reduce, sort and what came after them. */
export const COLLECTIONS: HonestCase[] = [
  {
    name: 'filters, maps and joins',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
return orders.filter((o) => o.currency === 'EUR').map((o) => o.id).join(', ');`,
  },
  {
    name: 'groups with reduce',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
return orders.reduce((groups, order) => {
  (groups[order.status] ??= []).push(order.id);
  return groups;
}, {});`,
  },
  {
    name: 'groups with Object.groupBy',
    script: js`
const products = await shop.listProducts();
const groups = Object.groupBy(products, (p) => p.category);
return Object.fromEntries(Object.entries(groups).map(([k, v]) => [k, v.map((p) => p.sku)]));`,
  },
  {
    name: 'groups with Map.groupBy',
    script: js`
const products = await shop.listProducts();
const groups = Map.groupBy(products, (p) => (p.stock > 5 ? 'enough' : 'low'));
return [...groups].map(([key, list]) => [key, list.length]);`,
  },
  {
    name: 'sorts by two keys',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
orders.sort((a, b) => a.customerId.localeCompare(b.customerId) || b.total - a.total);
return orders.map((o) => [o.customerId, o.total]);`,
  },
  {
    name: 'sorts strings by code units',
    script: js`
return ['b', 'a', 'C', 'ä', '10', '9', 'Z'].sort();`,
  },
  {
    name: 'sorts numbers the default way and the right way',
    script: js`
const n = [10, 9, 1, 100, 25];
return [[...n].sort(), [...n].sort((a, b) => a - b)];`,
  },
  {
    name: 'keeps equal elements in order',
    script: js`
const items = Array.from({ length: 60 }, (_, i) => ({ i, k: i % 4 }));
return items.sort((a, b) => a.k - b.k).map((x) => x.i);`,
  },
  {
    name: 'copies with toSorted, toReversed, with and toSpliced',
    script: js`
const a = [3, 1, 2];
return [a.toSorted(), a.toReversed(), a.with(1, 9), a.toSpliced(0, 1, 'x', 'y'), a];`,
  },
  {
    name: 'finds from both ends',
    script: js`
const a = [5, 12, 8, 130, 44];
return [a.find((x) => x > 10), a.findIndex((x) => x > 10), a.findLast((x) => x > 10), a.findLastIndex((x) => x > 10), a.at(-1)];`,
  },
  {
    name: 'asks some, every, includes and indexOf',
    script: js`
const products = await shop.listProducts();
return [products.some((p) => p.stock === 0), products.every((p) => p.price > 1), [1, NaN].includes(NaN), [1, NaN].indexOf(NaN)];`,
  },
  {
    name: 'flattens and maps flat',
    script: js`
const { orders } = await shop.listOrders({ limit: 4 });
return [orders.flatMap((o) => o.lines.map((l) => l.sku)), [1, [2, [3, [4]]]].flat(Infinity), [[1], [2]].flat()];`,
  },
  {
    name: 'slices, splices and spreads',
    script: js`
const a = [1, 2, 3, 4, 5];
const removed = a.splice(1, 2, 'two', 'three', 'more');
return { a, removed, tail: a.slice(-2), copy: [...a, ...removed] };`,
  },
  {
    name: 'makes ranges with Array.from and keys',
    script: js`
return [[...Array(4).keys()], Array.from({ length: 3 }, (_, i) => i * 2), Array.from('añb'), Array.of(7, 8)];`,
  },
  {
    name: 'removes duplicates with a Set',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const skus = new Set(orders.flatMap((o) => o.lines.map((l) => l.sku)));
return { size: skus.size, list: [...skus].sort() };`,
  },
  {
    name: 'uses the methods of sets',
    script: js`
const a = new Set([1, 2, 3]), b = new Set([2, 3, 4]);
return [[...a.union(b)], [...a.intersection(b)], [...a.difference(b)], [...a.symmetricDifference(b)], a.isSubsetOf(b)];`,
  },
  {
    name: 'counts in a Map and sorts it',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const counts = new Map();
for (const o of orders) for (const l of o.lines) counts.set(l.sku, (counts.get(l.sku) ?? 0) + l.quantity);
return [...counts.entries()].sort(([, a], [, b]) => b - a || 0).map(([sku, n]) => ({ sku, n }));`,
  },
  {
    name: 'turns maps into objects and back',
    script: js`
const m = new Map([['a', 1], ['b', { c: 2 }]]);
const o = Object.fromEntries(m);
const back = new Map(Object.entries(o));
return { o, same: back.get('b') === m.get('b'), keys: [...back.keys()], has: back.has('z') };`,
  },
  {
    name: 'keeps notes about objects in a WeakMap',
    script: js`
const notes = new WeakMap();
const { orders } = await shop.listOrders({ limit: 3 });
orders.forEach((o, i) => notes.set(o, 'n' + i));
return orders.map((o) => notes.get(o)).concat([notes.has({})]);`,
  },
  {
    name: 'reduces from the right',
    script: js`
return [['a', 'b', 'c'].reduceRight((s, x) => s + x), [[1, 2], [3]].reduceRight((acc, x) => acc.concat(x), [])];`,
  },
  {
    name: 'copies within and fills',
    script: js`
return [[1, 2, 3, 4, 5].copyWithin(0, 3), new Array(3).fill('x'), [1, 2, 3].fill(0, 1)];`,
  },
  {
    name: 'joins nested arrays and nothing',
    script: js`
return [[1, null, undefined, [2, 3]].join('-'), String([1, [2]]), [].join()];`,
  },
  {
    name: 'has holes where holes are',
    script: js`
const a = [1, , 3];
return [a.length, 1 in a, a.map((x) => x * 2), a.filter(() => true), Object.keys(a)];`,
  },
  {
    name: 'looks a customer up by id',
    script: js`
const customers = await Promise.all(['C-1', 'C-2', 'C-3'].map((id) => shop.getCustomer({ id })));
const byId = Object.fromEntries(customers.map((c) => [c.id, c]));
const { orders } = await shop.listOrders({ limit: 3 });
return orders.map((o) => byId[o.customerId]?.name ?? 'unknown');`,
  },
  {
    name: 'partitions in one pass',
    script: js`
const products = await shop.listProducts();
const [cheap, dear] = products.reduce(([c, d], p) => (p.price < 15 ? [[...c, p.sku], d] : [c, [...d, p.sku]]), [[], []]);
return { cheap, dear };`,
  },
  {
    name: 'chunks a list',
    script: js`
const chunk = (list, n) => list.length ? [list.slice(0, n), ...chunk(list.slice(n), n)] : [];
return chunk([1, 2, 3, 4, 5, 6, 7], 3);`,
  },
  {
    name: 'zips and transposes',
    script: js`
const zip = (...lists) => lists[0].map((_, i) => lists.map((l) => l[i]));
return zip([1, 2, 3], ['a', 'b', 'c'], [true, false, true]);`,
  },
  {
    name: 'uses an iterator helper',
    script: js`
function* naturals() { let n = 1; while (true) yield n++; }
return naturals().filter((n) => n % 3 === 0).map((n) => n * n).take(4).toArray();`,
  },
  {
    name: 'pushes, pops, shifts and unshifts',
    script: js`
const q = [];
q.push(1, 2, 3);
q.unshift(0);
return [q.pop(), q.shift(), q.length, q.reverse(), q.lastIndexOf(1)];`,
  },
  {
    name: 'concatenates lists and values',
    script: js`
return [].concat([1], 2, [[3]], 'four');`,
  },
];
