import { Ajv2020 } from 'ajv/dist/2020.js';
import { buildRequest } from '../../../src/contract/request/build-request.js';
import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { apiOf, readApi } from '../../support/read-openapi.js';

/** What thousands of published descriptions do, each in its smallest form. */

const text = (name: string, place: string, more: object = {}) => ({
  name,
  in: place,
  required: true,
  schema: { type: 'string', ...more },
});

async function only(paths: object, mention: string, more: object = {}) {
  const { operation, diagnostics } = await readApi({ api: apiOf(paths, more), mentions: [mention] });
  const { document, entry } = operation('op');
  const property = (name: string) => (document.input['properties'] as Record<string, JsonObject>)[name];
  const send = (args: JsonObject) => {
    const built = buildRequest(document.request, args);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    return built.request;
  };
  return { document, entry, diagnostics, property, send };
}

test('sends an operation that is told apart by a fragment to the path before it', async () => {
  const { entry, send, diagnostics } = await only(
    {
      '/#Action=List': {
        get: { operationId: 'op', parameters: [text('Action', 'query', { enum: ['List'] })], responses: {} },
      },
    },
    'op',
  );
  expect(send({ Action: 'List' }).url).toBe('https://api.acme.example/v1/?Action=List');
  expect(entry.path).toBe('/#Action=List');
  // One URI cannot tell such operations apart.
  expect(entry).toMatchObject({ expose: 'tool' });
  expect(entry.uriTemplate).toBeUndefined();
  expect(diagnostics).toEqual([]);
});

test('finds the resource that an operation with a fragment changes', async () => {
  const id = text('id', 'path');
  const { entry } = await only(
    {
      '/files/{id}': { get: { operationId: 'get', parameters: [id], responses: {} } },
      '/files/{id}#share': { put: { operationId: 'op', parameters: [id], responses: {} } },
    },
    'op',
  );
  expect(entry.effects).toEqual([{ kind: 'updated', uri: 'mcp+op://acme/files/{id}' }]);
});

test('fills placeholders of a query that stands inside the path', async () => {
  const { send } = await only(
    { '/export?name={name}&all=1': { get: { operationId: 'op', parameters: [text('name', 'path')], responses: {} } } },
    'op',
  );
  expect(send({ name: 'a&b' }).url).toBe('https://api.acme.example/v1/export?name=a%26b&all=1');
});

test('brings the values of an enum to the type beside it', async () => {
  const schemas = {
    a: { type: 'string', enum: [1, 2, true] },
    b: { type: 'integer', enum: ['1', '20'] },
    c: { type: 'boolean', enum: ['true'] },
    d: { type: 'integer', enum: ['BASIC', 'FULL'] },
    e: { type: 'string', enum: ['x', 3] },
  };
  const parameters = Object.entries(schemas).map(([name, schema]) => ({ name, in: 'query', schema }));
  const { property } = await only({ '/a': { get: { operationId: 'op', parameters, responses: {} } } }, 'op');
  expect(property('a')).toEqual({ type: 'string', enum: ['1', '2', 'true'] });
  expect(property('b')).toEqual({ type: 'integer', enum: [1, 20] });
  expect(property('c')).toEqual({ type: 'boolean', enum: [true] });
  expect(property('d')).toEqual({ enum: ['BASIC', 'FULL'] });
  expect(property('e')).toEqual({ type: 'string', enum: ['x', '3'] });
});

test('does not ask for the remains of an inline flag that a converter escaped', async () => {
  const parameters = [text('a', 'query', { pattern: '\\(\\?s\\).*' }), text('b', 'query', { pattern: '^\\(a\\)$' })];
  const { property } = await only({ '/a': { get: { operationId: 'op', parameters, responses: {} } } }, 'op');
  expect(property('a')).toEqual({ type: 'string' });
  expect(property('b')).toEqual({ type: 'string', pattern: '^\\(a\\)$' });
});

test('takes a file of a multipart body with a media type that a part can carry', async () => {
  const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
  const requestBody = { content: { 'multipart/form-data': { schema } } };
  const { property } = await only({ '/a': { post: { operationId: 'op', requestBody, responses: {} } } }, 'op');
  const { contentType } = property('file')?.['properties'] as Record<string, { pattern: string }>;
  const pattern = new RegExp(contentType?.pattern ?? '', 'u');
  expect(
    ['image/png', 'application/vnd.a+json', 'a b', 'a/b\r\nX: y', 'text'].map((type) => pattern.test(type)),
  ).toEqual([true, true, false, false, false]);
});

test('lets a value through that fits two shapes of a choice, and what the parts of a closed object list', async () => {
  const cursor = { type: 'object', properties: { cursor: { type: 'string' } } };
  const reset = { type: 'object', properties: { limit: { type: 'integer' } } };
  const closed = { allOf: [cursor], properties: { more: { type: 'boolean' } }, additionalProperties: false };
  const requestBody = {
    content: {
      'application/json': { schema: { type: 'object', properties: { page: { oneOf: [cursor, reset] }, closed } } },
    },
  };
  const { document } = await only({ '/a': { post: { operationId: 'op', requestBody, responses: {} } } }, 'op');
  const validate = new Ajv2020({ strict: false }).compile(document.input);
  expect(validate({ page: { cursor: 'x' } })).toBe(true);
  expect(validate({ page: 'x' })).toBe(false);
  expect(validate({ closed: { cursor: 'x', more: true } })).toBe(true);
  expect(validate({ closed: { cursor: 'x', other: true } })).toBe(false);
});
