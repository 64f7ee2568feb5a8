import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK, type CryptoKey } from 'jose';
import { authenticate, type Auth } from '../../../src/runtime/auth/authenticate.js';
import { forgedToken, issuerKey, signToken, type IssuerKey, type TokenChanges } from './fake-issuer.js';
import { fakeNetwork } from './fake-network.js';

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'acme-mcp';
const NOW_MS = 1_800_000_000_000;
const NOW = NOW_MS / 1_000;

const OAUTH: Auth = { provider: 'oauth', oauth: { issuer: ISSUER, audience: AUDIENCE } };
const FRONTEGG: Auth = {
  provider: 'frontegg',
  frontegg: { tenantResolver: 'jwt-claim', audience: AUDIENCE, issuerSecret: 'FRONTEGG_ISSUER' },
};
const ACCESS: Auth = {
  provider: 'cloudflareAccess',
  cloudflareAccess: { teamDomain: 'acme.cloudflareaccess.com', audience: 'a1b2c3' },
};

const keys: Record<string, IssuerKey> = {};
beforeAll(async () => {
  for (const alg of ['RS256', 'ES256', 'EdDSA', 'PS256', 'RS512']) keys[alg] = await issuerKey(alg, `k-${alg}`);
});

function network() {
  const jwks = { keys: Object.values(keys).map((key) => key.jwk) };
  return fakeNetwork({
    [`${ISSUER}/.well-known/oauth-authorization-server`]: { issuer: ISSUER, jwks_uri: `${ISSUER}/jwks` },
    [`${ISSUER}/jwks`]: jwks,
    'https://acme.cloudflareaccess.com/cdn-cgi/access/certs': jwks,
  });
}

function goodClaims(): Record<string, unknown> {
  return {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'user-1',
    iat: NOW,
    exp: NOW + 300,
    scope: 'mcp:tools orders:read',
    client_id: 'agent-7',
  };
}

function token(changes: TokenChanges = {}, alg = 'RS256'): Promise<string> {
  return signToken(keys[alg] as IssuerKey, { ...goodClaims(), ...changes.claims }, changes.header);
}

interface Sent {
  auth?: Auth;
  env?: Record<string, unknown>;
  url?: string;
  headers?: Record<string, string>;
}

async function ask(credential: string | undefined, sent: Sent = {}) {
  const headers = { ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }), ...sent.headers };
  const request = new Request(sent.url ?? 'https://mcp.acme.example/mcp', { method: 'POST', headers });
  const { fetch, seen } = network();
  const outcome = await authenticate(request, sent.auth ?? OAUTH, sent.env ?? {}, {
    fetch,
    now: () => NOW_MS,
    issuers: new Map(),
  });
  if (outcome.ok) return { ok: true as const, caller: outcome.caller, seen };
  const { response } = outcome;
  const body = (await response.json()) as { error: string; reason: string; error_description: string };
  return {
    ok: false as const,
    status: response.status,
    body,
    challenge: response.headers.get('www-authenticate'),
    retryAfter: response.headers.get('retry-after'),
    seen,
  };
}

async function reasonFor(credential: string | undefined, sent?: Sent): Promise<string | undefined> {
  const outcome = await ask(credential, sent);
  return outcome.ok ? undefined : `${outcome.status} ${outcome.body.reason}`;
}

