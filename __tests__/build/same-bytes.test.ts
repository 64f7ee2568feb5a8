import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import yaml from 'js-yaml';
import { build } from '../../src/build/build.js';
import { memoryTree } from '../support/memory-tree.js';
import { SHOP_VARIABLES } from '../support/project-copy.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A project in memory whose description can be given in any spelling. */
interface Project {
  files: Record<string, Uint8Array>;
  description: string;
}

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

function fixture(name: string, description: string): Project {
  const directory = join(fixtures, name);
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[relative(directory, path).split(sep).join('/')] = readFileSync(path);
  }
  return { files, description };
}

const slice = fixture('github-slice', 'openapi/github.json');
const shop = fixture('acme-shop', 'openapi/acme.yaml');

const parsed = ({ files, description }: Project): Json =>
  yaml.load(Buffer.from(files[description] as Uint8Array).toString(), { schema: yaml.CORE_SCHEMA }) as Json;

/** The shop with a description of its own and one skill that refers to operations of it. */
function projectOf(description: Json, operations: readonly string[]): Project {
  const text = (content: string) => new TextEncoder().encode(content);
  const manifest = Buffer.from(slice.files['frontmcp.deploy.yaml'] as Uint8Array).toString();
  return {
    files: {
      'frontmcp.deploy.yaml': text(
        manifest
          .replace(/auth:\n {6}bearerAuth: \{ secret: GITHUB_API_TOKEN \}\n\nskills/, 'auth: false\n\nskills')
          .replace(/^classification:\n {2}rules:\n.*\n/m, ''),
      ),
      'skills/all/SKILL.md': text(
        `---\nname: all\ndescription: Everything.\n---\n\n${operations.map((name) => `[[op:github/${name}]]`).join('\n')}\n`,
      ),
      'openapi/github.json': text(JSON.stringify(description)),
    },
    description: 'openapi/github.json',
  };
}

/** Digest of the index, which names every artifact by its own digest, for a spelling of the description. */
async function digest({ files, description }: Project, spelling?: string): Promise<string> {
  const tree = memoryTree({ ...files, ...(spelling === undefined ? {} : { [description]: spelling }) });
  const variables = { ...SHOP_VARIABLES, KV_REPLAY_NONCE_ID: '0f2a', GITHUB_API_ADDRESS: 'http://127.0.0.1:1' };
  const { bundle, diagnostics } = await build({
    files: tree,
    manifest: 'frontmcp.deploy.yaml',
    variables,
    placeholders: true,
  });
  if (!bundle) throw new Error(JSON.stringify(diagnostics));
  return bundle.sha256;
}

/** The same value with the members of every object in an order that the numbers decide. */
function shuffled(value: Json, next: () => number): Json {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, next));
  if (typeof value !== 'object' || value === null) return value;
  const keyed = Object.entries(value).map(([key, member]) => ({ key, member, rank: next() }));
  return Object.fromEntries(
    keyed.sort((a, b) => a.rank - b.rank).map(({ key, member }) => [key, shuffled(member, next)]),
  );
}

