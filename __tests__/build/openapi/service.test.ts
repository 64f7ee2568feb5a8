import { messageOf } from '../../../src/build/diagnostics/collector.js';
import { serverUrl } from '../../../src/build/openapi/service/resolve-server.js';
import type { SpecSource } from '../../../src/build/stage-values.js';
import { apiOf, readApi } from '../../support/read-openapi.js';

const operation = (more: object = {}) => ({ operationId: 'op', responses: {}, ...more });

test.each([
  ['https://api.example.com/v1/', 'https://api.example.com/v1'],
  ['HTTPS://API.example.com', 'https://api.example.com'],
  ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
  ['http://127.0.0.1:3000/x', 'http://127.0.0.1:3000/x'],
  ['http://[::1]', 'http://[::1]'],
  ['http://api.localhost:1', 'http://api.localhost:1'],
  ['/v1', 'relative'],
  ['api.example.com', 'relative'],
  ['', 'relative'],
  ['http://api.example.com', 'insecure'],
  ['http://127.evil.example', 'insecure'],
  ['http://localhost.evil.example', 'insecure'],
  ['https://user:pw@example.com', 'invalid'],
  ['https://user@example.com', 'invalid'],
  ['https://:pw@example.com', 'invalid'],
  ['https://example.com?x', 'invalid'],
  ['https://example.com#', 'invalid'],
  ['ftp://example.com', 'invalid'],
  ['https://', 'invalid'],
])('the server URL %s becomes %s', (text, expected) => {
  const found = serverUrl(text);
  expect(found.ok ? found.url : found.fault).toBe(expected);
});

describe('servers', () => {
  const url = (host: string) => [{ url: `https://${host}.example` }];
  async function serverOf(
    api: object,
    source: Partial<SpecSource> = {},
  ): Promise<{ server: string; origins?: string[] }> {
    const { operation: find, set } = await readApi({ api, mentions: ['op'], source });
    return { server: find('op').document.request.server, origins: set.services['acme']?.origins };
  }

  test('the operation wins over the path item, the path item over the document', async () => {
    const document = { servers: url('document') };
    const found = [
      await serverOf(apiOf({ '/x': { get: operation() } }, document)),
      await serverOf(apiOf({ '/x': { get: operation(), servers: url('item') } }, document)),
      await serverOf(apiOf({ '/x': { get: operation({ servers: url('own') }), servers: url('item') } }, document)),
    ];
    expect(found.map(({ server }) => server)).toEqual([
      'https://document.example',
      'https://item.example',
      'https://own.example',
    ]);
  });

  test('baseUrl wins over all of them, and is the only origin', async () => {
    const api = apiOf({ '/x': { get: operation({ servers: url('own') }) } });
    const found = await serverOf(api, { baseUrl: 'https://staging.example/api/' });
    expect(found).toEqual({ server: 'https://staging.example/api', origins: ['https://staging.example'] });
  });

  test('the origins are those of the operations that are referred to', async () => {
    const api = apiOf({
      '/x': { get: operation() },
      '/y': { get: { operationId: 'y', servers: url('b'), responses: {} } },
      '/z': { servers: url('c'), get: {} },
    });
    const { set } = await readApi({ api, mentions: ['op', 'y'] });
    expect(set.services['acme']?.origins).toEqual(['https://api.acme.example', 'https://b.example']);
  });

  test('the manifest chooses the server and its variables', async () => {
    const variables = { region: { default: 'eu', enum: ['eu', 'us'] }, port: { default: 8443 } };
    const servers = [...url('first'), { url: 'https://{region}.example:{port}/v1', variables }];
    const api = apiOf({ '/x': { get: operation() } }, { servers });
    expect(await serverOf(api, { server: 1 })).toMatchObject({ server: 'https://eu.example:8443/v1' });
    expect(await serverOf(api, { server: 1, serverVariables: { region: 'us' } })).toMatchObject({
      server: 'https://us.example:8443/v1',
    });
  });
});

