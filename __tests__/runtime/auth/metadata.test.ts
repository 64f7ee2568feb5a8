import { authenticate, type Auth } from '../../../src/runtime/auth/authenticate.js';
import { authorizationServerResponse, metadataResponse } from '../../../src/runtime/auth/well-known-documents.js';
import { fakeNetwork } from './fake-network.js';

const OAUTH: Auth = {
  provider: 'oauth',
  oauth: { issuer: 'https://issuer.example', audience: 'acme' },
  requiredScopes: ['mcp:tools', 'offline_access'],
};
const FRONTEGG: Auth = { provider: 'frontegg', frontegg: { audience: 'acme', issuerSecret: 'FRONTEGG_ISSUER' } };
const ACCESS: Auth = {
  provider: 'cloudflareAccess',
  cloudflareAccess: { teamDomain: 'acme.cloudflareaccess.com', audience: 'a1' },
};

const at = (path: string) => new Request(`https://mcp.acme.example${path}`);

describe('the metadata of the protected resource', () => {
  test.each(['/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp'])(
    'names the MCP endpoint and the issuer at %s',
    async (path) => {
      const response = metadataResponse(at(path), OAUTH);
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(await response.json()).toEqual({
        resource: 'https://mcp.acme.example/mcp',
        authorization_servers: ['https://issuer.example'],
        bearer_methods_supported: ['header'],
        scopes_supported: ['mcp:tools'],
      });
    },
  );

  test.each(['https://agents.acme.example', 'https://agents.acme.example/'])(
    'prefers deployment.url: %s',
    async (url) => {
      expect(await metadataResponse(at('/'), OAUTH, url).json()).toHaveProperty(
        'resource',
        'https://agents.acme.example/mcp',
      );
    },
  );

  test('has no scopes when the manifest needs none', async () => {
    expect(await metadataResponse(at('/'), ACCESS).json()).toEqual({
      resource: 'https://mcp.acme.example/mcp',
      authorization_servers: ['https://acme.cloudflareaccess.com'],
      bearer_methods_supported: ['header'],
    });
  });

  test('takes the issuer of Frontegg from its secret, and names the secret when it is missing', async () => {
    expect(
      await metadataResponse(at('/'), FRONTEGG, undefined, { FRONTEGG_ISSUER: 'https://acme.frontegg.com' }).json(),
    ).toHaveProperty('authorization_servers', ['https://acme.frontegg.com']);
    const missing = metadataResponse(at('/'), FRONTEGG);
    expect(missing.status).toBe(503);
    expect(await missing.text()).toContain('FRONTEGG_ISSUER');
  });

  test.each<Auth>([{ provider: 'none' }, { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } }])(
    'does not exist for %j',
    async (auth) => {
      const response = metadataResponse(at('/'), auth);
      expect(response.status).toBe(404);
      expect(await response.json()).toHaveProperty('error', 'not_found');
    },
  );

  test('stands where a challenge says, below deployment.url too', async () => {
    const outcome = await authenticate(at('/mcp'), OAUTH, {}, { deploymentUrl: 'https://agents.acme.example/eu/' });
    expect(outcome.ok || outcome.response.headers.get('www-authenticate')).toContain(
      'resource_metadata="https://agents.acme.example/.well-known/oauth-protected-resource/eu/mcp"',
    );
  });
});

describe('the metadata of the authorization server', () => {
  const document = {
    issuer: 'https://issuer.example',
    jwks_uri: 'https://issuer.example/jwks',
    token_endpoint: 'https://issuer.example/token',
  };

  test('is passed on as the issuer publishes it, from the cache the second time', async () => {
    const { fetch, seen } = fakeNetwork({ 'https://issuer.example/.well-known/openid-configuration': document });
    const issuers = new Map();
    for (let round = 0; round < 2; round += 1)
      expect(await (await authorizationServerResponse(OAUTH, {}, { fetch, issuers })).json()).toEqual(document);
    expect(seen).toHaveLength(2);
  });

  test('is a 502 when the issuer is out of reach', async () => {
    const { fetch } = fakeNetwork({});
    const response = await authorizationServerResponse(OAUTH, {}, { fetch, issuers: new Map() });
    expect(response.status).toBe(502);
    expect(await response.json()).toHaveProperty('reason', 'issuer_unavailable');
  });

  test('does not exist without tokens, and is a 503 without its setting', async () => {
    expect((await authorizationServerResponse({ provider: 'none' }, {})).status).toBe(404);
    expect((await authorizationServerResponse(FRONTEGG, {})).status).toBe(503);
  });
});
