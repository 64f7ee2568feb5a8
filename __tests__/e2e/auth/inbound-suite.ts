import { createHmac } from 'node:crypto';
import { forgedToken, issuerKey, type IssuerKey } from '../../runtime/auth/fake-issuer.js';
import type { AuthTarget, RunningTarget, TargetSettings } from './auth-target.js';
import { startIssuer, type LoopbackIssuer } from './loopback-issuer.js';

/** Who is let in and who is not, seen from outside; the same for every Worker that has the sign-in. */
export function inboundSuite(target: AuthTarget): void {
  let issuer: LoopbackIssuer;
  let keys: Record<'RS256' | 'ES256' | 'EdDSA' | 'PS256', IssuerKey>;
  let running: RunningTarget | undefined;

  beforeEach(async () => {
    keys = {
      RS256: await issuerKey('RS256', 'rsa'),
      ES256: await issuerKey('ES256', 'ec'),
      EdDSA: await issuerKey('EdDSA', 'ed'),
      PS256: await issuerKey('PS256', 'pss'),
    };
    issuer = await startIssuer(Object.values(keys));
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await issuer.close();
  });

  async function start(settings: TargetSettings): Promise<RunningTarget> {
    return (running = await target.start(settings));
  }
  const startOauth = (requiredScopes?: string[]) =>
    start({
      auth: {
        provider: 'oauth',
        oauth: { issuer: issuer.url, audience: 'acme-mcp' },
        ...(requiredScopes === undefined ? {} : { requiredScopes }),
      },
    });

  async function outcome(worker: RunningTarget, headers: Record<string, string>): Promise<string> {
    const response = await worker.ask(headers);
    if (response.status === 200) {
      await response.arrayBuffer();
      return 'let in';
    }
    return `${response.status} ${((await response.json()) as { reason: string }).reason}`;
  }
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  test('lets in tokens signed with RS256, ES256 and EdDSA, for one of several audiences too', async () => {
    const worker = await startOauth();
    for (const alg of ['RS256', 'ES256', 'EdDSA'] as const)
      expect([alg, await outcome(worker, bearer(await issuer.token(keys[alg])))]).toEqual([alg, 'let in']);
    expect(await outcome(worker, bearer(await issuer.token(keys.ES256, { aud: ['other', 'acme-mcp'] })))).toBe(
      'let in',
    );
    expect(issuer.asked.filter((path) => path === '/jwks')).toHaveLength(1);
  });

  test('refuses every other token, and says why', async () => {
    const worker = await startOauth();
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: issuer.url, aud: 'acme-mcp', sub: 'user-1', exp: now + 300 };
    const unsigned = forgedToken({ alg: 'HS256', kid: 'rsa' }, claims).slice(0, -1);
    const hmac = createHmac('sha256', JSON.stringify(keys.RS256.jwk)).update(unsigned).digest('base64url');
    const [header, payload] = (await issuer.token(keys.EdDSA)).split('.');
    const refused: [string, string, string][] = [
      ['no algorithm', forgedToken({ alg: 'none' }, claims), '401 wrong_algorithm'],
      ['the public key as secret', `${unsigned}.${hmac}`, '401 wrong_algorithm'],
      ['PS256', await issuer.token(keys.PS256), '401 wrong_algorithm'],
      ['another signature', `${header}.${payload}.${'A'.repeat(86)}`, '401 bad_signature'],
      ['another audience', await issuer.token(keys.ES256, { aud: 'billing' }), '401 wrong_audience'],
      ['an empty audience', await issuer.token(keys.ES256, { aud: '' }), '401 wrong_audience'],
      ['an empty list of audiences', await issuer.token(keys.ES256, { aud: [] }), '401 wrong_audience'],
      ['no audience', await issuer.token(keys.ES256, { aud: undefined }), '401 missing_claim'],
      ['another issuer', await issuer.token(keys.ES256, { iss: `${issuer.url}/` }), '401 wrong_issuer'],
      ['an expiry in the past', await issuer.token(keys.ES256, { exp: now - 90 }), '401 token_expired'],
      ['no expiry', await issuer.token(keys.ES256, { exp: undefined }), '401 missing_claim'],
      ['a start in the future', await issuer.token(keys.ES256, { nbf: now + 120 }), '401 token_not_yet_valid'],
      ['no subject', await issuer.token(keys.ES256, { sub: undefined }), '401 missing_claim'],
      [
        'the type of a push statement',
        await issuer.token(keys.ES256, {}, { typ: 'frontmcp-push+jwt' }),
        '401 wrong_type',
      ],
      [
        'an unknown critical header',
        forgedToken({ alg: 'ES256', kid: 'ec', crit: ['x'], x: 1 }, claims, 'AAAA'),
        '401 bad_signature',
      ],
      ['no JWT at all', 'opaque-token', '401 malformed_token'],
    ];
    for (const [what, token, reason] of refused)
      expect([what, await outcome(worker, bearer(token))]).toEqual([what, reason]);
    expect(await outcome(worker, {})).toBe('401 missing_credential');
  });

  test('finds a new key of the issuer at once, and forgives no flood of unknown ids', async () => {
    const worker = await startOauth();
    expect(await outcome(worker, bearer(await issuer.token(keys.ES256)))).toBe('let in');
    const rotated = await issuerKey('EdDSA', 'rotated');
    expect(await outcome(worker, bearer(await issuer.token(rotated)))).toBe('401 unknown_key');
    issuer.jwks.keys.push(rotated.jwk);
    expect(await outcome(worker, bearer(await issuer.token(rotated)))).toBe('let in');
    for (let index = 0; index < 5; index += 1) {
      expect(await outcome(worker, bearer(await issuer.token({ ...keys.ES256, kid: `x${index}` })))).toBe(
        '401 unknown_key',
      );
    }
    expect(issuer.asked.filter((path) => path === '/jwks')).toHaveLength(4);
  });

  test('lets nobody in while the issuer redirects the request for its keys', async () => {
    const worker = await startOauth();
    issuer.jwksFault = { status: 302, headers: { location: '/.well-known/openid-configuration' } };
    expect(await outcome(worker, bearer(await issuer.token(keys.ES256)))).toBe('503 issuer_unavailable');
    expect(issuer.asked.filter((path) => path === '/.well-known/openid-configuration')).toHaveLength(1);
  });

  test('leads a client without a token to the metadata, and from there to the issuer', async () => {
    const worker = await startOauth(['mcp:tools']);
    const response = await worker.ask({});
    expect(response.status).toBe(401);
    const challenge = response.headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('scope="mcp:tools"');
    const address = /resource_metadata="([^"]+)"/.exec(challenge)?.[1] ?? '';
    const metadata = (await (await worker.get(new URL(address).pathname)).json()) as {
      resource: string;
      authorization_servers: string[];
    };
    expect(metadata).toMatchObject({ authorization_servers: [issuer.url], scopes_supported: ['mcp:tools'] });
    expect(new URL(metadata.resource).pathname).toBe('/mcp');
    expect(await (await worker.get('/.well-known/oauth-authorization-server')).json()).toMatchObject({
      issuer: issuer.url,
    });
  });

  test('asks for every scope that is missing', async () => {
    const worker = await startOauth(['a', 'b']);
    expect(await outcome(worker, bearer(await issuer.token(keys.ES256, { scope: 'b a' })))).toBe('let in');
    const response = await worker.ask(bearer(await issuer.token(keys.ES256, { scope: 'a' })));
    expect(response.status).toBe(403);
    expect(response.headers.get('www-authenticate')).toMatch(/error="insufficient_scope".*scope="a b"/);
  });

  test('takes API keys from their header or as bearer token, and no other', async () => {
    const worker = await start({
      auth: { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } },
      secrets: { KEYS: 'key-one\nkey-two\n' },
    });
    expect(await outcome(worker, { 'x-api-key': 'key-one' })).toBe('let in');
    expect(await outcome(worker, bearer('key-two'))).toBe('let in');
    expect(await outcome(worker, { 'x-api-key': 'key-three' })).toBe('401 unknown_api_key');
    expect(await outcome(worker, {})).toBe('401 missing_credential');
    expect((await worker.get('/.well-known/oauth-protected-resource/mcp')).status).toBe(404);
  });

  test('believes Cloudflare Access by its assertion alone, service tokens included', async () => {
    const worker = await start({
      auth: { provider: 'cloudflareAccess', cloudflareAccess: { teamDomain: issuer.url, audience: 'aud-tag' } },
    });
    const person = await issuer.token(keys.RS256, { aud: ['aud-tag'] });
    expect(await outcome(worker, { 'cf-access-jwt-assertion': person })).toBe('let in');
    const service = await issuer.token(keys.RS256, { aud: ['aud-tag'], sub: '', common_name: 'ci.access' });
    expect(await outcome(worker, { 'cf-access-jwt-assertion': service })).toBe('let in');
    expect(await outcome(worker, { 'cf-access-jwt-assertion': await issuer.token(keys.RS256, { aud: [] }) })).toBe(
      '401 wrong_audience',
    );
    expect(await outcome(worker, bearer(person))).toBe('401 missing_credential');
  });

  test('holds a Frontegg token to the tenant that the request names', async () => {
    const auth = {
      provider: 'frontegg',
      frontegg: { tenantResolver: 'header', audience: 'acme-mcp', issuerSecret: 'ISSUER' },
    } as const;
    const worker = await start({ auth, secrets: { ISSUER: issuer.url } });
    const token = await issuer.token(keys.RS256, { tenantId: 't-1' });
    expect(await outcome(worker, { ...bearer(token), 'frontegg-tenant-id': 't-1' })).toBe('let in');
    expect(await outcome(worker, { ...bearer(token), 'frontegg-tenant-id': 't-2' })).toBe('403 wrong_tenant');
    expect(await outcome(worker, bearer(token))).toBe('403 missing_tenant');
  });

  test.each<[string, TargetSettings['auth'], string]>([
    ['API keys', { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } }, 'KEYS'],
    ['the issuer', { provider: 'frontegg', frontegg: { audience: 'x', issuerSecret: 'ISSUER' } }, 'ISSUER'],
  ])('lets nobody in without the secret with %s, and names it', async (_what, auth, name) => {
    const worker = await start({ auth });
    const response = await worker.ask({ ...bearer(await issuer.token(keys.RS256)), 'x-api-key': '' });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain(`wrangler secret put ${name}`);
  });

  test('lets everybody in with the provider none', async () => {
    expect(await outcome(await start({ auth: { provider: 'none' } }), {})).toBe('let in');
  });
}