describe('security', () => {
  const schemes = {
    bearer: { type: 'http', scheme: 'Bearer' },
    basic: { type: 'http', scheme: 'basic' },
    key: { type: 'apiKey', in: 'query', name: 'api_key' },
    oauth: { type: 'oauth2', flows: {} },
    oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://id.example' },
    authorization: { type: 'apiKey', in: 'header', name: 'Authorization' },
    digest: { type: 'http', scheme: 'digest' },
  };
  const secret = { secret: 'S' };
  const client = {
    clientCredentials: { clientIdSecret: 'I', clientSecretSecret: 'S', tokenUrl: 'https://id.example/token' },
  };

  async function resolve(security: unknown, auth: SpecSource['auth'], securitySchemes: object = schemes) {
    const api = apiOf({ '/x': { get: operation({ security }) } }, { components: { securitySchemes } });
    const { set, diagnostics } = await readApi({ api, mentions: ['op'], source: { auth } });
    const { securitySchemes: sent, auth: bound } = set.services['acme'] ?? {};
    return {
      security: set.operations[0]?.document.request.security,
      sent,
      bound,
      codes: diagnostics.map(({ code }) => code),
    };
  }

  test('keeps an OR of ANDs, as far as the manifest binds it', async () => {
    const wanted = [{ oauth: ['read'] }, { basic: [], key: [] }];
    expect(await resolve(wanted, { oauth: secret, basic: secret, key: secret })).toEqual({
      security: [['oauth'], ['basic', 'key']],
      sent: {
        basic: { type: 'http', scheme: 'basic' },
        key: { type: 'apiKey', in: 'query', name: 'api_key' },
        oauth: { type: 'http', scheme: 'bearer' },
      },
      bound: { basic: secret, key: secret, oauth: secret },
      codes: [],
    });
    expect(await resolve(wanted, { oauth: client })).toMatchObject({ security: [['oauth']], bound: { oauth: client } });
  });

  test('sends nothing for an empty list, and signs in first where it is optional', async () => {
    expect(await resolve([], { bearer: secret })).toMatchObject({
      security: [],
      sent: {},
      bound: {},
      codes: ['openapi-auth-unused'],
    });
    expect(await resolve([{}, { bearer: [] }], { bearer: secret })).toMatchObject({
      security: [['bearer'], []],
      codes: [],
    });
    expect(await resolve([{}, { bearer: [] }], undefined)).toMatchObject({ security: [[]], codes: [] });
  });

  test('an operation without a list takes that of the document', async () => {
    const api = apiOf(
      { '/x': { get: operation() } },
      { security: [{ bearer: [] }], components: { securitySchemes: schemes } },
    );
    const { operation: find } = await readApi({ api, mentions: ['op'], source: { auth: { bearer: secret } } });
    expect(find('op').document.request.security).toEqual([['bearer']]);
  });

  test.each([
    ['an unbound scheme', [{ bearer: [] }], {}, 'openapi-auth-unbound'],
    ['half of a pair', [{ basic: [], key: [] }], { basic: secret }, 'openapi-auth-unbound'],
    ['a scheme that a Worker cannot send', [{ digest: [] }], { digest: secret }, 'openapi-auth-unsupported'],
    ['a scheme that is not declared', [{ ghost: [] }], { ghost: secret }, 'openapi-auth-unsupported'],
    ['a fetched token for basic', [{ basic: [] }], { basic: client }, 'openapi-auth-mismatch'],
  ] as const)('refuses %s', async (_, wanted, auth, code) => {
    expect(await resolve(wanted, auth as SpecSource['auth'])).toMatchObject({ security: undefined, codes: [code] });
  });

  test('the error for an unbound scheme shows the lines to add', async () => {
    const api = apiOf(
      { '/x': { get: operation({ security: [{ bearer: [] }] }) } },
      { components: { securitySchemes: schemes } },
    );
    const { diagnostics } = await readApi({ api, mentions: ['op'] });
    const { hintOf } = await import('../../../src/build/diagnostics/collector.js');
    expect(diagnostics[0] && hintOf(diagnostics[0])).toContain('    auth:\n      bearer: { secret: ACME_TOKEN }');
  });

  test('a fetched token travels as a bearer token where the Authorization header is called an API key', async () => {
    expect(await resolve([{ authorization: [] }], { authorization: client })).toMatchObject({
      sent: { authorization: { type: 'http', scheme: 'bearer' } },
    });
    expect(await resolve([{ authorization: [] }], { authorization: secret })).toMatchObject({
      sent: { authorization: schemes.authorization },
    });
  });

  test('a document without any scheme takes the one credential of the manifest as a bearer token, and says so', async () => {
    expect(await resolve(undefined, { token: secret }, {})).toEqual({
      security: [['token']],
      sent: { token: { type: 'http', scheme: 'bearer' } },
      bound: { token: secret },
      codes: ['openapi-auth-assumed'],
    });
    expect(await resolve(undefined, { a: secret, b: secret }, {})).toMatchObject({
      security: [],
      codes: ['openapi-auth-unused', 'openapi-auth-unused'],
    });
  });

  test('auth: false sends nothing', async () => {
    expect(await resolve([{ bearer: [] }], false)).toEqual({ security: [], sent: {}, bound: false, codes: [] });
  });

  test('the same fault is told once, however many operations have it', async () => {
    const get = (operationId: string) => ({ get: { operationId, responses: {} } });
    const api = apiOf(
      { '/a': get('a'), '/b': get('b'), '/c': get('c') },
      { servers: [{ url: '/' }], security: [{ bearer: [] }], components: { securitySchemes: schemes } },
    );
    const { diagnostics } = await readApi({ api, mentions: ['a', 'b', 'c'] });
    expect(diagnostics.map((diagnostic) => messageOf(diagnostic))).toEqual([
      'The server "/" of the spec "acme" is relative.',
      'acme.a signs in with "bearer", which the spec "acme" binds to no secret.',
    ]);
  });
});
