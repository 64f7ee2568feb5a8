import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { argumentValidator } from '../../../src/runtime/upstream/arguments/validate-arguments.js';

const ORDER: JsonObject = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1 },
    amount: { type: 'number', minimum: 0.01, maximum: 100 },
    reason: { type: 'string', enum: ['damaged', 'late', 'cancelled'] },
    limit: { type: 'integer' },
    lines: { type: 'array', items: { $ref: '#/$defs/a.line~1item' }, maxItems: 2 },
    email: { type: 'string', format: 'email' },
    code: { type: 'string', pattern: '^[A-Z]{3}$' },
  },
  required: ['id'],
  additionalProperties: false,
};
const DEFS: JsonObject = {
  'a.line/item': {
    type: 'object',
    properties: { sku: { type: 'string' }, quantity: { type: 'integer' } },
    required: ['sku'],
  },
  node: {
    type: 'object',
    properties: { next: { $ref: '#/$defs/node' }, value: { type: 'string' } },
    additionalProperties: false,
  },
};

function problemsOf(schema: JsonObject, input: unknown, defs: JsonObject = DEFS) {
  const outcome = argumentValidator(schema, defs)(input);
  return outcome.ok ? [] : outcome.problems;
}
const messages = (schema: JsonObject, input: unknown, defs?: JsonObject): string[] =>
  problemsOf(schema, input, defs).map(({ message }) => message);

test('accepts arguments that fit', () => {
  const outcome = argumentValidator(ORDER, DEFS)({ id: 'o1', amount: 5, lines: [{ sku: 'x', quantity: 2 }] });
  expect(outcome.ok).toBe(true);
});

test('names what is missing, by the pointer where it belongs', () => {
  expect(problemsOf(ORDER, {})).toEqual([
    { pointer: '/id', message: '/id is required: a string', expected: 'a string', got: 'nothing' },
  ]);
});

test('says what was expected and what came', () => {
  expect(problemsOf(ORDER, { id: 7 })).toEqual([
    { pointer: '/id', message: '/id must be a string, got the number 7', expected: 'a string', got: 'the number 7' },
  ]);
});

test('does not take a number written as text for a number', () => {
  expect(messages(ORDER, { id: 'a', limit: '5' })).toEqual(['/limit must be an integer, got the string "5"']);
});

test('reports every problem at once', () => {
  expect(messages(ORDER, { id: '', amount: 0, reason: 'latte', lines: [{}], email: 'nobody', code: 'x' })).toEqual([
    '/id must have at least 1 character',
    '/amount must be at least 0.01, got the number 0',
    '/reason must be one of "damaged", "late", "cancelled", got the string "latte". Did you mean "late"?',
    '/lines/0/sku is required: a string',
    '/email must be a valid email, got the string "nobody"',
    '/code must match the pattern ^[A-Z]{3}$',
  ]);
});

test('suggests the name that a mistyped argument probably meant', () => {
  expect(messages(ORDER, { id: 'a', amuont: 5 })).toEqual(['/amuont is not known. Did you mean "amount"?']);
});

test('lists the known names when none is near', () => {
  expect(messages(ORDER, { id: 'a', zzzzzzz: 5 })).toEqual([
    '/zzzzzzz is not known. Known here: "id", "amount", "reason", "limit", "lines", "email", "code".',
  ]);
});

test('reports a wrong known argument once, not as an unknown one too', () => {
  expect(messages(ORDER, { id: 'a', limit: 1.5 })).toEqual(['/limit must be an integer, got the number 1.5']);
});

test('of alternatives reports what the best fitting one lacks', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: {
      target: {
        oneOf: [
          {
            type: 'object',
            properties: { kind: { const: 'card' }, number: { type: 'string' } },
            required: ['kind', 'number'],
          },
          {
            type: 'object',
            properties: { kind: { const: 'bank' }, iban: { type: 'string' } },
            required: ['kind', 'iban'],
          },
          { type: 'string' },
        ],
      },
    },
  };
  expect(messages(schema, { target: { kind: 'bank' } })).toEqual(['/target/iban is required: a string']);
  expect(messages(schema, { target: 5 })).toEqual([
    '/target fits none of its alternatives (an object; a string), got the number 5',
  ]);
});

test('says when several alternatives of a oneOf fit', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: { a: { oneOf: [{ type: 'number' }, { type: 'integer' }, { type: 'string' }] } },
  };
  expect(messages(schema, { a: 5 })).toEqual(['/a fits 2 of its alternatives, but must fit exactly one']);
});

