import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectDiagnostics, messageOf } from '../../../src/build/diagnostics/collector.js';
import { openWorkingTree } from '../../../src/build/files/working-tree.js';
import { readOperations } from '../../../src/build/openapi/read-operations.js';
import type { EffectiveManifest, SkillSet } from '../../../src/build/stage-values.js';
import { makeDirectory, makeRepository } from '../../support/git-project.js';
import { apiOf, readApi } from '../../support/read-openapi.js';

const codes = (diagnostics: readonly { code: string }[]) => diagnostics.map(({ code }) => code);

const REPEATED = Array.from({ length: 300_000 }, () => ({ $ref: '#/components/schemas/Part' }));

describe('documents that are made to hurt end in a clear error, or are read, in bounded time', () => {
  test('64 MiB of white space, and no document in it', async () => {
    const blank = new Uint8Array(64 * 1024 * 1024).fill(0x20);
    const { diagnostics } = await readApi({ api: '', mentions: ['x'], files: { 'openapi/acme.json': blank } });
    expect(diagnostics.map(messageOf)).toEqual([expect.stringContaining('API description')]);
  }, 30_000);

  test('white space before and after a whole document', async () => {
    const api = ' \n'.repeat(8_000_000) + JSON.stringify(apiOf({ '/x': { get: { operationId: 'x', responses: {} } } }));
    const { set, diagnostics } = await readApi({ api: api + ' '.repeat(8_000_000), mentions: ['x', 'y'] });
    expect(set.operations).toHaveLength(1);
    expect(codes(diagnostics)).toEqual(['openapi-unknown-operation']);
  }, 30_000);

  test('a million paths', async () => {
    const paths = Array.from({ length: 1_000_000 }, (_, index) => `"/p${index}":{"get":{}}`).join();
    const api = JSON.stringify(apiOf({})).replace('"paths":{}', `"paths":{${paths}}`);
    const { diagnostics } = await readApi({ api, mentions: ['GET /p999999'] });
    expect(codes(diagnostics)).toEqual(['openapi-too-many-paths']);
    expect(diagnostics.map(messageOf)).toEqual(['The description lists 1000000 paths, and 150000 are the most.']);
    expect(diagnostics[0]?.location).toMatchObject({ file: 'openapi/acme.json', line: 1 });
  }, 60_000);

  test.each<[string, object, object]>([
    ['a body', { allOf: REPEATED }, {}],
    ['an argument', { type: 'object', properties: { a: { allOf: REPEATED, required: ['b'] } } }, {}],
    [
      'a list beside an anchor',
      { $ref: '#Anchored' },
      { Anchored: { $anchor: 'Anchored', type: 'object' }, List: { enum: REPEATED } },
    ],
  ])(
    'one part named 300,000 times: %s',
    async (_, schema, schemas) => {
      const api = apiOf({
        '/x': {
          post: { operationId: 'x', requestBody: { content: { 'application/json': { schema } } }, responses: {} },
        },
      });
      const components = { schemas: { Part: { type: 'object', properties: { b: { type: 'string' } } }, ...schemas } };
      const { set } = await readApi({ api: JSON.stringify({ ...api, openapi: '3.1.0', components }), mentions: ['x'] });
      expect(set.operations).toHaveLength(1);
    },
    30_000,
  );

  test('aliases that multiply: a billion laughs', async () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const inner = index === 0 ? '{ type: string }' : `*l${index - 1}`;
      return `x-l${index}: &l${index} { type: object, properties: { ${'abcdefghi'.replace(/./g, (key) => `${key}: ${inner}, `)} } }`;
    });
    const api = `openapi: 3.0.3
servers: [{ url: https://a.example }]
${levels.join('\n')}
paths:
  /x:
    post:
      operationId: x
      requestBody: { content: { application/json: { schema: { type: object, properties: { a: *l11 }, example: *l11 } } } }
      responses: {}
`;
    const { set } = await readApi({ api, mentions: ['x'] });
    expect(JSON.stringify(set).length).toBeLessThan(2_000_000);
  });

  test('keys that could reach a prototype, wherever a key may stand', async () => {
    const api = `{"openapi":"3.0.3","servers":[{"url":"https://a.example"}],"__proto__":{"paths":{}},
      "paths":{"/x":{"__proto__":{"post":{}},"post":{"operationId":"x","__proto__":{"operationId":"evil"},
      "parameters":[{"name":"__proto__","in":"query","schema":{}},{"name":"constructor","in":"query","schema":{}}],
      "requestBody":{"content":{"__proto__":{},"application/json":{"schema":{"type":"object","properties":{"__proto__":{"type":"string"},"a":{}}}}}},
      "responses":{"__proto__":{},"200":{}}}}},
      "components":{"schemas":{"__proto__":{}},"securitySchemes":{"__proto__":{"type":"apiKey"}}}}`;
    const { operation } = await readApi({ api, mentions: ['x'] });
    const keys = Object.keys(operation('x').document.input['properties'] as object);
    expect(keys).not.toContain('__proto__');
    expect(({} as Record<string, unknown>)['operationId']).toBeUndefined();
  });
});

test('does not read what lies outside the repository, through a link or by name', async () => {
  const outside = makeDirectory({ 'secret.json': '{"in":"query","name":"SECRET","schema":{}}' });
  const project = makeRepository({ 'README.md': '' });
  try {
    const parameters = ['linked.json', 'folder/secret.json', join(outside.directory, 'secret.json'), '/etc/hostname'];
    const paths = Object.fromEntries(
      parameters.map(($ref, index) => [
        `/x${index}`,
        { get: { operationId: `x${index}`, parameters: [{ $ref }], responses: {} } },
      ]),
    );
    mkdirSync(join(project.directory, 'openapi'));
    writeFileSync(join(project.directory, 'openapi/acme.json'), JSON.stringify(apiOf(paths)));
    symlinkSync(join(outside.directory, 'secret.json'), join(project.directory, 'openapi/linked.json'));
    symlinkSync(outside.directory, join(project.directory, 'openapi/folder'));
    const { tree } = await openWorkingTree(project.directory);
    const sink = collectDiagnostics();
    const location = { file: 'm', line: 1, column: 1 };
    const spec = {
      id: 'acme',
      binding: 'acme',
      file: 'openapi/acme.json',
      readOnly: false,
      server: 0,
      serverVariables: {},
      strict: false,
      location,
    };
    const references = parameters.map((_, index) => ({ spec: 'acme', operation: `x${index}`, form: 'uri', location }));
    const found = await readOperations(
      tree,
      { specs: [spec], classificationRules: [] } as unknown as EffectiveManifest,
      { skills: [{ id: 's', references }] } as unknown as SkillSet,
      sink,
    );
    expect(found.operations).toEqual([]);
    expect(codes(sink.diagnostics)).toEqual(parameters.map(() => 'openapi-reference'));
    expect(JSON.stringify([found, sink.diagnostics])).not.toContain('SECRET');
  } finally {
    project.remove();
    outside.remove();
  }
});
