import { matchesGlob } from '../../../src/build/openapi/classify/overrides.js';
import { shapeOf } from '../../../src/build/openapi/document/path-shape.js';
import type { EffectiveManifest } from '../../../src/build/stage-values.js';
import { apiOf, readApi } from '../../support/read-openapi.js';

type Rules = EffectiveManifest['classificationRules'];

/** Classifies `METHOD /path` in an API that has these operations; the first is the one that is asked about. */
async function classified(operations: string[], { rules = [] as Rules, details = {} as object } = {}) {
  const paths: Record<string, Record<string, object>> = {};
  for (const [index, text] of operations.entries()) {
    const [method = '', path = '', operationId] = text.split(' ');
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        ...(operationId ? { operationId } : {}),
        ...(index === 0 ? details : {}),
        responses: {},
      },
    };
  }
  const [first = ''] = operations;
  const { set, diagnostics } = await readApi({
    api: apiOf(paths),
    mentions: [first.split(' ').slice(0, 2).join(' ')],
    rules,
  });
  const [found] = set.operations;
  const { basis, entry } = found!;
  const { expose, readOnly, uriTemplate, effects } = entry;
  const short = (uri: string) => uri.replace('mcp+op://acme', '');
  expect(effects.every(({ kind }) => kind === 'updated')).toBe(true);
  return {
    expose,
    readOnly,
    uri: uriTemplate && short(uriTemplate),
    effects: effects.map(({ uri }) => short(uri)),
    basis,
    codes: diagnostics.map(({ code }) => code),
  };
}

const rule = (match: string, more: object): Rules[number] => ({
  match,
  location: { file: 'm', line: 1, column: 1 },
  ...more,
});

test.each([
  ['/users/{id}', '/users/{}'],
  ['/users/{userId}/', '/users/{}'],
  ['/users/{id}.json', '/users/{}'],
  ['/users.xml', '/users'],
  ['/v1/{name}:cancel', '/v1/{}:cancel'],
  ["/users('{id}')", "/users('{}')"],
  ['/list?kind=a', '/list'],
  ['/', '/'],
])('the shape of %s is %s', (path, shape) => expect(shapeOf(path)).toBe(shape));

test.each<[string, string[], string[]]>([
  ['POST on a collection updates it', ['POST /users', 'GET /users'], ['/users']],
  [
    'POST on an item updates it and the list above',
    ['POST /users/{id}', 'GET /users/{id}', 'GET /users'],
    ['/users/{id}', '/users'],
  ],
  [
    'an action updates the item it belongs to, and its list',
    ['POST /users/{id}/reset-password', 'GET /users/{id}', 'GET /users'],
    ['/users/{id}', '/users'],
  ],
  ['PATCH updates item and list', ['PATCH /users/{id}', 'GET /users/{id}', 'GET /users'], ['/users/{id}', '/users']],
  ['PUT without a GET updates the parent', ['PUT /users/{id}', 'GET /users'], ['/users']],
  ['DELETE updates item and list', ['DELETE /users/{id}', 'GET /users/{id}', 'GET /users'], ['/users/{id}', '/users']],
  ['DELETE on a collection updates it', ['DELETE /users', 'GET /users'], ['/users']],
  [
    'POST on a singleton updates it alone',
    ['POST /users/{id}/avatar', 'GET /users/{id}/avatar', 'GET /users/{id}'],
    ['/users/{id}/avatar'],
  ],
  [
    'the nearest ancestor with a GET counts, over groups without one',
    ['POST /apps/{a}/devices/{d}/reboot', 'GET /apps/{a}', 'GET /apps'],
    ['/apps/{a}', '/apps'],
  ],
  [
    'parameters are mapped by position to the names of the acting operation',
    ['PATCH /orgs/{o}/users/{userId}', 'GET /orgs/{org}/users/{id}'],
    ['/orgs/{o}/users/{userId}'],
  ],
  [
    'trailing slashes and endings do not hide a GET',
    ['PUT /users/{x}.json', 'GET /users/{id}/', 'GET /users'],
    ['/users/{x}/', '/users'],
  ],
  ['a verb acts on what stands before it', ['POST /v1/jobs/{id}:cancel', 'GET /v1/jobs/{id}'], ['/v1/jobs/{id}']],
  ['an OData key is an item', ["DELETE /users('{id}')", 'GET /users'], ['/users']],
  [
    'an item whose list has no GET updates only itself',
    ['PATCH /repos/{o}/{r}', 'GET /repos/{o}/{r}'],
    ['/repos/{o}/{r}'],
  ],
  ['nothing above means no effect', ['POST /jobs', 'GET /other'], []],
])('%s', async (_, operations, effects) => {
  expect(await classified(operations)).toMatchObject({ expose: 'tool', readOnly: false, uri: undefined, effects });
});

