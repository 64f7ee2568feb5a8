import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** BigInt beyond its bounds. */
export const BIG_NUMBERS: AttackClass = {
  class: 'big numbers',
  byClock: true,
  cases: [
    {
      name: 'valueOf answers a number first and a BigInt after: power',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const big = 3n ** 5000n;
const twice = (first, then) => { let n = 0; return { valueOf: () => (n++ ? then : first) }; };
try { return String(twice(1, big) ** twice(1, 120n)).length > 10_000 ? 'ESC' + 'APED' : 'small'; } catch (e) { return e.name; }`,
    },
    {
      name: 'valueOf answers a number first and a BigInt after: shift',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const twice = (first, then) => { let n = 0; return { valueOf: () => (n++ ? then : first) }; };
try { return (twice(1, 1n) << twice(1, 500_000n)).toString(16).length > 10_000 ? 'ESC' + 'APED' : 'small'; } catch (e) { return e.name; }`,
    },
    {
      name: 'valueOf answers a number first and a BigInt after: times, again and again',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const twice = (first, then) => { let n = 0; return { valueOf: () => (n++ ? then : first) }; };
let x = 3n ** 4000n;
try { for (let i = 0; i < 10; i++) x = twice(1, x) * twice(1, x); return x.toString(16).length > 10_000 ? 'ESC' + 'APED' : 'small'; } catch (e) { return e.name; }`,
    },
    {
      name: 'toPrimitive answers by hint and by turn',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
let n = 0;
const o = { [Symbol.toPrimitive]: (hint) => (n++ % 2 ? 7n ** 2000n : 1) };
const out = [];
for (const f of [() => o ** 100n, () => o << o, () => o * o, () => o - o, () => o >> -100_000n]) { try { const v = f(); out.push(typeof v === 'bigint' && v.toString(16).length > 10_000 ? 'ESC' + 'APED' : typeof v); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'the guards of arithmetic are shadowed',
      expect: 'contained',
      script: js`
const __power = (a, b) => a ** b;
const __multiply = (a, b) => a * b;
try { return String(2n ** 100_000n).length > 10_000 ? 'ESC' + 'APED' : 'small'; } catch (e) { return e.name; }`,
    },
    {
      name: 'BigInt under another name',
      expect: 'contained',
      script: js`
const B = BigInt;
try { return B('9'.repeat(100_000)).toString().length > 10_000 ? 'ESC' + 'APED' : 'small'; } catch (e) { return e.name; }`,
    },
    {
      name: 'BigInt from a text whose length changes',
      expect: 'contained',
      script: js`
let n = 0;
try { return BigInt({ toString: () => (n++ ? '9'.repeat(100_000) : '9') }).toString().length > 10_000 ? 'ESC' + 'APED' : 'small'; } catch (e) { return e.name; }`,
    },
    {
      name: 'BigInt arithmetic inside of defaults, classes, templates and generators',
      expect: 'contained',
      script: js`
const f = (a = 2n ** 100_000n) => a;
class A { x = 2n ** 100_000n; static y() { return \`\${2n << 100_000n}\`; } }
const out = [];
for (const g of [f, () => new A().x, A.y, () => [...(function* () { yield 2n ** 100_000n; })()][0]]) { try { out.push(String(g()).length > 10_000 ? 'ESC' + 'APED' : 'small'); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'BigInt by increments, signs and bits',
      expect: 'contained',
      script: js`
let x = (1n << 8190n);
x++; x--; x = -x; x = ~x; x = x | (x ^ x);
return x.toString(16).length;`,
    },
    {
      name: 'asIntN with widths that lie',
      expect: 'contained',
      script: js`
let n = 0;
try { return BigInt.asUintN({ valueOf: () => (n++ ? 2 ** 30 : 8) }, -1n).toString(16).length > 10_000 ? 'ESC' + 'APED' : 'small'; } catch (e) { return e.name; }`,
    },
    {
      name: 'BigInt toString in every radix, for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const x = (1n << 8191n) - 1n;
for (;;) x.toString(3);`,
    },
    {
      name: 'BigInt division for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`
const x = (1n << 8191n) - 1n; const y = (1n << 4000n) + 1n;
for (;;) { x / y; x % y; }`,
    },
    {
      name: 'toFixed, toPrecision and toString at their ends, for ever',
      expect: ['timeout', 'runtime_error'],
      script: js`for (;;) { (1.7e308).toFixed(100); (5e-324).toPrecision(100); (5e-324).toString(2); (1.1e300).toString(36); }`,
    },
  ],
};
