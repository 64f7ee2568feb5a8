/** What the mocked shop holds. Never changed by a call. */
export interface Order {
  id: string;
  customerId: string;
  status: 'placed' | 'shipped' | 'delivered' | 'cancelled';
  currency: string;
  placedAt: string;
  lines: { sku: string; quantity: number; price: number }[];
  total: number;
  note: string | null;
}

export const CUSTOMERS = [
  { id: 'C-1', name: 'Ada Löwe', email: 'ada@example.com', tier: 'gold', address: { city: 'Bern', zip: '3011' } },
  {
    id: 'C-2',
    name: 'Grace O’Neil',
    email: 'grace@example.org',
    tier: 'silver',
    address: { city: 'Cork', zip: 'T12' },
  },
  { id: 'C-3', name: 'Linus 林', email: 'linus@example.net', tier: 'gold' },
  {
    id: 'C-4',
    name: 'Zoë "Z" Marsh',
    email: 'zoe+shop@example.com',
    tier: 'basic',
    address: { city: 'Łódź', zip: '90-001' },
  },
];

export const PRODUCTS = [
  { sku: 'MUG-01', name: 'Mug, blue', category: 'kitchen', price: 12.5, stock: 40, tags: ['ceramic', 'blue'] },
  { sku: 'MUG-02', name: 'Mug, red', category: 'kitchen', price: 12.5, stock: 0, tags: ['ceramic', 'red'] },
  { sku: 'TEE-S', name: 'T-shirt (S)', category: 'clothes', price: 19.99, stock: 7, tags: ['cotton'] },
  { sku: 'TEE-M', name: 'T-shirt (M)', category: 'clothes', price: 19.99, stock: 3, tags: ['cotton'] },
  { sku: 'PEN-10', name: 'Pens x10', category: 'office', price: 4.25, stock: 120, tags: [] },
  { sku: 'LMP-7', name: 'Lamp <LED>', category: 'home', price: 59, stock: 2, tags: ['led', 'metal'] },
];

const STATUSES = ['placed', 'shipped', 'delivered', 'cancelled'] as const;

/** Twelve orders, from 2026-01-03 on, nine days apart. */
export const ORDERS: Order[] = Array.from({ length: 12 }, (_, index) => {
  const lines = PRODUCTS.filter((_product, at) => (index + at) % 3 === 0).map(({ sku, price }, at) => ({
    sku,
    price,
    quantity: 1 + ((index + at) % 4),
  }));
  const total = Math.round(lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0) * 100) / 100;
  return {
    id: `A-${1001 + index}`,
    customerId: `C-${1 + (index % 4)}`,
    status: STATUSES[(index * 3) % 4] ?? 'placed',
    currency: index % 5 === 0 ? 'USD' : 'EUR',
    placedAt: new Date(Date.UTC(2026, 0, 3 + index * 9, 8 + index, 15)).toISOString(),
    lines,
    total,
    note: index % 4 === 2 ? `Leave at the door; "constructor" site, process #${index}` : null,
  };
});

/** Words that look like code and are data. */
export const WORDS = {
  constructor: 'a builder',
  process: 'a way of doing',
  prototype: 'a first model',
  eval: 'short for evaluation',
  then: 'not a promise',
  toJSON: 'not a function',
  list: ['__proto__', 'constructor', 'Function', 'globalThis', 'require("fs")', 'import()'],
  html: '<script>alert(1)</script>',
  unicode: 'é\u0301 😀 \u2028 \ud83d',
  numbers: [0, -0.5, 1e21, 9007199254740991, 5e-324],
  empty: {},
  nothing: null,
};
