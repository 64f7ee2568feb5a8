import { readManifestText, smallestManifest } from '../../support/read-manifest-text.js';

/** The shapes of FrontMCP's deploy manifest page, one by one. */

const minimum = `$schema: https://schemas.agentfront.dev/frontmcp-deploy/v1.json
version: 1
name: acme-mcp

runtime:
  target: cloudflare-worker
  compatibilityDate: '2026-05-01'

server:
  info: { name: acme-mcp, version: 1.0.0 }

specs: ./openapi/
skills: { source: ./skills/ }

bindings:
  durableObjects:
    - { binding: SESSIONS, className: SessionDO }
  kvNamespaces:
    - { binding: REPLAY_NONCE, id: '\${env:KV_REPLAY_NONCE_ID}' }

signing:
  algorithm: ed25519
  trustRoots:
    - { kid: prod-2026-05, publicKeySecret: TRUSTED_PUBKEY_PROD }
  replay:
    windowSeconds: 300
    nonceKv: REPLAY_NONCE

auth: { provider: none }

secrets:
  - { name: TRUSTED_PUBKEY_PROD, required: true }
`;

const variables = { KV_REPLAY_NONCE_ID: 'kv1', KV_BUNDLE_CACHE_ID: 'kv2', D1_AUDIT_ID: 'd1' };

/** The smallest manifest with some of its sections written another way, and secrets for whatever they name. */
function withSections(yaml: string): string {
  const named = ['TRUSTED_PUBKEY', 'FRONTEGG_ISSUER_URL', 'M2M_CREDS', 'ACME_API_KEYS', 'TRUSTED_PUBKEY_PROD'];
  const secrets = `secrets:\n${named.map((name) => `  - { name: ${name} }\n`).join('')}`;
  const sections = yaml.includes('\nsecrets:') || yaml.startsWith('secrets:') ? yaml : secrets + yaml;
  const replaced = [...sections.matchAll(/^(\w+):/gm)].map((match) => match[1]!);
  const without = (text: string, section: string) => text.replace(new RegExp(`^${section}:.*\\n(?: .*\\n)*`, 'm'), '');
  return replaced.reduce(without, smallestManifest) + sections;
}

test('the minimum manifest is valid as it is, and complete once read', async () => {
  const { manifest, report } = await readManifestText(minimum, { variables });
  expect(report).toEqual([]);
  expect(manifest).toMatchObject({
    name: 'acme-mcp',
    environment: 'base',
    skillsDirectory: 'skills',
    usedVariables: ['KV_REPLAY_NONCE_ID'],
    placeholders: [],
    specs: [
      { id: 'acme', binding: 'acme', file: 'openapi/acme.yaml' },
      { id: 'billing', binding: 'billing', file: 'openapi/billing.yaml' },
    ],
  });
  expect(manifest?.structural.bindings).toEqual({
    durableObjects: [
      { binding: 'SESSIONS', className: 'SessionDO' },
      { binding: 'EVENTS', className: 'EventStoreDO' },
      { binding: 'BUNDLE', className: 'BundleDO' },
    ],
    kvNamespaces: [{ binding: 'REPLAY_NONCE', id: 'kv1' }],
  });
});

const sections: [title: string, yaml: string][] = [
  [
    'runtime with flags',
    `runtime:
  target: cloudflare-worker        # only target in v1.3
  compatibilityDate: '2026-05-01'
  compatibilityFlags:
    - nodejs_compat
`,
  ],
  [
    'a server with title and instructions',
    `server:
  info:
    name: acme-mcp
    version: 1.0.0
    title: ACME MCP
  instructions: |
    You are connected to the MCP server of ACME. Discover with searchSkills,
    describe with describe, execute with execute.
`,
  ],
  ['specs as a directory', 'specs: ./openapi/\n'],
  [
    'specs as paths and entries',
    `specs:
  - ./openapi/acme.yaml
  - id: billing
    spec: ./openapi/billing.yaml
    baseUrl: https://billing.acme.com
    bindingName: billing
`,
  ],
  [
    'skills with alwaysLoad and tag filters',
    `skills:
  source: ./skills/
  alwaysLoad:
    - auth-helpers
    - observability-helpers
  tags:
    include: [public, billing]
    exclude: [admin]
`,
  ],
  [
    'tags',
    `tags:
  - { name: public,  description: Always exposed }
  - { name: billing, description: Billing flows }
  - { name: admin,   description: Admin only; excluded from prod }
`,
  ],
  [
    'classification rules',
    `classification:
  rules:
    - { match: 'POST **/reset-password', emits: parent }
    - { match: 'GET /metrics',           expose: tool }
    - { match: 'DELETE /users/{id}',     emits: none }
    - { match: '* /internal/**',         expose: both, emits: self }
`,
  ],
  [
    'every kind of binding',
    `bindings:
  durableObjects:
    - { binding: SESSIONS, className: SessionDO }
    - { binding: EVENTS,   className: EventStoreDO }
    - { binding: BUNDLE,   className: BundleDO }
    - { binding: COUNTER,  className: Counter, scriptName: counters }
  d1Databases:
    - binding: AUDIT
      databaseName: acme-audit
      databaseId: '\${env:D1_AUDIT_ID}'
  kvNamespaces:
    - { binding: BUNDLE_CACHE, id: '\${env:KV_BUNDLE_CACHE_ID}' }
    - { binding: REPLAY_NONCE, id: '\${env:KV_REPLAY_NONCE_ID}' }
  r2Buckets:
    - { binding: SKILL_DATA, bucketName: acme-skill-data }
  vars:
    LOG_LEVEL: info
`,
  ],
  [
    'signing with rs256 and two trust roots',
    `signing:
  algorithm: rs256
  trustRoots:
    - kid: prod-2026-05
      publicKeySecret: TRUSTED_PUBKEY_PROD
    - { kid: prod-2026-11, publicKeySecret: TRUSTED_PUBKEY }
  replay:
    windowSeconds: 300
    nonceKv: REPLAY_NONCE
`,
  ],
  ['auth none', 'auth: { provider: none }\n'],
  ...['subdomain', 'header', 'jwt-claim'].map((resolver): [string, string] => [
    `auth by Frontegg with the tenant from ${resolver}`,
    `auth:
  provider: frontegg
  frontegg:
    tenantResolver: ${resolver}
    audience: acme-mcp
    issuerSecret: FRONTEGG_ISSUER_URL
`,
  ]),
  [
    'auth by OAuth',
    `auth:
  provider: oauth
  oauth:
    issuer: https://issuer.example.com
    audience: acme-mcp
    credentialsSecret: M2M_CREDS
`,
  ],
  [
    'auth by API key',
    `auth:
  provider: apiKey
  apiKey:
    header: X-API-Key
    allowlistSecret: ACME_API_KEYS
`,
  ],
  [
    'secrets with description',
    `secrets:
  - { name: TRUSTED_PUBKEY, required: true, description: 'Signing trust root (PEM)' }
  - { name: FRONTEGG_ISSUER_URL, required: true }
  - { name: ACME_API_TOKEN,      required: false, description: 'ACME API bearer' }
`,
  ],
];