describe('a token of an OAuth issuer', () => {
  test.each(['RS256', 'ES256', 'EdDSA'])('is accepted when signed with %s', async (alg) => {
    const good = await token({}, alg);
    const outcome = await ask(good);
    expect(outcome).toMatchObject({
      ok: true,
      caller: {
        subject: 'user-1',
        client: 'agent-7',
        scopes: ['mcp:tools', 'orders:read'],
        groups: [],
        token: good,
        tokenAudience: [AUDIENCE],
      },
    });
  });

  test.each(['PS256', 'RS512'])('is refused when signed with %s, though the issuer publishes the key', async (alg) => {
    expect(await reasonFor(await token({}, alg))).toBe('401 wrong_algorithm');
  });

  test('is refused with alg none', async () => {
    expect(await reasonFor(forgedToken({ alg: 'none' }, goodClaims()))).toBe('401 wrong_algorithm');
    expect(await reasonFor(forgedToken({ alg: 'none', kid: 'k-RS256' }, goodClaims(), 'AAAA'))).toBe(
      '401 wrong_algorithm',
    );
  });

  test('is refused when the public key served as HMAC secret', async () => {
    const publicKey = await exportSPKI(
      (await importJWK({ ...(keys['RS256'] as IssuerKey).jwk, alg: 'RS256' }, 'RS256', {
        extractable: true,
      })) as CryptoKey,
    );
    const unsigned = forgedToken({ alg: 'HS256', kid: 'k-RS256' }, goodClaims()).slice(0, -1);
    const signature = createHmac('sha256', publicKey).update(unsigned).digest('base64url');
    expect(await reasonFor(`${unsigned}.${signature}`)).toBe('401 wrong_algorithm');
  });

  test('is refused when altered, or signed with another key of the same id', async () => {
    const [header, , signature] = (await token()).split('.');
    const claims = Buffer.from(JSON.stringify({ ...goodClaims(), sub: 'admin' })).toString('base64url');
    expect(await reasonFor(`${header}.${claims}.${signature}`)).toBe('401 bad_signature');
    const other = await issuerKey('RS256', 'k-RS256');
    expect(await reasonFor(await signToken(other, goodClaims()))).toBe('401 bad_signature');
  });

  test.each([
    ['another audience', { aud: 'billing-mcp' }, '401 wrong_audience'],
    ['an audience that only starts like ours', { aud: `${AUDIENCE}-2` }, '401 wrong_audience'],
    ['an empty audience', { aud: '' }, '401 wrong_audience'],
    ['an empty list of audiences', { aud: [] }, '401 wrong_audience'],
    ['a list of other audiences', { aud: ['a', 'b'] }, '401 wrong_audience'],
    ['no audience', { aud: undefined }, '401 missing_claim'],
    ['another issuer', { iss: 'https://evil.example' }, '401 wrong_issuer'],
    ['the issuer with a slash more', { iss: `${ISSUER}/` }, '401 wrong_issuer'],
    ['no issuer', { iss: undefined }, '401 missing_claim'],
    ['no expiry', { exp: undefined }, '401 missing_claim'],
    ['an expiry that is no number', { exp: 'tomorrow' }, '401 missing_claim'],
    ['an expiry 60 seconds ago', { exp: NOW - 60 }, '401 token_expired'],
    ['a start in 61 seconds', { nbf: NOW + 61 }, '401 token_not_yet_valid'],
    ['neither subject nor client', { sub: undefined, client_id: undefined }, '401 missing_claim'],
    ['a subject that is no text', { sub: 7, client_id: undefined }, '401 missing_claim'],
  ])('is refused with %s', async (_what, claims, reason) => {
    expect(await reasonFor(await token({ claims }))).toBe(reason);
  });

  test.each([
    ['one of several audiences', { aud: ['other', AUDIENCE] }],
    ['an expiry 59 seconds ago, within the clock tolerance', { exp: NOW - 59 }],
    ['a start in 60 seconds, within the clock tolerance', { nbf: NOW + 60 }],
  ])('is accepted with %s', async (_what, claims) => {
    expect(await reasonFor(await token({ claims }))).toBeUndefined();
  });

  test.each([
    ['JWT', undefined],
    ['at+jwt', undefined],
    ['application/at+jwt', undefined],
    ['frontmcp-push+jwt', '401 wrong_type'],
    ['logout+jwt', '401 wrong_type'],
  ])('with the type %s is answered by %s', async (typ, reason) => {
    expect(await reasonFor(await token({ header: { typ } }))).toBe(reason);
  });

  test('without a user is a client, never a user of the same name', async () => {
    expect(await ask(await token({ claims: { sub: undefined } }))).toMatchObject({
      caller: { subject: 'client:agent-7', client: 'agent-7' },
    });
  });

  test('may name its scopes in scp, and groups and roles', async () => {
    const claims = { scope: undefined, scp: ['a', ' b  a '], groups: ['staff'], roles: ['editor', 'staff'] };
    expect(await ask(await token({ claims }))).toMatchObject({
      caller: { scopes: ['a', 'b'], groups: ['staff', 'editor'] },
    });
  });

  test('gives no scopes through a claim that says what the user, not the token, may do', async () => {
    expect(await ask(await token({ claims: { scope: undefined, permissions: ['admin'] } }))).toMatchObject({
      caller: { scopes: [] },
    });
  });
});