test.each<[string, string, string, string]>([
  ['GET on an item is resource and tool', 'GET /users/{id}', 'both', '/users/{id}'],
  ['GET on a collection is a resource', 'GET /users', 'resource', '/users'],
  ['GET below an item is a resource', 'GET /users/{id}/orders', 'resource', '/users/{id}/orders'],
])('%s', async (_, operation, expose, uri) => {
  expect(await classified([operation])).toMatchObject({ expose, readOnly: true, uri, effects: [], codes: [] });
});

test('a GET with required query parameters is a query template, one that needs a header or an odd name is a tool', async () => {
  const required = (where: string, name: string) => ({ in: where, name, required: true, schema: { type: 'string' } });
  const parameters = [required('query', 'to'), required('query', 'from'), { in: 'query', name: 'page', schema: {} }];
  expect(await classified(['GET /rates'], { details: { parameters } })).toMatchObject({
    expose: 'resource',
    uri: '/rates{?from,to}',
  });
  for (const odd of [required('header', 'X-Tenant'), required('query', 'filter[id]')]) {
    expect(await classified(['GET /rates'], { details: { parameters: [odd] } })).toMatchObject({
      expose: 'tool',
      readOnly: true,
      uri: undefined,
    });
  }
  const ignored = [required('header', 'Authorization')];
  expect(await classified(['GET /rates'], { details: { parameters: ignored } })).toMatchObject({ expose: 'resource' });
});

test('a change updates a resource that needs a query only when it knows the query itself', async () => {
  const query = [{ in: 'query', name: 'api-version', required: true, schema: { type: 'string' } }];
  const paths = (own: object[]) => ({
    '/jobs': { get: { parameters: query, responses: {} }, post: { operationId: 'op', parameters: own, responses: {} } },
  });
  const effectsOf = async (own: object[]) =>
    (await readApi({ api: apiOf(paths(own)), mentions: ['op'] })).operation('op').entry.effects;
  expect(await effectsOf(query)).toEqual([{ kind: 'updated', uri: 'mcp+op://acme/jobs{?api-version}' }]);
  expect(await effectsOf([])).toEqual([]);
});

test.each([
  'POST /orders/search',
  'POST /orders/_search',
  'POST /accounts/get',
  'POST /v1/orders:search',
  'POST /orders/lookup-all lookupOrders',
  'POST /things searchThings',
  'POST /things things.batchGet',
])('%s only reads', async (operation) => {
  expect(await classified([operation, 'GET /orders'])).toMatchObject({ expose: 'tool', readOnly: true, effects: [] });
});

test.each([
  'POST /lists',
  'POST /things listCreate',
  'POST /things queryUpdate',
  'POST /quotes quote',
  'POST /searches createSearch',
  'POST /validate/{id}/apply',
])('%s may change something', async (operation) => {
  expect(await classified([operation, 'GET /quotes'])).toMatchObject({ expose: 'tool', readOnly: false });
});

test.each(['GET /session/logout', 'GET /x deleteEverything'])(
  '%s is named like a change: a tool, and said',
  async (operation) => {
    expect(await classified([operation])).toMatchObject({
      expose: 'tool',
      readOnly: false,
      uri: undefined,
      codes: ['openapi-writing-get'],
    });
  },
);

