import { buildRequest } from '../../src/contract/request/build-request.js';
import type { BuiltRequest } from '../../src/contract/request/request-template.js';
import type { JsonObject } from '../../src/contract/encoding/json.js';
import { openDocument, operationsOf } from '../../bench/openapi/strict-mock/document.mjs';
import { judge } from '../../bench/openapi/strict-mock/judge.mjs';
import { apiOf, readApi } from '../support/read-openapi.js';

/** The mock of bench/corpus.mjs is worth something only when it refuses what is wrong: each row makes one good request wrong. */

const BASE = 'https://api.acme.example/v1';
const list = { type: 'array', items: { type: 'string' } };
const point = { type: 'object', properties: { x: { type: 'integer' }, y: { type: 'integer' } } };

const PATHS = {
  '/a/{id}': {
    put: {
      operationId: 'json',
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'q', in: 'query', required: true, schema: { type: 'string' } },
        { name: 'tags', in: 'query', schema: list },
        { name: 'csv', in: 'query', explode: false, schema: list },
        { name: 'piped', in: 'query', style: 'pipeDelimited', explode: false, schema: list },
        { name: 'at', in: 'query', style: 'deepObject', explode: true, schema: point },
        { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
        { name: 'session', in: 'cookie', schema: { type: 'string' } },
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              additionalProperties: false,
              required: ['name'],
              properties: {
                name: { type: 'string' },
                size: { type: 'integer', maximum: 9 },
                kind: { enum: ['big', 'small'] },
              },
            },
          },
        },
      },
    },
  },
  '/form': {
    post: {
      operationId: 'form',
      requestBody: {
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              additionalProperties: false,
              properties: { name: { type: 'string' }, at: point, tags: list },
            },
            encoding: { at: { style: 'deepObject', explode: true } },
          },
        },
      },
    },
  },
  '/files': {
    post: {
      operationId: 'multipart',
      requestBody: {
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              additionalProperties: false,
              properties: { file: { type: 'string', format: 'binary' }, at: point, note: { type: 'string' } },
            },
          },
        },
      },
    },
  },
};

const ARGUMENTS: Record<string, JsonObject> = {
  json: {
    id: 'a/b',
    q: 'x&y +',
    tags: ['t1', 't2'],
    csv: ['c1', 'c2'],
    piped: ['p1', 'p2'],
    at: { x: 11, y: 12 },
    'X-Trace': 'trace',
    session: 's e',
    name: 'näme',
    size: 7,
    kind: 'big',
  },
  form: { name: 'a&b', at: { x: 11, y: 12 }, tags: ['t1', 't2'] },
  multipart: {
    file: { base64: 'Ynl0ZXM=', filename: 'f.bin', contentType: 'image/png' },
    at: { x: 11, y: 12 },
    note: 'n',
  },
};

type Change = (request: BuiltRequest) => BuiltRequest;
const url =
  (from: string | RegExp, to: string): Change =>
  (request) => ({ ...request, url: replaced(request.url, from, to) });
const body =
  (from: string | RegExp, to: string): Change =>
  (request) => ({ ...request, body: replaced(textOf(request), from, to) });
const header =
  (name: string, value?: string): Change =>
  (request) => ({
    ...request,
    headers: request.headers.flatMap(([key, old]): [string, string][] =>
      key.toLowerCase() !== name ? [[key, old]] : value === undefined ? [] : [[key, value]],
    ),
  });

