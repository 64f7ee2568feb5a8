import { readManifestText, smallestManifest } from '../../support/read-manifest-text.js';

const base = `${smallestManifest.replace('specs: []', 'specs: [./openapi/acme.yaml]')}  - { name: ACME_KEYS }
skills: { source: ./skills/, alwaysLoad: [refund], tags: { include: [billing] } }
execution: { maxCalls: 5, timeoutMs: 1000 }
deployment: { url: 'https://mcp.acme.com/' }
environments:
`;

async function read(overlay: string, text = base) {
  return readManifestText(text + overlay, { environment: 'staging' });
}

test('merges scalars and objects deeply and replaces lists', async () => {
  const { manifest, report } = await read(`  staging:
    server: { info: { version: 2.0.0 } }
    specs: [./openapi/billing.yaml]
    skills: { tags: { exclude: [admin] }, alwaysLoad: [] }
    execution: { maxCalls: 9 }
`);
  expect(report).toEqual([]);
  expect(manifest?.environment).toBe('staging');
  expect(manifest?.hot.server.info).toEqual({ name: 'acme-mcp', version: '2.0.0' });
  expect(manifest?.specs.map(({ id }) => id)).toEqual(['billing']);
  expect(manifest?.skillsDirectory).toBe('skills');
  expect(manifest?.skillTags).toEqual({ include: ['billing'], exclude: ['admin'] });
  expect(manifest?.hot.skills.alwaysLoad).toEqual([]);
  expect(manifest?.hot.execution).toEqual({ maxCalls: 9, timeoutMs: 1000 });
});

test('replaces only the kinds of bindings that the overlay lists, and merges vars by key', async () => {
  const text = base.replace(
    'bindings:\n',
    'bindings:\n  r2Buckets: [{ binding: SKILL_DATA, bucketName: data }]\n  vars: { A: base, B: base, C: base }\n',
  );
  const overlay = `  staging:
    bindings: { r2Buckets: [{ binding: OTHER, bucketName: other }], vars: { B: bindings, C: bindings } }
    vars: { C: vars, D: vars }
`;
  const { manifest, report } = await read(overlay, text);
  expect(report).toEqual([]);
  expect(manifest?.structural.bindings).toMatchObject({
    r2Buckets: [{ binding: 'OTHER', bucketName: 'other' }],
    kvNamespaces: [{ binding: 'REPLAY_NONCE', id: '0f2a' }],
    vars: { A: 'base', B: 'bindings', C: 'vars', D: 'vars' },
  });
});

test('another auth provider takes the place of the settings of the first', async () => {
  const oauth =
    'auth: { provider: oauth, oauth: { issuer: https://issuer.example.com, audience: acme }, requiredScopes: [mcp] }';
  const text = base.replace('auth: { provider: none }', oauth);
  const apiKey = await read(
    '  staging: { auth: { provider: apiKey, apiKey: { allowlistSecret: ACME_KEYS } } }\n',
    text,
  );
  expect(apiKey.report).toEqual([]);
  expect(apiKey.manifest?.structural.auth).toEqual({ provider: 'apiKey', apiKey: { allowlistSecret: 'ACME_KEYS' } });
});

test('required scopes survive the change to another provider that has them', async () => {
  const oauth =
    'auth: { provider: oauth, oauth: { issuer: https://issuer.example.com, audience: acme }, requiredScopes: [mcp] }';
  const text = base.replace('auth: { provider: none }', oauth);
  const access =
    '{ provider: cloudflareAccess, cloudflareAccess: { teamDomain: acme.cloudflareaccess.com, audience: f1 } }';
  const { manifest, report } = await read(`  staging: { auth: ${access} }\n`, text);
  expect(report).toEqual([]);
  expect(manifest?.structural.auth).toMatchObject({ provider: 'cloudflareAccess', requiredScopes: ['mcp'] });
  expect(manifest?.structural.auth).not.toHaveProperty('oauth');
});

test('each environment has a Worker of its own unless the manifest names one', async () => {
  const staging = await read('  staging: {}\n');
  expect(staging.manifest?.structural.deployment).toEqual({
    url: 'https://mcp.acme.com',
    workerName: 'acme-mcp-staging',
  });
  const alone = await readManifestText(base + '  staging: {}\n');
  expect(alone.manifest?.structural.deployment.workerName).toBe('acme-mcp');
  const named = await read('  staging: { deployment: { workerName: elsewhere } }\n');
  expect(named.manifest?.structural.deployment.workerName).toBe('elsewhere');
});

test('a name too long for a Worker is cut and stays different for each environment', async () => {
  const text = base.replace('name: acme-mcp\n', `name: ${'Acme_'.repeat(24)}x\n`);
  const names = await Promise.all(
    ['staging', 'production'].map(async (environment) => {
      const { manifest, report } = await readManifestText(`${text}  staging: {}\n  production: {}\n`, { environment });
      expect(report).toEqual([]);
      return manifest!.structural.deployment.workerName!;
    }),
  );
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/);
});

test('the environment "base" is the manifest without an overlay', async () => {
  const { manifest, report } = await readManifestText(base + '  staging: {}\n', { environment: 'base' });
  expect(report).toEqual([]);
  expect(manifest?.environment).toBe('base');
});

test('checks the environments that were not asked for, and says which', async () => {
  const { manifest, report } = await read('  staging: {}\n  production: { execution: { maxCalls: 0 } }\n');
  expect(report).toEqual(['23:40 manifest-range environments.production: execution.maxCalls must be at least 1.']);
  expect(manifest?.environment).toBe('staging');
});

test('a value of the overlay is placed in the overlay, one of the base in the base', async () => {
  const { manifest } = await read('  staging: { specs: [./openapi/billing.yaml], execution: { maxCalls: 9 } }\n');
  expect(manifest?.specs[0]?.location).toMatchObject({ line: 22, column: 22 });
  expect(manifest?.locate('/execution/maxCalls')).toMatchObject({ line: 22, column: 70 });
  expect(manifest?.locate('/execution/timeoutMs')).toMatchObject({ line: 19, column: 38 });
  expect(manifest?.locate('/execution/memoryMb')).toMatchObject({ line: 19, column: 12 });
});