/** Numbers that follow from a seed (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
}

const WRITERS: Record<string, (value: Json) => string> = {
  'JSON in one line': (value) => JSON.stringify(value),
  'indented JSON with a byte order mark': (value) => `\ufeff${JSON.stringify(value, null, '\t')}`,
  YAML: (value) => yaml.dump(value, { noRefs: true }),
  'YAML with Windows line ends, half of it in brackets': (value) =>
    yaml.dump(value, { noRefs: true, flowLevel: 4, lineWidth: -1 }).replaceAll('\n', '\r\n'),
};

const node: Json = {
  type: 'object',
  required: ['name', 'id'],
  properties: {
    name: { type: 'string' },
    id: { type: 'integer', readOnly: true },
    children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
    parent: { anyOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] },
  },
};
/** What the slice has not: recursion, forms with an encoding, choices, pointers into other operations, several answers and types. */
const odd: Json = {
  openapi: '3.1.0',
  info: { title: 'Odd', version: '1' },
  servers: [{ url: 'https://{region}.example.com', variables: { region: { default: 'eu', enum: ['us', 'eu'] } } }],
  paths: {
    '/nodes/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'get-node',
        responses: {
          200: {
            description: 'x',
            content: { 'text/plain': {}, 'application/json': { schema: { $ref: '#/components/schemas/Node' } } },
          },
        },
      },
      post: {
        operationId: 'set/node',
        parameters: [
          {
            name: 'id',
            in: 'query',
            style: 'deepObject',
            schema: { type: 'object', properties: { b: {}, a: { enum: ['x', 1] } } },
          },
        ],
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: node,
              encoding: { children: { style: 'deepObject', explode: true }, name: { contentType: 'text/plain' } },
            },
            'multipart/form-data': { schema: node },
          },
        },
        responses: {
          202: { description: 'x' },
          201: {
            description: 'y',
            content: {
              'application/json': {
                schema: { $ref: '#/paths/~1nodes~1%7Bid%7D/post/requestBody/content/multipart~1form-data/schema' },
              },
            },
          },
        },
      },
    },
    '/nodes': {
      get: {
        // Two types where the specification wants one.
        parameters: [
          {
            name: 'filter',
            in: 'query',
            content: { 'text/plain': { schema: { type: 'string' } }, 'application/json': { schema: node } },
          },
        ],
        responses: { default: { description: 'x' } },
      },
      // Types that are sent in one way, and described differently.
      put: {
        requestBody: {
          content: {
            'multipart/mixed': { schema: { type: 'object', properties: { a: {} } } },
            'multipart/form-data': { schema: { type: 'object', properties: { b: {} } } },
          },
        },
        responses: {},
      },
    },
  },
  components: { schemas: { Node: node, 'No-de': { type: 'string' } } },
};
/** Answers beyond the budget: which of them are kept must not depend on the order either. */
const large: Json = {
  openapi: '3.0.3',
  info: { title: 'Large', version: '1' },
  servers: [{ url: 'https://a.example' }],
  paths: {
    '/x': {
      get: {
        operationId: 'x',
        responses: {
          200: {
            description: 'x',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: Object.fromEntries(
                    Array.from({ length: 12 }, (_, index) => [`p${index}`, { $ref: `#/components/schemas/S${index}` }]),
                  ),
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `S${index}`,
        {
          type: 'object',
          properties: Object.fromEntries(
            Array.from({ length: 250 }, (__, each) => [
              `property${each}`,
              { type: 'string', description: `${index} ${'x'.repeat(250)}` },
            ]),
          ),
        },
      ]),
    ),
  },
};

test.each<[string, Project, number]>([
  ['a slice of GitHub', slice, 12],
  ['the shop', shop, 12],
  ['forms, choices and recursion', projectOf(odd, ['get-node', 'set/node', 'GET /nodes', 'PUT /nodes']), 20],
  ['more answers than are kept', projectOf(large, ['x']), 4],
])(
  'the bundle of %s is the same bytes in every order of keys, as JSON and as YAML',
  async (_, project, runs) => {
    const value = parsed(project);
    const expected = await digest(project);
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.constantFrom(...Object.keys(WRITERS)), async (seed, writer) => {
        expect(await digest(project, WRITERS[writer]?.(shuffled(value, numbers(seed))))).toBe(expected);
      }),
      { numRuns: runs },
    );
  },
  60_000,
);

test('the bundle does not grow when parts grow that no skill refers to', async () => {
  const value = parsed(slice) as Record<string, Record<string, Record<string, Json>>>;
  const more = (count: number): Json => ({
    ...value,
    info: value['info'] as Json,
    tags: Array.from({ length: count }, (_, index) => ({ name: `tag${index}` })),
    paths: {
      ...value['paths'],
      ...Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `/unrelated${index}/{id}`,
          {
            get: {
              operationId: `unrelated/get-${index}`,
              responses: {
                200: {
                  description: 'x',
                  content: { 'application/json': { schema: { $ref: `#/components/schemas/unrelated${index}` } } },
                },
              },
            },
          },
        ]),
      ),
    },
    components: {
      ...value['components'],
      schemas: {
        ...(value['components']?.['schemas'] as object),
        ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`unrelated${index}`, node])),
      },
    },
  });
  const expected = await digest(slice);
  for (const count of [1, 40, 2_000]) expect(await digest(slice, JSON.stringify(more(count)))).toBe(expected);
});

test('what a skill refers to does change it', async () => {
  const text = Buffer.from(slice.files[slice.description] as Uint8Array).toString();
  expect(await digest(slice, text.replace('"/orgs/{org}/repos"', '"/orgs/{org}/repositories"'))).not.toBe(
    await digest(slice),
  );
});