describe('rules', () => {
  test('the first rule that matches wins', async () => {
    const rules = [rule('GET /metrics', { expose: 'tool' }), rule('* /**', { expose: 'both' })];
    expect(await classified(['GET /metrics'], { rules })).toMatchObject({ expose: 'tool', uri: undefined });
    expect(await classified(['GET /users', 'GET /metrics'], { rules })).toMatchObject({
      expose: 'both',
      uri: '/users',
    });
  });

  test('emits names what changes: self, parent or nothing', async () => {
    const operations = ['DELETE /users/{id}', 'GET /users', 'GET /users/{id}'];
    const effects = async (emits: string) =>
      (await classified(operations, { rules: [rule('DELETE /users/{key}', { emits })] })).effects;
    expect(await effects('none')).toEqual([]);
    expect(await effects('self')).toEqual(['/users/{id}']);
    expect(await effects('parent')).toEqual(['/users']);
    expect((await classified(['POST /users'], { rules: [rule('POST /users', { emits: 'parent' })] })).effects).toEqual(
      [],
    );
  });

  test('a GET that is said to change something is not read-only, and a rule settles a name that sounds like a change', async () => {
    expect(
      await classified(['GET /users/{id}/touch'], { rules: [rule('GET **/touch', { emits: 'parent' })] }),
    ).toMatchObject({ readOnly: false, effects: ['/users/{id}'] });
    expect(await classified(['GET /x/reset'], { rules: [rule('GET /x/reset', { expose: 'resource' })] })).toMatchObject(
      { expose: 'resource', codes: [] },
    );
  });

  test.each([
    ['/users/*', '/users/{}', true],
    ['/users/*', '/users/{}/x', false],
    ['**/reset-password', '/users/{}/reset-password', true],
    ['/a/**/z', '/a/b/c/z', true],
    ['/a/*b*', '/a/xbx', true],
    ['/a.c', '/abc', false],
    ['**', '', true],
  ])('the glob %s on %s: %s', (glob, path, expected) => expect(matchesGlob(glob, path)).toBe(expected));

  test('a hostile glob takes no time', () => {
    expect(matchesGlob(`${'**a'.repeat(80)}!`, 'a'.repeat(2000))).toBe(false);
  });
});

test('readOnly lets GET and HEAD in, and nothing else', async () => {
  const api = apiOf({
    '/x': {
      get: { operationId: 'a' },
      head: { operationId: 'b' },
      post: { operationId: 'search' },
      options: { operationId: 'd' },
    },
  });
  const { set, diagnostics } = await readApi({ api, mentions: ['a', 'b', 'search', 'd'], source: { readOnly: true } });
  expect(set.bySkill['orders']).toEqual(['acme.a', 'acme.b']);
  expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([
    ['openapi-read-only', 3],
    ['openapi-read-only', 4],
  ]);
});

describe('what no rule could be sure of is marked for a person', () => {
  const required = { in: 'query', name: 'tenant', required: true, schema: { type: 'string' } };
  test.each<[string, string[], string[]]>([
    ['a plain change has no mark', ['POST /users', 'GET /users'], []],
    ['neither has an action on an item', ['POST /users/{id}/lock', 'GET /users/{id}'], []],
    ['nor a GET', ['GET /users/{id}', 'GET /users'], []],
    ['nor does HEAD read by its name', ['HEAD /users/search'], []],
    ['a POST that reads by its name alone', ['POST /users/search', 'GET /users'], ['reads-by-name']],
    ['a GET that is named like a change', ['GET /users/{id}/reset'], ['writes-by-name']],
    ['a change with nothing above it', ['POST /jobs', 'GET /other'], ['nothing-above']],
    ['a change of something far above', ['POST /apps/{a}/devices/{d}/reboot', 'GET /apps/{a}'], ['far-above']],
  ])('%s', async (_, operations, doubts) => {
    expect((await classified(operations)).basis.doubts).toEqual(doubts);
  });

  test('a change of what the call cannot address', async () => {
    const api = apiOf({ '/users': { get: { parameters: [required], responses: {} }, post: { responses: {} } } });
    const { set } = await readApi({ api, mentions: ['POST /users'] });
    expect(set.operations[0]).toMatchObject({
      entry: { effects: [] },
      basis: { shape: '/users', doubts: ['not-addressable'] },
    });
  });

  test('a rule that says what changes settles it, one that only names a surface does not', async () => {
    const far = ['POST /apps/{a}/devices/{d}/reboot', 'GET /apps/{a}'];
    const emits = await classified(far, { rules: [rule('POST **/reboot', { emits: 'parent' })] });
    expect(emits.basis).toMatchObject({ decidedBy: 'rule', doubts: [] });
    const expose = await classified(far, { rules: [rule('POST **/reboot', { expose: 'tool' })] });
    expect(expose.basis).toMatchObject({ decidedBy: 'rule', doubts: ['far-above'] });
  });

  test('a rule that asks for what cannot be', async () => {
    const found = await classified(['POST /users', 'GET /users'], {
      rules: [rule('POST /users', { expose: 'resource' })],
    });
    expect(found).toMatchObject({
      expose: 'tool',
      basis: { doubts: ['rule-impossible'] },
      codes: ['openapi-rule-impossible'],
    });
  });
});