describe('the credential', () => {
  test('is asked for with a challenge that leads to the metadata and has no error code', async () => {
    const outcome = await ask(undefined, { auth: { ...OAUTH, requiredScopes: ['mcp:tools'] } });
    expect(outcome).toMatchObject({ status: 401, body: { error: 'missing_credential', reason: 'missing_credential' } });
    expect(outcome).toHaveProperty(
      'challenge',
      'Bearer scope="mcp:tools", resource_metadata="https://mcp.acme.example/.well-known/oauth-protected-resource/mcp"',
    );
  });

  test('that is unusable is answered with invalid_token in the challenge', async () => {
    const outcome = await ask(await token({ claims: { exp: NOW - 500 } }));
    expect(outcome.ok || outcome.challenge).toMatch(
      /^Bearer error="invalid_token", error_description="The token has expired\. [^"]+", resource_metadata="https:/,
    );
  });

  test.each([
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['two tokens', 'Bearer aaa, Bearer bbb'],
    ['an empty token', 'Bearer '],
    ['characters no token has', 'Bearer a"b'],
    ['more than 16 KiB', `Bearer ${'a'.repeat(16_378)}`],
  ])('is refused with %s, before the issuer is asked', async (_what, authorization) => {
    const outcome = await ask(undefined, { headers: { authorization } });
    expect(outcome).toMatchObject({ ok: false, status: 401, body: { reason: 'malformed_credential' } });
    expect(outcome.seen).toEqual([]);
  });

  test('may be 16 KiB long, and no longer, in the header of Access too', async () => {
    expect(await reasonFor('a'.repeat(16_377))).toBe('401 malformed_token');
    expect(
      await reasonFor(undefined, { auth: ACCESS, headers: { 'cf-access-jwt-assertion': 'a'.repeat(16_384) } }),
    ).toBe('401 malformed_token');
    expect(
      await reasonFor(undefined, { auth: ACCESS, headers: { 'cf-access-jwt-assertion': 'a'.repeat(16_385) } }),
    ).toBe('401 malformed_credential');
  });

  test('is never read from the query', async () => {
    expect(await reasonFor(undefined, { url: `https://mcp.acme.example/mcp?access_token=${await token()}` })).toBe(
      '401 missing_credential',
    );
  });

  test('takes the scheme in any case', async () => {
    expect(await reasonFor(undefined, { headers: { authorization: `bearer ${await token()}` } })).toBeUndefined();
  });

  test.each(['not-a-jwt', 'a.b.c', `${'a'.repeat(100)}.e30.x`])('"%s" is no token', async (text) => {
    expect(await reasonFor(text)).toBe('401 malformed_token');
  });

  test('never comes back in an answer', async () => {
    for (const claims of [
      { aud: 'SECRET-AUD' },
      { iss: 'https://SECRET-ISS' },
      { exp: 1 },
      { sub: undefined, client_id: undefined },
    ]) {
      const bad = await token({ claims });
      const outcome = await ask(bad);
      const text = JSON.stringify(outcome.ok ? '' : [outcome.body, outcome.challenge]);
      expect(text).not.toContain('SECRET');
      for (const part of bad.split('.')) expect(text).not.toContain(part);
    }
  });
});

