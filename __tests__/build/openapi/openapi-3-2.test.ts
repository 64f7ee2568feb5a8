import { messageOf } from '../../../src/build/diagnostics/collector.js';
import { buildRequest } from '../../../src/contract/request/build-request.js';
import { readApi } from '../../support/read-openapi.js';

/** A 3.2 description with these paths, and whatever else. */
function api32(paths: object, more: object = {}): object {
  return {
    openapi: '3.2.0',
    info: { title: 'ACME', version: '1' },
    servers: [{ url: 'https://api.acme.example', name: 'main' }],
    paths,
    ...more,
  };
}

const form = (schema: object, more: object = {}) => ({ 'application/x-www-form-urlencoded': { schema, ...more } });
const messages = (diagnostics: Parameters<typeof messageOf>[0][]) => diagnostics.map(messageOf);

describe('methods that the Worker cannot send', () => {
  const api = api32({
    '/orders': {
      get: { operationId: 'listOrders', responses: {} },
      query: { operationId: 'query-orders', requestBody: { content: { 'application/json': {} } }, responses: {} },
      additionalOperations: { COPY: { operationId: 'copyOrders', responses: {} }, __proto__: null },
    },
    '/odd': { additionalOperations: 7, query: 'x' },
  });

  test.each(['query-orders', 'queryOrders', 'QUERY /orders', 'copyOrders', 'COPY /orders'])(
    '%s is told apart from what does not exist',
    async (mention) => {
      const { diagnostics, set } = await readApi({ api, mentions: [mention] });
      expect(diagnostics.map(({ code }) => code)).toEqual(['openapi-method']);
      expect(messages(diagnostics)[0]).toMatch(/is (?:QUERY|COPY) \/orders, which the Worker cannot send/);
      expect(set.operations).toEqual([]);
    },
  );

  test('what stands beside them is not touched', async () => {
    const { diagnostics, set } = await readApi({ api, mentions: ['listOrders'] });
    expect(diagnostics).toEqual([]);
    expect(set.operations).toHaveLength(1);
    expect((await readApi({ api, mentions: ['PURGE /orders'] })).diagnostics.map(({ code }) => code)).toEqual([
      'openapi-unknown-operation',
    ]);
  });
});

describe('a parameter that is the whole query', () => {
  const search = (content: object, more: object = {}) =>
    api32({
      '/orders': {
        get: {
          operationId: 'find',
          parameters: [{ in: 'querystring', name: 'all', required: true, content, ...more }],
          responses: {},
        },
      },
    });

  test('is the fields of its form', async () => {
    const schema = {
      type: 'object',
      required: ['q'],
      properties: {
        q: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
        limit: { type: 'integer' },
      },
    };
    const { operation, diagnostics } = await readApi({
      api: search(form(schema, { encoding: { tags: { style: 'pipeDelimited', explode: false } } })),
      mentions: ['find'],
    });
    expect(diagnostics).toEqual([]);
    const { document } = operation('find');
    expect(document.input).toMatchObject({
      required: ['q'],
      properties: { q: { type: 'string' }, limit: { type: 'integer' } },
    });
    const outcome = buildRequest(document.request, { q: 'a b', tags: ['x', 'y'], limit: 5 });
    const url = new URL(outcome.ok ? outcome.request.url : '');
    expect(Object.fromEntries(url.searchParams)).toEqual({ q: 'a b', tags: 'x|y', limit: '5' });
  });

  test('is optional as a whole when it is not required', async () => {
    const api = search(form({ type: 'object', required: ['q'], properties: { q: {} } }), { required: false });
    expect((await readApi({ api, mentions: ['find'] })).operation('find').document.input).not.toHaveProperty(
      'required',
    );
  });

  test.each<[string, object]>([
    ['JSON', { 'application/json': { schema: { type: 'object', properties: { q: {} } } } }],
    ['a form whose fields are not listed', form({ type: 'object', additionalProperties: true })],
    ['nothing', {}],
  ])('and holds %s is an error that names it', async (_, content) => {
    const { diagnostics, set } = await readApi({ api: search(content), mentions: ['find'] });
    expect(diagnostics.map(({ code }) => code)).toEqual(['openapi-parameter']);
    expect(set.operations).toEqual([]);
  });
});

describe('references', () => {
  test('to the address that a document gives itself stay inside it, and nothing is fetched', async () => {
    const $self = 'https://acme.example/api/openapi';
    const schema = { $ref: `${$self}#/components/schemas/Order` };
    const api = api32(
      {
        '/orders': {
          post: {
            operationId: 'add',
            requestBody: { content: { 'application/json': { schema: { type: 'array', items: schema } } } },
            responses: {},
          },
        },
      },
      { $self, components: { schemas: { Order: { type: 'object', properties: { id: { type: 'string' } } } } } },
    );
    const { set, diagnostics } = await readApi({ api, mentions: ['add'] });
    expect(diagnostics).toEqual([]);
    expect(set.schemas['acme']).toEqual({ Order_input: { type: 'object', properties: { id: { type: 'string' } } } });
  });

  test('to an address that merely begins like it are refused', async () => {
    const api = api32(
      { '/x': { get: { operationId: 'x', parameters: [{ $ref: 'https://acme.example/api2#/a' }], responses: {} } } },
      { $self: 'https://acme.example/api' },
    );
    const { diagnostics } = await readApi({ api, mentions: ['x'] });
    expect(diagnostics.map(({ code, args }) => [code, (args as { fault: string }).fault])).toEqual([
      ['openapi-reference', 'remote'],
    ]);
  });

  test('to media types of the components are followed', async () => {
    const api = api32(
      {
        '/x': {
          post: {
            operationId: 'x',
            requestBody: { content: { 'application/json': { $ref: '#/components/mediaTypes/Order' } } },
            responses: {},
          },
        },
      },
      { components: { mediaTypes: { Order: { schema: { type: 'object', properties: { id: { type: 'string' } } } } } } },
    );
    expect((await readApi({ api, mentions: ['x'] })).operation('x').document.input['properties']).toEqual({
      id: { type: 'string' },
    });
  });
});

