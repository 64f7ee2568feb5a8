import yaml from 'js-yaml';
import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import { collectDiagnostics, messageOf } from '../../../src/build/diagnostics/collector.js';
import type { FileTree } from '../../../src/build/files/file-tree.js';
import { readOperations } from '../../../src/build/openapi/read-operations.js';
import type { EffectiveManifest, SkillSet } from '../../../src/build/stage-values.js';
import { apiOf, readApi } from '../../support/read-openapi.js';

const order = {
  type: 'object',
  properties: { id: { type: 'string' }, items: { type: 'array', items: { $ref: '#/components/schemas/Item' } } },
};
const api = apiOf(
  {
    '/orders': {
      get: {
        operationId: 'listOrders',
        parameters: [{ in: 'query', name: 'page', schema: { type: 'integer' } }],
        responses: {},
      },
      post: {
        operationId: 'add-order',
        requestBody: { content: { 'application/json': { schema: order } } },
        responses: {
          201: {
            description: 'x',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
          },
        },
      },
    },
    '/orders/{id}': { get: { operationId: 'addOrder', responses: {} } },
  },
  {
    components: { schemas: { Order: order, Item: { type: 'object', properties: { b: {}, a: { enum: [1, null] } } } } },
  },
);
const mentions = ['listOrders', 'POST /orders', 'addOrder'];

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

test('the result does not depend on the order of keys, the format, a byte order mark, or line ends', async () => {
  const { set, diagnostics } = await readApi({ api, mentions });
  expect(diagnostics).toEqual([]);
  const expected = canonicalJson(set);
  const spellings = [
    reversed(api) as object,
    yaml.dump(api),
    yaml.dump(reversed(api), { flowLevel: 3 }),
    `\ufeff${JSON.stringify(api, null, 2)}`,
    yaml.dump(api).replaceAll('\n', '\r\n'),
  ];
  for (const spelling of spellings)
    expect(canonicalJson((await readApi({ api: spelling, mentions })).set)).toBe(expected);
  expect(canonicalJson((await readApi({ api, mentions: [...mentions].reverse() })).set)).toBe(expected);
});

test('what nobody refers to is not resolved, and cannot fail the build', async () => {
  const broken = {
    ...api,
    paths: {
      ...(api['paths'] as object),
      '/broken': {
        get: { parameters: [{ $ref: 'https://elsewhere.example/x' }, 7], requestBody: 'nonsense', responses: 3 },
      },
      '/odd': 'not a path item',
      '/nowhere': { $ref: 'missing.yaml' },
    },
  };
  const { set, diagnostics } = await readApi({ api: broken, mentions });
  expect(diagnostics).toEqual([]);
  expect(canonicalJson(set)).toBe(canonicalJson((await readApi({ api, mentions })).set));
});

test('a spec that no skill refers to is not read', async () => {
  const { set, diagnostics } = await readApi({ api: '{ broken', mentions: [] });
  expect(diagnostics).toEqual([]);
  expect(set).toEqual({ services: {}, schemas: {}, operations: [], bySkill: { orders: [] } });
});

test('follows references into other files of the repository, whatever their names and formats', async () => {
  const files = {
    'openapi/paths/order.yaml': `get:
  operationId: getOrder
  parameters: [{ $ref: '../shared%20parts/params.json#/Id' }]
  responses: { 200: { description: x, content: { application/json: { schema: { $ref: './models.yaml#/Order' } } } } }
`,
    'openapi/shared parts/params.json':
      '{"Id": {"in": "path", "name": "id", "required": true, "schema": {"type": "integer"}}}',
    'openapi/paths/models.yaml':
      'Order: { type: object, properties: { self: { $ref: "#/Order" }, root: { $ref: "../acme.json#/components/schemas/Root" } } }',
  };
  const main = apiOf(
    { '/orders/{id}': { $ref: 'paths/order.yaml' } },
    { components: { schemas: { Root: { type: 'string' } } } },
  );
  const { operation, set, diagnostics } = await readApi({ api: main, mentions: ['getOrder'], files });
  expect(diagnostics).toEqual([]);
  expect(operation('getOrder').document.input['properties']).toEqual({ id: { type: 'integer' } });
  const [name = ''] = Object.keys(set.schemas['acme'] ?? {}).filter((key) => key.startsWith('Order'));
  expect(set.schemas['acme']).toEqual({
    [name]: { type: 'object', properties: { self: { $ref: `#/$defs/${name}` }, root: { $ref: '#/$defs/Root' } } },
    Root: { type: 'string' },
  });
});

