import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Logs, notifications, context, and whole workflows. */
export const REPORTING: HonestCase[] = [
  {
    name: 'the usual console, and all that comes back is the result',
    script: js`
console.log('start', { a: 1 }, [1, 2], null, undefined, 5n, Symbol('s'));
console.info('info'); console.warn('warn'); console.error(new Error('shown')); console.debug('%s is %d', 'x', 5);
const order = await shop.getOrder({ id: 'A-1001' });
console.log(\`order \${order.id}\`, order);
return 'logged';`,
  },
  {
    name: 'the wider console: table, group, dir, count, time, assert',
    script: js`
console.table([{ a: 1, b: 'x' }, { a: 2, b: 'y' }]);
console.group('orders'); console.log('inside'); console.groupEnd();
console.groupCollapsed('more'); console.groupEnd();
console.dir({ deep: { er: 1 } }, { depth: null });
console.count('pages'); console.count(); console.countReset('pages');
console.time('work'); console.timeLog('work'); console.timeEnd('work');
console.assert(1 === 2, 'differs');
console.trace('here'); console.clear();
return 'all of them exist';`,
  },
  {
    name: 'a logger object made of the console',
    script: js`
const log = ['info', 'warn', 'error'].reduce((all, level) => ({ ...all, [level]: (...args) => console[level](\`[\${level}]\`, ...args) }), {});
log.info('ready'); log.error(new Error('not thrown'));
const { log: print } = console;
print('detached'); [1, 2].forEach(console.log);
return typeof console.log;`,
  },
  {
    name: 'progress for people: mcpLog and mcpNotify',
    script: js`
const ids = ['A-1001', 'A-1002'];
for (const [index, id] of ids.entries()) {
  await shop.getOrder({ id });
  mcpNotify('progress', { done: index + 1, of: ids.length });
  mcpLog('info', \`read \${id}\`, { index });
}
return ids.length;`,
  },
  {
    name: 'a tool is looked up before it is used',
    script: js`
const has = (name) => Boolean(getTool(name));
return { order: has('shop.getOrder'), other: has('shop.nothing'), value: has('shop.getOrder') ? (await callTool('shop.getOrder', { id: 'A-1001' })).id : null };`,
  },
  {
    name: 'operations kept in a table and called by name',
    script: js`
const steps = [['getOrder', { id: 'A-1001' }], ['getCustomer', { id: 'C-1' }], ['getProduct', { sku: 'TEE-S' }]];
const out = [];
for (const [name, input] of steps) out.push(Object.keys(await shop[name](input)).length);
const { getOrder } = shop;
out.push((await getOrder({ id: 'A-1002' })).id, typeof shop.listOrders, Object.keys(shop).includes('getOrder'), 'nothing' in shop);
return out;`,
  },
  {
    name: 'a service object wraps the operations',
    script: js`
const service = {
  cache: new Map(),
  async customer(id) { if (!this.cache.has(id)) this.cache.set(id, shop.getCustomer({ id })); return this.cache.get(id); },
  async summary(orderId) { const order = await shop.getOrder({ id: orderId }); const { name, tier } = await this.customer(order.customerId); return { orderId, name, tier, items: order.lines.reduce((n, { quantity }) => n + quantity, 0) }; },
};
return Promise.all(['A-1001', 'A-1005', 'A-1002'].map((id) => service.summary(id)));`,
  },
  {
    name: 'notes with tags and meta of every JSON kind',
    script: js`return shop.addNote({ id: 'A-1001', text: 'Line 1\nLine "2"\t\u00e9 😀 \\ / \u2028', tags: ['a', '', 'ü'], meta: { n: 1.5, b: true, z: null, list: [1, [2]], deep: { constructor: 'x', toString: 'y' } } });`,
  },
  {
    name: 'undefined members of an input are left out',
    script: js`
const filter = { status: undefined, limit: 2, cursor: undefined };
const { orders } = await shop.listOrders(filter);
return orders.length;`,
  },
  {
    name: 'the context is frozen, and copied before it is changed',
    context: { ids: ['A-1001', 'A-1003'], options: { percent: 10, dry: true } },
    script: js`
const { ids, options: { percent, dry = false, ...rest } } = codecallContext;
const copy = structuredClone(codecallContext);
copy.ids.push('A-1005');
let name = 'none';
try { codecallContext.ids.push('x'); } catch (e) { name = e.name; }
const totals = await Promise.all(copy.ids.map(async (id) => (await shop.getOrder({ id })).total));
return { n: totals.length, off: totals.map((t) => +((t * percent) / 100).toFixed(2)), dry, rest, name, ids };`,
  },
  {
    name: 'a dry run collects what it would do',
    context: { dryRun: true, maxAmount: 30 },
    script: js`
const { dryRun, maxAmount } = codecallContext;
const { orders } = await shop.listOrders({ status: 'cancelled', limit: 12 });
const plan = orders.map(({ id, total }) => ({ id, amount: Math.min(total, maxAmount), reason: 'other' }));
if (dryRun) return { dryRun, count: plan.length, plan };
for (const each of plan) await shop.createRefund(each);
return { refunded: plan.length };`,
  },
  {
    name: 'low stock is reserved, with attempts counted per sku',
    script: js`
const products = (await shop.listProducts({})).filter(({ stock }) => stock > 0 && stock < 10);
const attempts = {};
for (const { sku } of products) {
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    attempts[sku] = attempt;
    const { success } = await callTool('shop.reserveStock', { sku, quantity: 1, attempt }, { throwOnError: false });
    if (success) break;
  }
}
return attempts;`,
  },
  {
    name: 'answers validated with a little schema checker',
    script: js`
const schema = { id: 'string', total: 'number', lines: 'array', note: 'string?' };
const kind = (v) => (Array.isArray(v) ? 'array' : v === null ? 'null' : typeof v);
const check = (o) => Object.entries(schema).flatMap(([key, type]) => { const optional = type.endsWith('?'); const wanted = type.replace('?', ''); return kind(o[key]) === wanted || (optional && o[key] == null) ? [] : [\`\${key}: \${kind(o[key])} instead of \${wanted}\`]; });
const { orders } = await shop.listOrders({ limit: 12 });
return [orders.flatMap(check), check({ id: 5, total: '1', lines: {} })];`,
  },
  {
    name: 'an upsert plan by comparing two sources',
    script: js`
const products = await shop.listProducts({});
const wanted = new Map([['MUG-01', 13], ['NEW-1', 5], ['PEN-10', 4.25]]);
const plan = { create: [], update: [], keep: [] };
for (const [sku, price] of wanted) {
  const found = products.find((p) => p.sku === sku);
  (!found ? plan.create : found.price !== price ? plan.update : plan.keep).push(sku);
}
return { ...plan, remove: products.filter((p) => !wanted.has(p.sku)).length };`,
  },
  {
    name: 'a whole weekly digest',
    script: js`
const { orders, total } = await shop.listOrders({ limit: 12 });
const customers = new Map(await Promise.all([...new Set(orders.map((o) => o.customerId))].map(async (id) => [id, await shop.getCustomer({ id })])));
const lines = orders.filter((o) => o.status !== 'cancelled').toSorted((a, b) => b.total - a.total).slice(0, 4).map((o, i) => \`\${\`\${i + 1}.\`.padEnd(3)} \${customers.get(o.customerId).name.padEnd(14, '.')} \${o.currency} \${o.total.toFixed(2).padStart(8)}\`);
const sum = Object.entries(Object.groupBy(orders, (o) => o.currency)).map(([c, list]) => \`\${c} \${list.reduce((s, o) => s + o.total, 0).toFixed(2)}\`).sort().join(' + ');
return { title: \`\${total} orders, \${sum}\`, lines };`,
  },
  {
    name: 'newer helpers: Error.isError, RegExp.escape, Math.sumPrecise where they exist',
    script: js`return [typeof Error.isError === 'function' ? Error.isError(new TypeError('x')) : true, typeof RegExp.escape === 'function' ? new RegExp(RegExp.escape('a.b*')).test('a.b*') : true, 'at' in Array.prototype, typeof Symbol.asyncIterator, typeof structuredClone];`,
  },
  {
    name: 'Error.captureStackTrace as older tutorials have it',
    script: js`
class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.name = this.constructor?.name ?? 'HttpError';
    this.status = status;
    if (Error.captureStackTrace) Error.captureStackTrace(this, HttpError);
  }
}
return new HttpError(404, 'gone').status;`,
  },
  {
    name: 'Error.captureStackTrace without asking',
    script: js`
class HttpError extends Error {
  constructor(status, message) { super(message); this.name = 'HttpError'; this.status = status; Error.captureStackTrace(this, HttpError); }
}
const e = new HttpError(500, 'down');
return [\`\${e}\`, typeof e.stack];`,
  },
  {
    name: 'a LRU cache on a Map, and a matrix spiral',
    script: js`
class LRU { #map = new Map(); constructor(size) { this.size = size; } get(k) { if (!this.#map.has(k)) return undefined; const v = this.#map.get(k); this.#map.delete(k); this.#map.set(k, v); return v; } set(k, v) { this.#map.delete(k); this.#map.set(k, v); if (this.#map.size > this.size) this.#map.delete(this.#map.keys().next().value); } get keys() { return [...this.#map.keys()]; } }
const cache = new LRU(2); cache.set('a', 1); cache.set('b', 2); cache.get('a'); cache.set('c', 3);
const spiral = (m) => (m.length ? [...m[0], ...spiral(m.slice(1).map((r) => r.toReversed()).reduce((t, r) => r.map((v, i) => [...(t[i] ?? []), v]), []))] : []);
return [cache.keys, spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]])];`,
  },
  {
    name: 'a text is spread into an object, and the rest of things is taken',
    script: js`
const { length, ...letters } = { ...'héé', ...[7, 8], ...null, ...undefined, ...5, ...true, x: 1 };
const keys = []; for (const key in { ...'ab' }) keys.push(key);
const f = ({ a, ...rest }, ...more) => ({ a, ...rest, ...(more.length && { more }) });
return { length: length ?? 'none', letters, keys, f: [f({ a: 1, b: 2 }), f({ a: 1 }, 2)] };`,
  },
  {
    name: 'catch bodies in every shape',
    script: js`
const out = [];
try { throw 1; } catch {}
try { throw 2; } catch (e) {out.push(e);}
try { throw { a: 3, b: [4] }; } catch ({ a, b: [c], d = 5, ...rest }) { out.push(a, c, d, rest); }
const f = () => { try { throw new Error('x'); } catch (e) { return e.message; } finally { out.push('f'); } };
out.push(f());
label: try { throw 6; } catch (e) { if (e) break label; out.push('never'); }
out.push(await Promise.reject(7).catch((e) => { try { throw e + 1; } catch (g) { return g; } }));
return out;`,
  },
  {
    name: 'plain objects are told by their constructor, and classes by its name',
    script: js`
const isPlain = (v) => v != null && typeof v === 'object' && (v.constructor === Object || v.constructor === undefined);
class Thing { describe() { return \`\${this.constructor.name}#1\`; } }
class Other extends Thing {}
return [isPlain({}), isPlain([]), isPlain(new Date(0)), isPlain(Object.create(null)), new Other().describe(), [].constructor?.name, (5).constructor.name];`,
  },
];
