import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * @typedef {{ id: string, status: string, customerId: string, total: number, refunded: number, currency: string, refundable: boolean, lines: { sku: string, quantity: number, price: number }[] }} Order
 * @typedef {{ id: string, name: string, email: string, since: string }} Customer
 * @typedef {{ id: string, orderId: string, amount: number, currency: string, status: string, reason: unknown }} Refund
 * @typedef {{ orders: Map<string, Order>, customers: Map<string, Customer>, refunds: Map<string, Refund> }} Shop
 * @typedef {[status: number, body: unknown]} Answer
 */

/**
 * What the demo's shop knows at the beginning.
 * @returns {Shop}
 */
function stock() {
  return {
    orders: new Map([
      [
        '1042',
        {
          id: '1042',
          status: 'delivered',
          customerId: 'c7',
          total: 37.5,
          refunded: 0,
          currency: 'EUR',
          refundable: true,
          lines: [{ sku: 'MUG-RED', quantity: 3, price: 12.5 }],
        },
      ],
      [
        '1043',
        {
          id: '1043',
          status: 'placed',
          customerId: 'c7',
          total: 20,
          refunded: 0,
          currency: 'EUR',
          refundable: true,
          lines: [{ sku: 'TEA-250', quantity: 2, price: 10 }],
        },
      ],
    ]),
    customers: new Map([['c7', { id: 'c7', name: 'Nora Quist', email: 'nora@example.com', since: '2023-04-01' }]]),
    refunds: new Map(),
  };
}

/**
 * The shop's API on loopback: enough of fixtures/acme-shop/openapi/acme.yaml for the demo.
 * Every request must carry the token as a bearer token.
 * @param {string} token
 */
export async function startShopApi(token) {
  const shop = stock();
  /** @type {string[]} */
  const calls = [];
  /**
   * @param {import('node:http').IncomingMessage} request
   * @returns {Promise<Answer>}
   */
  const answer = async (request) => {
    const { method = '', url: address = '' } = request;
    if (!URL.canParse(address, 'http://shop')) return [400, { title: 'No address', status: 400 }];
    const url = new URL(address, 'http://shop');
    calls.push(`${method} ${url.pathname}`);
    if (request.headers.authorization !== `Bearer ${token}`) return [401, { title: 'No token', status: 401 }];
    const body = await readJson(request);
    return body === MALFORMED ? [400, { title: 'No JSON', status: 400 }] : route(shop, method, url, body);
  };
  const server = createServer(async (request, response) => {
    const [status, body] = await answer(request);
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/v1`,
    calls,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

/**
 * @param {Shop} shop
 * @param {string} method
 * @param {URL} url
 * @param {unknown} body
 * @returns {Answer}
 */
function route(shop, method, url, body) {
  const [, , collection, id, action] = url.pathname.split('/');
  if (collection === 'orders' && id === undefined && method === 'GET')
    return [200, { orders: [...shop.orders.values()].reverse() }];
  if (collection === 'customers' && id === undefined)
    return [200, { customers: findCustomers(shop, url.searchParams.get('q') ?? '') }];
  const found = Object.hasOwn(shop, collection ?? '')
    ? shop[/** @type {keyof Shop} */ (collection)].get(id ?? '')
    : undefined;
  if (!found) return [404, { title: 'Not found', status: 404, detail: `There is no ${url.pathname}.` }];
  if (method === 'GET') return [200, found];
  if (collection === 'orders' && action === 'refund') return refund(shop, /** @type {Order} */ (found), body);
  if (collection === 'orders' && action === 'notes') return [201, { saved: true }];
  return [405, { title: 'Method not allowed', status: 405 }];
}

/**
 * @param {Shop} shop
 * @param {string} query
 */
function findCustomers(shop, query) {
  const wanted = query.toLowerCase();
  return [...shop.customers.values()].filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
}

/**
 * @param {Shop} shop
 * @param {Order} order
 * @param {unknown} body
 * @returns {Answer}
 */
function refund(shop, order, body) {
  const asked = /** @type {{ amount?: number, reason?: unknown } | null | undefined} */ (body);
  const amount = asked?.amount ?? order.total - order.refunded;
  if (!order.refundable || amount > order.total - order.refunded)
    return [409, { title: 'Not refundable', status: 409, detail: 'More than what is left.' }];
  order.refunded += amount;
  order.refundable = order.refunded < order.total;
  const made = {
    id: `rf-${shop.refunds.size + 1}`,
    orderId: order.id,
    amount,
    currency: order.currency,
    status: 'pending',
    reason: asked?.reason,
  };
  shop.refunds.set(made.id, made);
  return [201, made];
}

const MALFORMED = Symbol('malformed');

/**
 * The body as JSON, `undefined` when there is none, `MALFORMED` when it is something else or was cut off.
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<unknown>}
 */
async function readJson(request) {
  try {
    /** @type {Buffer[]} */
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return MALFORMED;
  }
}
