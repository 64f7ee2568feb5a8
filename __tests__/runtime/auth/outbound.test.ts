import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify, type JWK } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import type { Service } from '../../../src/contract/bundle/bundle-index.js';
import type { Caller } from '../../../src/runtime/auth/caller.js';
import { clientKeysResponse } from '../../../src/runtime/auth/well-known-documents.js';
import { credentialsFor } from '../../../src/runtime/auth/outbound/credentials.js';
import { createTokenCache } from '../../../src/runtime/auth/outbound/token-cache.js';
import { fakeNetwork } from './fake-network.js';

const NOW_MS = 1_800_000_000_000;
const TOKEN_URL = 'https://auth.acme.example/oauth/token';
const API = 'https://api.acme.example';

const SCHEMES: Service['securitySchemes'] = {
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'basic' },
  header: { type: 'apiKey', in: 'header', name: 'X-Acme' },
  query: { type: 'apiKey', in: 'query', name: 'key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
};
const EVERY_SECRET = {
  bearer: { secret: 'S' },
  basic: { secret: 'S' },
  header: { secret: 'S' },
  query: { secret: 'S' },
  cookie: { secret: 'S' },
};

function service(auth: Service['auth'], origins = [API]): Service {
  return { binding: 'acme', origins, securitySchemes: SCHEMES, auth };
}

function user(changes: Partial<Caller> = {}): Caller {
  return { subject: 'user-1', scopes: [], groups: [], token: 'caller-token', tokenAudience: ['acme-mcp'], ...changes };
}

/** A Worker with a token endpoint that counts the tokens it hands out. */
function worker(answer?: () => object | Promise<Response>) {
  let count = 0;
  const token = () => ({ access_token: `token-${(count += 1)}`, token_type: 'Bearer', expires_in: 600 });
  const network = fakeNetwork({ [TOKEN_URL]: answer ?? token });
  const clock = { now: NOW_MS };
  const tokens = createTokenCache();
  const ask = (
    auth: Service['auth'],
    env: Record<string, unknown> = {},
    caller = user(),
    security = [['bearer']],
    origins?: string[],
  ) => credentialsFor(service(auth, origins), security, caller, env, network.fetch, { now: () => clock.now, tokens });
  const forms = () =>
    network.seen
      .filter(({ url }) => url === TOKEN_URL)
      .map(({ init }) => Object.fromEntries(new URLSearchParams(String(init.body))));
  const authorizations = () =>
    network.seen
      .filter(({ url }) => url === TOKEN_URL)
      .map(({ init }) => new Headers(init.headers).get('authorization'));
  return { ...network, ask, clock, tokens, forms, authorizations };
}

const nothing = { ok: true, headers: [], query: [], cookies: [] };
const bearer = (value: string) => ({ ...nothing, headers: [['Authorization', `Bearer ${value}`]] });

describe('a secret', () => {
  test.each([
    ['bearer', 'abc', { headers: [['Authorization', 'Bearer abc']] }],
    ['basic', 'user:pä ss', { headers: [['Authorization', `Basic ${Buffer.from('user:pä ss').toString('base64')}`]] }],
    ['header', 'abc', { headers: [['X-Acme', 'abc']] }],
    ['query', 'a&b=c', { query: [['key', 'a&b=c']] }],
    ['cookie', 'abc', { cookies: [['sid', 'abc']] }],
  ])('goes where the scheme %s says', async (scheme, secret, places) => {
    expect(await worker().ask(EVERY_SECRET, { S: `${secret}\n` }, user(), [[scheme]])).toEqual({
      ...nothing,
      ...places,
    });
  });

  test.each(['bearer', 'basic', 'header', 'query', 'cookie'])(
    'of the scheme %s cannot hold a line break, and is not shown',
    async (scheme) => {
      const outcome = await worker().ask(EVERY_SECRET, { S: 'a:b\r\nX-Admin: 1' }, user(), [[scheme]]);
      expect(outcome).toMatchObject({
        ok: false,
        code: 'missing_secret',
        message: expect.stringContaining('secret S') as string,
      });
      expect(JSON.stringify(outcome)).not.toContain('X-Admin');
    },
  );

  test.each([
    ['basic', 'no-colon', 'user:password'],
    ['cookie', 'a; admin=1', 'no cookie'],
    ['cookie', 'a b', 'no cookie'],
    ['cookie', 'a,b', 'no cookie'],
    ['header', 'ключ', 'no header'],
  ])('that the scheme %s cannot carry is refused: %s', async (scheme, secret, text) => {
    expect(await worker().ask(EVERY_SECRET, { S: secret }, user(), [[scheme]])).toMatchObject({
      ok: false,
      message: expect.stringContaining(text) as string,
    });
  });

  test.each([
    ['not set', {}],
    ['blank', { S: ' \n' }],
    ['no text', { S: { get: () => 'x' } }],
  ])('that is %s is named', async (_what, env) => {
    expect(await worker().ask(EVERY_SECRET, env)).toEqual({
      ok: false,
      code: 'missing_secret',
      message: expect.stringContaining('wrangler secret put S') as string,
    });
  });
});

