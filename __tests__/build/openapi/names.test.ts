import { camelCase, nameOperations } from '../../../src/build/openapi/names/name-operations.js';
import { apiOf, readApi } from '../../support/read-openapi.js';

/** Names for ids: `GET /p0`, `GET /p1` and so on. */
function namesFor(ids: (string | undefined)[], reverse = false): Map<string, string> {
  const listed = ids.map((id, index) => ({ method: 'GET', path: `/p${index}`, id: id ?? `GET /p${index}` }) as never);
  const named = nameOperations(reverse ? listed.reverse() : listed);
  return new Map(named.map(({ path, name }) => [path, name]));
}

test.each([
  ['issues/list-for-repo', 'issuesListForRepo'],
  ['get_/v1/users', 'getV1Users'],
  ['Users.Get', 'usersGet'],
  ['GET /users/{id}', 'getUsersById'],
  ['API-root', 'apiRoot'],
  ['créer commande', 'creerCommande'],
  ['2fa-list', 'op2faList'],
  ['получить', ''],
])('camel-cases %s', (id, name) => expect(camelCase(id)).toBe(name));

test('keeps an id that is an identifier, and names an operation without one by method and path', () => {
  expect(namesFor(['getOrder', undefined, 'получить'])).toEqual(
    new Map([
      ['/p0', 'getOrder'],
      ['/p1', 'getP1'],
      ['/p2', 'getP2'],
    ]),
  );
});

test('makes names unique without regard to case, whatever the order of the document', () => {
  const ids = [
    'list-orders',
    'listOrders',
    'ListOrders',
    'list_orders',
    'then',
    '__proto__',
    'constructor',
    'x'.repeat(200),
  ];
  const names = namesFor(ids);
  expect(namesFor(ids, true)).toEqual(names);
  expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(ids.length);
  for (const name of names.values()) expect(name).toMatch(/^[A-Za-z_$][A-Za-z0-9_$]{0,47}$/);
  for (const taken of ['then', '__proto__', 'constructor']) expect([...names.values()]).not.toContain(taken);
});

test('an id that is the name itself keeps it, the derived one gives way', () => {
  const names = namesFor(['list-orders', 'listOrders']);
  expect(names.get('/p1')).toBe('listOrders');
  expect(names.get('/p0')).toMatch(/^listOrders_[0-9a-f]{6}$/);
});

test('gives a longer suffix when somebody chose the short one', () => {
  const [suffixed = ''] = [...namesFor(['list-orders', 'listOrders']).values()];
  const names = namesFor(['list-orders', 'listOrders', suffixed]);
  expect(names.get('/p2')).toBe(suffixed);
  expect(names.get('/p0')).toMatch(/^listOrders_[0-9a-f]{12}$/);
});

const paths = {
  '/repos/{owner}/{repo}/issues': { get: { operationId: 'issues/list-for-repo', responses: {} } },
  '/users/{id}': { get: { responses: {} } },
};

test.each([
  'issuesListForRepo',
  'issues/list-for-repo',
  'GET /repos/{owner}/{repo}/issues',
  'get /repos/{o}/{r}/issues/',
])('finds an operation by %s', async (mention) => {
  const { set } = await readApi({ api: apiOf(paths), mentions: [mention] });
  expect(set.bySkill['orders']).toEqual(['acme.issuesListForRepo']);
});

test('an operation that is mentioned in several ways is one operation', async () => {
  const { set } = await readApi({ api: apiOf(paths), mentions: ['getUsersById', 'GET /users/{id}', 'getUsersById'] });
  expect(set.operations.map(({ key, entry }) => [key, entry.id])).toEqual([['acme.getUsersById', 'GET /users/{id}']]);
  expect(set.bySkill['orders']).toEqual(['acme.getUsersById']);
});

test('suggests ids to who wrote an id, and names to who wrote a name', async () => {
  const { diagnostics } = await readApi({
    api: apiOf(paths),
    mentions: ['issues/list-for-rep', 'issuesListForRep', 'zzz'],
  });
  expect(diagnostics.map(({ args }) => (args as { suggestions: string[] }).suggestions)).toEqual([
    ['issues/list-for-repo'],
    ['issuesListForRepo'],
    [],
  ]);
});
