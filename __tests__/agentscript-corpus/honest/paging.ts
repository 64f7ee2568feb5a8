import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Going through pages, and calls in a row, in batches and at once. */
export const PAGING: HonestCase[] = [
  {
    name: 'pages with a while loop and a cursor, keeping a page count',
    script: js`
let cursor = '0';
let pages = 0;
const ids = [];
while (cursor !== null) {
  const { orders, nextCursor } = await shop.listOrders({ limit: 5, cursor });
  ids.push(...orders.map(({ id }) => id));
  cursor = nextCursor;
  pages++;
}
return { pages, count: ids.length, last: ids.at(-1) };`,
  },
  {
    name: 'pages with do while, and a guard against endless pages',
    script: js`
const seen = new Set();
let cursor;
let guard = 0;
do {
  const page = await shop.listOrders({ limit: 4, ...(cursor && { cursor }) });
  for (const order of page.orders) seen.add(order.id);
  cursor = page.nextCursor ?? undefined;
} while (cursor && ++guard < 50);
return { size: seen.size, guard };`,
  },
  {
    name: 'an async generator yields orders, and the loop stops early',
    script: js`
async function* allOrders(filter = {}) {
  let cursor = '0';
  while (true) {
    const page = await shop.listOrders({ ...filter, limit: 3, cursor });
    yield* page.orders;
    if (!page.nextCursor) return;
    cursor = page.nextCursor;
  }
}
const found = [];
for await (const order of allOrders({})) {
  if (order.total < 20) continue;
  found.push(order.id);
  if (found.length === 3) break;
}
return found;`,
  },
  {
    name: "an async generator's finally runs on break",
    script: js`
const events = [];
async function* pages() {
  let cursor = '0';
  try {
    while (cursor) {
      const page = await shop.listOrders({ limit: 5, cursor });
      events.push(\`page \${page.orders[0].id}\`);
      yield page.orders;
      cursor = page.nextCursor;
    }
  } finally {
    events.push('closed');
  }
}
for await (const page of pages()) {
  if (page.some((order) => order.status === 'cancelled')) break;
}
return events;`,
  },
  {
    name: 'an async generator by hand: next, return',
    script: js`
async function* numbers() { yield 1; yield 2; yield 3; }
const it = numbers();
const first = await it.next();
const ended = await it.return('enough');
const after = await it.next();
return [first, ended, after];`,
  },
  {
    name: 'paging by recursion with an accumulator',
    script: js`
const collect = async (cursor = '0', acc = []) => {
  const { orders, nextCursor } = await shop.listOrders({ limit: 4, cursor });
  const all = acc.concat(orders.map((order) => order.total));
  return nextCursor ? collect(nextCursor, all) : all;
};
const totals = await collect();
return { n: totals.length, sum: Math.round(totals.reduce((a, b) => a + b, 0) * 100) / 100 };`,
  },
  {
    name: 'pages fetched at once by computed cursors',
    script: js`
const limit = 5;
const { total } = await shop.listOrders({ limit: 1 });
const pages = await Promise.all(Array.from({ length: Math.ceil(total / limit) }, (_, page) => shop.listOrders({ limit, cursor: String(page * limit) })));
return pages.flatMap((page) => page.orders.map((order) => order.id));`,
  },
  {
    name: 'for await over an array of promises keeps the order',
    script: js`
const out = [];
for await (const order of ['A-1003', 'A-1001', 'A-1002'].map((id) => shop.getOrder({ id }))) out.push(order.id);
return out;`,
  },
  {
    name: 'Array.fromAsync gathers an async generator',
    script: js`
async function* stock() {
  for (const product of await shop.listProducts({})) yield product.stock;
}
const list = await Array.fromAsync(stock());
const doubled = await Array.fromAsync([1, Promise.resolve(2), 3], async (n) => n * 2);
return { list, doubled };`,
  },
  {
    name: 'a class pages with Symbol.asyncIterator',
    script: js`
class Pager {
  #size;
  constructor(size) { this.#size = size; }
  async *[Symbol.asyncIterator]() {
    let cursor = '0';
    do {
      const page = await shop.listOrders({ limit: this.#size, cursor });
      yield page;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }
}
let pages = 0;
let orders = 0;
for await (const page of new Pager(5)) { pages += 1; orders += page.orders.length; }
return { pages, orders };`,
  },
  {
    name: 'yield delegates from one async generator to another',
    script: js`
async function* one() { yield 'a'; yield 'b'; return 'done'; }
async function* two() { const how = yield* one(); yield how; }
const out = [];
for await (const item of two()) out.push(item);
return out;`,
  },
  {
    name: 'work in batches of a fixed size',
    script: js`
const chunk = (list, size) => list.length ? [list.slice(0, size), ...chunk(list.slice(size), size)] : [];
const { orders } = await shop.listOrders({ limit: 12 });
const result = [];
for (const [index, batch] of chunk(orders, 5).entries()) {
  const customers = await Promise.all(batch.map(({ customerId }) => shop.getCustomer({ id: customerId })));
  result.push({ batch: index + 1, names: [...new Set(customers.map((customer) => customer.name))].sort() });
}
return result;`,
  },
  {
    name: 'a pool of three workers that share a queue',
    script: js`
const queue = ['A-1001', 'A-1002', 'A-1003', 'A-1004', 'A-1005', 'A-1006', 'A-1007'];
const results = new Map();
async function worker() {
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const order = await shop.getOrder({ id });
    results.set(id, order.total);
  }
}
await Promise.all([worker(), worker(), worker()]);
return Object.fromEntries([...results].sort(([a], [b]) => a.localeCompare(b)));`,
  },
  {
    name: 'a semaphore lets two in at a time',
    script: js`
let active = 0;
let most = 0;
const waiting = [];
const acquire = async () => {
  if (active >= 2) await new Promise((resolve) => waiting.push(resolve));
  active++;
  most = Math.max(most, active);
};
const release = () => { active--; waiting.shift()?.(); };
const limited = async (task) => { await acquire(); try { return await task(); } finally { release(); } };
const names = await Promise.all(['C-1', 'C-2', 'C-3', 'C-4'].map((id) => limited(async () => (await shop.getCustomer({ id })).name)));
return { names, most };`,
  },
  {
    name: 'Promise.all over Object.entries, then back to an object',
    script: js`
const wanted = { first: 'C-1', second: 'C-2' };
const entries = await Promise.all(Object.entries(wanted).map(async ([key, id]) => [key, (await shop.getCustomer({ id })).email]));
return Object.fromEntries(entries);`,
  },
  {
    name: 'reduce chains calls one after another',
    script: js`
const trail = await ['A-1001', 'A-1002', 'A-1003'].reduce(async (before, id) => {
  const list = await before;
  const { status } = await shop.getOrder({ id });
  return [...list, \`\${id}:\${status}\`];
}, Promise.resolve([]));
return trail;`,
  },
  {
    name: 'orders joined with customers and products, N plus one on purpose',
    script: js`
const { orders } = await shop.listOrders({ limit: 3 });
const rows = [];
for (const order of orders) {
  const customer = await shop.getCustomer({ id: order.customerId });
  for (const line of order.lines) {
    const product = await shop.getProduct({ sku: line.sku });
    rows.push({ order: order.id, customer: customer.name, product: product.name, value: +(line.quantity * line.price).toFixed(2) });
  }
}
return rows;`,
  },
];
