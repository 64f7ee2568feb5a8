import { ADMIN_RAN, VAULT_TEXT } from '../types.js';
import { CUSTOMERS, ORDERS, PRODUCTS, WORDS } from './data.js';

/** Arguments of an operation, by name. */
export type Args = Record<string, unknown>;

/** What the API answers. */
export interface ApiAnswer {
  status: number;
  body: unknown;
}

const ok = (body: unknown, status = 200): ApiAnswer => ({ status, body });
const problem = (status: number, detail: string): ApiAnswer => ({ status, body: { title: 'Refused', detail } });

const found = <T>(item: T | undefined, name: string): ApiAnswer =>
  item === undefined ? problem(404, `No ${name}.`) : ok(item);

function listOrders({ status, customerId, limit = 5, cursor = '0' }: Args): ApiAnswer {
  const matching = ORDERS.filter(
    (order) =>
      (status === undefined || order.status === status) &&
      (customerId === undefined || order.customerId === customerId),
  );
  const from = Number(cursor);
  const to = from + Number(limit);
  return ok({
    orders: matching.slice(from, to),
    total: matching.length,
    nextCursor: to < matching.length ? String(to) : null,
  });
}

function createRefund({ id, amount, reason }: Args): ApiAnswer {
  const order = ORDERS.find((each) => each.id === id);
  if (!order) return problem(404, 'No order.');
  if (Number(amount) > order.total) return problem(409, 'More than the order.');
  return ok({ refundId: `R-${order.id}`, orderId: order.id, amount, reason, state: 'pending' }, 201);
}

/** A quarter of a kilobyte a row. */
const report = ({ rows = 1 }: Args): ApiAnswer =>
  ok({ rows: Array.from({ length: Number(rows) }, (_, index) => ({ index, text: 'x'.repeat(230) })) });

/** What each operation answers, by `<namespace>.<name>`: the one truth behind plain Node and the HTTP server. */
export const OPERATIONS: Record<string, (args: Args) => ApiAnswer> = {
  'shop.listOrders': listOrders,
  'shop.getOrder': ({ id }) =>
    found(
      ORDERS.find((order) => order.id === id),
      'order',
    ),
  'shop.createRefund': createRefund,
  'shop.addNote': ({ id, text, tags = [], meta = {} }) =>
    ok({ id, text, tags, meta, length: String(text).length }, 201),
  'shop.getCustomer': ({ id }) =>
    found(
      CUSTOMERS.find((customer) => customer.id === id),
      'customer',
    ),
  'shop.listProducts': ({ category, q }) =>
    ok(
      PRODUCTS.filter(
        (product) =>
          (category === undefined || product.category === category) &&
          (q === undefined || product.name.includes(String(q))),
      ),
    ),
  'shop.getProduct': ({ sku }) =>
    found(
      PRODUCTS.find((product) => product.sku === sku),
      'product',
    ),
  'shop.reserveStock': ({ sku, quantity, attempt = 1 }) =>
    Number(attempt) < 3 ? problem(409, 'Busy.') : ok({ sku, quantity, reserved: true, attempt }),
  'shop.getWords': () => ok(WORDS),
  'shop.getReport': report,
  'shop.payOut': () => ok({ paid: ADMIN_RAN }),
  'admin.deleteEverything': () => ok({ deleted: ADMIN_RAN }),
  'vault.readSecret': () => ok({ secret: VAULT_TEXT }),
};
