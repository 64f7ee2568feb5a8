import { build, type BuildResult } from '../../../src/build/build.js';
import { MAX_ARTIFACT_BYTES } from '../../../src/contract/bundle/bundle-limits.js';
import { messageOf } from '../../../src/build/diagnostics/collector.js';
import { parseBundle } from '../../../src/contract/bundle/parse-bundle.js';
import { sha256Hex } from '../../../src/contract/encoding/digest.js';
import { fromUtf8 } from '../../../src/contract/encoding/bytes.js';
import { memoryTree } from '../../support/memory-tree.js';

const MANIFEST = `version: 1
name: acme
runtime: { target: cloudflare-worker, compatibilityDate: '2026-05-01' }
server: { info: { name: acme, version: 1.0.0 } }
specs: [{ id: shop, spec: shop.json, baseUrl: 'https://api.example.com', auth: false }]
skills: { tags: { exclude: [hidden] } }
bindings: { kvNamespaces: [{ binding: NONCE, id: '\${env:KV_ID}' }] }
signing: { algorithm: ed25519, trustRoots: [{ kid: k, publicKeySecret: PUB }], replay: { nonceKv: NONCE } }
auth: { provider: none }
secrets: [{ name: PUB }]
`;

const SPEC = {
  openapi: '3.0.3',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/orders/{id}': {
      get: {
        operationId: 'getOrder',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
          },
        },
      },
      delete: {
        operationId: 'deleteOrder',
        tags: ['hidden'],
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 204: { description: 'gone' } },
      },
    },
  },
  components: { schemas: { Order: { type: 'object', properties: { id: { type: 'string' } } } } },
};

const skill = (name: string, body: string) => `---\nname: ${name}\ndescription: Does ${name}.\n---\n\n${body}\n`;

const FILES: Record<string, string | Uint8Array> = {
  'frontmcp.deploy.yaml': MANIFEST,
  'shop.json': JSON.stringify(SPEC),
  'skills/look/SKILL.md': skill('look', 'See [[op:shop/getOrder]].'),
  'skills/wipe/SKILL.md': skill('wipe', 'See [[op:shop/deleteOrder]].'),
  'skills/know/SKILL.md': skill('know', 'Only words.'),
};

function buildFiles(changes: Record<string, string | Uint8Array> = {}): Promise<BuildResult> {
  return build({
    files: memoryTree({ ...FILES, ...changes }),
    manifest: 'frontmcp.deploy.yaml',
    variables: { KV_ID: 'kv' },
    placeholders: false,
  });
}

async function bundleOf(changes?: Record<string, string | Uint8Array>) {
  const { bundle, diagnostics } = await buildFiles(changes);
  if (!bundle) throw new Error(JSON.stringify(diagnostics));
  return bundle;
}

describe('the bundle stage', () => {
  test('makes an index that the Worker accepts, whose digest is that of its bytes', async () => {
    const bundle = await bundleOf();
    expect(await sha256Hex(bundle.bytes)).toBe(bundle.sha256);
    expect(parseBundle(fromUtf8(bundle.bytes), bundle.bytes.length)).toMatchObject({ ok: true });
  });

  test('names every artifact by the digest of its bytes', async () => {
    const { artifacts } = await bundleOf();
    for (const [sha256, { bytes, ref }] of artifacts) {
      expect(await sha256Hex(bytes)).toBe(sha256);
      expect(ref).toMatchObject({ sha256, size: bytes.length });
    }
    expect(artifacts.size).toBeGreaterThan(3);
  });

  test('leaves out a skill whose operation has an excluded tag, and the operation with it', async () => {
    const { index } = await bundleOf();
    expect(Object.keys(index.skills)).toEqual(['know', 'look']);
    expect(Object.keys(index.operations)).toEqual(['shop.getOrder']);
  });

  test('gives the same bytes for the same files in another order', async () => {
    const reversed = Object.fromEntries(Object.entries(FILES).reverse());
    const { bundle } = await build({
      files: memoryTree(reversed),
      manifest: 'frontmcp.deploy.yaml',
      variables: { KV_ID: 'kv' },
      placeholders: false,
    });
    expect(bundle?.sha256).toBe((await bundleOf()).sha256);
  });

  test('does not change when an operation that nobody mentions changes', async () => {
    const other = structuredClone(SPEC) as typeof SPEC & { paths: Record<string, unknown> };
    other.paths['/elsewhere' as never] = {
      get: { operationId: 'elsewhere', responses: { 200: { description: 'ok' } } },
    } as never;
    expect((await bundleOf({ 'shop.json': JSON.stringify(other) })).sha256).toBe((await bundleOf()).sha256);
  });

  test('keeps binary files out of the push body, as blobs', async () => {
    const { index, blobs, artifacts } = await bundleOf({
      'skills/look/assets/logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    });
    const ref = index.skills.look?.files['assets/logo.png'];
    expect(ref).toMatchObject({ blob: true, mediaType: 'image/png', size: 7 });
    expect([...blobs.keys()]).toEqual([ref?.sha256]);
    expect(artifacts.has(ref?.sha256 ?? '')).toBe(false);
  });

  test('keeps text that is too large for the push body as a blob', async () => {
    const { index } = await bundleOf({ 'skills/look/data/table.csv': 'a,b\n'.repeat(MAX_ARTIFACT_BYTES / 4 + 1) });
    expect(index.skills.look?.files['data/table.csv']).toMatchObject({ blob: true });
  });

  test('is not made while anything is an error', async () => {
    const { bundle, diagnostics } = await buildFiles({ 'skills/look/SKILL.md': skill('look', '[[op:shop/getOrdr]]') });
    expect(bundle).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });

  test.each([
    ['shop.getOrder', []],
    ['shop.get*', []],
    ['shop', []],
    ['*.delete*', []],
    ['shop.getOrdr', ['Did you mean "shop.getOrder"?']],
    ['shops.*', ['']],
    ['shop/getOrder', ['']],
  ])('warns of an approval that guards nothing: %s', async (pattern, warnings) => {
    const manifest = `${MANIFEST}execution: { approve: [shop.getOrder, '${pattern}'] }\n`;
    const { bundle, diagnostics } = await buildFiles({ 'frontmcp.deploy.yaml': manifest });
    const found = diagnostics.filter(({ code }) => code === 'bundle-approve-unmatched');
    expect(found.map(({ location }) => location)).toEqual(
      warnings.map(() => expect.objectContaining({ file: 'frontmcp.deploy.yaml', line: 11, column: 39 })),
    );
    found.forEach((diagnostic, index) =>
      expect(messageOf(diagnostic)).toContain(
        `"${pattern}" of "execution.approve" matches no operation that a skill mentions. ${warnings[index]}`.trim(),
      ),
    );
    expect(bundle).toBeDefined();
  });

  test('warns when no skill is left', async () => {
    const { diagnostics } = await build({
      files: memoryTree({ 'frontmcp.deploy.yaml': MANIFEST, 'shop.json': JSON.stringify(SPEC), 'skills/.keep': '' }),
      manifest: 'frontmcp.deploy.yaml',
      variables: { KV_ID: 'kv' },
      placeholders: false,
    });
    expect(diagnostics.map(({ code }) => code)).toContain('bundle-empty');
  });

  test('holds no path of the machine and no time', async () => {
    const text = fromUtf8((await bundleOf()).bytes);
    expect(text).not.toContain(process.cwd());
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
  });
});
