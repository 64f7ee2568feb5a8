import type { ApiCall, CallFailure, Fetch } from './api-call.js';

/** Most redirects that are followed, all within one origin. */
const MAX_REDIRECTS = 3;
/** Longest `Retry-After` that is waited for, in seconds: an agent can wait longer by itself. */
const LONGEST_WAIT_SECONDS = 2;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
/** RFC 9110 section 9.2.2. */
const IDEMPOTENT_METHODS = new Set([...SAFE_METHODS, 'PUT', 'DELETE']);
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

/** Whether a call with this method may be repeated without harm. */
export function isIdempotent(method: string): boolean {
  return IDEMPOTENT_METHODS.has(method);
}

/** A response whose body has not been read, or why there is none. */
export type SendOutcome = { kind: 'response'; response: Response } | CallFailure;

/** What sending needs of the world. */
export interface SendPorts {
  fetch: Fetch;
  /** Ends the call. */
  signal: AbortSignal;
}

/**
 * Sends a call: the origin must be one that the signed bundle names, which is also what keeps private and
 * link-local addresses out. A redirect of a safe method is followed within its origin, at most three times;
 * a 429 or 503 answer to an idempotent method is tried again once, when `Retry-After` is at most two seconds.
 * Network errors and the end of the signal are thrown as `fetch` throws them.
 */
export async function send(call: ApiCall, ports: SendPorts): Promise<SendOutcome> {
  const first = await sendOnce(call, ports);
  if (first.kind === 'failure') return first;
  const wait = waitBeforeRetry(call.request.method, first.response);
  if (wait === undefined) return first;
  await first.response.body?.cancel();
  await sleep(wait * 1000, ports.signal);
  return sendOnce(call, ports);
}

async function sendOnce(call: ApiCall, ports: SendPorts): Promise<SendOutcome> {
  const { method, body } = call.request;
  const headers = callHeaders(call);
  let url = call.request.url;
  for (let redirects = 0; ; redirects += 1) {
    if (!call.origins.includes(new URL(url).origin)) return originRefused();
    const response = await ports.fetch(callUrl(url, call.credentials.query), {
      method,
      headers,
      body,
      redirect: 'manual',
      signal: ports.signal,
    });
    if (!REDIRECTS.has(response.status)) return { kind: 'response', response };
    await response.body?.cancel();
    const next = redirectTarget(url, response);
    if (redirects === MAX_REDIRECTS || next === undefined || !SAFE_METHODS.has(method))
      return redirectRefused(response.status);
    url = next;
  }
}

/** Where a redirect leads, when that is in the same origin. */
function redirectTarget(from: string, response: Response): string | undefined {
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  target.hash = '';
  return target.origin === new URL(from).origin && target.username === '' && target.password === ''
    ? target.href
    : undefined;
}

function originRefused(): CallFailure {
  const message = 'The call was not sent: its origin is not one that the signed bundle allows for this API.';
  return { kind: 'failure', code: 'origin_refused', message, retryable: false };
}

function redirectRefused(status: number): CallFailure {
  const message =
    `The API answered with a redirect (${status}) that is not followed: only safe methods are, within their origin, and at most ${MAX_REDIRECTS} times. ` +
    'The base URL of the API may be out of date.';
  return { kind: 'failure', code: 'redirect_refused', message, retryable: false };
}

function waitBeforeRetry(method: string, response: Response): number | undefined {
  if ((response.status !== 429 && response.status !== 503) || !isIdempotent(method)) return undefined;
  const seconds = retryAfterSeconds(response, Date.now());
  return seconds !== undefined && seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

/**
 * `Retry-After` in whole seconds (RFC 9110 section 10.2.3), or nothing.
 * @param now milliseconds since 1970
 */
export function retryAfterSeconds(response: Response, now: number): number | undefined {
  const value = response.headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = value === '' ? NaN : Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}

/** The headers of a call: those of its arguments, then the credentials, which win. */
function callHeaders({ request, credentials }: ApiCall): Headers {
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
function callUrl(url: string, credentials: readonly [string, string][]): string {
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
