import { createGate } from '../../../src/runtime/gate.js';
import { callApi, MAX_CALLS_PER_HOST } from '../../../src/runtime/upstream/call-api.js';
import type { ApiCall, Fetch } from '../../../src/runtime/upstream/api-call.js';

const ORIGIN = 'https://api.example.com';
interface Sent {
  url: string;
  method: string;
  headers: Headers;
}

function callOf(overrides: Partial<ApiCall['request']> = {}, rest: Partial<ApiCall> = {}): ApiCall {
  return {
    request: { method: 'GET', url: `${ORIGIN}/a`, headers: [['Accept', 'application/json']], ...overrides },
    credentials: { headers: [], query: [], cookies: [] },
    origins: [ORIGIN],
    limits: { timeoutMs: 5000, responseBytes: 1000 },
    ...rest,
  };
}

/** An API that gives the listed answers, one a request, and remembers the requests. */
function api(...answers: (Response | Error)[]): { fetch: Fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, method: String(init?.method), headers: new Headers(init?.headers) });
    const answer = answers.shift();
    if (!answer) throw new Error('one request too many');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { fetch, sent };
}

const run = (call: ApiCall, { fetch }: { fetch: Fetch }) =>
  callApi(call, { fetch, gate: createGate(MAX_CALLS_PER_HOST) });
const redirect = (location: string, status = 302): Response => new Response(null, { status, headers: { location } });

test.each([
  'https://evil.example',
  'https://api.example.com.evil.example',
  'http://api.example.com',
  'https://api.example.com:8443',
  'http://127.0.0.1',
  'http://169.254.169.254',
  'http://[fd00:ec2::254]',
  'http://10.0.0.1',
  'http://metadata.google.internal',
])('sends nothing to %s, which the bundle does not name', async (origin) => {
  const upstream = api();
  expect(await run(callOf({ url: `${origin}/a` }), upstream)).toMatchObject({
    kind: 'failure',
    code: 'origin_refused',
  });
  expect(upstream.sent).toEqual([]);
});

test('follows redirects of a safe method within its origin', async () => {
  const upstream = api(redirect('/b'), redirect(`${ORIGIN}/c?x=1#frag`, 307), Response.json({ ok: 1 }));
  expect(await run(callOf(), upstream)).toMatchObject({ kind: 'answer', data: { ok: 1 } });
  expect(upstream.sent.map(({ url }) => url)).toEqual([`${ORIGIN}/a`, `${ORIGIN}/b`, `${ORIGIN}/c?x=1`]);
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  'http://api.example.com/',
  'https://user:pw@api.example.com/',
  'http://169.254.169.254/',
  'javascript:1',
  'https://[',
])('does not follow a redirect to %s', async (location) => {
  const upstream = api(redirect(location));
  const outcome = await run(callOf(), upstream);
  expect(outcome).toMatchObject({ kind: 'failure', code: 'redirect_refused' });
  expect(JSON.stringify(outcome)).not.toContain('evil');
  expect(upstream.sent).toHaveLength(1);
});