describe('the alternatives of an operation', () => {
  const auth = { header: { secret: 'H' }, query: { secret: 'Q' } };
  const env = { H: 'h', Q: 'q' };

  test.each([
    ['nothing is needed', [], {}],
    ['only the empty one', [[]], {}],
    ['the first that is bound', [['bearer'], ['query'], ['header']], { query: [['key', 'q']] }],
    [
      'all schemes of one together',
      [
        ['bearer', 'header'],
        ['header', 'query'],
      ],
      { headers: [['X-Acme', 'h']], query: [['key', 'q']] },
    ],
    ['a bound one before the empty one', [[], ['header']], { headers: [['X-Acme', 'h']] }],
    ['the empty one when no other is bound', [['bearer'], []], {}],
  ])('%s', async (_what, security, places) => {
    expect(await worker().ask(auth, env, user(), security)).toEqual({ ...nothing, ...places });
  });

  test('none of which is bound are named, with what to do', async () => {
    const outcome = await worker().ask(auth, env, user(), [['bearer', 'header'], ['basic']]);
    expect(outcome).toEqual({
      ok: false,
      code: 'missing_secret',
      message: expect.stringContaining('"bearer" with "header", or "basic"') as string,
    });
  });

  test('send nothing with auth: false, whatever they need', async () => {
    expect(await worker().ask(false, env, user(), [['bearer']])).toEqual(nothing);
  });

  const unbound = {
    ok: false,
    code: 'missing_secret',
    message: expect.stringContaining('No credential is bound') as string,
  };

  test.each(['__proto__', 'constructor', 'toString'])('never find a scheme on a prototype: %s', async (name) => {
    const asked = (one: Service) => credentialsFor(one, [[name]], user(), env, worker().fetch);
    const schemes = JSON.parse(`{"${name}":{"type":"http","scheme":"bearer"}}`) as Service['securitySchemes'];
    const bound = JSON.parse(`{"${name}":{"secret":"H"}}`) as Service['auth'];
    expect(await asked(service(auth))).toEqual(unbound);
    expect(await asked({ ...service(auth), securitySchemes: schemes })).toEqual(unbound);
    expect(await asked(service(bound))).toEqual(unbound);
    expect(await asked({ ...service(bound), securitySchemes: schemes })).toEqual(bearer('h'));
  });

  test('need a scheme that the service describes', async () => {
    expect(await worker().ask({ ghost: { secret: 'H' } }, env, user(), [['ghost']])).toEqual(unbound);
  });
});

const clientCredentials = (more: object = {}) => ({
  bearer: {
    clientCredentials: {
      clientIdSecret: 'ID',
      clientSecretSecret: 'SECRET',
      tokenUrl: TOKEN_URL,
      scopes: ['a', 'b'],
      ...more,
    },
  },
});
const CLIENT = { ID: 'id:1', SECRET: 's+ cret' };

