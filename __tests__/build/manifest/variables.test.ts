import { readManifestText, smallestManifest } from '../../support/read-manifest-text.js';

const text = `${smallestManifest
  .replace('id: 0f2a', "id: 'kv-${env:KV_ID}'")
  .replace(
    'specs: []',
    "specs: [{ id: acme, spec: ./openapi/acme.yaml, baseUrl: 'https://${env:API_HOST}/v1' }]",
  )}environments:
  staging: { vars: { LEVEL: '\${env:LEVEL}' }, deployment: { url: '\${env:URL}' } }
`;
const variables = { KV_ID: '0f2a', API_HOST: 'api.acme.com', LEVEL: 'debug', URL: 'https://mcp.acme.com', UNUSED: 'x' };

test('fills variables inside texts, and names those of the chosen environment only', async () => {
  const base = await readManifestText(text, { variables: { KV_ID: '0f2a', API_HOST: 'api.acme.com' } });
  expect(base.report).toEqual([]);
  expect(base.manifest?.usedVariables).toEqual(['API_HOST', 'KV_ID']);
  expect(base.manifest?.structural.bindings.kvNamespaces).toEqual([{ binding: 'REPLAY_NONCE', id: 'kv-0f2a' }]);
  expect(base.manifest?.specs[0]?.baseUrl).toBe('https://api.acme.com/v1');
  const staging = await readManifestText(text, { variables, environment: 'staging' });
  expect(staging.report).toEqual([]);
  expect(staging.manifest?.usedVariables).toEqual(['API_HOST', 'KV_ID', 'LEVEL', 'URL']);
  expect(staging.manifest?.structural.bindings.vars).toEqual({ LEVEL: 'debug' });
});

test('a variable that the overlay replaces is not needed', async () => {
  const overlay = text.replace(
    'vars: { LEVEL',
    'bindings: { kvNamespaces: [{ binding: REPLAY_NONCE, id: other }] }, vars: { LEVEL',
  );
  const { report, manifest } = await readManifestText(overlay, {
    variables: { ...variables, KV_ID: undefined },
    environment: 'staging',
  });
  expect(report).toEqual([]);
  expect(manifest?.usedVariables).not.toContain('KV_ID');
});

test('an unset variable is an error at its line, and so is an empty one', async () => {
  const { diagnostics } = await readManifestText(text, { variables: { KV_ID: '' } });
  expect(diagnostics.map(({ code, args, location }) => [code, args, location?.line])).toEqual([
    ['manifest-variable-missing', { name: 'API_HOST', path: 'specs[0].baseUrl', isEmpty: false }, 5],
    ['manifest-variable-missing', { name: 'KV_ID', path: 'bindings.kvNamespaces[0].id', isEmpty: true }, 8],
  ]);
});

test('a dry run without variables fills placeholders that the schema accepts, and names them', async () => {
  const placed = text
    .replace('{ provider: none }', "{ provider: oauth, oauth: { issuer: '${env:ISSUER}', audience: acme } }")
    .replace('algorithm: ed25519', "algorithm: '${env:ALGORITHM}'")
    .replace("'2026-05-01'", "'${env:DATE}'")
    .replace('nonceKv: REPLAY_NONCE', "nonceKv: '${env:NONCE_KV}'")
    .replace('name: acme-mcp\n', "name: '${env:NAME}'\n");
  const { manifest, report } = await readManifestText(placed, { placeholders: true, environment: 'staging' });
  expect(report).toEqual([]);
  expect(manifest?.placeholders).toEqual([
    'ALGORITHM',
    'API_HOST',
    'DATE',
    'ISSUER',
    'KV_ID',
    'LEVEL',
    'NAME',
    'NONCE_KV',
    'URL',
  ]);
  expect(manifest?.specs[0]?.baseUrl).toBe('https://api-host.placeholder.invalid/v1');
  expect(URL.canParse(manifest!.structural.deployment.url!)).toBe(true);
  expect(manifest?.structural).toMatchObject({
    runtime: { target: 'cloudflare-worker' },
    signing: { algorithm: 'ed25519' },
  });
  expect(manifest?.structural.auth.provider).toBe('oauth');
});

test('variables that are set are used in a dry run, and nothing is a placeholder then', async () => {
  const { manifest } = await readManifestText(text, { variables, placeholders: true });
  expect(manifest?.placeholders).toEqual([]);
  expect(manifest?.specs[0]?.baseUrl).toBe('https://api.acme.com/v1');
});

test('what a variable holds is validated, but never repeated in a message', async () => {
  const { report } = await readManifestText(text.replace('https://${env:API_HOST}/v1', '${env:API_HOST}'), {
    variables: { ...variables, API_HOST: 'hunter2' },
  });
  expect(report.join('\n')).toContain('manifest-url');
  expect(report.join('\n')).not.toContain('hunter2');
});

test('a value is not searched for variables again', async () => {
  const { manifest, report } = await readManifestText(text, { variables: { ...variables, KV_ID: '${env:API_HOST}' } });
  expect(report).toEqual([]);
  expect(manifest?.structural.bindings.kvNamespaces?.[0]?.id).toBe('kv-${env:API_HOST}');
});

test('inherited properties of the environment are no variables', async () => {
  const { report } = await readManifestText(text.replace('KV_ID', 'toString'), { variables });
  expect(report).toEqual([expect.stringContaining('"toString" that bindings.kvNamespaces[0].id asks for is not set')]);
});

test('prose may speak of templates', async () => {
  const prose = text.replace(
    'version: 1.0.0 }',
    "version: 1.0.0 }, instructions: 'Write ${{ x }} or $NAME or ${NAME}'",
  );
  expect((await readManifestText(prose, { variables })).report).toEqual([]);
});

test.each(['INPUT_KEY', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'GITHUB_TOKEN', 'github_token', 'TRUSTED_PUBKEY'])(
  'refuses %s',
  async (name) => {
    const { diagnostics } = await readManifestText(text.replace('KV_ID', name), {
      variables: { ...variables, [name]: 'x' },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['manifest-variable-refused']);
  },
);
