import { classificationTable, type ClassificationRow } from '../../src/commands/classification-table.js';
import { classificationMarkdown, classificationText } from '../../src/report/classification.js';
import type { BuildResult } from '../../src/build/build.js';
import type { ClassificationDoubt } from '../../src/build/stage-values.js';
import { apiOf, readApi } from '../support/read-openapi.js';

const row = (operation: string, more: Partial<ClassificationRow> = {}): ClassificationRow => ({
  operation: `shop.${operation}`,
  spec: 'shop',
  method: 'GET',
  path: `/${operation}`,
  shape: `/${operation}`,
  decidedBy: 'http',
  doubts: [],
  surface: 'tool',
  readOnly: true,
  updates: [],
  skills: ['orders'],
  ...more,
});

test('a row says of each operation what it is, what a call of it updates, and who may call it', async () => {
  const api = apiOf({
    '/orders': { get: { operationId: 'listOrders', responses: {} } },
    '/orders/{id}': { get: { operationId: 'getOrder', responses: {} } },
    '/orders/{no}/refund': { post: { operationId: 'refund', responses: {} } },
    '/jobs': { post: { operationId: 'startJob', responses: {} } },
  });
  const { set } = await readApi({ api, mentions: ['getOrder', 'refund', 'startJob'] });
  const common = { spec: 'acme', decidedBy: 'http', skills: ['orders'] };
  expect(classificationTable({ operations: set })).toEqual([
    {
      ...common,
      operation: 'acme.getOrder',
      method: 'GET',
      path: '/orders/{id}',
      shape: '/orders/{}',
      surface: 'both',
      readOnly: true,
      resource: 'mcp+op://acme/orders/{id}',
      updates: [],
      doubts: [],
    },
    {
      ...common,
      operation: 'acme.refund',
      method: 'POST',
      path: '/orders/{no}/refund',
      shape: '/orders/{}/refund',
      surface: 'tool',
      readOnly: false,
      updates: ['mcp+op://acme/orders/{no}', 'mcp+op://acme/orders'],
      doubts: [],
    },
    {
      ...common,
      operation: 'acme.startJob',
      method: 'POST',
      path: '/jobs',
      shape: '/jobs',
      surface: 'tool',
      readOnly: false,
      updates: [],
      doubts: ['nothing-above'],
    },
  ]);
});

test('only what the bundle serves is told', async () => {
  const api = apiOf({
    '/a': { get: { operationId: 'a', responses: {} } },
    '/b': { get: { operationId: 'b', responses: {} } },
  });
  const { set } = await readApi({ api, mentions: ['a', 'b'] });
  const bundle = { index: { operations: { 'acme.b': {} } } } as unknown as BuildResult['bundle'];
  expect(classificationTable({ operations: set, bundle }).map(({ operation }) => operation)).toEqual(['acme.b']);
  expect(classificationTable({})).toEqual([]);
});

const rows = [
  row('getOrder', { surface: 'both', resource: 'mcp+op://shop/orders/{id}' }),
  row('search', { method: 'POST', doubts: ['reads-by-name'], decidedBy: 'rule' }),
  row('refund', { method: 'POST', readOnly: false, updates: ['mcp+op://shop/orders/{id}'] }),
];

test('a terminal shows what to look at first, with the reason, and how to settle it', () => {
  const lines = classificationText(rows).split('\n');
  expect(lines[0]).toBe('Classification: 3 operations, 1 to look at');
  expect(lines[1]).toMatch(/^ {2}! shop\.search +POST \/search +tool, reads \(a rule\)$/);
  expect(lines[2]).toBe('      counts as reading because of its name alone');
  expect(lines).toContain('      is mcp+op://shop/orders/{id}');
  expect(lines).toContain('      updates mcp+op://shop/orders/{id}');
  expect(lines.at(-2)).toContain('classification.rules');
  expect(classificationText([row('a')])).toBe('Classification: 1 operation\n    shop.a  GET /a  tool, reads\n');
  expect(classificationText([])).toBe('');
});

test('a pull request shows what to look at in the open, and all of it in a table that opens on a click', () => {
  const markdown = classificationMarkdown(rows);
  const [open = '', table = ''] = markdown.split('<details>');
  expect(open).toContain('#### Classification: 3 operations, 1 to look at');
  expect(open).toContain('- ⚠️ `shop.search` (`POST /search`) counts as reading because of its name alone');
  expect(open).not.toContain('shop.refund');
  expect(table.match(/<tr>/g)).toHaveLength(4);
  expect(table).toContain(
    '<td><code>shop.refund</code></td><td><code>POST /refund</code></td><td>tool, changes data</td><td></td><td><code>mcp+op://shop/orders/{id}</code></td>',
  );
  expect(classificationMarkdown([row('a')])).not.toContain('classification.rules');
  expect(classificationMarkdown([])).toBe('');
});

test('every doubt has its sentence', () => {
  const all: ClassificationDoubt[] = [
    'reads-by-name',
    'writes-by-name',
    'nothing-above',
    'far-above',
    'not-addressable',
    'rule-impossible',
  ];
  const text = classificationText([row('x', { doubts: all })]);
  expect(text.split('\n').filter((line) => line.startsWith('      '))).toHaveLength(all.length);
  expect(text).not.toContain('undefined');
});

test('names from a description are no markup and move no cursor, and long tables are cut', () => {
  const hostile = row('a', {
    path: '/</code><img src=x>`|\n::error::',
    doubts: ['nothing-above'],
    updates: ['x\u001b[2J<b>'],
  });
  const markdown = classificationMarkdown([hostile]);
  expect(markdown.replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '')).not.toMatch(/<img|<b>/);
  expect(`${markdown}${classificationText([hostile])}`).not.toMatch(/\u001b|^::error/m);
  const many = Array.from({ length: 90 }, (_, index) => row(`p${index}`));
  expect(classificationMarkdown(many)).toContain('… and 30 more');
});