describe('client credentials', () => {
  test('ask for a token with client_secret_basic, form-encoded, and the scopes', async () => {
    const { ask, forms, authorizations, seen } = worker();
    expect(await ask(clientCredentials(), CLIENT)).toEqual(bearer('token-1'));
    expect(forms()).toEqual([{ grant_type: 'client_credentials', scope: 'a b' }]);
    expect(authorizations()).toEqual([`Basic ${btoa('id%3A1:s%2B+cret')}`]);
    expect(seen[0]?.init).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      signal: expect.any(AbortSignal) as AbortSignal,
    });
    expect(new Headers(seen[0]?.init.headers).get('content-type')).toBe('application/x-www-form-urlencoded');
  });

  test('are shared by all callers until 30 seconds before the token expires', async () => {
    const { ask, clock } = worker();
    await ask(clientCredentials(), CLIENT);
    clock.now += 569_999;
    expect(await ask(clientCredentials(), CLIENT, user({ subject: 'user-2' }))).toEqual(bearer('token-1'));
    clock.now += 1;
    expect(await ask(clientCredentials(), CLIENT)).toEqual(bearer('token-2'));
  });

  test('with other scopes, another secret or another endpoint get a token of their own', async () => {
    const other = 'https://auth.acme.example/other';
    const { ask, answers } = worker();
    answers[other] = { access_token: 'from-other', token_type: 'bearer', expires_in: 600 };
    expect(await ask(clientCredentials(), CLIENT)).toEqual(bearer('token-1'));
    expect(await ask(clientCredentials({ scopes: ['a'] }), CLIENT)).toEqual(bearer('token-2'));
    expect(await ask(clientCredentials(), { ...CLIENT, SECRET: 'rotated' })).toEqual(bearer('token-3'));
    expect(await ask(clientCredentials(), { ...CLIENT, ID: 'id-2' })).toEqual(bearer('token-4'));
    expect(await ask(clientCredentials({ tokenUrl: other }), CLIENT)).toEqual(bearer('from-other'));
  });

  test('ask once for many calls of one request, and again after a failure', async () => {
    const { ask, seen, answers } = worker();
    const caller = user();
    const good = answers[TOKEN_URL] as () => object;
    answers[TOKEN_URL] = async () => {
      // Slower than the other calls need to get here.
      for (let round = 0; round < 50; round += 1) await crypto.subtle.digest('SHA-256', new Uint8Array(1_000));
      return Response.json(good());
    };
    const answersOfAll = await Promise.all(Array.from({ length: 6 }, () => ask(clientCredentials(), CLIENT, caller)));
    expect(new Set(answersOfAll.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, headers: [['Authorization', 'Bearer token-1']], query: [], cookies: [] })]),
    );
    expect(seen).toHaveLength(1);
    answers[TOKEN_URL] = () => Response.json({}, { status: 500 });
    const scopes = { scopes: ['other'] };
    expect(await ask(clientCredentials(scopes), CLIENT, caller)).toMatchObject({ ok: false, code: 'exchange_failed' });
    answers[TOKEN_URL] = good;
    expect(await ask(clientCredentials(scopes), CLIENT, caller)).toMatchObject({ ok: true });
  });

  test('of one request do not wait for another request, which may have been dropped', async () => {
    const { ask, answers } = worker();
    const good = answers[TOKEN_URL] as () => object;
    const reached = new Promise<void>((resolve) => {
      answers[TOKEN_URL] = () => {
        resolve();
        return new Promise<Response>(() => undefined);
      };
    });
    void ask(clientCredentials(), CLIENT, user());
    await reached;
    answers[TOKEN_URL] = good;
    expect(await ask(clientCredentials(), CLIENT, user())).toEqual(bearer('token-1'));
  });

  test.each([
    ['a number as text', '600', 569_999],
    ['nothing', undefined, 29_999],
    ['nonsense', 'soon', 29_999],
    ['a negative number', -5, 29_999],
    ['zero', 0, -1],
    ['more than an hour', 1e9, 3_569_999],
  ])('keep a token as long as expires_in says: %s', async (_what, expiresIn, keptMs) => {
    let count = 0;
    const { ask, clock } = worker(() => ({
      access_token: `t${(count += 1)}`,
      token_type: 'Bearer',
      expires_in: expiresIn,
    }));
    await ask(clientCredentials(), CLIENT);
    clock.now += keptMs;
    if (keptMs >= 0) expect(await ask(clientCredentials(), CLIENT)).toEqual(bearer('t1'));
    clock.now += 1;
    expect(await ask(clientCredentials(), CLIENT)).toEqual(bearer('t2'));
  });

  test.each(['ID', 'SECRET'])('without the secret %s name it and ask nobody', async (name) => {
    const { ask, seen } = worker();
    const env = Object.fromEntries(Object.entries(CLIENT).filter(([key]) => key !== name));
    expect(await ask(clientCredentials(), env)).toMatchObject({
      ok: false,
      code: 'missing_secret',
      message: expect.stringContaining(`wrangler secret put ${name}`) as string,
    });
    expect(seen).toEqual([]);
  });

  test('send nothing to an endpoint without TLS, but do on loopback', async () => {
    const { ask, seen, answers } = worker();
    expect(await ask(clientCredentials({ tokenUrl: 'http://auth.acme.example/token' }), CLIENT)).toMatchObject({
      ok: false,
      code: 'exchange_failed',
      message: expect.stringContaining('https') as string,
    });
    expect(seen).toEqual([]);
    answers['http://127.0.0.1:8788/token'] = { access_token: 'local', token_type: 'Bearer' };
    expect(await ask(clientCredentials({ tokenUrl: 'http://127.0.0.1:8788/token' }), CLIENT)).toEqual(bearer('local'));
  });

  test('put the token where an apiKey scheme says', async () => {
    const { ask } = worker();
    const auth = { header: clientCredentials().bearer };
    expect(await ask(auth, CLIENT, user(), [['header']])).toEqual({ ...nothing, headers: [['X-Acme', 'token-1']] });
  });
});

