import { authenticate, type Auth } from '../../../src/runtime/auth/authenticate.js';
import type { IssuerCache } from '../../../src/runtime/issuer/issuer-keys.js';
import { issuerKey, signToken, type IssuerKey } from '../auth/fake-issuer.js';
import { fakeNetwork } from '../auth/fake-network.js';

const START_MS = 1_800_000_000_000;
const ORIGIN = 'https://issuer.example';
const OAUTH_METADATA = `${ORIGIN}/.well-known/oauth-authorization-server`;
const OPENID_METADATA = `${ORIGIN}/.well-known/openid-configuration`;
const JWKS = `${ORIGIN}/jwks`;
const MIB = 1_048_576;

let first: IssuerKey;
let second: IssuerKey;
beforeAll(async () => {
  [first, second] = [await issuerKey('ES256', 'first'), await issuerKey('ES256', 'second')];
});

/** A Worker with its cache, its clock and a network it can reach. */
function worker(answers: Parameters<typeof fakeNetwork>[0] = {}, issuer = ORIGIN) {
  const network = fakeNetwork({
    [OAUTH_METADATA]: { issuer: ORIGIN, jwks_uri: JWKS },
    [JWKS]: () => ({ keys: [first.jwk] }),
    ...answers,
  });
  const clock = { now: START_MS };
  const issuers: IssuerCache = new Map();
  const ask = async (key: IssuerKey, header: Record<string, unknown> = {}, from = issuer) => {
    const seconds = Math.floor(clock.now / 1_000);
    const token = await signToken(key, { iss: from, aud: 'acme', sub: 'u', exp: seconds + 60 }, header);
    const auth: Auth = { provider: 'oauth', oauth: { issuer: from, audience: 'acme' } };
    const request = new Request('https://mcp.acme.example/mcp', { headers: { authorization: `Bearer ${token}` } });
    const outcome = await authenticate(request, auth, {}, { fetch: network.fetch, now: () => clock.now, issuers });
    if (outcome.ok) return 'accepted';
    const { reason, error_description: text } = (await outcome.response.json()) as {
      reason: string;
      error_description: string;
    };
    return { status: outcome.response.status, reason, text };
  };
  const asked = () => network.seen.map(({ url }) => url);
  return { ...network, ask, asked, clock, issuers };
}

describe('discovery', () => {
  test('asks for OAuth metadata first, then for the keys, and remembers both', async () => {
    const { ask, asked } = worker();
    expect([await ask(first), await ask(first)]).toEqual(['accepted', 'accepted']);
    expect(asked()).toEqual([OAUTH_METADATA, JWKS]);
  });

  test.each([
    ['answers 404', () => new Response('', { status: 404 })],
    ['answers HTML', () => new Response('<html>')],
    ['names another issuer', () => ({ issuer: `${ORIGIN}/`, jwks_uri: JWKS })],
    ['names no keys', () => ({ issuer: ORIGIN })],
    ['answers a list', () => Response.json([])],
    ['answers null', () => Response.json(null)],
    ['answers nothing', () => new Response(null, { status: 204 })],
    [
      'answers with an error status and a good body',
      () => Response.json({ issuer: ORIGIN, jwks_uri: JWKS }, { status: 500 }),
    ],
    ['redirects', () => new Response('', { status: 302, headers: { location: OPENID_METADATA } })],
  ])('goes on to OpenID Connect when OAuth metadata %s', async (_what, answer) => {
    const { ask, asked } = worker({ [OAUTH_METADATA]: answer, [OPENID_METADATA]: { issuer: ORIGIN, jwks_uri: JWKS } });
    expect(await ask(first)).toBe('accepted');
    expect(asked()).toEqual([OAUTH_METADATA, OPENID_METADATA, JWKS]);
  });

  test('of an issuer with a path tries the inserted forms before the appended one', async () => {
    const issuer = `${ORIGIN}/tenant/a`;
    const appended = `${issuer}/.well-known/openid-configuration`;
    const { ask, asked } = worker({ [appended]: { issuer, jwks_uri: JWKS } }, issuer);
    expect(await ask(first)).toBe('accepted');
    expect(asked()).toEqual([`${OAUTH_METADATA}/tenant/a`, `${OPENID_METADATA}/tenant/a`, appended, JWKS]);
  });

  test.each([
    ['without TLS', 'http://keys.example/jwks', 'no https "jwks_uri"'],
    ['on this machine', 'http://127.0.0.1:9/jwks', 'loopback'],
    ['on this machine by name', 'http://localhost/jwks', 'loopback'],
    ['that hold a password', 'https://u:p@keys.example/jwks', 'no https "jwks_uri"'],
    ['that are no URL', '/jwks', 'no https "jwks_uri"'],
    ['that are no text', 7, 'no https "jwks_uri"'],
  ])('refuses keys %s', async (_what, jwksUri, text) => {
    const { ask, asked } = worker({ [OAUTH_METADATA]: { issuer: ORIGIN, jwks_uri: jwksUri } });
    expect(await ask(first)).toMatchObject({
      status: 503,
      reason: 'issuer_unavailable',
      text: expect.stringContaining(text) as string,
    });
    expect(asked()).not.toContain(jwksUri);
  });

  test('is not tried for an issuer with a query, which RFC 8414 forbids', async () => {
    const { ask, asked } = worker({}, `${ORIGIN}/?tenant=a`);
    expect(await ask(first)).toMatchObject({ status: 503, reason: 'issuer_unavailable' });
    expect(asked()).toEqual([]);
  });

  test('may find keys at another host', async () => {
    const elsewhere = 'https://keys.example/v3/certs';
    const { ask } = worker({
      [OAUTH_METADATA]: { issuer: ORIGIN, jwks_uri: elsewhere },
      [elsewhere]: () => ({ keys: [first.jwk] }),
    });
    expect(await ask(first)).toBe('accepted');
  });

  test('says that the issuer must be written to the last character', async () => {
    const { ask } = worker({ [OAUTH_METADATA]: { issuer: `${ORIGIN}/`, jwks_uri: JWKS } });
    expect(await ask(first)).toMatchObject({ status: 503, text: expect.stringContaining('last character') as string });
  });
});

