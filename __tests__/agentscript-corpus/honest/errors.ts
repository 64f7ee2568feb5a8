import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** try, catch, finally, and calls that fail. */
export const ERRORS: HonestCase[] = [
  {
    name: 'catches a failed call',
    script: js`
try {
  await shop.getOrder({ id: 'A-0000' });
  return 'found';
} catch (error) {
  return { missing: true, isError: error instanceof Error, hasText: typeof error.message === 'string' && error.message.length > 0 };
}`,
  },
  {
    name: 'asks for failures as values',
    script: js`
const good = await callTool('shop.getOrder', { id: 'A-1002' }, { throwOnError: false });
const bad = await callTool('shop.getOrder', { id: 'nope' }, { throwOnError: false });
return { good: good.success && good.data.id, bad: bad.success, text: typeof bad.error.message };`,
  },
  {
    name: 'calls a tool by name and throws',
    script: js`
const order = await callTool('shop.getOrder', { id: 'A-1004' });
let threw = false;
try { await callTool('shop.getOrder', { id: 'A-4' }); } catch { threw = true; }
return [order.id, threw];`,
  },
  {
    name: 'goes on after a failure',
    script: js`
const out = [];
for (const id of ['A-1001', 'bad id', 'A-1003']) {
  const answer = await callTool('shop.getOrder', { id }, { throwOnError: false });
  out.push(answer.success ? answer.data.total : null);
}
return out;`,
  },
  {
    name: 'refunds too much and then enough',
    script: js`
const order = await shop.getOrder({ id: 'A-1001' });
const tried = await callTool('shop.createRefund', { id: order.id, amount: order.total + 1, reason: 'late' }, { throwOnError: false });
const done = await shop.createRefund({ id: order.id, amount: order.total, reason: 'late' });
return { refused: !tried.success, done };`,
  },
  {
    name: 'runs finally in every case',
    script: js`
const log = [];
const f = (x) => {
  try {
    if (x === 0) throw new Error('zero');
    if (x === 1) return 'one';
    log.push('through');
  } catch (e) {
    log.push(e.message);
    return 'caught';
  } finally {
    log.push('finally ' + x);
  }
  return 'end';
};
return [f(0), f(1), f(2), log];`,
  },
  {
    name: 'lets finally win over return',
    script: js`
const f = () => { try { return 'try'; } finally { return 'finally'; } };
return f();`,
  },
  {
    name: 'throws own error classes',
    script: js`
class ShopError extends Error {
  constructor(message, code, options) {
    super(message, options);
    this.name = 'ShopError';
    this.code = code;
  }
}
try {
  try { JSON.parse('{nope'); } catch (cause) { throw new ShopError('bad data', 42, { cause }); }
} catch (e) {
  return [e.name, e.message, e.code, e instanceof ShopError, e instanceof Error, e.cause.name, String(e)];
}`,
  },
  {
    name: 'knows the kinds of errors',
    script: js`
const kinds = [];
const attempts = [() => null.x, () => { const a = b; const b = a; }, () => new Array(-1), () => decodeURIComponent('%'), () => JSON.parse('')];
for (const attempt of attempts) { try { attempt(); } catch (e) { kinds.push(e.name); } }
return kinds;`,
  },
  {
    name: 'rethrows with more said',
    script: js`
async function load(id) {
  try { return await shop.getCustomer({ id }); } catch { throw new Error('customer ' + id + ' is missing'); }
}
try { await load('C-77'); } catch (e) { return e.message; }`,
  },
  {
    name: 'catches what is no error',
    script: js`
const out = [];
for (const thrown of ['text', 42, null, { code: 7 }]) { try { throw thrown; } catch (e) { out.push(e); } }
return out;`,
  },
  {
    name: 'catches by destructuring',
    script: js`
try { throw Object.assign(new Error('x'), { code: 'E1' }); } catch ({ message, code = 'none' }) { return { message, code }; }`,
  },
  {
    name: 'nests try blocks',
    script: js`
const log = [];
try {
  try { throw new Error('inner'); } finally { log.push('cleanup'); }
} catch (e) { log.push(e.message); }
return log;`,
  },
  {
    name: 'collects errors into an AggregateError',
    script: js`
const error = new AggregateError([new Error('one'), new Error('two')], 'both');
return [error.message, error.errors.map((e) => e.message), error instanceof Error];`,
  },
  {
    name: 'answers with a default when a call fails',
    script: js`
const name = await shop.getCustomer({ id: 'C-9' }).then((c) => c.name).catch(() => 'a customer');
return \`Hello, \${name}\`;`,
  },
  {
    name: 'has a stack that is a string',
    script: js`
const e = new Error('x');
return [typeof e.stack, Object.keys(e), JSON.stringify(e)];`,
  },
  {
    name: 'survives a deep recursion it can catch',
    script: js`
const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1));
return depth(400);`,
  },
  {
    name: 'validates before it calls',
    script: js`
function assert(condition, message) { if (!condition) throw new TypeError(message); }
const amounts = [10, -3, 'x'];
return amounts.map((a) => { try { assert(typeof a === 'number', 'a number'); assert(a > 0, 'positive'); return a; } catch (e) { return e.message; } });`,
  },
];