test('answers and bodies that come item by item are text, whatever describes an item', async () => {
  const itemSchema = { type: 'object', properties: { id: { type: 'string' } } };
  const content = (type: string) => ({ [type]: { itemSchema } });
  const api = api32({
    '/in': {
      post: {
        operationId: 'send',
        requestBody: { required: true, content: content('application/jsonl') },
        responses: {},
      },
    },
    '/out': {
      get: { operationId: 'watch', responses: { 200: { description: 'x', content: content('text/event-stream') } } },
    },
    '/both': {
      get: {
        operationId: 'list',
        responses: {
          200: {
            description: 'x',
            content: { ...content('application/json-seq'), 'application/json': { schema: itemSchema } },
          },
        },
      },
    },
  });
  const { operation, diagnostics } = await readApi({ api, mentions: ['send', 'watch', 'list'] });
  expect(diagnostics).toEqual([]);
  expect(operation('send').document.request.body).toMatchObject({ kind: 'text', contentType: 'application/jsonl' });
  expect(operation('watch').document).toMatchObject({ request: { accept: 'text/event-stream' } });
  expect(operation('watch').document.output).toBeUndefined();
  expect(operation('list').document).toMatchObject({
    request: { accept: 'application/json' },
    output: { type: 'object' },
  });
});

test('tags within tags, summaries of tags, and everything that only explains are passed over', async () => {
  const api = api32(
    {
      '/x': {
        get: {
          operationId: 'x',
          tags: ['child'],
          responses: {
            200: {
              summary: 's',
              content: { 'application/json': { examples: { a: { dataValue: {}, serializedValue: '{}' } } } },
            },
          },
        },
      },
    },
    {
      tags: [
        { name: 'parent', kind: 'nav', summary: 'P' },
        { name: 'child', parent: 'parent' },
        { name: 'loop', parent: 'loop' },
      ],
    },
  );
  const { operation, diagnostics } = await readApi({ api, mentions: ['x'] });
  expect(diagnostics).toEqual([]);
  expect(operation('x').entry.tags).toEqual(['child']);
});

test('a scheme with the flow of devices, referred to by pointer, ends in a bearer token', async () => {
  const flows = {
    deviceAuthorization: {
      deviceAuthorizationUrl: 'https://a.example/device',
      tokenUrl: 'https://a.example/token',
      scopes: {},
    },
  };
  const api = api32(
    { '/x': { get: { operationId: 'x', security: [{ '#/components/securitySchemes/device': [] }], responses: {} } } },
    {
      components: {
        securitySchemes: {
          device: { type: 'oauth2', oauth2MetadataUrl: 'https://a.example/.well-known/x', deprecated: true, flows },
        },
      },
    },
  );
  const { set, operation, diagnostics } = await readApi({
    api,
    mentions: ['x'],
    source: { auth: { device: { secret: 'TOKEN' } } },
  });
  expect(diagnostics).toEqual([]);
  expect(set.services['acme']?.securitySchemes).toEqual({ device: { type: 'http', scheme: 'bearer' } });
  expect(operation('x').document.request.security).toEqual([['device']]);
});

test.each<[string, string, string]>([
  ['text/tab-separated-values', 'text', 'text/tab-separated-values'],
  ['text/csv; header=present', 'text', 'text/csv; header=present'],
  ['text/*', 'text', 'text/plain'],
  ['application/x-ndjson', 'text', 'application/x-ndjson'],
  ['application/json-seq', 'text', 'application/json-seq'],
  ['application/vnd.acme.v2+json', 'json', 'application/vnd.acme.v2+json'],
  ['application/soap+xml', 'text', 'application/soap+xml'],
  ['application/pdf', 'binary', 'application/pdf'],
  ['image/*', 'binary', 'application/octet-stream'],
  ['*/*', 'binary', 'application/octet-stream'],
])('a body of %s is sent as %s', async (mediaType, kind, contentType) => {
  const api = api32({
    '/x': {
      post: {
        operationId: 'x',
        requestBody: { required: true, content: { [mediaType]: { schema: { type: 'string' } } } },
        responses: {},
      },
    },
  });
  const { operation, diagnostics } = await readApi({ api, mentions: ['x'] });
  expect(diagnostics).toEqual([]);
  expect(operation('x').document.request.body).toMatchObject({ kind, contentType, required: true });
});

test.each(['nonsense', 'text', '/', 'a b/c', 'text/plain\u0000x'])(
  'a body of %j is an error, and not sent as something else',
  async (mediaType) => {
    const api = api32({
      '/x': {
        post: { operationId: 'x', requestBody: { required: true, content: { [mediaType]: {} } }, responses: {} },
      },
    });
    expect((await readApi({ api, mentions: ['x'] })).diagnostics.map(({ code }) => code)).toEqual(['openapi-body']);
  },
);
