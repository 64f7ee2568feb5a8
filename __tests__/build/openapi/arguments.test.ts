import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { buildRequest } from '../../../src/contract/request/build-request.js';
import { propertyKeys } from '../../../src/build/openapi/operation/lay-out-arguments.js';
import { apiOf, readApi, type ApiResult } from '../../support/read-openapi.js';

const text = { type: 'string' };
const parameter = (where: string, name: string, more: object = {}) => ({ in: where, name, schema: text, ...more });
const json = (schema: object, more: object = {}) => ({ content: { 'application/json': { schema } }, ...more });

/** Reads `POST /orders/{id}` with these parameters and body. */
function post(parameters: object[], requestBody?: object, more: object = {}): Promise<ApiResult> {
  const operation = { operationId: 'op', parameters, ...(requestBody ? { requestBody } : {}), responses: {} };
  return readApi({ api: apiOf({ '/orders/{id}': { post: operation } }, more), mentions: ['op'] });
}

/** The request that arguments give. */
function send(result: ApiResult, args: JsonObject): { url: string; body?: unknown; headers: Record<string, string> } {
  const outcome = buildRequest(result.operation('op').document.request, args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const { url, body, headers } = outcome.request;
  return { url: url.replace('https://api.acme.example/v1', ''), body, headers: Object.fromEntries(headers) };
}

test('arguments are flat and closed when nothing collides', async () => {
  const result = await post(
    [parameter('query', 'page')],
    json({ type: 'object', required: ['amount'], properties: { amount: { type: 'number' } } }, { required: true }),
  );
  expect(result.operation('op').document.input).toEqual({
    type: 'object',
    properties: { id: text, page: text, amount: { type: 'number' } },
    required: ['amount', 'id'],
    additionalProperties: false,
  });
  expect(send(result, { id: '7', page: '2', amount: 5 })).toMatchObject({
    url: '/orders/7?page=2',
    body: '{"amount":5}',
  });
});

test('arguments are grouped by place when a name stands in two', async () => {
  const body = json({ type: 'object', required: ['id'], properties: { id: text } }, { required: true });
  const result = await post([parameter('path', 'id', { required: true }), parameter('header', 'X-Id')], body);
  const closed = (properties: object, required?: string[]) => ({
    type: 'object',
    properties,
    ...(required ? { required } : {}),
    additionalProperties: false,
  });
  expect(result.operation('op').document.input).toEqual(
    closed(
      { path: closed({ id: text }, ['id']), header: closed({ 'X-Id': text }), body: closed({ id: text }, ['id']) },
      ['body', 'path'],
    ),
  );
  expect(send(result, { path: { id: '7' }, body: { id: '8' }, header: { 'X-Id': 'h' } })).toEqual({
    url: '/orders/7',
    body: '{"id":"8"}',
    headers: { 'Content-Type': 'application/json', Accept: '*/*', 'X-Id': 'h' },
  });
});

test('a parameter called body does not meet the body', async () => {
  const result = await post([parameter('query', 'body')], json({ type: 'array', items: text }, { required: true }));
  expect(send(result, { path: { id: '1' }, query: { body: 'q' }, body: ['x'] })).toMatchObject({
    url: '/orders/1?body=q',
    body: '["x"]',
  });
});

test('property keys are safe, and the wire keeps its names', async () => {
  const names = ['filter[id]', 'filter_id', '$top', 'StartTime<', '__proto__', 'a'.repeat(80), '日本'];
  const result = await post(names.map((name) => parameter('query', name)));
  const keys = Object.keys(result.operation('op').document.input['properties'] as object);
  for (const key of keys) expect(key).toMatch(/^[a-zA-Z0-9_.-]{1,64}$/);
  expect(keys).toEqual(expect.arrayContaining(['filter_id', 'top', 'StartTime']));
  expect(keys).not.toContain('__proto__');
  const args = Object.fromEntries(keys.map((key) => [key, key === 'id' ? '1' : 'v']));
  const sent = new URL(send(result, args).url, 'https://x.example').searchParams;
  expect([...sent.keys()]).toEqual(names);
});

test('property keys do not depend on the order of the names', () => {
  const names = ['a b', 'a-b', 'a[b]', 'a_b', '<>', '><'];
  const byName = (list: string[]) => Object.fromEntries(propertyKeys(list).map((key, index) => [list[index], key]));
  expect(byName([...names].reverse())).toEqual(byName(names));
  expect(new Set(propertyKeys(names)).size).toBe(names.length);
});

test('the operation wins over its path item, and a placeholder nobody declared is a required text', async () => {
  const shared = [parameter('query', 'page', { description: 'shared' }), parameter('header', 'page')];
  const operation = {
    operationId: 'op',
    parameters: [parameter('query', 'page', { description: 'own', required: true })],
    responses: {},
  };
  const result = await readApi({ api: apiOf({ '/a/{b}': { parameters: shared, get: operation } }), mentions: ['op'] });
  const { query, path } = result.operation('op').document.input['properties'] as Record<string, JsonObject>;
  expect(query).toMatchObject({ properties: { page: { description: 'own' } }, required: ['page'] });
  expect(path).toMatchObject({ properties: { b: text }, required: ['b'] });
});

test('headers that belong to the client, and parameters that are the credential, are no arguments', async () => {
  const components = { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } };
  const parameters = ['Authorization', 'accept', 'Content-Type', 'x-key', 'X-Other'].map((name) =>
    parameter('header', name),
  );
  const api = apiOf(
    { '/a': { get: { operationId: 'op', parameters, security: [{ key: [] }], responses: {} } } },
    { components },
  );
  const result = await readApi({ api, mentions: ['op'], source: { auth: { key: { secret: 'K' } } } });
  expect(Object.keys(result.operation('op').document.input['properties'] as object)).toEqual(['X-Other']);
});

