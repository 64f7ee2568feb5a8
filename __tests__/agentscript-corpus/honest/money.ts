import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Money and numbers, and how they are shown. */
export const MONEY: HonestCase[] = [
  {
    name: 'money in cents, split without losing one',
    script: js`
const { total } = await shop.getOrder({ id: 'A-1004' });
const cents = Math.round(total * 100);
const parts = 3;
const share = Math.floor(cents / parts);
const shares = Array.from({ length: parts }, (_, i) => share + (i < cents % parts ? 1 : 0));
return { shares: shares.map((c) => (c / 100).toFixed(2)), check: shares.reduce((a, b) => a + b) === cents };`,
  },
  {
    name: 'toFixed at the edges',
    script: js`return [1.005, 2.5, -1.5, 0.1 + 0.2, 1e21, 123.456, -0.0000001, 1.45, 8.345, 10.235].map((n) => n.toFixed(2)).concat((0.5).toFixed(0), (1.5).toFixed(0), (2.5).toFixed(0), (-2.5).toFixed(0), (1234.5678).toFixed(10));`,
  },
  {
    name: 'toPrecision, toExponential and radix',
    script: js`return [(123.456).toPrecision(4), (0.00001234).toPrecision(2), (1e21).toPrecision(3), (12345).toExponential(2), (0).toExponential(), (255).toString(16), (255).toString(2), (0.5).toString(2), (-255).toString(36), (3.14159).toString(8), (1e21).toString(7).slice(0, 12), parseInt('ff', 16), parseInt('0b11'), parseFloat('3.14abc'), Number('0x1f'), Number(''), Number(' 12 '), Number('1,2')];`,
  },
  {
    name: 'how numbers look as text',
    script: js`return [1e21, 1e-7, 123456789012345680000, 0.000001, -0, 1 / 3, 5e-324, 1.7976931348623157e308, 100, 1e5, 0.1 + 0.2, 2 ** 53, 4.35 * 100, 1.1 * 1.1].map(String);`,
  },
  {
    name: 'rounding helpers that models like',
    script: js`
const round = (n, d = 2) => Math.round((n + Number.EPSILON) * 10 ** d) / 10 ** d;
const round2 = (n, d = 2) => +(Math.round(n + 'e+' + d) + 'e-' + d);
return [1.005, 2.345, 10.075, -3.455, 0].map((n) => [round(n), round2(n)]);`,
  },
  {
    name: 'en-US numbers with groups, currency and percent',
    script: js`
return [
  (1234567.891).toLocaleString(), (1234567.891).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }), (0).toLocaleString('en-US'),
  (1234.5).toLocaleString('en-US', { style: 'currency', currency: 'USD' }), (-9.999).toLocaleString('en-US', { style: 'currency', currency: 'EUR' }),
  (0.256).toLocaleString('en-US', { style: 'percent' }), (0.2567).toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 1 }), (1e9).toLocaleString('en-US'), (12).toLocaleString('en-US', { minimumIntegerDigits: 3 }),
];`,
  },
  {
    name: 'compact and signed numbers in en-US',
    script: js`
return [
  (1234).toLocaleString('en-US', { notation: 'compact' }), (1250000).toLocaleString('en-US', { notation: 'compact', maximumFractionDigits: 1 }),
  (5).toLocaleString('en-US', { signDisplay: 'always' }), (1234.5).toLocaleString('en-US', { useGrouping: false }), (0.000001234).toLocaleString('en-US', { maximumSignificantDigits: 3 }), (123456).toLocaleString('en-US', { maximumSignificantDigits: 3 }),
];`,
  },
  {
    name: 'currencies shown by code and name, and without cents',
    script: js`
return [
  (1200).toLocaleString('en-US', { style: 'currency', currency: 'USD', minimumFractionDigits: 0 }), (1200.5).toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }),
  (99).toLocaleString('en-US', { style: 'currency', currency: 'CHF' }), (99).toLocaleString('en-US', { style: 'currency', currency: 'JPY' }), (99.5).toLocaleString('en-US', { style: 'currency', currency: 'USD', currencyDisplay: 'code' }),
  (99.5).toLocaleString(undefined, { style: 'currency', currency: 'GBP' }), (-5).toLocaleString('en-US', { style: 'currency', currency: 'USD', currencySign: 'accounting' }),
];`,
  },
  {
    name: 'Math, all the usual ones',
    script: js`return [Math.trunc(-4.7), Math.sign(-3), Math.cbrt(27), Math.hypot(3, 4), Math.log2(8), Math.log10(1000), Math.fround(5.5), Math.clz32(1), Math.imul(3, 4), Math.max(), Math.min(), Math.round(-0.5), Math.round(2.5), Math.round(-2.5), Math.abs(-7), Math.atan2(1, 1).toFixed(6), Math.expm1(0), Math.log1p(0)].map(String);`,
  },
  {
    name: 'Number checks',
    script: js`return [Number.isInteger(5.0), Number.isSafeInteger(2 ** 53), Number.isFinite('5'), isFinite('5'), Number.isNaN('x'), isNaN('x'), Number.MAX_SAFE_INTEGER, Number.EPSILON > 0, Number.parseFloat('1.5e3'), Number.MIN_VALUE, (25).toString(36), ~~7.9, 7.9 | 0, -7 >> 1, -7 >>> 28, 2 ** -1, 7 % -3, -7 % 3];`,
  },
  {
    name: 'BigInt sums money in minor units',
    script: js`
const amounts = ['9007199254740993', '12', '-5'];
const total = amounts.map(BigInt).reduce((a, b) => a + b, 0n);
const text = total.toString().padStart(3, '0');
return { total: String(total), shown: \`\${text.slice(0, -2)}.\${text.slice(-2)}\`, half: (total / 2n).toString(), rest: Number(total % 10n), big: typeof total, cmp: 2n > 1, eq: 2n == 2, mixed: [3n, 1, 2n].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(String) };`,
  },
  {
    name: 'BigInt factorial, power and bit work',
    script: js`
let f = 1n;
for (let i = 2n; i <= 25n; i++) f *= i;
let bits = 0b1010n;
bits <<= 4n; bits |= 1n; bits ^= 0b11n;
return [f.toString(), (2n ** 100n).toString(), (2n ** 100n).toString(36), bits.toString(2), BigInt.asUintN(8, 257n).toString(), (-7n / 2n).toString(), (-7n % 2n).toString(), (7n & 3n).toString(), (1n << 70n).toLocaleString()];`,
  },
  {
    name: 'BigInt as JSON through a replacer and back',
    script: js`
const text = JSON.stringify({ id: 12345678901234567890n, n: 1 }, (key, value) => (typeof value === 'bigint' ? \`\${value}n\` : value));
const back = JSON.parse(text, (key, value) => (typeof value === 'string' && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value));
return { text, same: back.id === 12345678901234567890n };`,
  },
  {
    name: 'VAT and discount by tier with a switch',
    script: js`
const rate = (tier) => {
  switch (tier) {
    case 'gold': return 0.15;
    case 'silver': { const extra = 0.01; return 0.1 + extra; }
    default: return 0;
  }
};
const out = {};
for (const id of ['C-1', 'C-2', 'C-4']) {
  const { tier } = await shop.getCustomer({ id });
  const net = 100 * (1 - rate(tier));
  out[id] = { net: net.toFixed(2), gross: (net * 1.19).toFixed(2) };
}
return out;`,
  },
  {
    name: 'exchange rates and a sum by currency',
    script: js`
const RATES = Object.freeze({ EUR: 1, USD: 1.08 });
const { orders } = await shop.listOrders({ limit: 12 });
const eur = orders.reduce((sum, { total, currency }) => sum + Math.round((total / RATES[currency]) * 100), 0);
return (eur / 100).toLocaleString('en-US', { style: 'currency', currency: 'EUR' });`,
  },
  {
    name: 'separators, exponents and odd literals',
    script: js`return [1_000_000, 0xff, 0o17, 0b101, .5, 5., 1e3, 0xFFn.toString(), 1_0n.toString()];`,
  },
];
