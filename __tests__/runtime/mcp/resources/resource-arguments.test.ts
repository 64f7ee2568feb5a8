import type { OperationDocument } from '../../../../src/contract/bundle/bundle-index.js';
import type { JsonObject } from '../../../../src/contract/encoding/json.js';
import type { ParameterPlace, ParameterTemplate } from '../../../../src/contract/request/request-template.js';
import { argumentsOf } from '../../../../src/runtime/mcp/resources/resource-arguments.js';

const DEFS: JsonObject = {
  Page: { $ref: '#/$defs/Number' },
  Number: { type: ['integer', 'null'] },
  Loop: { $ref: '#/$defs/Loop' },
};

function parameter(place: ParameterPlace, name: string, at = [name]): ParameterTemplate {
  return { in: place, name, at, required: true, style: 'form', explode: true };
}

function read(properties: JsonObject, parameters: ParameterTemplate[], values: Record<string, string>): unknown {
  const request = {
    method: 'GET',
    server: 'https://api.example.com',
    path: '/',
    parameters,
    accept: '*/*',
    security: [],
  };
  const document: OperationDocument = { v: 1, description: '', request, input: { type: 'object', properties } };
  return JSON.parse(JSON.stringify(argumentsOf({ document, defs: DEFS }, new Map(Object.entries(values)))));
}

test.each([
  ['a string stays text, digits or not', { type: 'string' }, '42', '42'],
  ['an integer becomes a number', { type: 'integer' }, '-42', -42],
  ['a number may have a fraction', { type: 'number' }, '1.5', 1.5],
  ['a boolean becomes one', { type: 'boolean' }, 'false', false],
  ['of several types text wins', { type: ['integer', 'string'] }, '42', '42'],
  ['references are followed', { $ref: '#/$defs/Page' }, '3', 3],
  ['references in circles end', { $ref: '#/$defs/Loop' }, '3', '3'],
  ['a reference to nothing is text', { $ref: '#/$defs/constructor' }, '3', '3'],
  ['what is no number is left for the validator', { type: 'integer' }, '4e2', '4e2'],
])('%s', (_name, schema, text, expected) => {
  expect(read({ a: schema }, [parameter('path', 'a')], { a: text })).toEqual({ a: expected });
});

test('a value goes where its parameter takes it from', () => {
  const properties = { query: { type: 'object', properties: { id: { type: 'integer' } } } };
  expect(read(properties, [parameter('query', 'id', ['query', 'id'])], { id: '7' })).toEqual({ query: { id: 7 } });
});

test('headers are not given by a URI, nor parameters that it does not name', () => {
  expect(read({}, [parameter('header', 'a'), parameter('cookie', 'a'), parameter('path', 'b')], { a: '1' })).toEqual(
    {},
  );
});

test('no name reaches a prototype', () => {
  read({}, [parameter('path', 'a', ['__proto__', 'polluted'])], { a: '1' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
