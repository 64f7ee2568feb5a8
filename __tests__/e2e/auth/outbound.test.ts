import { generateKeyPairSync } from 'node:crypto';
import { importJWK, jwtVerify, type JWK } from 'jose';
import type { Service } from '../../../src/contract/bundle/bundle-index.js';
import { issuerKey, type IssuerKey } from '../../runtime/auth/fake-issuer.js';
import type { RunningTarget } from './auth-target.js';
import { countingTokens, startIssuer, type LoopbackIssuer } from './loopback-issuer.js';
import { signInTarget } from './sign-in-target.js';

const API = 'http://127.0.0.1:9';

describe('in workerd, signing in to an API', () => {
  let issuer: LoopbackIssuer;
  let key: IssuerKey;
  let running: RunningTarget | undefined;

  beforeEach(async () => {
    key = await issuerKey('ES256', 'ec');
    issuer = await startIssuer([key]);
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await issuer.close();
  });

  async function start(auth: Service['auth'], secrets: Record<string, string> = {}): Promise<RunningTarget> {
    const service: Service = {
      binding: 'acme',
      origins: [API],
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      auth,
    };
    return (running = await signInTarget.start({
      auth: { provider: 'oauth', oauth: { issuer: issuer.url, audience: 'acme-mcp' } },
      secrets,
      service,
    }));
  }

  async function call(
    claims: Record<string, unknown> = {},
    times = 1,
  ): Promise<{ ok: boolean; headers?: [string, string][]; code?: string; message?: string }[]> {
    const response = await (running as RunningTarget).get(`/call?times=${times}`, {
      authorization: `Bearer ${await issuer.token(key, claims)}`,
    });
    return (await response.json()) as { ok: boolean; headers?: [string, string][] }[];
  }
  const sent = (answers: Awaited<ReturnType<typeof call>>) =>
    answers.map(({ headers, code }) => headers?.[0]?.[1] ?? code);

  const clientCredentials = (more: object) =>
    ({
      bearer: { clientCredentials: { clientIdSecret: 'ID', tokenUrl: `${issuer.url}/token`, ...more } },
    }) as Service['auth'];

  test('asks for a token once, for six calls of one request and for the requests after it', async () => {
    await start(clientCredentials({ clientSecretSecret: 'SECRET', scopes: ['read'] }), { ID: 'id', SECRET: 'shh' });
    expect(sent(await call({}, 6))).toEqual(Array(6).fill('Bearer token-1'));
    expect(sent(await call({ sub: 'user-2' }))).toEqual(['Bearer token-1']);
    expect(issuer.tokenRequests).toEqual([
      { form: { grant_type: 'client_credentials', scope: 'read' }, authorization: `Basic ${btoa('id:shh')}` },
    ]);
  });

  test('of one caller is not held up by another whose connection was dropped', async () => {
    await start(clientCredentials({ clientSecretSecret: 'SECRET' }), { ID: 'id', SECRET: 'shh' });
    const reached = new Promise<void>((resolve) => (issuer.onToken = () => resolve()));
    const drop = new AbortController();
    const dropped = (running as RunningTarget).get(
      '/call',
      { authorization: `Bearer ${await issuer.token(key)}` },
      drop.signal,
    );
    const failed = expect(dropped).rejects.toThrow();
    await reached;
    drop.abort();
    await failed;
    issuer.onToken = countingTokens();
    expect(sent(await call())).toEqual(['Bearer token-1']);
  });

  test.each(['rsa', 'ed25519'] as const)(
    'signs an assertion with an %s key that the published key verifies',
    async (type) => {
      const pair =
        type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
      await start(clientCredentials({ privateKeySecret: 'KEY' }), {
        ID: 'id',
        KEY: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      });
      expect(sent(await call())).toEqual(['Bearer token-1']);
      const { keys } = (await (await (running as RunningTarget).get('/.well-known/jwks.json')).json()) as {
        keys: JWK[];
      };
      const assertion = issuer.tokenRequests[0]?.form['client_assertion'] ?? '';
      const { payload } = await jwtVerify(assertion, await importJWK(keys[0] as JWK), {
        audience: `${issuer.url}/token`,
        issuer: 'id',
        subject: 'id',
      });
      expect(payload.jti).toBeDefined();
      expect(Object.keys(keys[0] as JWK)).not.toContain('d');
    },
  );

  test("exchanges each caller's own token", async () => {
    await start({ bearer: { tokenExchange: { tokenUrl: `${issuer.url}/token`, resource: API } } });
    issuer.onToken = ({ form }, response) => {
      const { sub } = JSON.parse(Buffer.from(form['subject_token']?.split('.')[1] ?? '', 'base64url').toString()) as {
        sub: string;
      };
      response
        .writeHead(200)
        .end(JSON.stringify({ access_token: `for-${sub}`, token_type: 'Bearer', expires_in: 600 }));
    };
    expect(sent(await call({ sub: 'ann' }))).toEqual(['Bearer for-ann']);
    expect(sent(await call({ sub: 'bob' }))).toEqual(['Bearer for-bob']);
    expect(issuer.tokenRequests[0]?.form).toMatchObject({
      resource: API,
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    });
  });

  test('follows no redirect of a token endpoint, and repeats nothing that it says', async () => {
    await start(clientCredentials({ clientSecretSecret: 'SECRET' }), { ID: 'id', SECRET: 'shh' });
    issuer.onToken = (_request, response) => response.writeHead(307, { location: '/elsewhere' }).end();
    expect(await call()).toEqual([
      { ok: false, code: 'exchange_failed', message: expect.stringContaining('redirect') as string },
    ]);
    expect(issuer.asked).not.toContain('/elsewhere');
    issuer.onToken = (_request, response) =>
      response.writeHead(400).end(JSON.stringify({ error: 'invalid_grant', error_description: 'user shh is locked' }));
    const [failure] = await call();
    expect(failure?.message).toContain('400 invalid_grant');
    expect(failure?.message).not.toContain('shh');
  });

  test("passes the caller's token on only to its own audience", async () => {
    await start({ bearer: { passthrough: true } });
    const [passed] = await call({ aud: ['acme-mcp', API] });
    expect(passed?.headers?.[0]?.[1]).toMatch(/^Bearer ey/);
    expect(await call()).toEqual([
      { ok: false, code: 'no_caller_token', message: expect.stringContaining(API) as string },
    ]);
  });

  test('names a secret that is not set', async () => {
    await start({ bearer: { secret: 'ACME_TOKEN' } });
    expect(await call()).toEqual([
      {
        ok: false,
        code: 'missing_secret',
        message: expect.stringContaining('wrangler secret put ACME_TOKEN') as string,
      },
    ]);
  });
});
