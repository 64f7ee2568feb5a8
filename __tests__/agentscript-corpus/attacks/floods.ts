import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Calls, names, logs and answers, too many and too long. */
export const FLOODS: AttackClass = {
  class: 'floods',
  cases: [
    {
      name: 'names of operations of megabytes',
      upstream: 0,
      expect: ['tool_error', 'runtime_error'],
      script: js`return callTool('shop.' + 'x'.repeat(5_000_000), {});`,
    },
    {
      name: 'a hundred calls with names of megabytes',
      upstream: 0,
      expect: ['ok', 'runtime_error', 'tool_error', 'timeout'],
      script: js`
const name = 'x'.repeat(5_000_000);
await Promise.allSettled(Array.from({ length: 100 }, () => callTool(name, {})));
return 'sent';`,
    },
    {
      name: 'getTool with names of megabytes and of every kind',
      expect: ['ok'],
      script: js`
const out = [];
for (const n of ['x'.repeat(5_000_000), null, undefined, 5, Symbol('s'), {}, [], ['shop.getOrder'], { toString: () => 'shop.getOrder' }, '__proto__', 'constructor']) out.push(getTool(n) === undefined);
return out.every(Boolean) ? 'nothing' : 'ESC' + 'APED';`,
    },
    {
      name: 'a call in every turn of a loop, none awaited',
      upstream: 100,
      expect: ['runtime_error', 'timeout'],
      script: js`for (;;) shop.getOrder({ id: 'A-1001' });`,
    },
    {
      name: 'calls that fail, in a loop, all caught',
      upstream: 0,
      expect: ['runtime_error', 'timeout'],
      script: js`for (;;) { try { await callTool('nope.nope', {}); } catch {} }`,
    },
    {
      name: 'calls with wrong input, in a loop, all caught',
      upstream: 0,
      expect: ['runtime_error', 'timeout'],
      script: js`for (;;) { try { await shop.getOrder({ id: 5 }); } catch {} }`,
    },
    {
      name: 'calls that are raced away from',
      upstream: 100,
      expect: 'contained',
      script: js`
for (let i = 0; i < 90; i++) await Promise.race([shop.getOrder({ id: 'A-1001' }), null]);
return 'raced';`,
    },
    {
      name: 'a hundred calls that hang, and the answer at once',
      upstream: 7,
      expect: ['ok'],
      script: js`
for (let i = 0; i < 100; i++) shop.hang({}).catch(() => {});
return 'left them';`,
    },
    {
      name: '__safe_parallel of functions that start more of it',
      upstream: 100,
      expect: ['runtime_error', 'timeout', 'ok', 'tool_error'],
      script: js`
const f = () => __safe_parallel(Array.from({ length: 20 }, () => f), { maxConcurrency: 1e9 });
return f();`,
    },
    {
      name: '__safe_parallel with odd options',
      expect: 'contained',
      script: js`
const out = [];
for (const o of [{ maxConcurrency: 0 }, { maxConcurrency: -5 }, { maxConcurrency: NaN }, { maxConcurrency: '3' }, { maxConcurrency: { valueOf: () => 2 } }, null, 5, { get maxConcurrency() { throw new Error('g'); } }]) { try { out.push((await __safe_parallel([async () => 1, async () => 2], o)).join()); } catch (e) { out.push(e.name); } }
for (const l of [null, 5, 'ab', { length: 1e9 }, [1], [null], new Array(101).fill(() => 1)]) { try { out.push((await __safe_parallel(l)).length); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: '__safe_parallel with a list that grows under it',
      expect: ['timeout', 'runtime_error'],
      script: js`
const list = [() => { list.push(list[0], list[0]); }];
return __safe_parallel(list);`,
    },
    {
      name: 'logs of megabytes',
      expect: 'contained',
      script: js`
for (let i = 0; i < 300; i++) console.log('x'.repeat(1_000_000), { y: 'y'.repeat(1_000_000) });
return 'logged';`,
    },
    {
      name: 'notifications of megabytes',
      expect: 'contained',
      script: js`
for (let i = 0; i < 200; i++) mcpNotify('x'.repeat(1_000_000), 'y'.repeat(1_000_000));
return 'notified';`,
    },
    {
      name: 'levels of logs that are megabytes, objects and symbols',
      expect: 'contained',
      script: js`
const out = [];
for (const level of ['x'.repeat(1e6), {}, Symbol('s'), null, 5, '\n', 'constructor', '__proto__']) { try { mcpLog(level, 'm', { a: 1 }); out.push('ok'); } catch (e) { out.push(e.name); } }
return out.length;`,
    },
    {
      name: 'arguments of console that are hostile',
      expect: 'contained',
      script: js`
const out = [];
for (const v of [Symbol('s'), { toString() { throw 1; } }, Object.create(null), { get name() { throw 1; } }, Object.assign(new Error('x'), { get message() { throw 1; } }), { toJSON() { throw 1; } }, { toJSON() { return { toJSON() { return this; } }; } }, function () {}, class {}, 5n, [1n]]) { try { console.log(v); console.table?.(v); console.dir?.(v); console.assert?.(false, v); console.count?.(v); console.group?.(v); console.time?.(v); out.push('ok'); } catch (e) { out.push(String(e?.name)); } }
return out;`,
    },
    {
      name: 'counters and timers of the console without end',
      expect: ['timeout', 'runtime_error'],
      script: js`for (let i = 0; ; i++) { console.count?.('x'.repeat(1000) + i); console.time?.('y'.repeat(1000) + i); console.group?.('z'); }`,
    },
    {
      name: 'the largest table',
      expect: 'contained',
      script: js`
console.table?.(Array.from({ length: 50_000 }, (_, i) => ({ i, a: 'x' })));
return 1;`,
    },
    {
      name: 'an argument of more than 64 KB',
      upstream: 0,
      expect: ['runtime_error', 'tool_error'],
      script: js`return shop.addNote({ id: 'A-1001', text: 'x'.repeat(70_000) });`,
    },
    {
      name: 'arguments whose text is longer than their value',
      upstream: 0,
      expect: ['runtime_error', 'tool_error'],
      script: js`return shop.addNote({ id: 'A-1001', text: '\u0000'.repeat(15_000) });`,
    },
    {
      name: 'answers of the API of more than is allowed together',
      expect: ['runtime_error', 'ok', 'timeout'],
      script: js`
let n = 0;
for (let i = 0; i < 40; i++) n += (await shop.getReport({ rows: 3000 })).rows.length;
return n;`,
    },
    {
      name: 'a result that is cut within a sign',
      expect: ['ok'],
      script: js`return { a: 'x'.repeat(262_100), b: '😀"\\\u0000'.repeat(2000) };`,
    },
  ],
};
