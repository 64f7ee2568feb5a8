import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Calls that fail, and what a model does then. */
export const RETRYING: HonestCase[] = [
  {
    name: 'a retry helper with a counter and a growing pause that is only written down',
    script: js`
const pauses = [];
async function withRetry(task, { retries = 5, base = 100 } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return { value: await task(attempt), attempt };
    } catch (error) {
      if (attempt >= retries || error.status !== 409) throw error;
      pauses.push(base * 2 ** (attempt - 1));
    }
  }
}
const { value, attempt } = await withRetry((n) => shop.reserveStock({ sku: 'PEN-10', quantity: 2, attempt: n }));
return { value, attempt, pauses };`,
  },
  {
    name: 'a retry that gives up and rethrows with its cause',
    script: js`
class GaveUp extends Error {
  constructor(message, options) { super(message, options); this.name = 'GaveUp'; }
}
async function reserve(times) {
  let last;
  for (let attempt = 1; attempt <= times; attempt++) {
    try { return await shop.reserveStock({ sku: 'MUG-01', quantity: 1, attempt }); } catch (e) { last = e; }
  }
  throw new GaveUp(\`No stock after \${times} attempts\`, { cause: last });
}
try {
  await reserve(2);
  return 'unexpected';
} catch (error) {
  return { name: error.name, message: error.message, causeStatus: error.cause.status, isError: error instanceof Error && error instanceof GaveUp };
}`,
  },
  {
    name: 'Promise.allSettled sorts good from bad',
    script: js`
const ids = ['A-1001', 'nope', 'A-1003', 'also-nope'];
const settled = await Promise.allSettled(ids.map((id) => shop.getOrder({ id })));
const good = settled.filter((r) => r.status === 'fulfilled').map((r) => r.value.id);
const bad = settled.flatMap((r, index) => (r.status === 'rejected' ? [{ id: ids[index], status: r.reason.status }] : []));
return { good, bad };`,
  },
  {
    name: 'Promise.any fails with an AggregateError',
    script: js`
try {
  await Promise.any([shop.getOrder({ id: 'x' }), shop.getOrder({ id: 'y' })]);
} catch (error) {
  return { aggregate: error instanceof AggregateError, statuses: error.errors.map((each) => each.status), name: error.name };
}`,
  },
  {
    name: 'Promise.withResolvers and Promise.try',
    script: js`
const { promise, resolve } = Promise.withResolvers();
shop.getOrder({ id: 'A-1002' }).then((order) => resolve(order.id));
const tried = await Promise.try(() => { throw new RangeError('sync'); }).catch((error) => error.name);
return [await promise, tried];`,
  },
  {
    name: 'then, catch and finally in a chain',
    script: js`
const log = [];
const value = await shop.getOrder({ id: 'A-1001' })
  .then((order) => { log.push('then'); return order.lines.length; })
  .then((n) => { if (n > 0) throw new Error('too many'); return n; })
  .catch((error) => { log.push(error.message); return -1; })
  .finally(() => log.push('finally'));
return { value, log };`,
  },
  {
    name: 'callTool without throwing, and a default',
    script: js`
const results = [];
for (const id of ['A-1001', 'A-9999']) {
  const { success, data } = await callTool('shop.getOrder', { id }, { throwOnError: false });
  results.push(success ? data.status : 'unknown');
}
return results;`,
  },
  {
    name: 'an error is mapped by status with a lookup table',
    script: js`
const MESSAGES = { 404: 'not found', 409: 'conflict' };
const attempt = async (task) => { try { await task(); return 'ok'; } catch ({ status }) { return MESSAGES[status] ?? \`HTTP \${status}\`; } };
return [
  await attempt(() => shop.getOrder({ id: 'zzz' })),
  await attempt(() => shop.reserveStock({ sku: 'TEE-S', quantity: 1 })),
  await attempt(() => shop.getOrder({ id: 'A-1005' })),
];`,
  },
  {
    name: 'finally runs and an outer catch sees the error',
    script: js`
const steps = [];
async function inner() {
  try {
    steps.push('try');
    await shop.getOrder({ id: 'none' });
  } finally {
    steps.push('finally');
  }
}
try { await inner(); } catch { steps.push('caught'); }
return steps;`,
  },
  {
    name: 'a refund that is too high, and then one that is right',
    script: js`
const order = await shop.getOrder({ id: 'A-1002' });
const attempts = [order.total + 1, order.total / 2].map((amount) => Math.round(amount * 100) / 100);
const outcome = [];
for (const amount of attempts) {
  try {
    const { refundId } = await shop.createRefund({ id: order.id, amount, reason: 'damaged' });
    outcome.push({ amount, refundId });
    break;
  } catch (e) {
    outcome.push({ amount, failed: e.status });
  }
}
return outcome;`,
  },
  {
    name: 'a circuit breaker opens after two failures',
    script: js`
class Breaker {
  #failures = 0;
  static LIMIT = 2;
  get open() { return this.#failures >= Breaker.LIMIT; }
  async run(task) {
    if (this.open) return 'open';
    try { const value = await task(); this.#failures = 0; return value; } catch { this.#failures += 1; return 'failed'; }
  }
}
const breaker = new Breaker();
const out = [];
for (const id of ['A-1001', 'x', 'y', 'A-1002']) out.push(await breaker.run(async () => (await shop.getOrder({ id })).id));
return out;`,
  },
  {
    name: '__safe_parallel with results and failures caught inside',
    script: js`
const ids = ['C-1', 'C-9', 'C-2'];
return await __safe_parallel(ids.map((id) => async () => {
  try { return (await shop.getCustomer({ id })).tier; } catch (error) { return \`status \${error.status}\`; }
}), { maxConcurrency: 2 });`,
  },
  {
    name: 'idempotency: keys made of data, and doubles left out',
    script: js`
const done = new Set();
const run = async (id, amount) => {
  const key = ['refund', id, amount.toFixed(2)].join('-');
  if (done.has(key)) return { key, skipped: true };
  done.add(key);
  return { key, refund: (await shop.createRefund({ id, amount, reason: 'late' })).refundId };
};
return [await run('A-1001', 1), await run('A-1001', 1.0), await run('A-1001', 1.5)];`,
  },
];