test('never asks the file tree for what is outside or remote', async () => {
  const asked: string[] = [];
  const refs = [
    '/etc/hostname',
    '../../up.yaml',
    'file:///etc/hostname',
    'https://x.example/a.yaml',
    '//x.example/a',
    'C:\\x.yaml',
    '%2e%2e/%2e%2e/up.yaml',
    'a\0b',
  ];
  const schema = { type: 'object', properties: Object.fromEntries(refs.map(($ref, index) => [`p${index}`, { $ref }])) };
  const text = JSON.stringify(
    apiOf({
      '/x': { post: { operationId: 'x', requestBody: { content: { 'application/json': { schema } } }, responses: {} } },
    }),
  );
  const tree: Pick<FileTree, 'read'> = {
    read: async (path) => {
      asked.push(path);
      return path === 'openapi/acme.json'
        ? { ok: true, bytes: new TextEncoder().encode(text) }
        : { ok: false, fault: 'absent' };
    },
  };
  const source = {
    id: 'acme',
    binding: 'acme',
    file: 'openapi/acme.json',
    readOnly: false,
    server: 0,
    serverVariables: {},
    strict: false,
    location: { file: 'm' },
  };
  const manifest = { specs: [source], classificationRules: [] } as unknown as EffectiveManifest;
  const reference = { spec: 'acme', operation: 'x', form: 'uri', location: { file: 's' } };
  const sink = collectDiagnostics();
  await readOperations(
    tree as FileTree,
    manifest,
    { skills: [{ id: 's', references: [reference] }] } as unknown as SkillSet,
    sink,
  );
  expect(asked).toEqual(['openapi/acme.json']);
  expect(sink.diagnostics.map(({ args }) => (args as { fault: string }).fault)).toEqual([
    'outside',
    'outside',
    'remote',
    'remote',
    'remote',
    'remote',
    'outside',
    'malformed',
  ]);
});

test('YAML is read without dates, the last of two equal keys counts, and what JSON cannot hold is left out', async () => {
  const yamlApi = `openapi: 3.0.3
servers: [{ url: https://first.example }]
servers: [{ url: https://second.example }]
paths:
  /x:
    get:
      operationId: x
      summary: "half a pair \\ud800"
      parameters:
        - { name: day, in: query, schema: { type: string, default: 2026-05-01, enum: [2026-05-01, 2026-05-02] } }
        - { name: share, in: query, schema: { type: number, default: .nan, maximum: .inf } }
        - { name: word, in: query, schema: { type: string, default: "\\udc00" } }
`;
  const { operation, set, diagnostics } = await readApi({ api: yamlApi, mentions: ['x'] });
  expect(diagnostics).toEqual([]);
  expect(operation('x').document.request.server).toBe('https://second.example');
  expect(operation('x').document.input['properties']).toEqual({
    day: { type: 'string', default: '2026-05-01', enum: ['2026-05-01', '2026-05-02'] },
    share: { type: 'number' },
    word: { type: 'string', default: '\ufffd' },
  });
  expect(() => canonicalJson(set)).not.toThrow();
});

test('outputs are kept up to a budget, the nearest first, and inputs always', async () => {
  const properties = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`property${index}`, { type: 'string', description: 'x'.repeat(200) }]),
  );
  const schemas: Record<string, object> = {};
  for (let index = 0; index < 20; index += 1) {
    schemas[`S${index}`] = {
      type: 'object',
      properties: { ...properties, next: { $ref: `#/components/schemas/S${index + 1}` } },
    };
  }
  schemas['S20'] = { type: 'object', properties };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } };
  const requestBody = {
    content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/S0' } } } },
  };
  const large = apiOf(
    { '/x': { post: { operationId: 'x', requestBody, responses: { 200: { description: 'x', content } } } } },
    { components: { schemas } },
  );
  const $defs = (await readApi({ api: large, mentions: ['x'] })).set.schemas['acme'] ?? {};
  const sizes = Object.entries($defs).map(([name, schema]) => [name, JSON.stringify(schema).length] as const);
  expect(sizes.filter(([name, size]) => name.endsWith('_input') && size > 10_000)).toHaveLength(21);
  const outputs = new Map(sizes.filter(([name]) => !name.endsWith('_input')));
  expect(outputs.get('S0')).toBeGreaterThan(10_000);
  expect(outputs.get('S20') ?? 0).toBeLessThan(100);
  expect([...outputs.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(700_000);
});

test('reports a file that is too large by its limit', async () => {
  const read = async () => ({ ok: false, fault: 'too-large' }) as const;
  const source = {
    id: 'acme',
    file: 'openapi/acme.json',
    location: { file: 'frontmcp.deploy.yaml', line: 6, column: 5 },
  };
  const sink = collectDiagnostics();
  await readOperations(
    { read } as unknown as FileTree,
    { specs: [source], classificationRules: [] } as unknown as EffectiveManifest,
    {
      skills: [{ id: 's', references: [{ spec: 'acme', operation: 'x', location: { file: 's' } }] }],
    } as unknown as SkillSet,
    sink,
  );
  expect(sink.diagnostics.map((diagnostic) => messageOf(diagnostic))).toEqual([
    'The API description "openapi/acme.json" is larger than 64 MiB.',
  ]);
});

