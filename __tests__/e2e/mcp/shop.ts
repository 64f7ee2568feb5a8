import type { JsonObject } from '../../../src/contract/encoding/json.js';
import type { ParameterTemplate } from '../../../src/contract/request/request-template.js';
import type { FixtureOperation, FixtureParts } from '../../runtime/mcp/fixture-bundle.js';

/** The secret that the Worker signs in with; no answer may hold it. */
export const TOKEN = 'sk-live-0123456789abcdef';

const parameter = (name: string, place: ParameterTemplate['in']): ParameterTemplate => ({
  in: place,
  name,
  at: [name],
  required: place === 'path',
  style: place === 'path' || place === 'header' ? 'simple' : 'form',
  explode: place === 'query',
});
const input = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const STRING: JsonObject = { type: 'string' };

/** A GET of a path, signed in. */
export function get(path: string): FixtureOperation {
  return { request: { path, security: [['token']] } };
}

/** A small shop, on an API at `server`. */
export function shop(server: string, more: Partial<FixtureParts> = {}): FixtureParts {
  return {
    server,
    skills: {
      'find-order': {
        description: 'Find an order by its number.',
        tags: ['orders'],
        operations: ['acme.getOrder', 'acme.listOrders'],
      },
      'refund-order': {
        description: 'Refund an order: give the customer money back.',
        tags: ['billing'],
        operations: ['acme.getOrder', 'acme.issueRefund'],
        files: {
          'SKILL.md': '---\nname: refund-order\n---\n# Refund\n\nFetch the order first.',
          'references/policy.md': 'Within 30 days.',
        },
      },
      glossary: {
        description: 'Words of the shop.',
        tags: ['policy'],
        files: { 'SKILL.md': '# Words\n\nSKU: the number of a product.' },
      },
      ...more.skills,
    },
    operations: {
      'acme.getOrder': {
        request: {
          path: '/orders/{id}',
          parameters: [parameter('id', 'path'), parameter('X-Trace', 'header')],
          security: [['token']],
        },
        input: input({ id: STRING, 'X-Trace': STRING }, ['id']),
        output: { $ref: '#/$defs/Order' },
        summary: 'One order',
      },
      'acme.listOrders': {
        request: { path: '/orders', parameters: [parameter('status', 'query')], security: [['token']] },
        input: input({ status: { type: 'string', enum: ['placed', 'shipped'] } }),
      },
      'acme.issueRefund': {
        request: {
          path: '/orders/{id}/refunds',
          method: 'POST',
          parameters: [parameter('id', 'path')],
          body: {
            kind: 'json',
            contentType: 'application/json',
            required: true,
            fields: [
              { name: 'amount', at: ['amount'], required: false },
              { name: 'reason', at: ['reason'], required: true },
            ],
          },
          security: [['token']],
        },
        input: input(
          {
            id: STRING,
            amount: { type: 'number', exclusiveMinimum: 0 },
            reason: { type: 'string', enum: ['damaged', 'late'] },
          },
          ['id', 'reason'],
        ),
      },
      'acme.deleteOrder': {
        request: { path: '/orders/{id}', method: 'DELETE', parameters: [parameter('id', 'path')] },
        input: input({ id: STRING }, ['id']),
      },
      ...more.operations,
    },
    defs: { Order: { type: 'object', properties: { id: STRING, total: { type: 'number' } } } },
    ...('hot' in more && { hot: more.hot }),
    ...('auth' in more && { auth: more.auth }),
    ...('service' in more && { service: more.service }),
  };
}
