import { Ajv2020 } from 'ajv/dist/2020.js';
import { buildRequest } from '../../../src/contract/request/build-request.js';
import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { apiOf, readApi } from '../../support/read-openapi.js';

/** Bodies and paths of published descriptions that no rule of the specification covers, each in its smallest form. */

async function post(content: object, more: object = {}, path = '/a') {
  const paths = { [path]: { post: { operationId: 'op', requestBody: { required: true, content }, responses: {} } } };
  const { set, operation, diagnostics } = await readApi({ api: apiOf(paths, more), mentions: ['op'] });
  const send = (args: JsonObject) => {
    const built = buildRequest(operation('op').document.request, args);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const { body } = built.request;
    return { ...built.request, text: typeof body === 'string' ? body : new TextDecoder().decode(body) };
  };
  const accepts = (args: JsonObject): boolean => {
    const { input } = operation('op').document;
    const schema = { ...input, $defs: set.schemas['acme'] ?? {} };
    return new Ajv2020({ strict: false, logger: false }).compile(schema)(args);
  };
  return {
    codes: diagnostics.map(({ code }) => code),
    send,
    accepts,
    property: (name: string) => property(operation, name),
  };
}

function property(operation: Awaited<ReturnType<typeof readApi>>['operation'], name: string): JsonObject | undefined {
  return (operation('op').document.input['properties'] as Record<string, JsonObject>)[name];
}