test('follows at most three redirects', async () => {
  const upstream = api(redirect('/1'), redirect('/2'), redirect('/3'), redirect('/4'));
  expect(await run(callOf(), upstream)).toMatchObject({ code: 'redirect_refused' });
  expect(upstream.sent).toHaveLength(4);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('does not follow a redirect of a %s', async (method) => {
  const upstream = api(redirect('/b', 307));
  expect(await run(callOf({ method }), upstream)).toMatchObject({ code: 'redirect_refused' });
});

test('tries an idempotent call again once, after the wait that the API asks for', async () => {
  const busy = () => new Response('', { status: 503, headers: { 'retry-after': '0' } });
  const upstream = api(busy(), Response.json(1));
  expect(await run(callOf({ method: 'PUT' }), upstream)).toMatchObject({ kind: 'answer', status: 200 });
  const twice = api(busy(), busy());
  expect(await run(callOf(), twice)).toMatchObject({ kind: 'answer', status: 503 });
});

test.each([
  ['a POST', 'POST', 429, '0'],
  ['a wait of an hour', 'GET', 429, '3600'],
  ['no Retry-After', 'GET', 503, ''],
  ['another status', 'GET', 500, '0'],
])('does not try again for %s', async (_name, method, status, retryAfter) => {
  const upstream = api(new Response('', { status, headers: retryAfter === '' ? {} : { 'retry-after': retryAfter } }));
  expect(await run(callOf({ method }), upstream)).toMatchObject({ kind: 'answer', status });
  expect(upstream.sent).toHaveLength(1);
});

test.each([
  ['GET', true],
  ['POST', false],
])('ends a %s that hangs, and says whether it may be repeated', async (method, retryable) => {
  const hanging: Fetch = (_url, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
  const call = callOf({ method }, { limits: { timeoutMs: 50, responseBytes: 10 } });
  expect(await run(call, { fetch: hanging })).toMatchObject({ kind: 'failure', code: 'timeout', retryable });
});

test('ends a body that never ends its last chunk', async () => {
  const fetch: Fetch = async (_url, init) =>
    new Response(
      new ReadableStream({
        start: (controller) => init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted'))),
      }),
    );
  const call = callOf({}, { limits: { timeoutMs: 50, responseBytes: 10 } });
  expect(await run(call, { fetch })).toMatchObject({ code: 'timeout' });
});

test('tells nothing of what the network said', async () => {
  const outcome = await run(callOf(), api(new TypeError('connect ECONNREFUSED 10.1.2.3:443 token=abc')));
  expect(outcome).toMatchObject({ kind: 'failure', code: 'unreachable', retryable: true });
  expect(JSON.stringify(outcome)).not.toMatch(/ECONN|10\.1|abc/);
});

test('names itself, and lets an API description name another user agent', async () => {
  const upstream = api(Response.json(1), Response.json(1));
  await run(callOf(), upstream);
  await run(callOf({ headers: [['User-Agent', 'mine']] }), upstream);
  expect(upstream.sent.map(({ headers }) => headers.get('user-agent'))).toEqual(['frontmcp-worker', 'mine']);
});

test('lets credentials win over arguments of the same name', async () => {
  const upstream = api(Response.json(1));
  const credentials: ApiCall['credentials'] = {
    headers: [['Authorization', 'Bearer real']],
    query: [['key', 'r&=al']],
    cookies: [['sid', 'real']],
  };
  const headers: [string, string][] = [
    ['authorization', 'Bearer fake'],
    ['Cookie', 'a=1; sid=fake'],
  ];
  await run(callOf({ url: `${ORIGIN}/a?key=fake&x=%20+&k%65y=fake2`, headers }, { credentials }), upstream);
  const [sent] = upstream.sent;
  expect(sent?.headers.get('authorization')).toBe('Bearer real');
  expect(sent?.headers.get('cookie')).toBe('sid=real; a=1');
  expect(sent?.url).toBe(`${ORIGIN}/a?x=%20+&key=r%26%3Dal`);
});

test('keeps the credentials of the query on a redirect', async () => {
  const upstream = api(redirect('/b?page=2'), Response.json(1));
  await run(callOf({}, { credentials: { headers: [], query: [['key', 'secret']], cookies: [] } }), upstream);
  expect(upstream.sent[1]?.url).toBe(`${ORIGIN}/b?page=2&key=secret`);
});

test('drops headers about the connection, whoever asks for them', async () => {
  const upstream = api(Response.json(1));
  const names = [
    'Host',
    'Content-Length',
    'Transfer-Encoding',
    'Connection',
    'Upgrade',
    'Expect',
    'Proxy-Authorization',
    'TE',
  ];
  await run(callOf({ headers: names.map((name) => [name, '1']) }), upstream);
  expect([...(upstream.sent[0]?.headers.keys() ?? [])]).toEqual(['user-agent']);
});

test('lets ten calls to one host through at once, and the others after them', async () => {
  const waiting: (() => void)[] = [];
  let most = 0;
  let open = 0;
  const fetch: Fetch = () =>
    new Promise((resolve) => {
      most = Math.max(most, ++open);
      waiting.push(() => {
        open -= 1;
        resolve(Response.json(1));
      });
      if (waiting.length === 10) setTimeout(() => waiting.splice(0).forEach((answer) => answer()));
    });
  const gate = createGate(MAX_CALLS_PER_HOST);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => callApi(callOf(), { fetch, gate })));
  expect(outcomes.every(({ kind }) => kind === 'answer')).toBe(true);
  expect(most).toBe(10);
});

test('says that a host is busy when no place comes free in time', async () => {
  const gate = createGate(1);
  const leave = await gate.enter(Date.now() + 60_000, { key: 'api.example.com' });
  const call = callOf({}, { limits: { timeoutMs: 60, responseBytes: 10 } });
  expect(await callApi(call, { fetch: api().fetch, gate })).toMatchObject({ code: 'busy', retryable: true });
  leave?.();
  expect(await callApi(call, { fetch: api(Response.json(1)).fetch, gate })).toMatchObject({ kind: 'answer' });
});
