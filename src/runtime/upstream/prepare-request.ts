import type { ApiCall } from './types.js';

/** What APIs see as the caller; some refuse requests without one. */
const USER_AGENT = 'frontmcp-worker';
/** Headers about the connection or its framing: never an argument's business (RFC 9110 section 7.6.1, RFC 9112). */
const CONNECTION_HEADERS = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** The headers of a call: those of its arguments, then the credentials, which win. */
export function callHeaders({ request, credentials }: ApiCall): Headers {
  const headers = new Headers(request.headers);
  for (const name of CONNECTION_HEADERS) headers.delete(name);
  if (!headers.has('user-agent')) headers.set('user-agent', USER_AGENT);
  for (const [name, value] of credentials.headers) headers.set(name, value);
  if (credentials.cookies.length > 0) headers.set('cookie', withCookies(headers.get('cookie'), credentials.cookies));
  return headers;
}

function withCookies(given: string | null, credentials: readonly [string, string][]): string {
  const names = new Set(credentials.map(([name]) => name));
  const others = (given ?? '')
    .split('; ')
    .filter((pair) => pair !== '' && !names.has(pair.slice(0, pair.indexOf('='))));
  return [...credentials.map(([name, value]) => `${name}=${value}`), ...others].join('; ');
}

/** A URL with the credentials of the query, which win over arguments of the same name; the rest stays byte for byte. */
export function callUrl(url: string, credentials: readonly [string, string][]): string {
  if (credentials.length === 0) return url;
  const names = new Set(credentials.map(([name]) => name));
  const [base = '', query = ''] = splitOnce(url, '?');
  const others = query
    .split('&')
    .filter((pair) => pair !== '' && !names.has(decodeName(splitOnce(pair, '=')[0] ?? '')));
  const added = credentials.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `${base}?${[...others, ...added].join('&')}`;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}