test.each(sections)('accepts %s', async (_, yaml) => {
  const { manifest, report } = await readManifestText(withSections(yaml), { variables });
  expect(report).toEqual([]);
  expect(manifest).toBeDefined();
});

test('accepts the environments example, whose production overlay lists nothing but vars and tags', async () => {
  const tagged = `${minimum}tags:
  - { name: public }
  - { name: billing }
  - { name: ops }
  - { name: admin }
  - { name: experimental }
environments:
  staging:
    specs:
      - id: acme
        spec: ./openapi/acme.yaml
        baseUrl: https://api.staging.acme.com
    skills:
      tags: { include: [public, billing, ops] }
    bindings:
      vars: { LOG_LEVEL: debug }
  production:
    skills:
      tags: { include: [public, billing, ops], exclude: [admin, experimental] }
    bindings:
      vars: { LOG_LEVEL: info }
`;
  const staging = await readManifestText(tagged, { variables, environment: 'staging' });
  expect(staging.report).toEqual([]);
  expect(staging.manifest?.specs.map(({ id, baseUrl }) => [id, baseUrl])).toEqual([
    ['acme', 'https://api.staging.acme.com'],
  ]);
  const production = await readManifestText(tagged, { variables, environment: 'production' });
  expect(production.report).toEqual([]);
  expect(production.manifest?.skillTags).toEqual({
    include: ['public', 'billing', 'ops'],
    exclude: ['admin', 'experimental'],
  });
  expect(production.manifest?.structural.bindings).toMatchObject({
    kvNamespaces: [{ binding: 'REPLAY_NONCE', id: 'kv1' }],
    vars: { LOG_LEVEL: 'info' },
  });
});

const ours: [title: string, yaml: string][] = [
  [
    'deployment',
    'deployment: { url: https://mcp.acme.com, workerName: acme, workersDev: false, customDomain: mcp.acme.com, routes: [{ pattern: mcp.acme.com/*, zoneName: acme.com }] }\n',
  ],
  [
    'an execution budget',
    'execution: { plan: paid, timeoutMs: 10000, maxCalls: 5, maxConcurrency: 2, memoryMb: 8, responseBytes: 2048, approve: [acme.refund*] }\n',
  ],
  [
    'Cloudflare Access',
    'auth: { provider: cloudflareAccess, cloudflareAccess: { teamDomain: acme.cloudflareaccess.com, audience: f1b2 }, requiredScopes: [mcp] }\n',
  ],
  ['access to skills', 'skills: { access: { refund: { scopes: [refunds], groups: [support] } } }\n'],
  [
    'origins and icons',
    'server: { info: { name: a, version: 1.0.0 }, allowedOrigins: [https://app.acme.com], icons: [{ src: https://acme.com/icon.png, mimeType: image/png, sizes: [48x48] }] }\n',
  ],
  [
    'every credential of a spec',
    `auth: { provider: oauth, oauth: { issuer: https://issuer.example.com, audience: https://api.acme.com } }
specs:
  - id: acme
    spec: ./openapi/acme.yaml
    baseUrl: https://api.acme.com/v1
    readOnly: true
    server: 1
    serverVariables: { region: eu }
    strict: true
    auth:
      bearer: { secret: M2M_CREDS }
      machine: { clientCredentials: { clientIdSecret: M2M_CREDS, privateKeySecret: TRUSTED_PUBKEY, tokenUrl: https://login.acme.com/token, scopes: [a] } }
      other: { clientCredentials: { clientIdSecret: M2M_CREDS, clientSecretSecret: TRUSTED_PUBKEY, tokenUrl: http://127.0.0.1:9000/token } }
      exchanged: { tokenExchange: { tokenUrl: https://login.acme.com/token, audience: acme, resource: https://api.acme.com } }
      own: { passthrough: true }
`,
  ],
];

test.each(ours)('accepts what we add: %s', async (_, yaml) => {
  const { manifest, report } = await readManifestText(withSections(yaml), { variables });
  expect(report).toEqual([]);
  expect(manifest).toBeDefined();
});
