import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Texts and JSON that grow. */
export const LONG_TEXTS: AttackClass = {
  class: 'long texts',
  cases: [
    {
      name: 'doubling by template',
      expect: ['runtime_error'],
      script: js`
let s = 'xxxxxxxxxxxxxxxx';
for (;;) s = \`\${s}\${s}\`;`,
    },
    {
      name: 'doubling by concat, and caught',
      expect: ['runtime_error', 'timeout'],
      script: js`
let s = 'xxxxxxxxxxxxxxxx';
for (;;) { try { s = s.concat(s, s); } catch { s = 'x'.repeat(100); } }`,
    },
    {
      name: 'doubling by join, and caught',
      expect: ['runtime_error', 'timeout'],
      script: js`
let s = 'xxxxxxxxxxxxxxxx';
for (;;) { try { s = [s, s, s].join(s); } catch { s = 'x'; } }`,
    },
    {
      name: 'doubling by replace with itself',
      expect: ['runtime_error', 'timeout'],
      script: js`
let s = 'xx';
for (;;) s = s.replace(/x/g, '$&$&$&');`,
    },
    {
      name: 'replace with the text before and after each match',
      expect: ['runtime_error', 'timeout'],
      script: js`
let s = 'ab'.repeat(5000);
return s.replace(/a/g, "$\`$'$\`$'").length;`,
    },
    {
      name: 'replaceAll of nothing with much',
      expect: ['runtime_error', 'timeout'],
      script: js`return 'x'.repeat(100_000).replaceAll('', 'y'.repeat(10_000)).length;`,
    },
    {
      name: 'replaceAll through an empty regular expression',
      expect: ['runtime_error', 'timeout'],
      script: js`return 'x'.repeat(100_000).replace(/(?:)/g, 'y'.repeat(10_000)).length;`,
    },
    {
      name: 'padStart by fractions, NaN, objects',
      expect: ['runtime_error', 'timeout'],
      script: js`
let n = 0;
return 'x'.padStart({ valueOf: () => (n++ ? 1 : 2 ** 30) }, 'ab').length + 'x'.padEnd(2 ** 29, 'ab').length;`,
    },
    {
      name: 'padEnd with an empty filler, and one that is counted twice',
      expect: 'contained',
      script: js`
let n = 0;
const liar = { toString: () => (n++ ? 'y'.repeat(1e6) : '') };
return ['x'.padEnd(1e6, '').length, 'x'.padEnd(10, liar).length];`,
    },
    {
      name: 'split into a million pieces, again and again',
      expect: ['runtime_error', 'timeout'],
      script: js`
const s = 'a,'.repeat(400_000);
for (;;) s.split(',');`,
    },
    {
      name: 'split with a limit that is an object',
      expect: 'contained',
      script: js`return 'a,b'.split(',', { valueOf: () => 2 ** 32 + 1 }).length;`,
    },
    {
      name: 'upper case that grows',
      expect: ['runtime_error', 'timeout'],
      script: js`
let s = 'ŉ'.repeat(100_000);
for (;;) s = (s.toUpperCase() + s).slice(0, 3_000_000);`,
    },
    {
      name: 'normalize that grows by eighteen',
      expect: ['runtime_error', 'timeout'],
      script: js`
const s = '\ufdfa'.repeat(190_000);
for (;;) s.normalize('NFKD');`,
    },
    {
      name: 'encodeURIComponent grows ninefold, again and again',
      expect: ['runtime_error', 'timeout'],
      script: js`
const s = '林'.repeat(500_000);
for (;;) encodeURIComponent(s);`,
    },
    {
      name: 'btoa and atob of megabytes',
      expect: ['runtime_error', 'timeout'],
      script: js`
const s = 'a'.repeat(3_000_000);
for (;;) atob(btoa(s));`,
    },
    {
      name: 'URLSearchParams of a megabyte of ampersands',
      expect: ['runtime_error', 'timeout', 'ok'],
      script: js`
const p = new URLSearchParams('a&'.repeat(400_000));
return p.size;`,
    },
    {
      name: 'structuredClone of what is wide, deep and circular',
      expect: ['runtime_error', 'timeout', 'ok'],
      script: js`
let o = {}; for (let i = 0; i < 100_000; i++) o = { o, p: o };
return typeof structuredClone(o);`,
    },
    {
      name: 'structuredClone of an object with endless getters',
      expect: ['runtime_error', 'timeout'],
      script: js`
const make = () => Object.defineProperty({}, 'next', { get: make, enumerable: true });
return structuredClone(make());`,
    },
    {
      name: 'localeCompare of long texts',
      expect: ['runtime_error', 'timeout'],
      script: js`
const a = 'é'.repeat(150_000); const b = 'è'.repeat(150_000);
for (;;) a.localeCompare(b);`,
    },
    {
      name: 'localeCompare with numbers of a thousand digits, for ever',
      expect: ['runtime_error', 'timeout'],
      script: js`
const a = '1a'.repeat(499); const b = '1a'.repeat(498) + '2b';
for (;;) a.localeCompare(b, 'en', { numeric: true });`,
    },
    {
      name: 'toLocaleString with a hundred digits and odd options',
      expect: 'contained',
      script: js`
const out = [];
for (const o of [{ minimumFractionDigits: 1e9 }, { maximumFractionDigits: -5 }, { minimumFractionDigits: { valueOf() { throw new Error('v'); } } }, { style: 'currency', currency: { toString: () => 'x'.repeat(1e6) } }, null, { get style() { throw new Error('g'); } }, { minimumIntegerDigits: 1e9 }, { maximumSignificantDigits: 1e9 }]) { try { out.push((1234.5).toLocaleString('en-US', o).length); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'toLocaleDateString with options that throw and lie',
      expect: 'contained',
      script: js`
const out = [];
for (const o of [{ month: 'x'.repeat(1e6) }, { get month() { throw new Error('g'); } }, null, 5, { timeZone: '../../etc/passwd' }, { timeZone: {} }, { hour: Symbol() }, { weekday: 'constructor' }, { month: '__proto__' }, { month: 'toString', year: 'valueOf' }]) { try { out.push(new Date(0).toLocaleDateString('en-US', o).length); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'JSON of a hundred thousand levels',
      expect: ['runtime_error', 'timeout', 'ok'],
      script: js`try { return typeof JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)); } catch (e) { return e.name; }`,
    },
    {
      name: 'JSON of a thousand levels, indented',
      expect: ['runtime_error', 'timeout', 'ok'],
      script: js`
let o = 1; for (let i = 0; i < 3000; i++) o = [o];
try { return JSON.stringify(o, null, 10).length; } catch (e) { return e.name; }`,
    },
    {
      name: 'JSON of one long key in ten thousand objects',
      expect: ['runtime_error', 'timeout'],
      script: js`
const o = { ['k'.repeat(1_000_000)]: 1 };
const list = new Array(10_000).fill(o);
return JSON.stringify(list).length;`,
    },
    {
      name: 'JSON of shared parts, two to the power of forty',
      expect: ['runtime_error', 'timeout'],
      script: js`
let o = { a: 1 }; for (let i = 0; i < 40; i++) o = [o, o];
return o;`,
    },
    {
      name: 'JSON of shared parts as an argument',
      upstream: 0,
      expect: ['runtime_error', 'timeout'],
      script: js`
let o = { a: 1 }; for (let i = 0; i < 40; i++) o = [o, o];
return shop.addNote({ id: 'A-1001', text: 'x', meta: { o } });`,
    },
    {
      name: 'JSON of shared parts in a log',
      expect: ['runtime_error', 'timeout'],
      script: js`
let o = { a: 1 }; for (let i = 0; i < 40; i++) o = [o, o];
console.log(o);
return 1;`,
    },
    {
      name: 'JSON.parse with a reviver that puts more in',
      expect: ['runtime_error', 'timeout', 'ok'],
      script: js`
let n = 0;
JSON.parse('[1,2,3]', function (k, v) { if (Array.isArray(this) && n++ < 1e9) this.push({ a: [1] }); return v; });
return n;`,
    },
    {
      name: 'JSON.parse of one number of a million digits, for ever',
      expect: ['runtime_error', 'timeout'],
      script: js`
const s = '1'.repeat(1_000_000);
for (;;) JSON.parse(s);`,
    },
    {
      name: 'Date.parse of long texts, for ever',
      expect: ['runtime_error', 'timeout'],
      script: js`
const s = 'Jan '.repeat(200_000);
for (;;) Date.parse(s);`,
    },
    {
      name: 'property names of a megabyte, always new',
      expect: ['runtime_error', 'timeout'],
      script: js`
const o = {}; let s = 'x'.repeat(500_000);
for (let i = 0; ; i++) o[s + i] = 1;`,
    },
    {
      name: 'trim, isWellFormed, toWellFormed, codePointAt over megabytes',
      expect: ['runtime_error', 'timeout'],
      script: js`
const s = ' '.repeat(4_000_000) + '\ud83d';
for (;;) { s.trim(); s.isWellFormed(); s.toWellFormed(); s.trimStart(); }`,
    },
    {
      name: 'startsWith and endsWith of megabytes',
      expect: ['runtime_error', 'timeout'],
      script: js`
const s = 'x'.repeat(4_000_000); const t = 'x'.repeat(3_999_999);
for (;;) { s.startsWith(t); s.endsWith(t); s.at(-1); }`,
    },
  ],
};