describe('hostile documents end in bounded time', () => {
  const get = (schema: unknown) => ({
    '/x': { get: { operationId: 'x', responses: { 200: { content: { 'application/json': { schema } } } } } },
  });

  test('100,000 levels of JSON', async () => {
    const deep = `${'{"properties":{"a":'.repeat(50_000)}{}${'}}'.repeat(50_000)}`;
    const text = JSON.stringify(apiOf(get('DEEP'))).replace('"DEEP"', deep);
    expect((await readApi({ api: text, mentions: ['x'] })).set.operations).toHaveLength(1);
  });

  test('100,000 levels of YAML', async () => {
    const { diagnostics } = await readApi({ api: `a: ${'['.repeat(100_000)}`, mentions: ['x'] });
    expect(diagnostics.map(({ code }) => code)).toEqual(['openapi-syntax']);
  });

  test('a YAML value that holds itself', async () => {
    const api = `openapi: 3.0.0
servers: [{ url: https://a.example }]
paths:
  /x: { get: { operationId: x, responses: { 200: { content: { application/json: { schema: &s { type: object, properties: { a: *s, b: *s } } } } } } } }
`;
    const { set } = await readApi({ api, mentions: ['x'] });
    expect(JSON.stringify(set).length).toBeLessThan(1_000_000);
  });

  test('references that go in circles through files', async () => {
    const files = {
      'openapi/a.json': '{"$ref":"b.json"}',
      'openapi/b.json': '{"$ref":"c.json"}',
      'openapi/c.json': '{"$ref":"a.json"}',
    };
    const api = apiOf({
      '/x': { get: { operationId: 'x', parameters: [{ $ref: 'a.json' }], responses: {} } },
      '/y': { $ref: 'a.json' },
    });
    const { diagnostics } = await readApi({ api, mentions: ['x'], files });
    expect(diagnostics.map(({ code, args }) => [code, (args as { fault: string }).fault])).toEqual([
      ['openapi-reference', 'cycle'],
    ]);
  });

  test('20,000 paths', async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`/p${index}/{id}`, { post: { responses: {} } }]),
    );
    const { set } = await readApi({ api: apiOf(paths), mentions: ['POST /p19999/{x}'] });
    expect(set.operations.map(({ entry }) => entry.path)).toEqual(['/p19999/{id}']);
  });

  test('a place where nothing is as the specification says', async () => {
    for (const odd of [null, 1, 'x', [], {}, true, { $ref: 1 }, { $ref: '#' }]) {
      const operation = {
        operationId: 'x',
        parameters: [odd],
        requestBody: odd,
        responses: odd,
        tags: odd,
        security: odd,
        servers: odd,
        summary: odd,
      };
      const components = { securitySchemes: odd, schemas: odd };
      await readApi({
        api: apiOf({ '/x': { get: operation, parameters: odd, servers: odd } }, { components, info: odd }),
        mentions: ['x'],
      });
      await readApi({ api: { openapi: '3.1.0', paths: odd, servers: odd, components: odd }, mentions: ['x'] });
      await readApi({
        api: { swagger: '2.0', paths: { '/x': { post: operation } }, consumes: odd, securityDefinitions: odd },
        mentions: ['x'],
      });
    }
  });
});

describe('an $anchor', () => {
  const order = { $anchor: 'order', type: 'object', properties: { next: { $ref: '#order' }, id: { type: 'string' } } };
  const get = (reference: string) => ({
    '/a': {
      get: {
        operationId: 'op',
        responses: { 200: { description: 'x', content: { 'application/json': { schema: { $ref: reference } } } } },
      },
    },
  });

  test('is followed, in its own file and in another', async () => {
    const api = apiOf(get('models.json#order'), { openapi: '3.1.0' });
    const { set, operation, diagnostics } = await readApi({
      api,
      mentions: ['op'],
      files: { 'openapi/models.json': JSON.stringify({ $defs: { Order: order } }) },
    });
    const reference = operation('op').document.output?.['$ref'] as string;
    const schema = set.schemas['acme']?.[reference.slice('#/$defs/'.length)];
    expect(schema).toMatchObject({ properties: { next: { $ref: reference }, id: { type: 'string' } } });
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['that is nowhere', { Order: order }, '#other'],
    ['that two schemas have', { Order: order, Twin: order }, '#order'],
  ])('%s is a finding', async (_what, schemas, reference) => {
    const api = apiOf(get(reference), { openapi: '3.1.0', components: { schemas } });
    const { diagnostics } = await readApi({ api, mentions: ['op'] });
    expect(diagnostics.map(({ code, args }) => [code, (args as { fault?: string }).fault])).toEqual([
      ['openapi-schema-reference', 'anchor'],
    ]);
  });
});