describe('scopes of the manifest', () => {
  const auth: Auth = { ...OAUTH, requiredScopes: ['mcp:tools', 'mcp:admin'] };

  test('are all needed; the 403 names all of them', async () => {
    const outcome = await ask(await token(), { auth });
    expect(outcome).toMatchObject({ status: 403, body: { error: 'insufficient_scope' } });
    expect(outcome.ok || outcome.challenge).toContain('error="insufficient_scope"');
    expect(outcome.ok || outcome.challenge).toContain('scope="mcp:tools mcp:admin"');
    expect(outcome.ok || outcome.challenge).toContain('resource_metadata="https://mcp.acme.example/');
  });

  test('are found when the token has them', async () => {
    expect(await reasonFor(await token({ claims: { scope: 'mcp:admin x mcp:tools' } }), { auth })).toBeUndefined();
  });

  test('cannot break out of the challenge', async () => {
    const outcome = await ask(await token(), { auth: { ...OAUTH, requiredScopes: ['a", x="\r\n\\é'] } });
    expect(outcome.ok || outcome.challenge).toContain(`scope="a', x='????"`);
  });
});

describe('a Worker that is not set up', () => {
  test.each([
    ['without its issuer secret', FRONTEGG, {}, 'wrangler secret put FRONTEGG_ISSUER'],
    ['with a blank issuer secret', FRONTEGG, { FRONTEGG_ISSUER: ' \n' }, 'wrangler secret put FRONTEGG_ISSUER'],
    ['with an issuer secret that is no URL', FRONTEGG, { FRONTEGG_ISSUER: 'acme' }, 'FRONTEGG_ISSUER'],
    [
      'with an issuer without TLS',
      { provider: 'oauth', oauth: { issuer: 'http://issuer.example', audience: 'x' } } as Auth,
      {},
      'auth.oauth.issuer',
    ],
    [
      'with an issuer that holds a password',
      { provider: 'oauth', oauth: { issuer: 'https://u:p@issuer.example', audience: 'x' } } as Auth,
      {},
      'auth.oauth.issuer',
    ],
    [
      'with an empty audience',
      { provider: 'oauth', oauth: { issuer: ISSUER, audience: '' } } as Auth,
      {},
      'auth.oauth.audience',
    ],
    [
      'with a blank AUD',
      {
        provider: 'cloudflareAccess',
        cloudflareAccess: { teamDomain: 'acme.cloudflareaccess.com', audience: ' ' },
      } as Auth,
      {},
      'auth.cloudflareAccess.audience',
    ],
    ['with a provider it does not know', { provider: 'magic' } as unknown as Auth, {}, 'auth.provider'],
  ])('%s lets nobody in and names the setting', async (_what, auth, env, setting) => {
    const outcome = await ask(await token(), { auth, env, headers: { 'cf-access-jwt-assertion': await token() } });
    expect(outcome).toMatchObject({
      ok: false,
      status: 503,
      body: { error: 'unavailable', reason: 'not_configured' },
      retryAfter: '10',
      seen: [],
    });
    expect(outcome.ok || outcome.body.error_description).toContain(setting);
  });
});

describe('Frontegg', () => {
  const env = { FRONTEGG_ISSUER: `${ISSUER}\n` };
  const withResolver = (tenantResolver?: 'subdomain' | 'header' | 'jwt-claim'): Auth => ({
    provider: 'frontegg',
    frontegg: {
      audience: AUDIENCE,
      issuerSecret: 'FRONTEGG_ISSUER',
      ...(tenantResolver === undefined ? {} : { tenantResolver }),
    },
  });

  test('gives permissions as scopes and roles as groups', async () => {
    const good = await token({ claims: { tenantId: 't-1', permissions: ['orders:write'], roles: ['Admin'] } });
    expect(await ask(good, { auth: FRONTEGG, env })).toMatchObject({
      caller: { scopes: ['mcp:tools', 'orders:read', 'orders:write'], groups: ['Admin'] },
    });
  });

  test.each(['subdomain', 'header', 'jwt-claim'] as const)(
    'needs the tenant claim with the resolver %s',
    async (resolver) => {
      const sent = {
        auth: withResolver(resolver),
        env,
        url: 'https://t-1.mcp.example/mcp',
        headers: { 'frontegg-tenant-id': 't-1' },
      };
      expect(await reasonFor(await token({ claims: { tenantId: 't-1' } }), sent)).toBeUndefined();
      expect(await reasonFor(await token(), sent)).toBe('401 missing_claim');
      expect(await reasonFor(await token({ claims: { tenantId: '' } }), sent)).toBe('401 missing_claim');
    },
  );

  test.each([
    ['subdomain', 'https://t-2.mcp.example/mcp', {}, '403 wrong_tenant'],
    ['subdomain', 'https://mcp.example/mcp', {}, '403 missing_tenant'],
    ['subdomain', 'https://10.0.0.1/mcp', {}, '403 missing_tenant'],
    [undefined, 'https://t-2.mcp.example/mcp', { 'frontegg-tenant-id': 't-1' }, '403 wrong_tenant'],
    ['header', 'https://t-1.mcp.example/mcp', { 'frontegg-tenant-id': 't-2' }, '403 wrong_tenant'],
    ['header', 'https://t-1.mcp.example/mcp', {}, '403 missing_tenant'],
    ['header', 'https://t-1.mcp.example/mcp', { 'frontegg-tenant-id': '' }, '403 missing_tenant'],
  ] as const)(
    'with the resolver %s refuses a token of another tenant at %s with %j',
    async (resolver, url, headers, reason) => {
      expect(
        await reasonFor(await token({ claims: { tenantId: 't-1' } }), {
          auth: withResolver(resolver),
          env,
          url,
          headers,
        }),
      ).toBe(reason);
    },
  );

  test('compares a subdomain without regard to case', async () => {
    const good = await token({ claims: { tenantId: 'Acme' } });
    expect(
      await reasonFor(good, { auth: withResolver('subdomain'), env, url: 'https://acme.mcp.example/mcp' }),
    ).toBeUndefined();
  });
});

