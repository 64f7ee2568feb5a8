import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { signatureOf } from '../../../src/runtime/catalog/signature.js';

const EMPTY: JsonObject = { type: 'object', properties: {} };
const result = (output: JsonObject, defs: JsonObject = {}): string =>
  signatureOf('a.b', EMPTY, output, defs).replace('a.b(): Promise<', '').replace(/>$/, '');

test.each<[string, JsonObject, string]>([
  ['scalars', { type: 'integer' }, 'number'],
  ['several types', { type: ['string', 'null'] }, 'string | null'],
  ['an enum', { enum: ['a', 1, null] }, '"a" | 1 | null'],
  ['a constant', { const: 'x' }, '"x"'],
  ['arrays', { type: 'array', items: { type: 'string' } }, 'string[]'],
  ['arrays of alternatives', { type: 'array', items: { type: ['string', 'number'] } }, 'Array<string | number>'],
  [
    'objects',
    { type: 'object', properties: { id: { type: 'string' }, 'x-y': {} }, required: ['id'] },
    '{ id: string; "x-y"?: unknown }',
  ],
  ['maps', { type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
  ['objects without a type', { properties: { a: { type: 'null' } } }, '{ a?: null }'],
  ['alternatives', { oneOf: [{ type: 'string' }, { type: 'string' }, { type: 'number' }] }, 'string | number'],
  [
    'a union in an intersection',
    { allOf: [{ type: ['string', 'null'] }, { properties: { a: {} } }] },
    '(string | null) & { a?: unknown }',
  ],
  ['nothing', {}, 'unknown'],
  ['long enums', { enum: Array.from({ length: 100 }, (_, index) => `value-${index}`) }, 'string'],
])('writes %s', (_name, schema, expected) => {
  expect(result(schema)).toBe(expected);
});

test('makes the input optional when nothing in it is required, and leaves it out when there is none', () => {
  expect(signatureOf('a.b', { type: 'object', properties: { x: { type: 'string' } } }, undefined, {})).toBe(
    'a.b(input?: { x?: string }): Promise<unknown>',
  );
  expect(signatureOf('a.b', EMPTY, undefined, {})).toBe('a.b(): Promise<unknown>');
});

test('names recursive types, with identifiers that are legal and distinct', () => {
  const defs: JsonObject = {
    'tree.node': {
      type: 'object',
      properties: { next: { $ref: '#/$defs/tree.node' }, other: { $ref: '#/$defs/tree~1node' } },
    },
    'tree/node': { type: 'string' },
    '2fa': { type: 'string' },
  };
  expect(result({ oneOf: [{ $ref: '#/$defs/tree.node' }, { $ref: '#/$defs/2fa' }] }, defs)).toBe(
    'tree_node | _2fa>\ntype tree_node = { next?: tree_node; other?: tree_node2 };\ntype _2fa = string;\ntype tree_node2 = string;',
  );
});

test('stays short for schemas of any depth and size', () => {
  let deep: JsonObject = { type: 'string' };
  for (let level = 0; level < 5000; level += 1) deep = { type: 'array', items: deep };
  expect(result(deep).length).toBeLessThan(100);
  const defs = Object.fromEntries(
    Array.from({ length: 100 }, (_, number) => [
      `t${number}`,
      { type: 'object', properties: { next: { $ref: `#/$defs/t${number + 1}` } } },
    ]),
  );
  expect(result({ $ref: '#/$defs/t0' }, defs).split('\n')).toHaveLength(18);
});
