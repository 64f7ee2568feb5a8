/** How an operation is asked for over HTTP, and what a proper request may hold. */
export interface Route {
  operation: string;
  method: string;
  path: RegExp;
  query?: string[];
  headers?: string[];
  body?: string[];
}

/** Everything that the API serves; a request that fits none is not a proper one. */
export const ROUTES: Route[] = [
  {
    operation: 'shop.listOrders',
    method: 'GET',
    path: /^\/shop\/orders$/,
    query: ['status', 'customerId', 'limit', 'cursor'],
  },
  { operation: 'shop.getOrder', method: 'GET', path: /^\/shop\/orders\/(?<id>[^/?#]+)$/, headers: ['x-trace'] },
  {
    operation: 'shop.createRefund',
    method: 'POST',
    path: /^\/shop\/orders\/(?<id>[^/?#]+)\/refunds$/,
    body: ['amount', 'reason'],
  },
  {
    operation: 'shop.addNote',
    method: 'POST',
    path: /^\/shop\/orders\/(?<id>[^/?#]+)\/notes$/,
    body: ['text', 'tags', 'meta'],
  },
  { operation: 'shop.getCustomer', method: 'GET', path: /^\/shop\/customers\/(?<id>[^/?#]+)$/ },
  { operation: 'shop.listProducts', method: 'GET', path: /^\/shop\/products$/, query: ['category', 'q'] },
  { operation: 'shop.getProduct', method: 'GET', path: /^\/shop\/products\/(?<sku>[^/?#]+)$/ },
  { operation: 'shop.reserveStock', method: 'POST', path: /^\/shop\/stock$/, body: ['sku', 'quantity', 'attempt'] },
  { operation: 'shop.getWords', method: 'GET', path: /^\/shop\/words$/ },
  { operation: 'shop.getReport', method: 'GET', path: /^\/shop\/report$/, query: ['rows'] },
  { operation: 'shop.echo', method: 'GET', path: /^\/shop\/echo$/, query: ['text', 'tags'], headers: ['x-trace'] },
  { operation: 'shop.hang', method: 'GET', path: /^\/shop\/hang$/ },
  { operation: 'shop.payOut', method: 'POST', path: /^\/shop\/payouts$/, body: ['amount'] },
  { operation: 'admin.deleteEverything', method: 'DELETE', path: /^\/admin\/everything$/ },
  { operation: 'vault.readSecret', method: 'GET', path: /^\/vault\/secret$/ },
];
