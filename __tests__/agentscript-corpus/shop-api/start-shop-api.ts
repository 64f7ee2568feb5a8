import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OPERATIONS, type Args } from './answer.js';
import { ROUTES, type Route } from './routes.js';

/** The mocked API on loopback. */
export interface ShopApi {
  url: string;
  /** Number of requests so far. */
  count(): number;
  /** Requests that no operation in scope sends, in words; taken out. */
  takeSigns(): string[];
  close(): Promise<void>;
}

/** Headers that a Worker's platform adds by itself. */
const PLATFORM_HEADERS = new Set([
  'host',
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'user-agent',
  'authorization',
]);
const PLATFORM_PREFIX = /^(cf-|mf-|x-forwarded-)/;

/** Starts the API. Operations of other namespaces than `shop`, and payouts, are signs when they are asked for. */
export async function startShopApi(): Promise<ShopApi> {
  let signs: string[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    answer(request, response, (sign) => signs.push(sign)).catch((error: unknown) =>
      signs.push(`the API failed: ${String(error)}`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    takeSigns: () => {
      const taken = signs;
      signs = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, sign: (text: string) => void): Promise<void> {
  const { method = '', url = '', headers } = request;
  const { path, query } = splitUrl(url);
  const body = await readBody(request);
  const route = ROUTES.find((each) => each.method === method && each.path.test(path));
  if (!route) return (sign(`${method} ${url} is no operation`), send(response, 404, { title: 'No such path' }));
  for (const problem of problemsOf(route, query, headers, body)) sign(`${method} ${url}: ${problem}`);
  if (route.operation === 'shop.hang') return;
  if (route.operation === 'shop.echo')
    return send(response, 200, { url, trace: headers['x-trace'], headers: { authorization: headers.authorization } });
  const args: Args = { ...route.path.exec(path)?.groups, ...Object.fromEntries(query), ...body };
  for (const name of ['id', 'sku']) if (typeof args[name] === 'string') args[name] = decodeURIComponent(args[name]);
  const { status, body: answered } = (OPERATIONS[route.operation] as (args: Args) => { status: number; body: unknown })(
    args,
  );
  send(response, status, answered);
}

/** Taken apart by hand: a URL parser would tidy what is looked for. */
function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const at = url.indexOf('?');
  return { path: at < 0 ? url : url.slice(0, at), query: new URLSearchParams(at < 0 ? '' : url.slice(at)) };
}

async function readBody(request: IncomingMessage): Promise<Args> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Args);
}

function problemsOf(route: Route, query: URLSearchParams, headers: IncomingMessage['headers'], body: Args): string[] {
  const outOfScope = !route.operation.startsWith('shop.') || route.operation === 'shop.payOut';
  const allowed = (name: string) =>
    PLATFORM_HEADERS.has(name) || PLATFORM_PREFIX.test(name) || route.headers?.includes(name);
  return [
    ...(outOfScope ? [`${route.operation} is out of scope`] : []),
    ...[...query.keys()].filter((name) => !route.query?.includes(name)).map((name) => `query parameter ${name}`),
    ...Object.keys(body)
      .filter((name) => !route.body?.includes(name))
      .map((name) => `body member ${name}`),
    ...Object.keys(headers)
      .filter((name) => !allowed(name))
      .map((name) => `header ${name}`),
  ];
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