const json = (schema: object) => ({ 'application/json': { schema } });
const asIn = (schema: object) => json({ type: 'object', properties: { value: schema } });
const text = { type: 'string' };
const components = (schemas: object) => ({ components: { schemas } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test('lets a class built on a closed one hold what both list, and nothing else', async () => {
  const Base = { type: 'object', properties: { a: text }, additionalProperties: false };
  const Derived = { type: 'object', allOf: [ref('Base')], properties: { b: text } };
  const Twice = { allOf: [ref('Derived'), { type: 'object', properties: { c: text } }] };
  const { accepts } = await post(
    json({ type: 'object', properties: { derived: ref('Derived'), twice: ref('Twice'), base: ref('Base') } }),
    components({ Base, Derived, Twice }),
  );
  expect(accepts({ derived: { a: '1', b: '2' }, twice: { a: '1', b: '2', c: '3' }, base: { a: '1' } })).toBe(true);
  expect(accepts({ derived: { a: '1', z: '2' } })).toBe(false);
  expect(accepts({ twice: { c: '1', z: '2' } })).toBe(false);
  expect(accepts({ derived: { b: 1 } })).toBe(false);
  expect(accepts({ base: { a: '1', b: '2' } })).toBe(false);
});

test('keeps a closed schema closed that is wrapped to be described', async () => {
  const Base = { type: 'object', properties: { a: text }, additionalProperties: false };
  const { accepts } = await post(asIn({ allOf: [ref('Base')], description: 'd' }), components({ Base }));
  expect(accepts({ value: { a: '1' } })).toBe(true);
  expect(accepts({ value: { z: '1' } })).toBe(false);
});

test('asks of names that a composition does not list what its additionalProperties say, and not of those that it lists', async () => {
  const others = { type: 'object' };
  const Base = { type: 'object', properties: { a: text }, additionalProperties: others };
  const built = { type: 'object', allOf: [ref('Base')], properties: { b: text } };
  const own = {
    type: 'object',
    allOf: [{ properties: { a: text } }],
    properties: { b: text },
    additionalProperties: others,
  };
  const { accepts } = await post(json({ type: 'object', properties: { built, own } }), components({ Base }));
  expect(accepts({ built: { a: '1', b: '2' }, own: { a: '1', b: '2', c: {} } })).toBe(true);
  expect(accepts({ own: { a: '1', c: 'text' } })).toBe(false);
});

test('does not require of a composition what only the API writes, or what a part without names asks of names', async () => {
  const Base = { type: 'object', properties: { a: text, id: { type: 'integer', readOnly: true } } };
  const Map = { type: 'object', additionalProperties: text };
  const value = { allOf: [ref('Base')], required: ['a', 'id'], properties: { b: text } };
  const mapped = { allOf: [ref('Map'), { type: 'object', properties: { n: { type: 'integer' } } }] };
  const { accepts } = await post(json({ type: 'object', properties: { value, mapped } }), components({ Base, Map }));
  expect(accepts({ value: { a: '1', b: '2' }, mapped: { n: 1 } })).toBe(true);
  expect(accepts({ value: { b: '2' } })).toBe(false);
});

test('does not require what a closed object cannot hold', async () => {
  const value = {
    type: 'object',
    properties: { jsonSchema: text },
    required: ['json_schema'],
    additionalProperties: false,
  };
  const { accepts } = await post(asIn(value));
  expect(accepts({ value: { jsonSchema: 'x' } })).toBe(true);
  expect(accepts({ value: { json_schema: 'x' } })).toBe(false);
});

test('reads a pattern between slashes as it is meant', async () => {
  const { property } = await post(
    json({
      type: 'object',
      properties: { a: { type: 'string', pattern: '/^[a-z]+$/' }, b: { type: 'string', pattern: '/a/' } },
    }),
  );
  expect(property('a')).toEqual({ type: 'string', pattern: '^[a-z]+$' });
  expect(property('b')).toEqual({ type: 'string', pattern: '/a/' });
});

test('sends JSON where a structured body is documented as YAML only', async () => {
  const { send } = await post({ 'application/x-yaml': { schema: { type: 'object', properties: { a: text } } } });
  const { text: sent, headers } = send({ a: 'x: [' });
  expect(JSON.parse(sent)).toEqual({ a: 'x: [' });
  expect(headers).toContainEqual(['Content-Type', 'application/x-yaml']);
});

test('takes a form that is documented as a text as it will be sent', async () => {
  const { send } = await post({ 'application/x-www-form-urlencoded': { schema: text } });
  const { text: sent, headers } = send({ body: 'title=a%26b' });
  expect(sent).toBe('title=a%26b');
  expect(headers).toContainEqual(['Content-Type', 'application/x-www-form-urlencoded']);
});

test.each([
  ['a file', { type: 'string', format: 'binary' }, { base64: 'YQ==', filename: 'a.txt' }],
  [
    'a list of files',
    { type: 'array', items: { type: 'string', format: 'binary' } },
    [{ base64: 'YQ==', filename: 'a.txt' }],
  ],
])('names the part of a multipart body that is %s', async (_what, schema, file) => {
  const { send, accepts } = await post({ 'multipart/form-data': { schema } });
  expect(accepts({ file })).toBe(true);
  expect(accepts({})).toBe(false);
  expect(send({ file }).text).toContain('name="file"; filename="a.txt"');
});

test('takes an object for a multipart body of which nothing is said', async () => {
  const { send, accepts } = await post({ 'multipart/form-data': { schema: {} } });
  expect(accepts({ body: 'text' })).toBe(false);
  expect(send({ body: { a: 'x' } }).text).toContain('name="a"');
});

test.each(['application/x-www-form-urlencoded', 'multipart/form-data'])(
  'refuses a list as %s, whose fields have no names',
  async (type) => {
    const { codes } = await post({ [type]: { schema: { type: 'array', items: { type: 'object' } } } });
    expect(codes).toEqual(['openapi-body']);
  },
);

test('leaves a fragment out that tells overloads apart, and refuses one that holds a placeholder', async () => {
  const schema = { type: 'object', properties: { a: text } };
  const { send } = await post(json(schema), {}, '/analyze#overload=stream');
  expect(send({ a: 'x' }).url).toBe('https://api.acme.example/v1/analyze');
  const { codes } = await post(json(schema), {}, '/send/#env/{id}');
  expect(codes).toEqual(['openapi-path']);
});

test('takes a header that is documented in two spellings once', async () => {
  const header = (name: string) => ({ name, in: 'header', schema: text });
  const parameters = [header('X-Trace'), header('x-trace')];
  const paths = { '/a': { get: { operationId: 'op', parameters, responses: {} } } };
  const { operation } = await readApi({ api: apiOf(paths), mentions: ['op'] });
  const built = buildRequest(operation('op').document.request, { 'x-trace': 't' });
  expect(built.ok && built.request.headers.filter(([name]) => name.toLowerCase() === 'x-trace')).toEqual([
    ['x-trace', 't'],
  ]);
  expect(property(operation, 'X-Trace')).toBeUndefined();
});

const cat = { type: 'object', properties: { kind: text, lives: { type: 'integer' } } };
const dog = { type: 'object', properties: { kind: text, name: text } };
const choice = (mapping: object) => ({
  oneOf: [ref('Cat'), ref('Dog')],
  discriminator: { propertyName: 'kind', mapping },
});

test('lets a discriminator decide between the shapes of a choice', async () => {
  const { accepts } = await post(
    asIn(choice({ tiger: '#/components/schemas/Cat', tom: 'Cat', rex: '#/components/schemas/Dog' })),
    components({ Cat: cat, Dog: dog }),
  );
  expect(accepts({ value: { kind: 'tom', lives: 9 } })).toBe(true);
  expect(accepts({ value: { kind: 'rex', name: 'r', lives: 'many' } })).toBe(true);
  expect(accepts({ value: { kind: 'tom', lives: 'many' } })).toBe(false);
  expect(accepts({ value: { kind: 'fish' } })).toBe(false);
  expect(accepts({ value: { lives: 9 } })).toBe(false);
});

test.each([
  ['does not name every shape', choice({ tom: '#/components/schemas/Cat' }), cat],
  [
    'names a shape by what it does not take',
    choice({ tom: 'Cat', rex: 'Dog' }),
    { ...cat, properties: { kind: { enum: ['TOM'] } } },
  ],
])('leaves a choice open whose discriminator %s', async (_what, schema, Cat) => {
  const { accepts } = await post(asIn(schema), components({ Cat, Dog: dog }));
  expect(accepts({ value: { kind: 'any', name: 'n' } })).toBe(true);
});

test('reads a schema that bodies share for each of them: as JSON, as multipart, and as a form with an encoding', async () => {
  const Upload = {
    type: 'object',
    properties: { file: { type: 'string', format: 'binary' }, tags: { type: 'array', items: text } },
  };
  const encoding = { tags: { style: 'form', explode: false } };
  const operations = {
    json: { 'application/json': { schema: ref('Upload') } },
    multipart: { 'multipart/form-data': { schema: ref('Upload') } },
    plain: { 'application/x-www-form-urlencoded': { schema: ref('Upload') } },
    joined: { 'application/x-www-form-urlencoded': { schema: ref('Upload'), encoding } },
  };
  const paths = Object.fromEntries(
    Object.entries(operations).map(([operationId, content]) => [
      `/${operationId}`,
      { post: { operationId, requestBody: { content }, responses: {} } },
    ]),
  );
  const api = apiOf(paths, components({ Upload }));
  const { operation } = await readApi({ api, mentions: Object.keys(operations) });
  const sent = (name: string, args: JsonObject) => {
    const built = buildRequest(operation(name).document.request, args);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    return typeof built.request.body === 'string' ? built.request.body : new TextDecoder().decode(built.request.body);
  };
  const tags = ['x', 'y'];
  expect(sent('json', { file: 'f', tags })).toBe('{"file":"f","tags":["x","y"]}');
  expect(sent('multipart', { file: { base64: 'YQ==', filename: 'a.txt' } })).toContain('filename="a.txt"');
  expect(sent('plain', { tags })).toBe('tags=x&tags=y');
  expect(sent('joined', { tags })).toBe('tags=x,y');
});
