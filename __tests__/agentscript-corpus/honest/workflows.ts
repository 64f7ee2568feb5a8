import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Whole tasks, as a person would ask for them. */
export const WORKFLOWS: HonestCase[] = [
  {
    name: 'the best customer',
    script: js`
const totals = new Map();
let cursor = '0';
do {
  const page = await shop.listOrders({ limit: 6, cursor });
  for (const o of page.orders) totals.set(o.customerId, (totals.get(o.customerId) ?? 0) + o.total);
  cursor = page.nextCursor;
} while (cursor);
const [id, spent] = [...totals].sort((a, b) => b[1] - a[1])[0];
const { name, tier } = await shop.getCustomer({ id });
return { id, name, tier, spent: spent.toFixed(2) };`,
  },
  {
    name: 'refunds cancelled orders of silver customers',
    script: js`
const { orders } = await shop.listOrders({ status: 'cancelled', limit: 10 });
const refunds = [];
for (const order of orders) {
  const customer = await shop.getCustomer({ id: order.customerId });
  if (customer.tier !== 'silver') continue;
  const refund = await shop.createRefund({ id: order.id, amount: order.total, reason: 'other' });
  await shop.addNote({ id: order.id, text: \`Refunded \${refund.amount} to \${customer.name}\`, tags: ['refund'] });
  refunds.push(refund);
}
return refunds;`,
  },
  {
    name: 'what is out of stock and still ordered',
    script: js`
const [products, page] = await Promise.all([shop.listProducts(), shop.listOrders({ limit: 12 })]);
const out = new Set(products.filter((p) => p.stock === 0).map((p) => p.sku));
return page.orders.filter((o) => o.status === 'placed' && o.lines.some((l) => out.has(l.sku))).map((o) => o.id);`,
  },
  {
    name: 'a note with meta data',
    script: js`
const note = await shop.addNote({ id: 'A-1001', text: 'constructor; DROP TABLE orders; --', tags: ['a', 'b'], meta: { nested: { deep: [1, 2, { x: null }] }, 'odd key': true } });
return note;`,
  },
  {
    name: 'unicode goes there and back',
    script: js`
const texts = ['😀', 'é', 'a\u0000b', '\u2028', '"\\\n\t', '林'];
const notes = await Promise.all(texts.map((text) => shop.addNote({ id: 'A-1002', text })));
return notes.map((n) => [n.text, n.length]);`,
  },
  {
    name: 'ids with spaces and slashes are still one id',
    script: js`
const answers = await Promise.all(['A 1', 'A/1', 'A?1', 'A#1', 'A%1', 'ä'].map((id) => callTool('shop.getOrder', { id }, { throwOnError: false })));
return answers.map((a) => a.success);`,
  },
  {
    name: 'asks for a filtered list',
    script: js`
const [a, b, c] = await Promise.all([shop.listProducts({ category: 'clothes' }), shop.listProducts({ q: 'Mug' }), shop.listProducts({ q: '& ?=' })]);
return [a.map((p) => p.sku), b.length, c];`,
  },
  {
    name: 'calls without arguments',
    script: js`
return [(await shop.listOrders()).orders.length, (await shop.listOrders({})).total, (await callTool('shop.listProducts')).length];`,
  },
  {
    name: 'uses operations as values',
    script: js`
const { getOrder, getCustomer } = shop;
const load = { order: getOrder, customer: getCustomer };
const order = await load['order']({ id: 'A-1006' });
return (await load.customer({ id: order.customerId })).name;`,
  },
  {
    name: 'chooses an operation by name',
    script: js`
const todo = [['getOrder', { id: 'A-1001' }], ['getProduct', { sku: 'TEE-M' }], ['getCustomer', { id: 'C-4' }]];
const out = [];
for (const [name, args] of todo) out.push((await shop[name](args)).id ?? 'no id');
return out;`,
  },
  {
    name: 'asks what it has',
    script: js`
return [typeof shop.getOrder, typeof shop.nothing, Object.keys(shop).includes('getOrder'), typeof callTool, typeof getTool, typeof mcpLog, 'getOrder' in shop];`,
  },
  {
    name: 'logs while it works',
    script: js`
console.log('starting', { a: 1 }, [1, 2]);
mcpLog('info', 'half way', { n: 1 });
mcpNotify('progress', { done: 1 });
console.warn('warn'); console.error(new Error('logged')); console.info(undefined, null, 1n, Symbol('s'));
return 'done';`,
  },
  {
    name: 'a report in text',
    script: js`
const { orders, total } = await shop.listOrders({ limit: 5 });
const lines = [\`# \${total} orders\`, ''];
for (const { id, status, total: sum, currency, lines: items } of orders) {
  lines.push(\`- **\${id}** (\${status}): \${currency} \${sum.toFixed(2)}\`);
  for (const { sku, quantity } of items) lines.push(\`  - \${quantity} × \${sku}\`);
}
return lines.join('\n');`,
  },
  {
    name: 'joins three lists',
    script: js`
const { orders } = await shop.listOrders({ limit: 6 });
const skus = [...new Set(orders.flatMap((o) => o.lines.map((l) => l.sku)))];
const ids = [...new Set(orders.map((o) => o.customerId))];
const [products, customers] = await Promise.all([Promise.all(skus.map((sku) => shop.getProduct({ sku }))), Promise.all(ids.map((id) => shop.getCustomer({ id })))]);
const name = Object.fromEntries(products.map((p) => [p.sku, p.name]));
const who = Object.fromEntries(customers.map((c) => [c.id, c.name]));
return orders.map((o) => ({ who: who[o.customerId], what: o.lines.map((l) => name[l.sku]) }));`,
  },
  {
    name: 'a dry run before the real one',
    script: js`
const plan = [];
const run = async (dry) => {
  for (const sku of ['MUG-01', 'TEE-S']) {
    if (dry) plan.push(sku); else plan.push((await shop.reserveStock({ sku, quantity: 1, attempt: 3 })).reserved);
  }
};
await run(true); await run(false);
return plan;`,
  },
  {
    name: 'a state machine',
    script: js`
const next = { placed: 'shipped', shipped: 'delivered', delivered: null, cancelled: null };
const path = (s) => (s ? [s, ...path(next[s])] : []);
const { orders } = await shop.listOrders({ limit: 4 });
return orders.map((o) => path(o.status));`,
  },
  {
    name: 'a small inventory simulation',
    script: js`
const stock = new Map((await shop.listProducts()).map((p) => [p.sku, p.stock]));
const failed = [];
for (const order of (await shop.listOrders({ limit: 12 })).orders) {
  const enough = order.lines.every((l) => stock.get(l.sku) >= l.quantity);
  if (!enough) { failed.push(order.id); continue; }
  for (const l of order.lines) stock.set(l.sku, stock.get(l.sku) - l.quantity);
}
return { failed, stock: Object.fromEntries(stock) };`,
  },
  {
    name: 'breadth-first over a graph of purchases',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const edges = new Map();
for (const o of orders) for (const l of o.lines) { if (!edges.has(l.sku)) edges.set(l.sku, new Set()); edges.get(l.sku).add(o.customerId); }
const seen = new Set(['MUG-01']), queue = ['MUG-01'], order = [];
while (queue.length) {
  const sku = queue.shift();
  order.push(sku);
  for (const [other, customers] of edges) if (!seen.has(other) && [...customers].some((c) => edges.get(sku)?.has(c))) { seen.add(other); queue.push(other); }
}
return order;`,
  },
  {
    name: 'a price quote with a discount table',
    script: js`
const tiers = { gold: 0.1, silver: 0.05, basic: 0 };
const quote = async (customerId, basket) => {
  const { tier } = await shop.getCustomer({ id: customerId });
  const lines = await Promise.all(Object.entries(basket).map(async ([sku, n]) => n * (await shop.getProduct({ sku })).price));
  const net = lines.reduce((a, b) => a + b, 0) * (1 - tiers[tier]);
  return +(net * 1.19).toFixed(2);
};
return [await quote('C-1', { 'MUG-01': 2, 'PEN-10': 10 }), await quote('C-4', { 'LMP-7': 1 })];`,
  },
  {
    name: 'an event log with an emitter',
    script: js`
class Emitter { #l = {}; on(e, f) { (this.#l[e] ??= []).push(f); return () => { this.#l[e] = this.#l[e].filter((x) => x !== f); }; } emit(e, ...a) { (this.#l[e] ?? []).forEach((f) => f(...a)); } }
const bus = new Emitter(), log = [];
const off = bus.on('order', (o) => log.push('a' + o.id));
bus.on('order', (o) => log.push('b' + o.id));
bus.emit('order', await shop.getOrder({ id: 'A-1001' }));
off();
bus.emit('order', await shop.getOrder({ id: 'A-1002' }));
return log;`,
  },
  {
    name: 'a priority queue',
    script: js`
class Heap { constructor(less) { this.less = less; this.a = []; } push(v) { const a = this.a; let i = a.push(v) - 1; while (i > 0) { const p = (i - 1) >> 1; if (!this.less(a[i], a[p])) break; [a[i], a[p]] = [a[p], a[i]]; i = p; } } pop() { const a = this.a, top = a[0], last = a.pop(); if (a.length) { a[0] = last; let i = 0; for (;;) { let m = i; for (const c of [2 * i + 1, 2 * i + 2]) if (c < a.length && this.less(a[c], a[m])) m = c; if (m === i) break; [a[i], a[m]] = [a[m], a[i]]; i = m; } } return top; } get size() { return this.a.length; } }
const heap = new Heap((x, y) => x.total < y.total);
for (const o of (await shop.listOrders({ limit: 12 })).orders) heap.push(o);
const out = [];
while (heap.size) out.push(heap.pop().total);
return out;`,
  },
  {
    name: 'validates data against a small schema',
    script: js`
const schema = { id: 'string', total: 'number', note: 'string?' };
const check = (o) => Object.entries(schema).flatMap(([k, t]) => { const v = o[k]; if (t.endsWith('?') && v === null) return []; return typeof v === t.replace('?', '') ? [] : [k]; });
const { orders } = await shop.listOrders({ limit: 6 });
return [orders.map(check), check({ id: 5 })];`,
  },
  {
    name: 'a large answer is filtered at the edge',
    script: js`
const { rows } = await shop.getReport({ rows: 1500 });
return { rows: rows.length, last: rows.at(-1).index, bytes: JSON.stringify(rows).length };`,
  },
  {
    name: 'a result of a hundred kilobytes',
    script: js`
const { rows } = await shop.getReport({ rows: 300 });
return rows.map((r) => r.text);`,
  },
  {
    name: 'thirty calls in turn',
    script: js`
let sum = 0;
for (let i = 0; i < 30; i++) sum += (await shop.getOrder({ id: 'A-' + (1001 + (i % 12)) })).total;
return sum.toFixed(2);`,
  },
  {
    name: 'twenty calls at once',
    script: js`
const all = await Promise.all(Array.from({ length: 20 }, (_, i) => shop.getProduct({ sku: ['MUG-01', 'TEE-S', 'PEN-10'][i % 3] })));
return all.reduce((n, p) => n + p.stock, 0);`,
  },
];
