import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../../../src/contract/encoding/json.js';
import { apiOf, readApi } from '../../support/read-openapi.js';
import type { ApiResult } from '../../support/read-openapi.js';

/** An operation that takes `schema` as the property `value` of its body, and answers with it. */
function echo(schema: unknown, more: object = {}): object {
  const media = (inner: unknown) => ({ content: { 'application/json': { schema: inner } } });
  const body = { ...media({ type: 'object', properties: { value: schema } }), required: true };
  const responses = { 200: { description: 'Done', ...media(schema) } };
  return apiOf({ '/echo': { post: { operationId: 'echo', requestBody: body, responses } } }, more);
}

async function translated(
  schema: unknown,
  more: object = {},
): Promise<{ input: JsonValue; output?: JsonValue; result: ApiResult }> {
  const result = await readApi({ api: echo(schema, more), mentions: ['echo'] });
  const { input, output } = result.operation('echo').document;
  return { input: (input['properties'] as JsonObject)['value'] as JsonValue, output, result };
}

test.each<[string, object, object]>([
  ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [
    'nullable with an enum',
    { type: 'string', nullable: true, enum: ['a'] },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    'nullable beside a composition',
    { allOf: [{ type: 'object', title: 'A' }], nullable: true },
    { anyOf: [{ allOf: [{ type: 'object', title: 'A' }] }, { type: 'null' }] },
  ],
  [
    'exclusive bounds',
    { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 9 },
    { type: 'number', exclusiveMinimum: 0, maximum: 9 },
  ],
  ['unknown types and keywords', { type: 'decimal', 'x-internal': 1, example: 'x', xml: {}, externalDocs: {} }, {}],
  [
    'a required flag on a property',
    { type: 'object', required: true, properties: { a: { type: 'string', required: true } } },
    { type: 'object', properties: { a: { type: 'string' } } },
  ],
  ['patterns that JavaScript does not know', { type: 'string', pattern: '^\\p{Foo}$' }, { type: 'string' }],
  ['patterns that repeat a repetition', { type: 'string', pattern: '^(a+)+$' }, { type: 'string' }],
  [
    'an ordinary pattern',
    { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' },
    { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' },
  ],
  ['an empty enum', { enum: [] }, {}],
  [
    'a property that is called $ref',
    { type: 'object', properties: { $ref: { type: 'string' } } },
    { type: 'object', properties: { $ref: { type: 'string' } } },
  ],
])('translates %s', async (_, schema, expected) => {
  expect((await translated(schema)).input).toEqual(expected);
});

test('does not look for references in examples, defaults and enums', async () => {
  const { input, result } = await translated({
    type: 'object',
    default: { $ref: '#/nowhere' },
    example: { $ref: 'https://x.example' },
  });
  expect(input).toEqual({ type: 'object', default: { $ref: '#/nowhere' } });
  expect(result.diagnostics).toEqual([]);
});

test('leaves readOnly out of inputs and writeOnly out of outputs, behind references too', async () => {
  const schema = {
    type: 'object',
    required: ['id', 'name', 'secret'],
    properties: {
      id: { $ref: '#/components/schemas/Id' },
      name: { type: 'string' },
      secret: { type: 'string', writeOnly: true },
    },
  };
  const { input, output } = await translated(schema, {
    components: { schemas: { Id: { type: 'string', readOnly: true } } },
  });
  expect(input).toEqual({
    type: 'object',
    required: ['name', 'secret'],
    properties: { name: { type: 'string' }, secret: { type: 'string' } },
  });
  expect(output).toEqual({ type: 'object', properties: { id: { $ref: '#/$defs/Id' }, name: { type: 'string' } } });
});

test('outputs refuse nothing: no required, closed objects, bounds or patterns', async () => {
  const schema = {
    type: 'object',
    required: ['a'],
    additionalProperties: false,
    properties: { a: { type: 'string', maxLength: 3, pattern: '^a', enum: ['a'] } },
  };
  expect((await translated(schema)).output).toEqual({
    type: 'object',
    properties: { a: { type: 'string', enum: ['a'] } },
  });
});

test('keeps recursion as a reference into the shared schemas', async () => {
  const Tree = {
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  };
  const { input, output, result } = await translated(
    { $ref: '#/components/schemas/Tree' },
    { components: { schemas: { Tree } } },
  );
  expect(input).toEqual({ $ref: '#/$defs/Tree_input' });
  expect(output).toEqual({ $ref: '#/$defs/Tree' });
  const children = (name: string) => ({
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: `#/$defs/${name}` } } },
  });
  expect(result.set.schemas['acme']).toEqual({ Tree: children('Tree'), Tree_input: children('Tree_input') });
});

