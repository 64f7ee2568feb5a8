import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Calls at once, in turn, again. */
export const PROMISES: HonestCase[] = [
  {
    name: 'fetches in parallel',
    script: js`
const orders = await Promise.all(['A-1001', 'A-1002', 'A-1003'].map((id) => shop.getOrder({ id })));
return orders.map(({ id, total }) => ({ id, total }));`,
  },
  {
    name: 'settles some and fails some',
    script: js`
const results = await Promise.allSettled(['A-1001', 'A-9999', 'A-1002'].map((id) => shop.getOrder({ id })));
return results.map((r) => (r.status === 'fulfilled' ? r.value.id : r.status));`,
  },
  {
    name: 'takes any that works',
    script: js`
const order = await Promise.any([shop.getOrder({ id: 'A-0' }), shop.getOrder({ id: 'A-1005' })]);
return order.id;`,
  },
  {
    name: 'reads the errors of Promise.any',
    script: js`
try {
  await Promise.any([Promise.reject(new Error('a')), Promise.reject(new TypeError('b'))]);
} catch (e) {
  return { name: e.name, errors: e.errors.map((x) => x.message) };
}`,
  },
  {
    name: 'races values',
    script: js`
return Promise.race([new Promise(() => {}), Promise.resolve('first'), Promise.resolve('second')]);`,
  },
  {
    name: 'chains then, catch and finally',
    script: js`
const log = [];
const value = await Promise.resolve(2)
  .then((x) => x * 3)
  .then((x) => { log.push(x); throw new Error('stop'); })
  .catch((e) => e.message)
  .finally(() => log.push('done'));
return { value, log };`,
  },
  {
    name: 'orders microtasks as the language says',
    script: js`
const log = [];
const a = (async () => { log.push('a1'); await null; log.push('a2'); await null; log.push('a3'); })();
const b = Promise.resolve().then(() => log.push('b1')).then(() => log.push('b2'));
log.push('sync');
await Promise.all([a, b]);
return log;`,
  },
  {
    name: 'waits for a thenable',
    script: js`
const later = { then(resolve) { resolve(41); } };
return (await later) + 1;`,
  },
  {
    name: 'uses withResolvers',
    script: js`
const { promise, resolve } = Promise.withResolvers();
const done = promise.then((v) => v.toUpperCase());
resolve('ready');
return done;`,
  },
  {
    name: 'makes a promise by hand',
    script: js`
const wrap = (v) => new Promise((resolve, reject) => (v > 0 ? resolve(v) : reject(new RangeError('not positive'))));
const out = [];
for (const v of [1, -1]) out.push(await wrap(v).catch((e) => e.name + ': ' + e.message));
return out;`,
  },
  {
    name: 'retries until it works',
    script: js`
async function retry(fn, times) {
  let last;
  for (let attempt = 1; attempt <= times; attempt++) {
    try { return await fn(attempt); } catch (error) { last = error; }
  }
  throw last;
}
return retry((attempt) => shop.reserveStock({ sku: 'MUG-01', quantity: 2, attempt }), 5);`,
  },
  {
    name: 'retries and gives up politely',
    script: js`
let tries = 0;
let result;
while (tries < 2 && !result) {
  tries++;
  result = await shop.reserveStock({ sku: 'MUG-01', quantity: 1, attempt: tries }).catch(() => null);
}
return { tries, result };`,
  },
  {
    name: 'runs a pool of workers over a queue',
    script: js`
const queue = Array.from({ length: 8 }, (_, i) => 'A-' + (1001 + i));
const totals = {};
const worker = async () => {
  while (queue.length) {
    const id = queue.shift();
    totals[id] = (await shop.getOrder({ id })).total;
  }
};
await Promise.all([worker(), worker(), worker()]);
return Object.fromEntries(Object.entries(totals).sort());`,
  },
  {
    name: 'runs functions with __safe_parallel',
    script: js`
const ids = ['A-1001', 'A-1002', 'A-1003', 'A-1004'];
const orders = await __safe_parallel(ids.map((id) => () => shop.getOrder({ id })), { maxConcurrency: 2 });
return orders.map((o) => o.id);`,
  },
  {
    name: 'calls in batches',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const names = [];
for (let i = 0; i < orders.length; i += 4) {
  const batch = await Promise.all(orders.slice(i, i + 4).map((o) => shop.getCustomer({ id: o.customerId })));
  names.push(...batch.map((c) => c.name));
}
return names;`,
  },
  {
    name: 'memoises calls',
    script: js`
const cache = new Map();
let calls = 0;
const customer = (id) => {
  if (!cache.has(id)) { calls++; cache.set(id, shop.getCustomer({ id })); }
  return cache.get(id);
};
const { orders } = await shop.listOrders({ limit: 12 });
const names = await Promise.all(orders.map(async (o) => (await customer(o.customerId)).name));
return { calls, names };`,
  },
  {
    name: 'awaits in arguments and in conditions',
    script: js`
const total = async (id) => (await shop.getOrder({ id })).total;
return Math.max(await total('A-1001'), await total('A-1002')) > 10 && (await total('A-1003')) !== 0 ? 'yes' : 'no';`,
  },
  {
    name: 'returns a promise',
    script: js`
return shop.getOrder({ id: 'A-1007' }).then(({ id, status }) => ({ id, status }));`,
  },
  {
    name: 'sums sequentially with reduce over promises',
    script: js`
return ['A-1001', 'A-1002', 'A-1003'].reduce(async (sum, id) => (await sum) + (await shop.getOrder({ id })).lines.length, Promise.resolve(0));`,
  },
  {
    name: 'queues a microtask by resolving',
    script: js`
const log = [];
Promise.resolve().then(() => log.push(2));
log.push(1);
await undefined;
log.push(3);
return log;`,
  },
  {
    name: 'awaits what is no promise',
    script: js`
return [await 1, await 'x', await null, (await [2]).length];`,
  },
];