test('follows recursive schemas', () => {
  const schema: JsonObject = { type: 'object', properties: { root: { $ref: '#/$defs/node' } } };
  expect(messages(schema, { root: { next: { next: { value: 1 } } } })).toEqual([
    '/root/next/next/value must be a string, got the number 1',
  ]);
});

test('shows at most ten problems and counts the rest', () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`x${index}`, 1]));
  const problems = messages(ORDER, { id: 'a', ...many });
  expect(problems).toHaveLength(11);
  expect(problems.at(-1)).toBe('There are 15 more problems.');
});

test('cuts long values in messages', () => {
  expect(messages(ORDER, { id: 'a', limit: 'x'.repeat(5000) })[0]?.length).toBeLessThan(120);
});

test.each([[undefined], [null], ['text'], [[1]], [5]])('refuses %j as arguments', (input) => {
  expect(messages(ORDER, input)).toEqual(['The arguments must be an object.']);
});

test('refuses the key __proto__ at any depth and leaves Object.prototype alone', () => {
  const schema: JsonObject = { type: 'object' };
  expect(messages(schema, JSON.parse('{"__proto__":{"polluted":1}}'))).toEqual([
    'The key "__proto__" is not accepted.',
  ]);
  expect(messages(schema, JSON.parse('{"a":[{"__proto__":1}]}'))).toEqual([
    'The key "__proto__" is not accepted at /a/0.',
  ]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('treats "constructor" and "toString" as ordinary names, never as inherited ones', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: { constructor: { type: 'string' } },
    required: ['constructor', 'toString'],
    additionalProperties: { type: 'string' },
  };
  expect(messages(schema, {})).toEqual(['/constructor is required: a string', '/toString is required']);
  const outcome = argumentValidator(schema)(JSON.parse('{"constructor":"BMW","toString":"x"}'));
  expect(outcome.ok && Object.getPrototypeOf(outcome.args)).toBe(null);
});

test('refuses arguments that are nested too deeply', () => {
  const deep = JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40)) as unknown;
  expect(messages({ type: 'object' }, deep)).toEqual(['The arguments are nested deeper than 32 levels.']);
});

test('refuses arguments with too many values', () => {
  expect(messages({ type: 'object' }, { a: new Array(10_001).fill(1) })).toEqual([
    'The arguments hold more than 10000 values.',
  ]);
});

test('refuses text that is no valid Unicode', () => {
  expect(messages({ type: 'object' }, { a: '\ud800' })).toEqual(['/a is not valid Unicode text.']);
});

test('leaves patterns out that could run for ever, or do not compile', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: {
      a: { type: 'string', pattern: '^(a+)+$' },
      b: { type: 'string', pattern: '[' },
      c: { type: 'string', pattern: '(x|xx)*y' },
    },
  };
  const started = performance.now();
  expect(messages(schema, { a: `${'a'.repeat(60)}!`, b: 'anything', c: 'x'.repeat(60) })).toEqual([]);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('checks no pattern on very long text', () => {
  const schema: JsonObject = { type: 'object', properties: { a: { type: 'string', pattern: '^b*b*b*$' } } };
  expect(messages(schema, { a: `${'b'.repeat(50_000)}!` })).toEqual([]);
  expect(messages(schema, { a: 'b!' })).toHaveLength(1);
});

test('refuses no key when a pattern for keys had to be left out', () => {
  const schema: JsonObject = {
    type: 'object',
    patternProperties: { '^(x+)+$': { type: 'string' } },
    additionalProperties: false,
  };
  expect(messages(schema, { xx: 'a' })).toEqual([]);
});

test('is not confused by annotations that look like identifiers', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: {
      a: { type: 'string', example: { id: 'same', $id: '::' }, title: 'A' },
      b: { type: 'string', example: { id: 'same' } },
    },
  };
  expect(messages(schema, { a: 'x', b: 1 })).toEqual(['/b must be a string, got the number 1']);
});

test('does not change the schema that it was given', () => {
  const frozen = JSON.stringify([ORDER, DEFS]);
  argumentValidator(ORDER, DEFS)({ id: 'x' });
  expect(JSON.stringify([ORDER, DEFS])).toBe(frozen);
  expect(Reflect.ownKeys(ORDER)).not.toContain('__absolute_uri__');
});