describe('Cloudflare Access', () => {
  const claims = { iss: 'https://acme.cloudflareaccess.com', aud: ['a1b2c3'], client_id: undefined, scope: undefined };
  const assertion = async (changes: Record<string, unknown> = {}) => ({
    'cf-access-jwt-assertion': await token({ claims: { ...claims, ...changes } }),
  });

  test('is believed by its assertion header, with groups of the identity provider', async () => {
    const outcome = await ask(undefined, {
      auth: ACCESS,
      headers: await assertion({ sub: 'u-9', email: 'a@acme.example', custom: { groups: ['ops'] } }),
    });
    expect(outcome).toMatchObject({ ok: true, caller: { subject: 'u-9', groups: ['ops'] } });
    expect(outcome.seen.map(({ url }) => url)).toEqual(['https://acme.cloudflareaccess.com/cdn-cgi/access/certs']);
  });

  test('names a service token by its common_name', async () => {
    const outcome = await ask(undefined, {
      auth: ACCESS,
      headers: await assertion({ sub: '', common_name: 'ci.access' }),
    });
    expect(outcome).toMatchObject({ ok: true, caller: { subject: 'ci.access', client: 'ci.access' } });
  });

  test('is not believed through Authorization', async () => {
    const good = await assertion();
    expect(await reasonFor(good['cf-access-jwt-assertion'], { auth: ACCESS })).toBe('401 missing_credential');
  });

  test.each([
    ['another application', { aud: ['ffff'] }, '401 wrong_audience'],
    ['another team', { iss: 'https://evil.cloudflareaccess.com' }, '401 wrong_issuer'],
    ['neither a person nor a service token', { sub: '' }, '401 missing_claim'],
  ])('refuses the assertion of %s', async (_what, changes, reason) => {
    expect(await reasonFor(undefined, { auth: ACCESS, headers: await assertion(changes) })).toBe(reason);
  });

  test('reads the team domain with or without a scheme and slash', async () => {
    const auth: Auth = {
      provider: 'cloudflareAccess',
      cloudflareAccess: { teamDomain: 'https://acme.cloudflareaccess.com/', audience: 'a1b2c3' },
    };
    expect(await reasonFor(undefined, { auth, headers: await assertion() })).toBeUndefined();
  });
});

test('the provider none lets everybody in, each as a caller of its own', async () => {
  const [one, two] = [
    await ask(undefined, { auth: { provider: 'none' } }),
    await ask(undefined, { auth: { provider: 'none' } }),
  ];
  expect(one).toMatchObject({ ok: true, caller: { subject: 'anonymous', scopes: [], groups: [] } });
  expect(one.ok && two.ok && one.caller !== two.caller).toBe(true);
});
