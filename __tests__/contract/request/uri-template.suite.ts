import type { JsonValue } from '../../../src/contract/encoding/json.js';
import { matchUri, renderUri, uriVariables } from '../../../src/contract/request/uri-template.js';
import { wireValues } from '../../../src/contract/request/values.js';
import { deepEqual, equal } from '../assert.js';
import type { SuiteCase } from '../assert.js';
import { parameterOf, templateOf } from './template.js';

const render = (template: string, values: Record<string, JsonValue>) =>
  renderUri(template, new Map(Object.entries(values)));
const match = (template: string, uri: string) => {
  const found = matchUri(template, uri);
  return found && Object.fromEntries(found);
};
const ORDER = 'mcp+op://acme/orders/{orderId}';
const SEARCH = 'mcp+op://acme/search{?q,api-version}';

export const cases: SuiteCase[] = [
  {
    name: 'renders path values encoded',
    run: () => {
      equal(render(ORDER, { orderId: 42 }), 'mcp+op://acme/orders/42');
      equal(render(ORDER, { orderId: 'a/b c' }), 'mcp+op://acme/orders/a%2Fb%20c');
      equal(render('mcp+op://acme/orders', {}), 'mcp+op://acme/orders');
    },
  },
  {
    name: 'renders nothing for a value that names no resource',
    run: () => {
      for (const orderId of [null, {}, [], '', '.', '..', Number.NaN, Infinity, '\ud800']) {
        equal(render(ORDER, { orderId }), undefined);
      }
      equal(render(ORDER, {}), undefined);
      equal(render('mcp+op://acme/{toString}', {}), undefined);
    },
  },
  {
    name: 'renders and matches a query form',
    run: () => {
      equal(render(SEARCH, { q: 'a&b', 'api-version': '1' }), 'mcp+op://acme/search?q=a%26b&api-version=1');
      equal(render(SEARCH, { q: 'a' }), undefined);
      deepEqual(match(SEARCH, 'mcp+op://acme/search?api-version=1&q=a%26b'), { q: 'a&b', 'api-version': '1' });
      for (const uri of [
        'search',
        'search?q=1',
        'search?q=1&q=2',
        'search?q=1&api-version=2&z=3',
        'search?q=%zz&api-version=1',
      ]) {
        equal(match(SEARCH, `mcp+op://acme/${uri}`), undefined);
      }
    },
  },
  {
    name: 'matches only URIs of the same shape',
    run: () => {
      deepEqual(match(ORDER, 'mcp+op://acme/orders/a%2Fb'), { orderId: 'a/b' });
      for (const uri of ['orders', 'orders/', 'orders/1/x', 'customers/1', 'orders/1?x=1', 'orders/1#x', 'orders/%']) {
        equal(match(ORDER, `mcp+op://acme/${uri}`), undefined);
      }
      equal(match(ORDER, 'mcp+op://other/orders/1'), undefined);
    },
  },
  {
    name: 'matches several variables of one segment',
    run: () => {
      const template = 'mcp+op://gh/compare/{base}...{head}.zip';
      deepEqual(match(template, 'mcp+op://gh/compare/v1...v2.zip'), { base: 'v1', head: 'v2' });
      equal(match(template, 'mcp+op://gh/compare/...v2.zip'), undefined);
      equal(match(template, 'mcp+op://gh/compare/v1....zip'), undefined);
      equal(match('mcp+op://gh/{a}-{a}', 'mcp+op://gh/1-2'), undefined);
    },
  },
  {
    name: 'is linear for a hostile URI',
    run: () => {
      const template = `mcp+op://gh/${Array.from({ length: 20 }, (_, index) => `{v${index}}`).join('a')}!`;
      equal(match(template, `mcp+op://gh/${'a'.repeat(100_000)}`), undefined);
    },
  },
  { name: 'lists the variables', run: () => deepEqual(uriVariables('mcp+op://a/{x}/{y}{?p,q}'), ['x', 'y', 'p', 'q']) },
  {
    name: 'renders from the arguments of a call by wire name, even when the arguments are grouped',
    run: () => {
      const template = templateOf({
        path: '/orders/{id}',
        parameters: [
          parameterOf({ in: 'path', name: 'id', at: ['path', 'id'], style: 'simple', required: true }),
          parameterOf({ name: 'id', at: ['query', 'id'] }),
          parameterOf({ name: 'q', at: ['query', 'q'] }),
        ],
      });
      const values = wireValues(template, { path: { id: 7 }, query: { id: 8, q: 'x' } });
      deepEqual(Object.fromEntries(values), { id: 7, q: 'x' });
      equal(renderUri('mcp+op://acme/orders/{id}', values), 'mcp+op://acme/orders/7');
    },
  },
];
