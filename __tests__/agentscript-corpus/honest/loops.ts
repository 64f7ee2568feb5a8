import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Loops, labels, switches. */
export const LOOPS: HonestCase[] = [
  {
    name: 'sums a page of orders with for-of',
    script: js`
const { orders } = await shop.listOrders({ limit: 10 });
let sum = 0;
for (const order of orders) {
  sum += order.total;
}
return { count: orders.length, sum: Math.round(sum * 100) / 100 };`,
  },
  {
    name: 'counts with a classic for',
    script: js`
const out = [];
for (let i = 0, j = 10; i < j; i += 2, j--) out.push([i, j]);
return out;`,
  },
  {
    name: 'reads all pages with while',
    script: js`
const all = [];
let cursor;
while (true) {
  const page = await shop.listOrders({ limit: 5, ...(cursor && { cursor }) });
  all.push(...page.orders.map((o) => o.id));
  if (!page.nextCursor) break;
  cursor = page.nextCursor;
}
return all;`,
  },
  {
    name: 'reads all pages with do-while',
    script: js`
let page, n = 0, cursor = '0';
do {
  page = await shop.listOrders({ limit: 4, cursor });
  cursor = page.nextCursor;
  n++;
} while (cursor !== null);
return { pages: n };`,
  },
  {
    name: 'walks own keys with for-in',
    script: js`
const customer = await shop.getCustomer({ id: 'C-1' });
const keys = [];
for (const key in customer) if (Object.prototype.hasOwnProperty.call(customer, key)) keys.push(key);
return keys.sort();`,
  },
  {
    name: 'leaves two loops at a label',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
let found = null;
outer: for (const order of orders) {
  for (const line of order.lines) {
    if (line.sku === 'TEE-S') {
      found = order.id;
      break outer;
    }
  }
}
return found;`,
  },
  {
    name: 'continues an outer loop by label',
    script: js`
const primes = [];
next: for (let n = 2; n < 60; n++) {
  for (const p of primes) {
    if (p * p > n) break;
    if (n % p === 0) continue next;
  }
  primes.push(n);
}
return primes;`,
  },
  {
    name: 'chooses with a switch that falls through',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const counts = { open: 0, done: 0, other: 0 };
for (const { status } of orders) {
  switch (status) {
    case 'placed':
    case 'shipped':
      counts.open++;
      break;
    case 'delivered':
      counts.done++;
      break;
    default:
      counts.other++;
  }
}
return counts;`,
  },
  {
    name: 'chooses with switch (true)',
    script: js`
const grade = (total) => {
  switch (true) {
    case total > 150: return 'large';
    case total > 80: return 'medium';
    default: return 'small';
  }
};
const { orders } = await shop.listOrders({ limit: 12 });
return orders.map((o) => grade(o.total));`,
  },
  {
    name: 'loops with entries of an array',
    script: js`
const { orders } = await shop.listOrders({ limit: 3 });
const lines = [];
for (const [index, order] of orders.entries()) lines.push(\`\${index + 1}. \${order.id}\`);
return lines.join('\n');`,
  },
  {
    name: 'loops over an object with Object.entries',
    script: js`
const rates = { EUR: 1, USD: 0.9, GBP: 1.15 };
let text = '';
for (const [code, rate] of Object.entries(rates)) text += code + '=' + rate + ';';
return text;`,
  },
  {
    name: 'awaits inside a loop in order',
    script: js`
const ids = ['A-1003', 'A-1001', 'A-1002'];
const totals = {};
for (const id of ids) {
  const order = await shop.getOrder({ id });
  totals[id] = order.total;
}
return totals;`,
  },
  {
    name: 'counts down with a while and a decrement',
    script: js`
let n = 27, steps = 0;
while (n !== 1) {
  n = n % 2 === 0 ? n / 2 : 3 * n + 1;
  steps++;
}
return steps;`,
  },
  {
    name: 'runs a hundred thousand rounds',
    script: js`
let x = 0;
for (let i = 0; i < 100000; i++) x = (x * 31 + i) % 1000003;
return x;`,
  },
  {
    name: 'closes over loop variables',
    script: js`
const functions = [];
for (let i = 0; i < 4; i++) functions.push(() => i * i);
var late = [];
for (var k = 0; k < 3; k++) late.push(() => k);
return [functions.map((f) => f()), late.map((f) => f())];`,
  },
  {
    name: 'uses for-await over promises',
    script: js`
const ids = ['A-1001', 'A-1004'];
const seen = [];
for await (const order of ids.map((id) => shop.getOrder({ id }))) seen.push(order.status);
return seen;`,
  },
  {
    name: 'fills a matrix',
    script: js`
const size = 4;
const m = Array.from({ length: size }, () => Array(size).fill(0));
for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) m[y][x] = (x + 1) * (y + 1);
return m;`,
  },
  {
    name: 'keeps a running minimum and its index',
    script: js`
const products = await shop.listProducts();
let best = -1;
products.forEach((p, i) => {
  if (best === -1 || p.price < products[best].price) best = i;
});
return { sku: products[best].sku, best };`,
  },
];