function textOf({ body: content }: BuiltRequest): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** A change that changes nothing would prove nothing. */
function replaced(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace in ${text}`);
  return changed;
}

const WRONG: Record<string, [string, Change][]> = {
  json: [
    ['another method', (request) => ({ ...request, method: 'POST' })],
    ['another server', url('api.acme.example', 'other.example')],
    ['another path', url('/a/', '/b/')],
    ['a value of the path that is not encoded', url('a%2Fb', 'a/b')],
    ['a value of the path that is cut', url('a%2Fb', 'a')],
    ['a required parameter dropped', url('q=x%26y%20%2B&', '')],
    ['an optional parameter dropped', url('&csv=c1,c2', '')],
    ['a parameter under another name', url('csv=', 'cvs=')],
    ['a parameter that is not documented', url(/$/, '&more=1')],
    ['a value sent twice', url(/$/, '&csv=c1,c2')],
    ['a value that is not encoded', url('x%26y%20%2B', 'x&y%20%2B')],
    ['a plus that is not encoded', url('%2B', '+')],
    ['a value encoded twice', url('%26', '%2526')],
    ['an exploded list joined', url('tags=t1&tags=t2', 'tags=t1,t2')],
    ['an item of a list dropped', url('&tags=t2', '')],
    ['a joined list exploded', url('csv=c1,c2', 'csv=c1&csv=c2')],
    ['a separator of another style', url('p1%7Cp2', 'p1,p2')],
    ['deepObject written as JSON', url(/at%5Bx%5D=11&at%5By%5D=12/, 'at=%7B%22x%22%3A11%2C%22y%22%3A12%7D')],
    ['deepObject written flat', url(/at%5Bx%5D=11&at%5By%5D=12/, 'x=11&y=12')],
    ['a member of deepObject dropped', url('&at%5By%5D=12', '')],
    ['a text for a number', url('=11', '=eleven')],
    ['a header dropped', header('x-trace')],
    ['a header with another value', header('x-trace', 'other')],
    ['the cookie dropped', header('cookie')],
    ['a cookie that is not encoded', header('cookie', 'session=s; e')],
    ['the body dropped', ({ body: _body, ...request }) => request],
    ['an empty body', body(/^.*$/, '{}')],
    ['a body that is no JSON', body('{', '')],
    ['a required property dropped', body(/"name":"[^"]*",/, '')],
    ['an optional property dropped', body(/"size":7,?/, '')],
    ['a property that is not documented', body('{', '{"more":1,')],
    ['a number as a text', body('7', '"7"')],
    ['a number above its maximum', body('7', '70')],
    ['a value beside the enum', body('big', 'huge')],
    ['a text in another encoding', body('ä', 'Ã¤')],
    ['another media type', header('content-type', 'text/plain')],
  ],
  form: [
    ['the body dropped', ({ body: _body, ...request }) => request],
    ['a field dropped', body(/name=[^&]*&?/, '')],
    ['a field that is not documented', body(/$/, '&more=1')],
    ['a value that is not encoded', body('%26', '&')],
    ['deepObject written as JSON', body(/at%5Bx%5D=11&at%5By%5D=12/, 'at=%7B%22x%22%3A11%2C%22y%22%3A12%7D')],
    ['an object written by its name', body(/at%5Bx%5D=11&at%5By%5D=12/, 'at=%5Bobject%20Object%5D')],
    ['an item of a list dropped', body(/&?tags=t2/, '')],
    ['JSON instead of a form', header('content-type', 'application/json')],
  ],
  multipart: [
    ['the body dropped', ({ body: _body, ...request }) => request],
    ['a part dropped', body(/--frontmcp-part-0\r\nContent-Disposition: form-data; name="note"[^-]*/, '')],
    ['a part under another name', body('name="note"', 'name="memo"')],
    ['a part without a name', body('form-data; name="note"', 'form-data')],
    ['a file without a file name', body('; filename="f.bin"', '')],
    ['a file under another name', body('f.bin', 'g.bin')],
    ['a file with another media type', body('image/png', 'image/gif')],
    ['a file with other bytes', body('\r\nbytes\r\n', '\r\nbites\r\n')],
    ['a file as base64 text', body('\r\nbytes\r\n', '\r\nYnl0ZXM=\r\n')],
    ['an object written by its name', body('{"x":11,"y":12}', '[object Object]')],
    ['a header without its boundary', header('content-type', 'multipart/form-data')],
    ['a body without its last boundary', body('--frontmcp-part-0--', '')],
  ],
};

async function goodRequest(name: string) {
  const api = apiOf(PATHS);
  const { operation } = await readApi({ api, mentions: [name] });
  const built = buildRequest(operation(name).document.request, ARGUMENTS[name] as JsonObject);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const mock = openDocument(JSON.stringify(api));
  const documented = operationsOf(mock).find(({ node }) => node.operationId === name);
  if (!documented) throw new Error(`no operation ${name}`);
  const verdict = (request: BuiltRequest): string[] =>
    judge(mock, documented, request, { base: BASE, expectsAll: true, sent: ARGUMENTS[name] });
  return { request: built.request, verdict };
}

describe.each(Object.keys(WRONG))('the strict mock, given a %s request', (name) => {
  test('accepts it as the interpreter makes it', async () => {
    const { request, verdict } = await goodRequest(name);
    expect(verdict(request)).toEqual([]);
  });

  test.each(WRONG[name] as [string, Change][])('refuses it with %s', async (_what, change) => {
    const { request, verdict } = await goodRequest(name);
    expect(verdict(change(request))).not.toEqual([]);
  });
});
