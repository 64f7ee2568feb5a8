import type { StructuralManifest } from '../../contract/bundle/bundle-index.js';
import { isLoopback } from '../../contract/loopback.js';

/** Request headers of both MCP generations, and those that carry a credential. */
const REQUEST_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'authorization',
  'content-type',
  'frontegg-tenant-id',
  'last-event-id',
  'mcp-method',
  'mcp-name',
  'mcp-protocol-version',
  'mcp-session-id',
  'x-api-key',
]);
/** 2026-07-28: an argument that a tool's schema marks travels in a header of its own. */
const ARGUMENT_HEADER_PREFIX = 'mcp-param-';
const RESPONSE_HEADERS = 'Mcp-Protocol-Version, Mcp-Session-Id, Retry-After, WWW-Authenticate, X-Request-Id';
const METHODS = 'GET, POST, DELETE, OPTIONS';
const PREFLIGHT_SECONDS = 600;

/**
 * Whether a request may be for this Worker, by the host it names. Over https the platform has matched the host with a
 * route and a certificate. Over plain http nobody has: there only this machine's own names, and the hosts that the
 * manifest deploys to, are accepted, so that a web page cannot reach a Worker on loopback through a name of its own
 * that resolves to 127.0.0.1 (DNS rebinding).
 */
export function isAllowedHost(url: URL, deployment: StructuralManifest['deployment']): boolean {
  return url.protocol === 'https:' || isLoopback(url.hostname) || deployedHosts(deployment).includes(url.hostname);
}

function deployedHosts({ url, customDomain, routes = [] }: StructuralManifest['deployment']): string[] {
  const patterns = routes.map(({ pattern }) => pattern.replace(/^https?:\/\//, '').split('/')[0] ?? '');
  return [
    ...(url === undefined ? [] : [new URL(url).hostname]),
    ...(customDomain === undefined ? [] : [customDomain]),
    ...patterns,
  ];
}

/**
 * Whether a browser page may call: one of the configured origins, or the Worker's own. Clients that are no browsers
 * send no Origin.
 */
export function isAllowedOrigin(request: Request, allowed: readonly string[]): boolean {
  const origin = request.headers.get('Origin');
  return origin === null || origin === new URL(request.url).origin || allowed.includes(origin);
}

/** The answer to a preflight request (Fetch Standard, "CORS-preflight request") of an allowed origin. */
export function preflightResponse(request: Request, apiKeyHeader: string | undefined): Response {
  const asked = (request.headers.get('Access-Control-Request-Headers') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const granted = asked.filter(
    (name) =>
      REQUEST_HEADERS.has(name) || name.startsWith(ARGUMENT_HEADER_PREFIX) || name === apiKeyHeader?.toLowerCase(),
  );
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': granted.join(', '),
      'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
    },
  });
}

/** Whether a request is a preflight. */
export function isPreflight(request: Request): boolean {
  return (
    request.method === 'OPTIONS' &&
    request.headers.has('Origin') &&
    request.headers.has('Access-Control-Request-Method')
  );
}

/** Lets the page of an allowed origin read the answer. Changes `headers`. */
export function addCorsHeaders(request: Request, headers: Headers): void {
  const origin = request.headers.get('Origin');
  if (origin === null || headers.has('Access-Control-Allow-Origin')) return;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', RESPONSE_HEADERS);
  headers.append('Vary', 'Origin');
}
