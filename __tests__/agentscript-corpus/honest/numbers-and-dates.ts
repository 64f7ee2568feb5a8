import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Numbers, BigInt and fixed instants; nothing that asks for a locale or for the time. */
export const NUMBERS_AND_DATES: HonestCase[] = [
  {
    name: 'formats money by hand',
    script: js`
const money = (n) => n.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, "'");
return [1234567.891, 0.5, 999, 1000].map(money);`,
  },
  {
    name: 'rounds',
    script: js`
return [Math.round(2.5), Math.round(-2.5), Math.floor(-1.2), Math.ceil(1.2), Math.trunc(-1.9), Math.sign(-3), (1.005).toFixed(2), (25).toString(2), (0.1 + 0.2).toPrecision(3), (1e21).toString(), (123.456).toExponential(2)];`,
  },
  {
    name: 'Math functions',
    script: js`
return [Math.max(), Math.min(1, -1), Math.hypot(3, 4), Math.cbrt(27), Math.log2(8), Math.abs(-5), Math.sqrt(2).toFixed(6), Math.clz32(1), Math.imul(3, 4), Math.fround(5.5), Math.PI.toFixed(5)].map((x) => (x === -Infinity ? '-inf' : x));`,
  },
  {
    name: 'parses numbers',
    script: js`
return [parseInt('42px'), parseInt('101', 2), parseFloat('3.14abc'), Number(''), Number('0x1f'), Number(' 12 '), +[], isNaN('x'), Number.isInteger(5.0), Number.isSafeInteger(2 ** 53), isFinite('12'), ['1', '2', '3'].map(Number)];`,
  },
  {
    name: 'limits of numbers',
    script: js`
return [Number.MAX_SAFE_INTEGER, Number.EPSILON > 0, Number.MIN_VALUE, 0.1 * 3, 9007199254740993, -0 === 0, Object.is(-0, 0), 5 / 0 === Infinity];`,
  },
  {
    name: 'BigInt to text',
    script: js`
const f = (n) => (n < 2n ? 1n : n * f(n - 1n));
return [f(30n).toString(), (2n ** 64n).toString(16), String(-7n / 2n), BigInt('123') + 1n === 124n, BigInt.asUintN(8, 257n).toString(), Number(42n)];`,
  },
  {
    name: 'cents instead of floats',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const cents = orders.reduce((s, o) => s + Math.round(o.total * 100), 0);
return (cents / 100).toFixed(2);`,
  },
  {
    name: 'statistics',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const t = orders.map((o) => o.total).sort((a, b) => a - b);
const mean = t.reduce((a, b) => a + b) / t.length;
const median = (t[5] + t[6]) / 2;
const sd = Math.sqrt(t.reduce((s, x) => s + (x - mean) ** 2, 0) / t.length);
return { mean: mean.toFixed(4), median: median.toFixed(4), sd: sd.toFixed(4), p90: t[Math.floor(t.length * 0.9)] };`,
  },
  {
    name: 'a linear congruential generator',
    script: js`
let seed = 42;
const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
return Array.from({ length: 5 }, () => next().toFixed(6));`,
  },
  {
    name: 'a CRC of a text',
    script: js`
let crc = -1;
for (const c of 'AgentScript') {
  crc ^= c.charCodeAt(0);
  for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
}
return ((crc ^ -1) >>> 0).toString(16).padStart(8, '0');`,
  },
  {
    name: 'base64 by hand',
    script: js`
const A = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const b64 = (s) => { let out = ''; for (let i = 0; i < s.length; i += 3) { const [a, b, c] = [s.charCodeAt(i), s.charCodeAt(i + 1), s.charCodeAt(i + 2)]; out += A[a >> 2] + A[((a & 3) << 4) | (b >> 4)] + (isNaN(b) ? '=' : A[((b & 15) << 2) | (c >> 6)]) + (isNaN(c) ? '=' : A[c & 63]); } return out; };
return ['Ma', 'Man', 'order'].map(b64);`,
  },
  {
    name: 'reads dates of orders',
    script: js`
const order = await shop.getOrder({ id: 'A-1004' });
const d = new Date(order.placedAt);
return [d.toISOString(), d.getTime(), d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate(), d.getUTCDay(), d.getUTCHours(), d.toJSON()];`,
  },
  {
    name: 'groups by month',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const months = {};
for (const { placedAt, total } of orders) { const m = placedAt.slice(0, 7); months[m] = Math.round(((months[m] ?? 0) + total) * 100) / 100; }
return months;`,
  },
  {
    name: 'days between and date arithmetic',
    script: js`
const a = new Date('2026-01-31T00:00:00Z'), b = new Date(Date.UTC(2026, 2, 1));
const days = (b - a) / 86400000;
const next = new Date(a); next.setUTCMonth(next.getUTCMonth() + 1);
const week = new Date(a.getTime() + 7 * 864e5).toISOString().slice(0, 10);
return { days, next: next.toISOString(), week, leap: new Date(Date.UTC(2028, 2, 0)).getUTCDate() };`,
  },
  {
    name: 'compares and sorts dates',
    script: js`
const list = ['2026-03-01', '2025-12-24', '2026-01-15'].map((s) => new Date(s));
list.sort((x, y) => x - y);
return [list.map((d) => d.toISOString().slice(0, 10)), list[0] < list[1], new Date('2026-03-01').valueOf() === list[2].valueOf(), Math.max(...list)];`,
  },
  {
    name: 'dates that are none',
    script: js`
const bad = new Date('never');
let name = '';
try { bad.toISOString(); } catch (e) { name = e.name; }
return [Number.isNaN(bad.getTime()), name, JSON.stringify(bad)];`,
  },
  {
    name: 'parses ISO dates with offsets',
    script: js`
return ['2026-05-01T12:00:00+02:00', '2026-05-01T12:00:00.123Z', '2026-05-01'].map((s) => Date.parse(s));`,
  },
  {
    name: 'an age in words',
    script: js`
const now = Date.UTC(2026, 10, 21, 12);
const ago = (iso) => { const s = (now - Date.parse(iso)) / 1000; const steps = [[86400, 'day'], [3600, 'hour'], [60, 'minute']]; for (const [n, u] of steps) if (s >= n) { const k = Math.floor(s / n); return k + ' ' + u + (k > 1 ? 's' : '') + ' ago'; } return 'just now'; };
return ['2026-11-21T11:30:00Z', '2026-11-20T11:00:00Z', '2026-11-01T00:00:00Z', '2026-11-21T11:59:50Z'].map(ago);`,
  },
  {
    name: 'ISO week numbers',
    script: js`
const week = (iso) => { const d = new Date(iso + 'T00:00:00Z'); const day = d.getUTCDay() || 7; d.setUTCDate(d.getUTCDate() + 4 - day); const start = Date.UTC(d.getUTCFullYear(), 0, 1); return Math.ceil(((d - start) / 86400000 + 1) / 7); };
return ['2026-01-01', '2026-12-31', '2025-12-29', '2026-06-15'].map(week);`,
  },
  {
    name: 'date parts as text',
    script: js`
const d = new Date(Date.UTC(2026, 6, 4, 5, 6, 7));
const p = (n) => String(n).padStart(2, '0');
return \`\${p(d.getUTCDate())}.\${p(d.getUTCMonth() + 1)}.\${d.getUTCFullYear()} \${p(d.getUTCHours())}:\${p(d.getUTCMinutes())}\`;`,
  },
  {
    name: 'a clock that only is a number',
    script: js`
const t = Date.now(), d = new Date();
return [typeof t, Number.isInteger(t), d instanceof Date, d.getTime() >= t - 60000];`,
  },
];