test('styles, defaults and content parameters reach the request', async () => {
  const list = { type: 'array', items: text };
  const result = await post([
    parameter('query', 'a', { schema: list }),
    parameter('query', 'b', { schema: list, explode: false }),
    parameter('query', 'c', { schema: list, style: 'pipeDelimited', explode: false }),
    parameter('query', 'd', { schema: { type: 'object' }, style: 'deepObject' }),
    { in: 'query', name: 'e', content: { 'application/json': { schema: { type: 'object' } } } },
    parameter('query', 'f', { allowReserved: true }),
    parameter('query', 'g', { style: 'matrix' }),
  ]);
  const two = ['x', 'y'];
  expect(send(result, { id: '1', a: two, b: two, c: two, d: { k: 1 }, e: { k: 1 }, f: 'a/b', g: 'z' }).url).toBe(
    '/orders/1?a=x&a=y&b=x,y&c=x%7Cy&d%5Bk%5D=1&e=%7B%22k%22%3A1%7D&f=a/b&g=z',
  );
});

test.each<[string, object, JsonObject, unknown, string]>([
  [
    'a composition of plain objects',
    json({ allOf: [{ type: 'object', properties: { a: text } }, { properties: { b: text } }] }),
    { a: '1', b: '2' },
    '{"a":"1","b":"2"}',
    'application/json',
  ],
  [
    'an open object as one argument',
    json({ type: 'object', properties: { a: text }, additionalProperties: true }),
    { body: { z: 1 } },
    '{"z":1}',
    'application/json',
  ],
  [
    'a choice as one argument',
    json({ oneOf: [{ type: 'object', properties: { a: text } }, text] }),
    { body: 'x' },
    '"x"',
    'application/json',
  ],
  ['a body without a schema', { content: { 'application/json': {} } }, { body: [1] }, '[1]', 'application/json'],
  [
    'JSON before other types',
    {
      content: {
        'multipart/form-data': {},
        'application/xml': {},
        'application/json': { schema: { type: 'object', properties: { a: text } } },
      },
    },
    { a: 'x' },
    '{"a":"x"}',
    'application/json',
  ],
  [
    'a vendor type under its own name',
    { content: { 'application/vnd.acme+json': { schema: { type: 'object', properties: { a: text } } } } },
    { a: 'x' },
    '{"a":"x"}',
    'application/vnd.acme+json',
  ],
  [
    'a form',
    {
      content: {
        'application/x-www-form-urlencoded': {
          schema: { type: 'object', properties: { a: text, m: { type: 'object' } } },
          encoding: { m: { style: 'deepObject' } },
        },
      },
    },
    { a: 'x y', m: { k: 'v' } },
    'a=x%20y&m%5Bk%5D=v',
    'application/x-www-form-urlencoded',
  ],
  ['text', { content: { 'text/plain': { schema: text } } }, { body: 'hello' }, 'hello', 'text/plain'],
  [
    'XML as text',
    { content: { 'application/xml': { schema: { type: 'object' } } } },
    { body: '<a/>' },
    '<a/>',
    'application/xml',
  ],
  [
    'any type with a structured schema as JSON',
    { content: { '*/*': { schema: { type: 'object', properties: { a: text } } } } },
    { a: 'x' },
    '{"a":"x"}',
    'application/json',
  ],
  [
    'bytes',
    { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
    { body: 'aGk=' },
    new Uint8Array([104, 105]),
    'application/octet-stream',
  ],
])('sends %s', async (_, body, args, expected, contentType) => {
  const sent = send(await post([], body), { id: '1', ...args });
  expect(sent.body).toEqual(expected);
  expect(sent.headers['Content-Type']).toBe(contentType);
});

test('sends files as multipart parts', async () => {
  const schema = {
    type: 'object',
    properties: {
      purpose: text,
      file: { type: 'string', format: 'binary' },
      more: { type: 'array', items: { type: 'string', format: 'binary' } },
    },
  };
  const result = await post([], {
    content: { 'multipart/form-data': { schema, encoding: { file: { contentType: 'image/png, image/jpeg' } } } },
  });
  const { body, headers } = send(result, {
    id: '1',
    purpose: 'p',
    file: { base64: 'aGk=', filename: 'a.png' },
    more: [{ base64: 'aGk=' }],
  });
  const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers }).formData();
  const file = form.get('file') as File;
  expect([form.get('purpose'), file.name, file.type, await file.text(), (form.get('more') as File).name]).toEqual([
    'p',
    'a.png',
    'image/png',
    'hi',
    'more',
  ]);
});

