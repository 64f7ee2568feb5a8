import { once } from 'node:events';
import { createServer } from 'node:http';

/** What the demo's shop knows at the beginning. */
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
 */
export async function startShopApi(token) {
  const shop = stock();
  const calls = [];
  const answer = async (request) => {
    if (!URL.canParse(request.url, 'http://shop')) return [400, { title: 'No address', status: 400 }];
    const url = new URL(request.url, 'http://shop');
    calls.push(`${request.method} ${url.pathname}`);
    if (request.headers.authorization !== `Bearer ${token}`) return [401, { title: 'No token', status: 401 }];
    const body = await readJson(request);
    return body === MALFORMED ? [400, { title: 'No JSON', status: 400 }] : route(shop, request.method, url, body);
  };
  const server = createServer(async (request, response) => {
    const [status, body] = await answer(request);
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    calls,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

function route(shop, method, url, body) {
  const [, , collection, id, action] = url.pathname.split('/');
  if (collection === 'orders' && id === undefined && method === 'GET')
    return [200, { orders: [...shop.orders.values()].reverse() }];
  if (collection === 'customers' && id === undefined)
    return [200, { customers: findCustomers(shop, url.searchParams.get('q') ?? '') }];
  const found = Object.hasOwn(shop, collection ?? '') ? shop[collection].get(id) : undefined;
  if (!found) return [404, { title: 'Not found', status: 404, detail: `There is no ${url.pathname}.` }];
  if (method === 'GET') return [200, found];
  if (collection === 'orders' && action === 'refund') return refund(shop, found, body);
  if (collection === 'orders' && action === 'notes') return [201, { saved: true }];
  return [405, { title: 'Method not allowed', status: 405 }];
}

function findCustomers(shop, query) {
  const wanted = query.toLowerCase();
  return [...shop.customers.values()].filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
}

function refund(shop, order, body) {
  const amount = body?.amount ?? order.total - order.refunded;
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
    reason: body?.reason,
  };
  shop.refunds.set(made.id, made);
  return [201, made];
}

const MALFORMED = Symbol('malformed');

/** The body as JSON, `undefined` when there is none, `MALFORMED` when it is something else or was cut off. */
async function readJson(request) {
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return MALFORMED;
  }
}
