import type { JsonObject, JsonValue } from '../../../src/contract/encoding/json.js';
import { buildRequest } from '../../../src/contract/request/build-request.js';
import { deepEqual, equal, ok, throws } from '../assert.js';
import type { SuiteCase } from '../assert.js';
import { bodyTemplate, parameterOf, problemsOf, requestOf, templateOf } from './template.js';

const idInPath = templateOf({
  path: '/things/{id}',
  parameters: [parameterOf({ in: 'path', name: 'id', style: 'simple', explode: false, required: true })],
});
const search = (overrides: object): ReturnType<typeof templateOf> =>
  templateOf({ parameters: [parameterOf({ name: 'q', ...overrides })] });

export const cases: SuiteCase[] = [
  {
    name: 'joins server, path and query and names what it accepts',
    run: () => {
      const template = templateOf({ parameters: [parameterOf({ name: 'page' }), parameterOf({ name: 'state' })] });
      deepEqual(requestOf(template, { state: 'open', page: 2 }), {
        method: 'GET',
        url: 'https://api.example.com/v1/things?page=2&state=open',
        headers: [['Accept', 'application/json']],
      });
    },
  },
  {
    name: 'takes values from where the template says, with their names on the wire',
    run: () => {
      const parameter = parameterOf({ name: 'filter[id]', at: ['query', 'filter_id'] });
      const { url } = requestOf(templateOf({ parameters: [parameter] }), { query: { filter_id: 7 } });
      equal(url, 'https://api.example.com/v1/things?filter%5Bid%5D=7');
    },
  },
  {
    name: 'leaves out optional parameters that are missing, null, or empty lists',
    run: () => {
      for (const args of [{}, { q: null }, { q: [] }] as JsonObject[])
        equal(requestOf(search({}), args).url, 'https://api.example.com/v1/things');
    },
  },
  {
    name: 'names every missing required argument at once',
    run: () => {
      const template = templateOf({
        path: '/things/{id}',
        parameters: [
          parameterOf({ in: 'path', name: 'id', style: 'simple', required: true }),
          parameterOf({ name: 'q', required: true }),
          parameterOf({ in: 'header', name: 'X-Trace', at: ['header', 'X-Trace'], style: 'simple', required: true }),
        ],
        body: { kind: 'json', contentType: 'application/json', required: true, at: ['body'] },
      });
      deepEqual(
        problemsOf(template, {})
          .map(({ parameter }) => parameter)
          .sort(),
        ['body', 'header.X-Trace', 'id', 'q'],
      );
    },
  },
  {
    name: 'keeps a path value within its segment',
    run: () => {
      equal(requestOf(idInPath, { id: '../a/b?c#d' }).url, 'https://api.example.com/v1/things/..%2Fa%2Fb%3Fc%23d');
      equal(requestOf(idInPath, { id: 'a\\..\\b' }).url, 'https://api.example.com/v1/things/a%5C..%5Cb');
      equal(requestOf(idInPath, { id: '%2e%2e' }).url, 'https://api.example.com/v1/things/%252e%252e');
    },
  },
  ...(['', '.', '..', null, [], {}, { a: {} }, '\ud800'] as JsonValue[]).map((id) => ({
    name: `refuses the path value ${JSON.stringify(id)}`,
    run: () =>
      equal(
        problemsOf(idInPath, { id })
          .map(({ parameter }) => parameter)
          .join(),
        'id',
      ),
  })),
  {
    name: 'refuses values that make a dot segment only together',
    run: () => {
      const part = (name: string) => parameterOf({ in: 'path', name, style: 'simple', required: true });
      const template = templateOf({ path: '/{a}{b}', parameters: [part('a'), part('b')] });
      equal(problemsOf(template, { a: '.', b: '.' }).length, 1);
      const label = parameterOf({ in: 'path', name: 'a', style: 'label', required: true });
      equal(problemsOf(templateOf({ path: '/{a}', parameters: [label] }), { a: '.' }).length, 1);
    },
  },
  {
    name: 'fills several parameters of one segment',
    run: () => {
      const part = (name: string) => parameterOf({ in: 'path', name, style: 'simple', required: true });
      const template = templateOf({ path: '/compare/{base}...{head}.zip', parameters: [part('base'), part('head')] });
      equal(
        requestOf(template, { base: 'main', head: 'a/b' }).url,
        'https://api.example.com/v1/compare/main...a%2Fb.zip',
      );
    },
  },
  {
    name: 'never lets a query value become a second parameter, reserved characters allowed or not',
    run: () => {
      equal(
        requestOf(search({}), { q: 'a&b=c#d e+f' }).url,
        'https://api.example.com/v1/things?q=a%26b%3Dc%23d%20e%2Bf',
      );
      const url = requestOf(search({ allowReserved: true }), { q: "a/b:c&d#e[f]%20'g" }).url;
      equal(new URL(url).searchParams.get('q'), "a/b:c&d#e[f] 'g");
      ok(url.includes('q=a/b:c%26d%23e%5Bf%5D%20'), url);
    },
  },
  {
    name: 'encodes every reserved character of a value, also those that encodeURIComponent leaves alone',
    run: () => {
      equal(requestOf(search({}), { q: "!'()*-._~" }).url, 'https://api.example.com/v1/things?q=%21%27%28%29%2A-._~');
      equal(requestOf(idInPath, { id: "o'neil(1)" }).url, 'https://api.example.com/v1/things/o%27neil%281%29');
    },
  },
  {
    name: 'shows that a required list is there, even when it is empty',
    run: () => equal(requestOf(search({ required: true }), { q: [] }).url, 'https://api.example.com/v1/things?q='),
  },
  {
    name: 'writes a content parameter as JSON',
    run: () => {
      const { url } = requestOf(search({ contentType: 'application/json' }), { q: { a: [1, { b: null }] } });
      equal(new URL(url).searchParams.get('q'), '{"a":[1,{"b":null}]}');
    },
  },
  {
    name: 'writes nested objects and lists of a deepObject parameter in brackets',
    run: () => {
      const { url } = requestOf(search({ style: 'deepObject' }), {
        q: { a: { b: 1 }, list: ['x', { y: true }], none: null },
      });
      deepEqual(
        [...new URL(url).searchParams],
        [
          ['q[a][b]', '1'],
          ['q[list][0]', 'x'],
          ['q[list][1][y]', 'true'],
        ],
      );
      equal(requestOf(search({ style: 'deepObject' }), { q: 'now' }).url, 'https://api.example.com/v1/things?q=now');
      let deep: JsonValue = 'x';
      for (let level = 0; level < 40; level += 1) deep = { a: deep };
      equal(problemsOf(search({ style: 'deepObject' }), { q: deep })[0]?.message, 'is nested deeper than 32 levels');
    },
  },
  {
    name: 'writes as JSON what stands inside a list or an object where the style leaves it open',
    run: () => {
      const { url } = requestOf(search({}), { q: [{ Key: 'a,b', Values: [1] }, 'x'] });
      deepEqual(
        [...new URL(url).searchParams],
        [
          ['q', '{"Key":"a,b","Values":[1]}'],
          ['q', 'x'],
        ],
      );
      const other = requestOf(search({ explode: false }), { q: { a: { b: 1 } } });
      equal(new URL(other.url).search, '?q=a,%7B%22b%22%3A1%7D');
    },
  },
  {
    name: 'fills placeholders in a query that is part of the path, each value staying one value',
    run: () => {
      const path = '/export?name={name}&kind=1';
      const parameter = parameterOf({
        in: 'path',
        name: 'name',
        at: ['name'],
        style: 'simple',
        explode: false,
        required: true,
      });
      const template = templateOf({ path, parameters: [parameter, parameterOf({ name: 'page', at: ['page'] })] });
      const { url } = requestOf(template, { name: 'a&b=?#', page: 2 });
      equal(url, 'https://api.example.com/v1/export?name=a%26b%3D%3F%23&kind=1&page=2');
    },
  },
  {
    name: 'refuses what a style cannot write, and says what it wants',
    run: () => {
      equal(problemsOf(search({}), { q: [Number.NaN] })[0]?.message, 'every item is not a finite number');
      equal(problemsOf(search({}), { q: { a: '\ud800' } })[0]?.message, 'the property "a" is not valid Unicode text');
      equal(problemsOf(search({}), { q: Number.NaN })[0]?.message, 'is not a finite number');
    },
  },
  ...['a\r\nHost: evil', 'a\nb', 'a\0b', 'snow \u2603'].map((value) => ({
    name: `refuses the header value ${JSON.stringify(value)}`,
    run: () => {
      const template = templateOf({
        parameters: [parameterOf({ in: 'header', name: 'X-Trace', style: 'simple', explode: false })],
      });
      equal(problemsOf(template, { 'X-Trace': value })[0]?.message, 'holds a character that a header cannot carry');
      equal(problemsOf(template, { 'X-Trace': { a: value } }).length, 1);
    },
  })),
  {
    name: 'keeps a cookie value one value',
    run: () => {
      const template = templateOf({
        parameters: [parameterOf({ in: 'cookie', name: 'sid' }), parameterOf({ in: 'cookie', name: 'lang' })],
      });
      const { headers } = requestOf(template, { sid: 'a; admin=1\r\nX: y', lang: 'de' });
      deepEqual(headers[1], ['Cookie', 'sid=a%3B%20admin%3D1%0D%0AX%3A%20y; lang=de']);
    },
  },
  {
    name: 'sends a JSON body made of fields, with their names on the wire',
    run: () => {
      const template = bodyTemplate({
        contentType: 'application/vnd.acme+json',
        fields: [
          { name: 'title', at: ['body', 'title'], required: true },
          { name: '__proto__', at: ['body', 'proto'], required: false },
          { name: 'note', at: ['body', 'note'], required: false },
        ],
      });
      const request = requestOf(template, { body: { title: 'x', proto: 1, note: null, unknown: 1 } });
      equal(request.body, '{"title":"x","__proto__":1,"note":null}');
      deepEqual(request.headers[0], ['Content-Type', 'application/vnd.acme+json']);
    },
  },
  {
    name: 'sends a whole body of any JSON type',
    run: () => {
      for (const body of [[1, 'a'], 'text', 0, false, null, { a: {} }]) {
        equal(requestOf(bodyTemplate({ at: ['body'] }), { body }).body, JSON.stringify(body));
      }
    },
  },
  {
    name: 'leaves an optional body out, an empty required one in, and asks for the fields of a started one',
    run: () => {
      const fields = [
        { name: 'a', at: ['a'], required: true },
        { name: 'b', at: ['b'], required: false },
      ];
      equal(requestOf(bodyTemplate({ required: false, fields }), {}).body, undefined);
      equal(requestOf(bodyTemplate({ fields: [{ name: 'b', at: ['b'], required: false }] }), {}).body, '{}');
      deepEqual(problemsOf(bodyTemplate({ required: false, fields }), { b: 1 }), [
        { parameter: 'a', message: 'is required' },
      ]);
    },
  },
  {
    name: 'writes a form: plain values, repeated lists, brackets where the encoding asks for them, JSON for the rest',
    run: () => {
      const template = bodyTemplate({
        kind: 'form',
        contentType: 'application/x-www-form-urlencoded',
        fields: [
          { name: 'name', at: ['name'], required: true },
          { name: 'tags', at: ['tags'], required: false },
          { name: 'meta', at: ['meta'], required: false, style: 'deepObject', explode: true },
          { name: 'raw', at: ['raw'], required: false },
          { name: 'ids', at: ['ids'], required: false, style: 'form', explode: false },
        ],
      });
      const body = requestOf(template, {
        name: 'a&b',
        tags: ['x', 'y'],
        meta: { k: { z: 1 } },
        raw: { j: 1 },
        ids: [1, 2],
      }).body;
      equal(body, 'name=a%26b&tags=x&tags=y&meta%5Bk%5D%5Bz%5D=1&raw=%7B%22j%22%3A1%7D&ids=1,2');
    },
  },
  {
    name: 'writes a multipart body with a file, and no value ends its part or its header line',
    run: () => {
      const template = bodyTemplate({
        kind: 'multipart',
        contentType: 'multipart/form-data',
        fields: [
          { name: 'purpose', at: ['purpose'], required: true },
          { name: 'file', at: ['file'], required: true, binary: true },
          { name: 'meta', at: ['meta'], required: false },
        ],
      });
      const request = requestOf(template, {
        purpose: 'x\r\n--frontmcp-part-0--',
        file: { base64: 'aGk=', filename: 'a"\r\nX-Evil: 1.txt', contentType: 'text/plain' },
        meta: { a: 1 },
      });
      equal(request.headers[0]?.[1], 'multipart/form-data; boundary=frontmcp-part-1');
      const text = new TextDecoder().decode(request.body as Uint8Array);
      const lines = [
        '--frontmcp-part-1',
        'Content-Disposition: form-data; name="purpose"',
        '',
        'x',
        '--frontmcp-part-0--',
        '--frontmcp-part-1',
        'Content-Disposition: form-data; name="file"; filename="a%22%0D%0AX-Evil: 1.txt"',
        'Content-Type: text/plain',
        '',
        'hi',
        '--frontmcp-part-1',
        'Content-Disposition: form-data; name="meta"',
        'Content-Type: application/json',
        '',
        '{"a":1}',
        '--frontmcp-part-1--',
        '',
      ];
      equal(text, lines.join('\r\n'));
      equal(problemsOf(template, { purpose: 'x', file: { base64: 'aGk=', contentType: 'a/b\r\nX: y' } }).length, 1);
    },
  },
  {
    name: "reads a multipart body back with the platform's own parser",
    run: async () => {
      const template = bodyTemplate({ kind: 'multipart', contentType: 'multipart/form-data', at: ['body'] });
      const request = requestOf(template, { body: { a: 'ä', list: ['1', '2'] } });
      const form = await new Response(request.body, { headers: request.headers }).formData();
      deepEqual(
        [...form],
        [
          ['a', 'ä'],
          ['list', '1'],
          ['list', '2'],
        ],
      );
    },
  },
  {
    name: 'sends text and base64 bodies, and refuses what is neither',
    run: () => {
      equal(
        requestOf(bodyTemplate({ kind: 'text', contentType: 'text/plain', at: ['body'] }), { body: 'hi' }).body,
        'hi',
      );
      const binary = bodyTemplate({ kind: 'binary', contentType: 'image/png', at: ['body'] });
      deepEqual([...(requestOf(binary, { body: '/+8=' }).body as Uint8Array)], [255, 239]);
      equal(problemsOf(binary, { body: 'not base64!' })[0]?.message, 'must be the content as base64 text');
      equal(
        problemsOf(bodyTemplate({ kind: 'text', contentType: 'text/plain', at: ['body'] }), { body: {} }).length,
        1,
      );
    },
  },
  {
    name: 'does not look at inherited properties of the arguments',
    run: () => {
      const template = templateOf({
        parameters: [parameterOf({ name: 'toString' }), parameterOf({ name: 'x', at: ['constructor', 'name'] })],
      });
      equal(requestOf(template, {}).url, 'https://api.example.com/v1/things');
    },
  },
  {
    name: 'refuses a template whose path leaves its server',
    run: () => {
      for (const path of ['@evil.example/', '.evil.example/', '/../../x', '/a#b']) {
        ok(throws(() => buildRequest(templateOf({ path }), {})) instanceof TypeError);
      }
    },
  },
];