describe('x-frontmcp in the description states what HTTP does not say', () => {
  const stated = (extension: unknown) => ({ details: { 'x-frontmcp': extension } });

  test('what a call changes, by the paths of GETs, filled from the arguments of the call', async () => {
    const operations = ['POST /apps/{a}/devices/{d}/reboot', 'GET /apps/{app}/devices', 'GET /health', 'GET /apps/{a}'];
    const found = await classified(operations, stated({ effects: ['/apps/{any}/devices', '/health'] }));
    expect(found).toMatchObject({ effects: ['/apps/{a}/devices', '/health'], readOnly: false, codes: [] });
    expect(found.basis).toMatchObject({ decidedBy: 'document', doubts: [] });
  });

  test('that a POST only reads, and that one that sounds like reading does not', async () => {
    const reading = await classified(['POST /users/report', 'GET /users'], stated({ readOnly: true }));
    expect(reading).toMatchObject({ readOnly: true, effects: [], basis: { decidedBy: 'document', doubts: [] } });
    const changing = await classified(['POST /users/search', 'GET /users'], stated({ readOnly: false }));
    expect(changing).toMatchObject({ readOnly: false, effects: ['/users'], basis: { doubts: [] } });
  });

  test('a surface', async () => {
    expect(await classified(['GET /users/{id}/reset'], stated({ expose: 'resource' }))).toMatchObject({
      expose: 'resource',
      uri: '/users/{id}/reset',
      codes: [],
    });
    expect(await classified(['GET /users'], stated({ expose: 'tool' }))).toMatchObject({
      expose: 'tool',
      uri: undefined,
    });
  });

  test('a rule of the manifest comes first', async () => {
    const rules = [rule('GET /users', { expose: 'both' }), rule('POST /users', { emits: 'none' })];
    expect(await classified(['GET /users'], { rules, ...stated({ expose: 'tool' }) })).toMatchObject({
      expose: 'both',
      uri: '/users',
    });
    expect(
      await classified(['POST /users', 'GET /users'], { rules, ...stated({ effects: ['/users'] }) }),
    ).toMatchObject({ effects: [] });
  });

  test.each<[string, unknown]>([
    ['a method that says itself whether it reads', { readOnly: true }],
    ['a path without a GET', { effects: ['/carts'] }],
    ['a surface that nobody knows', { expose: 'prompt' }],
    ['a member that nobody knows', { __proto__: null, emits: 'self' }],
    ['no list', { effects: '/users' }],
    ['no mapping', ['effects']],
    ['no mapping', null],
  ])('%s is a warning and changes nothing', async (_, extension) => {
    const found = await classified(['DELETE /users/{id}', 'GET /users'], stated(extension));
    expect(found.codes).toEqual(['openapi-extension']);
    expect(found).toMatchObject({ expose: 'tool', readOnly: false });
  });
});