describe('keys', () => {
  test.each([
    ['are gone', () => new Response('', { status: 404 })],
    ['come with an error status', () => Response.json({ keys: [first.jwk] }, { status: 500 })],
    ['are no key set', () => ({ keys: 'none' })],
    ['redirect', () => new Response('', { status: 307, headers: { location: `${ORIGIN}/other` } })],
    ['are larger than 1 MiB', () => Response.json({ keys: [first.jwk], more: 'x'.repeat(MIB) })],
    ['hold a key that reaches for a prototype', () => new Response('{"keys":[],"__proto__":{}}')],
    ['are nested too deep', () => new Response(`{"keys":${'['.repeat(40)}${']'.repeat(40)}}`)],
  ])('that %s let nobody in', async (_what, answer) => {
    expect(await worker({ [JWKS]: answer }).ask(first)).toMatchObject({ status: 503, reason: 'issuer_unavailable' });
  });

  test('of exactly 1 MiB are read', async () => {
    const frame = JSON.stringify({ keys: [first.jwk], more: '' });
    const text = JSON.stringify({ keys: [first.jwk], more: 'x'.repeat(MIB - frame.length) });
    expect(await worker({ [JWKS]: () => new Response(text) }).ask(first)).toBe('accepted');
  });

  test('are fetched without following redirects and with a time limit', async () => {
    const { ask, seen } = worker();
    await ask(first);
    expect(seen.map(({ init }) => init.redirect)).toEqual(['manual', 'manual']);
    for (const { init } of seen) expect(init.signal).toBeInstanceOf(AbortSignal);
  });

  test('that never arrive end the wait', async () => {
    const stuck = worker();
    stuck.answers[JWKS] = () =>
      new Promise<Response>((_resolve, reject) => {
        const signal = stuck.seen.at(-1)?.init.signal;
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    expect(await stuck.ask(first)).toMatchObject({ status: 503, reason: 'issuer_unavailable' });
  }, 10_000);

  test('are not usable when they are private, or for encryption', async () => {
    const { exportJWK } = await import('jose');
    const leaked = { ...(await exportJWK(first.privateKey)), kid: 'first' };
    expect(await worker({ [JWKS]: () => ({ keys: [leaked] }) }).ask(first)).toMatchObject({ status: 401 });
    expect(await worker({ [JWKS]: () => ({ keys: [{ ...first.jwk, use: 'enc' }] }) }).ask(first)).toMatchObject({
      status: 401,
      reason: 'unknown_key',
    });
  });

  test('may be named by no id only when the set leaves no choice', async () => {
    expect(await worker().ask(first, { kid: undefined })).toBe('accepted');
    const both = worker({ [JWKS]: () => ({ keys: [first.jwk, second.jwk] }) });
    expect(await both.ask(first, { kid: undefined })).toMatchObject({ status: 401, reason: 'unknown_key' });
  });
});

describe('rotation', () => {
  test('fetches the keys again for an unknown id, and accepts the new key at once', async () => {
    const rotated = worker();
    expect(await rotated.ask(first)).toBe('accepted');
    rotated.answers[JWKS] = () => ({ keys: [first.jwk, second.jwk] });
    expect(await rotated.ask(second)).toBe('accepted');
    expect(rotated.asked()).toEqual([OAUTH_METADATA, JWKS, JWKS]);
  });

  test('is looked for three times in 30 seconds and no more, whatever ids are sent', async () => {
    const flooded = worker();
    const keys = await Promise.all(Array.from({ length: 6 }, (_, index) => issuerKey('ES256', `x${index}`)));
    for (const key of keys) expect(await flooded.ask(key)).toMatchObject({ status: 401, reason: 'unknown_key' });
    expect(flooded.asked().filter((url) => url === JWKS)).toHaveLength(4);
    flooded.clock.now += 29_999;
    await flooded.ask(keys[0] as IssuerKey);
    expect(flooded.asked().filter((url) => url === JWKS)).toHaveLength(4);
    flooded.clock.now += 1;
    await flooded.ask(keys[0] as IssuerKey);
    expect(flooded.asked().filter((url) => url === JWKS)).toHaveLength(5);
  });

  test('does not shut out the callers whose key is known while the issuer is out of reach', async () => {
    const { ask, answers } = worker();
    expect(await ask(first)).toBe('accepted');
    answers[JWKS] = () => new Response('', { status: 500 });
    expect(await ask(second)).toMatchObject({ status: 503 });
    expect(await ask(first)).toBe('accepted');
  });

  test('shuts a withdrawn key out after ten minutes', async () => {
    const { ask, answers, clock } = worker();
    expect(await ask(first)).toBe('accepted');
    answers[JWKS] = () => ({ keys: [second.jwk] });
    clock.now += 599_999;
    expect(await ask(first)).toBe('accepted');
    clock.now += 1;
    expect(await ask(first)).toMatchObject({ status: 401, reason: 'unknown_key' });
  });

  test.each([
    [2_999_999, 3_599_999, [OAUTH_METADATA, JWKS, JWKS, JWKS]],
    [3_000_000, 3_600_000, [OAUTH_METADATA, JWKS, JWKS, OAUTH_METADATA, JWKS]],
  ])('asks for the metadata again after an hour: at %i and %i ms', async (second, third, expected) => {
    const { ask, asked, clock } = worker();
    for (const after of [0, second, third]) {
      clock.now = START_MS + after;
      await ask(first);
    }
    expect(asked()).toEqual(expected);
  });
});

describe('an issuer that is out of reach', () => {
  test('is not asked again for ten seconds, then is', async () => {
    const down = worker({
      [OAUTH_METADATA]: () => {
        throw new TypeError('no route');
      },
    });
    expect(await down.ask(first)).toMatchObject({
      status: 503,
      text: expect.stringContaining('cannot be reached') as string,
    });
    down.answers[OAUTH_METADATA] = { issuer: ORIGIN, jwks_uri: JWKS };
    down.clock.now += 9_999;
    expect(await down.ask(first)).toMatchObject({ status: 503 });
    expect(down.asked()).toEqual([OAUTH_METADATA]);
    down.clock.now += 1;
    expect(await down.ask(first)).toBe('accepted');
  });
});

test('remembers 16 issuers at most', async () => {
  const many = worker();
  for (let index = 0; index < 20; index += 1) {
    const issuer = `https://i${index}.example`;
    many.answers[`${issuer}/.well-known/oauth-authorization-server`] = { issuer, jwks_uri: JWKS };
    expect(await many.ask(first, {}, issuer)).toBe('accepted');
  }
  expect(many.issuers.size).toBe(16);
  expect([...many.issuers.keys()][0]).toContain('i4.example');
});

test('two issuers never share keys', async () => {
  const other = 'https://other.example';
  const both = worker({
    [`${other}/.well-known/oauth-authorization-server`]: { issuer: other, jwks_uri: `${other}/jwks` },
    [`${other}/jwks`]: () => ({ keys: [second.jwk] }),
  });
  expect(await both.ask(first)).toBe('accepted');
  expect(await both.ask(first, {}, other)).toMatchObject({ status: 401, reason: 'unknown_key' });
});