describe('a token endpoint', () => {
  const SECRET_TEXT = 'internal-detail-7';
  test.each([
    [
      'refuses with a known code',
      () => Response.json({ error: 'invalid_scope', error_description: SECRET_TEXT }, { status: 400 }),
      '400 invalid_scope: check the scopes',
    ],
    ['refuses with an unknown code', () => Response.json({ error: SECRET_TEXT }, { status: 418 }), 'answered 418'],
    ['answers HTML', () => new Response(`<p>${SECRET_TEXT}`, { status: 502 }), 'answered 502 without a JSON object'],
    ['answers nothing', () => new Response(null, { status: 204 }), 'answered 204 without a JSON object'],
    ['answers null', () => Response.json(null), 'answered 200 without a JSON object'],
    [
      'redirects',
      () => new Response(SECRET_TEXT, { status: 302, headers: { location: 'https://evil.example' } }),
      'redirect',
    ],
    ['gives no token', () => ({ detail: SECRET_TEXT, token_type: 'Bearer' }), 'without an access token'],
    [
      'gives a token that is no text',
      () => ({ access_token: { SECRET_TEXT }, token_type: 'Bearer' }),
      'without an access token',
    ],
    ['gives a token of another type', () => ({ access_token: SECRET_TEXT, token_type: 'DPoP' }), 'not a bearer token'],
    ['gives a token of no type', () => ({ access_token: SECRET_TEXT }), 'not a bearer token'],
    ['answers too much', () => new Response('x'.repeat(1_048_577)), 'too large'],
    [
      'is out of reach',
      () => {
        throw new TypeError(SECRET_TEXT);
      },
      'cannot be reached',
    ],
    [
      'gives a token that breaks a header',
      () => ({ access_token: `a\r\n${SECRET_TEXT}`, token_type: 'Bearer' }),
      'cannot be sent',
    ],
    [
      'answers 201 with a token',
      () => Response.json({ access_token: SECRET_TEXT, token_type: 'Bearer' }, { status: 201 }),
      'answered 201',
    ],
  ])('that %s is summarised without its words', async (_what, answer, text) => {
    const { ask } = worker(answer);
    const outcome = await ask(clientCredentials(), CLIENT);
    expect(outcome).toMatchObject({
      ok: false,
      code: 'exchange_failed',
      message: expect.stringContaining(text) as string,
    });
    for (const secret of [SECRET_TEXT, ...Object.values(CLIENT)]) expect(JSON.stringify(outcome)).not.toContain(secret);
  });

  test('that never answers ends the wait', async () => {
    const { ask, seen } = worker(
      () =>
        new Promise<Response>((_resolve, reject) => {
          const signal = seen.at(-1)?.init.signal;
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    expect(await ask(clientCredentials(), CLIENT)).toMatchObject({
      ok: false,
      message: expect.stringContaining('did not answer in time') as string,
    });
  }, 10_000);

  test('is named without its query', async () => {
    const { ask } = worker();
    const outcome = await ask(clientCredentials({ tokenUrl: `${TOKEN_URL}2?code=hidden` }), CLIENT);
    expect(outcome).toMatchObject({ message: expect.stringContaining(`${TOKEN_URL}2 of`) as string });
    expect(JSON.stringify(outcome)).not.toContain('hidden');
  });

  describe('that does not know client_secret_basic', () => {
    const metadata = 'https://auth.acme.example/.well-known/openid-configuration';
    const refusing = () => {
      const one = worker();
      one.answers[TOKEN_URL] = () => {
        const form = new URLSearchParams(String(one.seen.at(-1)?.init.body));
        return form.get('client_secret') === CLIENT.SECRET && form.get('client_id') === CLIENT.ID
          ? { access_token: 'by-post', token_type: 'Bearer', expires_in: 60 }
          : Response.json({ error: 'invalid_client' }, { status: 401 });
      };
      return one;
    };

    test('gets the secret in the body when it documents that', async () => {
      const one = refusing();
      one.answers[metadata] = {
        token_endpoint: TOKEN_URL,
        token_endpoint_auth_methods_supported: ['client_secret_post'],
      };
      expect(await one.ask(clientCredentials(), CLIENT)).toEqual(bearer('by-post'));
      expect(one.authorizations()).toEqual([expect.stringMatching(/^Basic /), null]);
    });

    test.each([
      ['documents nothing', undefined],
      [
        'documents another endpoint',
        { token_endpoint: `${TOKEN_URL}2`, token_endpoint_auth_methods_supported: ['client_secret_post'] },
      ],
      [
        'documents it with an error status',
        () =>
          Response.json(
            { token_endpoint: TOKEN_URL, token_endpoint_auth_methods_supported: ['client_secret_post'] },
            { status: 500 },
          ),
      ],
      [
        'documents both',
        {
          token_endpoint: TOKEN_URL,
          token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        },
      ],
      [
        'documents other methods',
        { token_endpoint: TOKEN_URL, token_endpoint_auth_methods_supported: ['private_key_jwt'] },
      ],
    ])('does not get it when it %s', async (_what, document) => {
      const one = refusing();
      if (document !== undefined) one.answers[metadata] = document;
      expect(await one.ask(clientCredentials(), CLIENT)).toMatchObject({
        ok: false,
        message: expect.stringContaining('401 invalid_client') as string,
      });
      expect(one.forms()).toHaveLength(1);
    });

    test('does not get it for another error', async () => {
      const one = worker(() => Response.json({ error: 'invalid_scope' }, { status: 400 }));
      one.answers[metadata] = {
        token_endpoint: TOKEN_URL,
        token_endpoint_auth_methods_supported: ['client_secret_post'],
      };
      await one.ask(clientCredentials(), CLIENT);
      expect(one.forms()).toHaveLength(1);
    });
  });
});

describe('a private key instead of a client secret', () => {
  const pems = {
    RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    EdDSA: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
  const auth = {
    bearer: { clientCredentials: { clientIdSecret: 'ID', privateKeySecret: 'KEY', tokenUrl: TOKEN_URL } },
  };

  test.each(['RS256', 'EdDSA'] as const)('signs an assertion (%s) that the published key verifies', async (alg) => {
    const env = { ID: 'id-1', KEY: pems[alg] };
    const { ask, forms, authorizations } = worker();
    expect(await ask(auth, env)).toEqual(bearer('token-1'));
    const [form] = forms();
    expect(form).toMatchObject({
      grant_type: 'client_credentials',
      client_id: 'id-1',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    expect(authorizations()).toEqual([null]);
    const assertion = form?.['client_assertion'] ?? '';
    const { keys } = (await (
      await clientKeysResponse({ acme: service(auth), again: service(auth), open: service(false) }, env)
    ).json()) as { keys: JWK[] };
    expect(keys).toEqual([expect.objectContaining({ alg, use: 'sig', kid: decodeProtectedHeader(assertion).kid })]);
    expect(Object.keys(keys[0] as JWK).some((name) => ['d', 'p', 'q', 'dp', 'dq', 'qi'].includes(name))).toBe(false);
    const { payload } = await jwtVerify(assertion, await importJWK(keys[0] as JWK), {
      issuer: 'id-1',
      subject: 'id-1',
      audience: TOKEN_URL,
      algorithms: [alg],
      currentDate: new Date(NOW_MS),
    });
    expect(payload).toEqual({
      iss: 'id-1',
      sub: 'id-1',
      aud: TOKEN_URL,
      iat: NOW_MS / 1_000,
      exp: NOW_MS / 1_000 + 300,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  test('makes a new assertion for each token', async () => {
    const { ask, forms, clock } = worker();
    const env = { ID: 'id-1', KEY: pems.EdDSA };
    await ask(auth, env);
    clock.now += 600_000;
    await ask(auth, env);
    const ids = forms().map((form) => decodeJwt(form['client_assertion'] ?? '').jti);
    expect(new Set(ids).size).toBe(2);
  });

  test.each([
    [
      'in PKCS #1',
      () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }),
      'openssl pkcs8 -topk8',
    ],
    [
      'of 1024 bits',
      () => generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
      'fewer than 2,048 bits',
    ],
    [
      'on a curve nobody asked for',
      () => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
      'neither an Ed25519 nor an RSA key',
    ],
    ['that is none', () => 'hunter2-not-a-key', 'no private key'],
    ['that is no base64', () => '-----BEGIN PRIVATE KEY-----\nA=A=A\n-----END PRIVATE KEY-----', 'no private key'],
  ])('%s is refused with what to do, and neither sent, shown nor published', async (_what, make, text) => {
    const env = { ID: 'id-1', KEY: make() };
    const { ask, seen } = worker();
    const outcome = await ask(auth, env);
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining(text) as string });
    expect(outcome).toMatchObject({ message: expect.stringContaining('KEY') as string });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
    expect(seen).toEqual([]);
    expect(await (await clientKeysResponse({ acme: service(auth) }, env)).json()).toEqual({ keys: [] });
  });

  test('is published only where there is one', async () => {
    for (const other of [EVERY_SECRET, clientCredentials(), {}, false as const])
      expect((await clientKeysResponse({ acme: service(other) }, {})).status).toBe(404);
  });
});

describe('token exchange', () => {
  const exchange = (more: object = {}) => ({
    bearer: {
      tokenExchange: {
        tokenUrl: TOKEN_URL,
        audience: 'billing',
        resource: `${API}/v1`,
        scopes: ['read'],
        clientIdSecret: 'ID',
        clientSecretSecret: 'SECRET',
        ...more,
      },
    },
  });

  test("sends the caller's token as subject token", async () => {
    const { ask, forms, authorizations } = worker();
    expect(await ask(exchange(), CLIENT)).toEqual(bearer('token-1'));
    expect(forms()).toEqual([
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'caller-token',
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        audience: 'billing',
        resource: `${API}/v1`,
        scope: 'read',
      },
    ]);
    expect(authorizations()).toEqual([expect.stringMatching(/^Basic /)]);
  });

  test('works without a client secret, or without a client', async () => {
    const { ask, forms } = worker();
    await ask(exchange({ clientSecretSecret: undefined }), CLIENT);
    await ask(
      exchange({
        clientSecretSecret: undefined,
        clientIdSecret: undefined,
        audience: undefined,
        resource: undefined,
        scopes: [],
      }),
      CLIENT,
    );
    expect(forms()[0]).toMatchObject({ client_id: CLIENT.ID });
    expect(Object.keys(forms()[1] ?? {}).sort()).toEqual([
      'grant_type',
      'requested_token_type',
      'subject_token',
      'subject_token_type',
    ]);
  });

  test('never gives one caller the token of another', async () => {
    const { ask } = worker();
    const who = [
      user(),
      user({ subject: 'user-2' }),
      user({ token: 'another-session' }),
      user({ subject: 'user-2', token: 'another-session' }),
    ];
    const tokens: unknown[] = [];
    for (const caller of who) tokens.push(await ask(exchange(), CLIENT, caller));
    expect(tokens).toEqual(['token-1', 'token-2', 'token-3', 'token-4'].map(bearer));
    expect(await ask(exchange(), CLIENT, user())).toEqual(bearer('token-1'));
  });

  test.each([{ audience: 'other' }, { resource: 'https://other.example' }, { scopes: ['write'] }])(
    'never reuses a token for %j',
    async (more) => {
      const { ask } = worker();
      await ask(exchange(), CLIENT);
      expect(await ask(exchange(more), CLIENT)).toEqual(bearer('token-2'));
    },
  );

  test('needs a caller with a token', async () => {
    const { ask, seen } = worker();
    expect(await ask(exchange(), CLIENT, user({ token: undefined }))).toMatchObject({
      ok: false,
      code: 'no_caller_token',
    });
    expect(seen).toEqual([]);
  });

  test('keeps neither tokens nor secrets as keys, and a thousand at most', async () => {
    const { ask, tokens } = worker();
    for (let index = 0; index < 1_005; index += 1) await ask(exchange(), CLIENT, user({ subject: `user-${index}` }));
    expect(tokens.tokens.size).toBe(1_000);
    expect([...tokens.tokens.keys()].every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
    expect([...tokens.tokens.values()][0]).toMatchObject({ value: 'token-6' });
  });
});

describe('passthrough', () => {
  const auth: Service['auth'] = { bearer: { passthrough: true } };

  test.each([
    ['the origin', [API]],
    ['the origin with a slash', [`${API}/`]],
    ['an address of the API', [`${API}/v1`]],
    ['one of several', ['acme-mcp', API]],
  ])('sends a token whose audience is %s', async (_what, tokenAudience) => {
    expect(await worker().ask(auth, {}, user({ tokenAudience }))).toEqual(bearer('caller-token'));
  });

  test.each([
    ['this server alone', ['acme-mcp']],
    ['nothing', []],
    ['the API without TLS', ['http://api.acme.example']],
    ['another port', [`${API}:8443`]],
    ['a host that starts like it', [`${API}.evil.example`]],
    ['a host below it', ['https://x.api.acme.example']],
    ['a URL with the API as user', ['https://api.acme.example@evil.example']],
    ['a user at the API', ['https://user@api.acme.example']],
  ])('refuses a token whose audience is %s', async (_what, tokenAudience) => {
    const outcome = await worker().ask(auth, {}, user({ tokenAudience }));
    expect(outcome).toMatchObject({ ok: false, code: 'no_caller_token' });
    expect(JSON.stringify(outcome)).not.toContain('caller-token');
  });

  test('needs the audience to cover every origin that the service may call', async () => {
    const origins = [API, 'https://eu.acme.example'];
    expect(await worker().ask(auth, {}, user({ tokenAudience: [API] }), [['bearer']], origins)).toMatchObject({
      ok: false,
      message: expect.stringContaining('https://eu.acme.example') as string,
    });
    expect(await worker().ask(auth, {}, user({ tokenAudience: origins }), [['bearer']], origins)).toMatchObject({
      ok: true,
    });
    expect(await worker().ask(auth, {}, user({ tokenAudience: origins }), [['bearer']], [])).toMatchObject({
      ok: false,
    });
  });

  test.each([{ token: undefined }, { token: undefined, tokenAudience: [API] }])(
    'needs a caller with a token',
    async (changes) => {
      expect(await worker().ask(auth, {}, user(changes))).toMatchObject({ ok: false, code: 'no_caller_token' });
    },
  );

  test('of a token without audience is refused', async () => {
    expect(await worker().ask(auth, {}, user({ tokenAudience: undefined }))).toMatchObject({
      ok: false,
      code: 'no_caller_token',
    });
  });
});