test('the fields of an optional body are optional arguments', async () => {
  const result = await post([], json({ type: 'object', required: ['a'], properties: { a: text, b: text } }));
  expect(result.operation('op').document.input['required']).toEqual(['id']);
  expect(send(result, { id: '1' }).body).toBeUndefined();
  expect(buildRequest(result.operation('op').document.request, { id: '1', b: 'x' })).toEqual({
    ok: false,
    problems: [{ parameter: 'a', message: 'is required' }],
  });
});

test('a body that is documented as empty is not asked for', async () => {
  const result = await post([], {
    content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: {} } } },
  });
  expect(result.operation('op').document.request.body).toBeUndefined();
});

describe('Swagger 2.0', () => {
  const swagger = (operation: object, more: object = {}) => ({
    swagger: '2.0',
    info: { title: 'Old', version: '1' },
    host: 'old.acme.example',
    basePath: '/v2/',
    schemes: ['http', 'https'],
    paths: { '/pets/{id}': { post: { operationId: 'op', responses: {}, ...operation } } },
    ...more,
  });
  const read = (operation: object, more: object = {}) => readApi({ api: swagger(operation, more), mentions: ['op'] });

  test('takes host, basePath and https', async () => {
    expect((await read({})).operation('op').document.request.server).toBe('https://old.acme.example/v2');
  });

  test('writes lists as their collectionFormat says', async () => {
    const list = (name: string, collectionFormat?: string) => ({
      in: 'query',
      name,
      type: 'array',
      items: text,
      collectionFormat,
    });
    const result = await read({ parameters: [list('a'), list('b', 'multi'), list('c', 'ssv'), list('d', 'pipes')] });
    const two = ['x', 'y'];
    const outcome = buildRequest(result.operation('op').document.request, { id: '1', a: two, b: two, c: two, d: two });
    expect(outcome).toMatchObject({
      request: { url: 'https://old.acme.example/v2/pets/1?a=x,y&b=x&b=y&c=x%20y&d=x%7Cy' },
    });
    expect(result.operation('op').document.input['properties']).toMatchObject({ a: { type: 'array', items: text } });
  });

  test('sends a body parameter, a form, and a form with a file', async () => {
    const definitions = {
      Pet: { type: 'object', required: ['name'], properties: { name: text, id: { type: 'string', readOnly: true } } },
    };
    const body = { in: 'body', name: 'pet', required: true, schema: { $ref: '#/definitions/Pet' } };
    const whole = (await read({ parameters: [body] }, { definitions })).operation('op').document;
    expect(whole.request.body).toMatchObject({ kind: 'json', fields: [{ name: 'name', required: true }] });
    const field = {
      in: 'formData',
      name: 'tags',
      type: 'array',
      items: text,
      collectionFormat: 'multi',
      required: true,
    };
    const form = (await read({ parameters: [field] })).operation('op').document;
    expect(form.request.body).toMatchObject({
      kind: 'form',
      required: true,
      fields: [{ name: 'tags', required: true, style: 'form', explode: true }],
    });
    const upload = (await read({ parameters: [{ in: 'formData', name: 'file', type: 'file' }] })).operation(
      'op',
    ).document;
    expect(upload.request.body).toMatchObject({ kind: 'multipart', fields: [{ name: 'file', binary: true }] });
  });

  test('reads the answer from produces and schema', async () => {
    const responses = { 200: { description: 'x', schema: { $ref: '#/definitions/Pet' } } };
    const { document } = (
      await read({ responses, produces: ['application/json'] }, { definitions: { Pet: { type: 'object' } } })
    ).operation('op');
    expect(document).toMatchObject({ output: { $ref: '#/$defs/Pet' }, request: { accept: 'application/json' } });
  });

  test('refuses tab-separated lists, which no style can write', async () => {
    const { diagnostics } = await read({
      parameters: [{ in: 'query', name: 'a', type: 'array', items: text, collectionFormat: 'tsv' }],
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['openapi-parameter']);
  });
});
