import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { distPath } from '../support/dist-path.js';
import { makeDirectory } from '../support/git-project.js';
import { runNode } from '../support/run-program.js';

/** A build of GitHub's description takes half of this; what is hostile must not need more. */
const HEAP_MB = 256;

const manifest = (strict: boolean) => `version: 1
name: shop
runtime: { target: cloudflare-worker, compatibilityDate: '2026-05-01' }
server: { info: { name: shop, version: 1.0.0 } }
specs: [{ id: shop, spec: ./api.yaml, strict: ${strict} }]
skills: { source: ./skills/ }
bindings:
  kvNamespaces: [{ binding: NONCE, id: c }]
signing: { algorithm: ed25519, trustRoots: [{ kid: k, publicKeySecret: KEY }], replay: { nonceKv: NONCE } }
secrets: [{ name: KEY }]
auth: { provider: none }
`;

interface Hostile {
  api: string | Uint8Array;
  operation?: string;
  strict?: boolean;
  /** More files beside the description. */
  files?: Record<string, string>;
}

/** Runs the shipped command line on a project, with little memory; the codes of what it found, and its exit code. */
async function validate({
  api,
  operation = 'x',
  strict = false,
  files = {},
}: Hostile): Promise<{ exit: number | null; codes: string[] }> {
  const project = makeDirectory({
    'frontmcp.deploy.yaml': manifest(strict),
    'skills/orders/SKILL.md': `---\nname: orders\ndescription: Looks after orders.\n---\n\n[[op:shop/${operation}]]\n`,
    ...files,
  });
  try {
    writeFileSync(join(project.directory, 'api.yaml'), api);
    const args = [`--max-old-space-size=${HEAP_MB}`, distPath('cli/index.js'), 'deploy', 'validate', '--json'];
    const { code, stdout, stderr } = await runNode(args, { cwd: project.directory });
    // Whoever is out of memory prints no document.
    if (stdout === '') throw new Error(`ended with ${code}: ${stderr.slice(-2000)}`);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
    return { exit: code, codes: [...new Set(diagnostics.map((each) => each.code))] };
  } finally {
    project.remove();
  }
}

const HEAD = { openapi: '3.0.3', info: { title: 'a', version: '1' }, servers: [{ url: 'https://a.example' }] };
const write = (paths: object, more: object = {}) => JSON.stringify({ ...HEAD, paths, ...more });
const body = (schema: unknown) => ({
  '/x': {
    post: {
      operationId: 'x',
      requestBody: { content: { 'application/json': { schema } } },
      responses: { 200: { description: 'ok' } },
    },
  },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
/** Thirty schemas, each made of the next. */
const chain = (part: (next: object) => object) =>
  write(body(ref('S0')), {
    components: {
      schemas: {
        ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`S${index}`, part(ref(`S${index + 1}`))])),
        S30: { type: 'string' },
      },
    },
  });
const manyPaths = (count: number, item: string) =>
  write({}).replace(
    '"paths":{}',
    () => `"paths":{${Array.from({ length: count }, (_, index) => `"/p${index}":${item}`).join()}}`,
  );
const tenTimes = (next: object) => ({
  type: 'object',
  properties: Object.fromEntries([...'abcdefghij'].map((key) => [key, next])),
});
const composed = (next: object) => ({
  allOf: [next, next, next, next],
  oneOf: [next, next, next, next],
  anyOf: [next, next, next, next],
});
const nested = write(body('DEEP')).replace(
  '"DEEP"',
  () => `${'{"properties":{"a":'.repeat(50_000)}{}${'}}'.repeat(50_000)}`,
);
const laughs = [
  'openapi: 3.0.3',
  "info: { title: a, version: '1' }",
  'servers: [{ url: https://a.example }]',
  ...Array.from(
    { length: 14 },
    (_, index) =>
      `x-l${index}: &l${index} { ${[...'abcdefghi'].map((key) => `${key}: ${index === 0 ? 'lol' : `*l${index - 1}`}`).join(', ')} }`,
  ),
  'paths:',
  '  /x:',
  '    post: { operationId: x, requestBody: { content: { application/json: { schema: { type: object, default: *l13, properties: *l13 } } } }, responses: { 200: { description: ok } } }',
].join('\n');

describe('a description that is made to hurt ends in a clear error, or is read, with little memory', () => {
  test.each<[string, () => Hostile, string[]]>([
    ['64 MiB of white space', () => ({ api: new Uint8Array(64 * 1024 * 1024).fill(0x20) }), ['openapi-no-description']],
    [
      'a byte more than 64 MiB',
      () => ({ api: new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20) }),
      ['openapi-too-large'],
    ],
    [
      'a million paths',
      () => ({ api: manyPaths(1_000_000, '{"get":{}}'), operation: 'GET /p999999' }),
      ['openapi-too-many-paths'],
    ],
    [
      '100,000 operations that want one name',
      () => ({ api: manyPaths(100_000, '{"get":{"operationId":"a.b"}}'), operation: 'a.b' }),
      ['openapi-ambiguous-operation'],
    ],
    ['100,000 levels of JSON', () => ({ api: nested }), []],
    ['100,000 levels of YAML', () => ({ api: `openapi: 3.0.3\na: ${'['.repeat(100_000)}` }), ['openapi-syntax']],
    ['a billion laughs by aliases', () => ({ api: laughs }), []],
    ['a billion laughs by references', () => ({ api: chain(tenTimes) }), []],
    ['a billion laughs by compositions', () => ({ api: chain(composed) }), []],
    [
      'references in circles through three files',
      () => ({
        api: write({ '/x': { post: { operationId: 'x', parameters: [{ $ref: 'a.json' }], responses: {} } } }),
        files: { 'a.json': '{"$ref":"b.json"}', 'b.json': '{"$ref":"c.json"}', 'c.json': '{"$ref":"a.json"}' },
      }),
      ['openapi-reference'],
    ],
    [
      'keys that could reach a prototype',
      () => ({
        api: write(
          { '/x': { __P__: {}, post: { operationId: 'x', __P__: { operationId: 'evil' }, responses: { __P__: {} } } } },
          { __P__: { paths: {} } },
        ).replaceAll('__P__', '__proto__'),
      }),
      [],
    ],
  ])(
    '%s',
    async (_, make, codes) => {
      expect(await validate(make())).toEqual({ exit: codes.length === 0 ? 0 : 1, codes });
    },
    120_000,
  );

  test.each<[string, () => string]>([
    ['100,000 levels', () => nested],
    ['a billion laughs by aliases', () => laughs],
    ['a billion laughs by references', () => chain(tenTimes)],
    ['a billion laughs by compositions', () => chain(composed)],
    ['100,000 paths that are all wrong', () => manyPaths(100_000, '{"get":{},"post":7}')],
  ])(
    '%s, validated as a whole',
    async (_, make) => {
      const operation = make().includes('"/p1"') ? 'GET /p1' : 'x';
      expect((await validate({ api: make(), strict: true, operation })).codes).toContain('openapi-strict-too-large');
    },
    120_000,
  );
});
