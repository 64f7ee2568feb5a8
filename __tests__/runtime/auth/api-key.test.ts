import { createHash } from 'node:crypto';
import { authenticate, type Auth } from '../../../src/runtime/auth/authenticate.js';
import { matchingHash } from '../../../src/runtime/auth/inbound/api-key.js';

const KEYS = 'first-key-1234567890\r\n\n  second-key-1234567890  \nthird-key-1234567890\n';
const auth = { provider: 'apiKey', apiKey: { allowlistSecret: 'API_KEYS' } } as const;

async function ask(
  headers: Record<string, string>,
  { header, keys = KEYS as unknown } = {} as { header?: string; keys?: unknown },
) {
  const settings: Auth = {
    provider: 'apiKey',
    apiKey: { ...auth.apiKey, ...(header === undefined ? {} : { header }) },
  };
  const outcome = await authenticate(new Request('https://mcp.acme.example/mcp', { headers }), settings, {
    API_KEYS: keys,
  });
  if (outcome.ok) return { caller: outcome.caller };
  const body = (await outcome.response.json()) as { reason: string; error_description: string };
  return { status: outcome.response.status, ...body, challenge: outcome.response.headers.get('www-authenticate') };
}

function subjectOf(key: string): string {
  return `key:${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}

describe('an API key', () => {
  test.each(['first', 'second', 'third'])('of several is accepted: the %s', async (name) => {
    const key = `${name}-key-1234567890`;
    expect(await ask({ 'x-api-key': key })).toEqual({ caller: { subject: subjectOf(key), scopes: [], groups: [] } });
  });

  test('is accepted as bearer token too', async () => {
    expect(await ask({ authorization: 'Bearer second-key-1234567890' })).toHaveProperty(
      'caller.subject',
      subjectOf('second-key-1234567890'),
    );
  });

  test('is read from the header that the manifest names, and then no longer from the default', async () => {
    expect(await ask({ 'x-acme-key': 'first-key-1234567890' }, { header: 'X-Acme-Key' })).toHaveProperty('caller');
    expect(await ask({ 'x-api-key': 'first-key-1234567890' }, { header: 'X-Acme-Key' })).toMatchObject({
      status: 401,
      reason: 'missing_credential',
    });
  });

  test('may stand in Authorization as the manifest names it', async () => {
    expect(await ask({ authorization: 'Bearer first-key-1234567890' }, { header: 'Authorization' })).toHaveProperty(
      'caller',
    );
  });

  test('decides alone: a good bearer token does not save a bad key', async () => {
    const headers = { 'x-api-key': 'wrong', authorization: 'Bearer first-key-1234567890' };
    expect(await ask(headers)).toMatchObject({ status: 401, reason: 'unknown_api_key' });
  });

  test.each([
    ['another key', 'fourth-key-1234567890'],
    ['the start of a key', 'first-key-123456789'],
    ['a key and more', 'first-key-1234567890x'],
    ['another case', 'FIRST-KEY-1234567890'],
    ['the whole list', 'first-key-1234567890,second-key-1234567890'],
  ])('is refused when it is %s, and does not come back', async (_what, key) => {
    const outcome = await ask({ 'x-api-key': key });
    expect(outcome).toMatchObject({ status: 401, reason: 'unknown_api_key' });
    expect(JSON.stringify(outcome)).not.toContain(key);
  });

  test.each([
    ['no credential', {}],
    ['an empty key', { 'x-api-key': ' ' }],
    ['a key in the query only', {}],
  ])('is asked for with %s', async (_what, headers) => {
    const outcome = await ask(headers);
    expect(outcome).toMatchObject({ status: 401, reason: 'missing_credential', challenge: 'Bearer realm="mcp"' });
    expect(outcome).toHaveProperty('error_description', expect.stringContaining('X-API-Key'));
  });

  test.each([
    ['not set', undefined],
    ['empty', ''],
    ['blank lines', ' \n\r\n '],
    ['no text', 42],
  ])('is never accepted while the list is %s; the answer names the secret', async (_what, keys) => {
    const outcome = await authenticate(
      new Request('https://mcp.acme.example/mcp', { headers: { 'x-api-key': '' } }),
      auth,
      { API_KEYS: keys },
    );
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.response.status).toBe(503);
    expect(await outcome.response.text()).toContain('API_KEYS');
  });
});

describe('the comparison', () => {
  const hash = (key: string) => new Uint8Array(createHash('sha256').update(key).digest());

  /** A hash that counts how many of its bytes are read. */
  function counted(key: string): { hash: Uint8Array; reads: () => number } {
    let reads = 0;
    const bytes = hash(key);
    const proxy = new Proxy(bytes, {
      get(target, name) {
        if (typeof name === 'string' && /^\d+$/.test(name)) reads += 1;
        return Reflect.get(target, name, target) as unknown;
      },
    });
    return { hash: proxy, reads: () => reads };
  }

  test.each(['a', 'b', 'c', 'none of them'])('reads every byte of every hash, whichever key was sent: %s', (sent) => {
    const hashes = ['a', 'b', 'c'].map(counted);
    matchingHash(
      hashes.map((one) => one.hash),
      hash(sent),
    );
    expect(hashes.map((one) => one.reads())).toEqual([32, 32, 32]);
  });

  test('finds an equal hash and nothing else', () => {
    const accepted = [hash('a'), hash('b')];
    expect(matchingHash(accepted, hash('b'))).toBe(accepted[1]);
    expect(matchingHash(accepted, hash('c'))).toBeUndefined();
    expect(matchingHash([new Uint8Array(0)], hash('a'))).toBeUndefined();
    expect(matchingHash([new Uint8Array(33)], new Uint8Array(32))).toBeUndefined();
    expect(matchingHash([], hash('a'))).toBeUndefined();
  });

  test.each([0, 15, 31])('sees a difference in byte %i alone', (index) => {
    const other = hash('a');
    other[index] = (other[index] as number) ^ 1;
    expect(matchingHash([hash('a')], other)).toBeUndefined();
  });
});