test('shared schemas have safe names that never meet', async () => {
  const components = {
    schemas: {
      'a-b': { type: 'string' },
      'a.b': { type: 'number' },
      Ok: { type: 'boolean' },
      Ok_input: { type: 'null' },
      constructor: { type: 'object' },
    },
  };
  const refs = Object.keys(components.schemas).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const { result } = await translated({ type: 'array', items: { oneOf: refs } }, { openapi: '3.1.0', components });
  const defs = result.set.schemas['acme'] ?? {};
  expect(Object.keys(defs)).toHaveLength(10);
  for (const name of Object.keys(defs)) expect(name).toMatch(/^[A-Za-z0-9_]+$/);
  expect(Object.keys(defs)).toEqual(expect.arrayContaining(['Ok', 'Ok_input']));
  expect(Object.keys(defs)).not.toContain('constructor');
});

test('3.1 keeps what stands beside a reference, 3.0 does not', async () => {
  const components = { schemas: { Id: { type: 'string' } } };
  const schema = { $ref: '#/components/schemas/Id', description: 'Whose id' };
  expect((await translated(schema, { components })).input).toEqual({ $ref: '#/$defs/Id_input' });
  expect((await translated(schema, { components, openapi: '3.1.0' })).input).toEqual({
    $ref: '#/$defs/Id_input',
    description: 'Whose id',
  });
});

test('cuts nesting and the product of aliases', async () => {
  let deep: object = { type: 'string' };
  for (let level = 0; level < 500; level += 1) deep = { type: 'object', properties: { a: deep } };
  const { result, input } = await translated(deep);
  expect(result.diagnostics).toEqual([]);
  expect(new Ajv2020({ strict: false }).compile(input as object)({ a: { a: {} } })).toBe(true);
  expect(JSON.stringify(input).match(/properties/g)?.length).toBeLessThan(30);
  const laughs = ['a: &a { type: object, properties: { x: { type: string } } }'];
  for (const [index, name] of [...'bcdefghijklm'].entries()) {
    const before = 'abcdefghijkl'[index];
    laughs.push(
      `${name}: &${name} { type: object, properties: { p: *${before}, q: *${before}, r: *${before}, s: *${before} } }`,
    );
  }
  const api = `openapi: 3.0.3
servers: [{ url: https://api.acme.example }]
x-laughs:
${laughs.map((line) => `  ${line}`).join('\n')}
paths:
  /echo:
    get:
      operationId: echo
      responses: { 200: { description: x, content: { application/json: { schema: *m } } } }
`;
  const laughing = await readApi({ api, mentions: ['echo'] });
  const document = laughing.operation('echo').document;
  expect(JSON.stringify(document).length).toBeLessThan(1_000_000);
});

test('keys that could reach a prototype do no harm', async () => {
  const api = JSON.stringify(echo({ type: 'object', properties: { a: { type: 'string' } } })).replace(
    '"a":',
    '"__proto__":{"type":"object"},"constructor":{"type":"string"},"a":',
  );
  const result = await readApi({ api, mentions: ['echo'] });
  expect(({} as Record<string, unknown>)['type']).toBeUndefined();
  const text = JSON.stringify(result.operation('echo').document);
  expect(text).not.toMatch(/__proto__|constructor/);
  expect(text).toContain('"a"');
});

test('the output is the lowest 2xx answer that is JSON, and never an error', async () => {
  const answer = (type: string, schema: object) => ({ description: 'x', content: { [type]: { schema } } });
  const responses = {
    default: answer('application/json', { title: 'error' }),
    404: answer('application/json', { title: 'missing' }),
    201: answer('application/vnd.acme+json', { type: 'object', title: 'created' }),
    200: answer('text/csv', { type: 'string' }),
  };
  const result = await readApi({ api: apiOf({ '/x': { get: { operationId: 'x', responses } } }), mentions: ['x'] });
  expect(result.operation('x').document.output).toEqual({ type: 'object', title: 'created' });
  expect(result.operation('x').document.request.accept).toBe('application/vnd.acme+json');
});
