import fc from 'fast-check';
import { findJsonFault } from '../../../src/build/openapi/document/json-fault.js';
import { createJsonFinder } from '../../../src/build/openapi/document/locate.js';

test.each([
  ['{"a": 1,}', 8],
  ['{"a" 1}', 5],
  ['[1, 2', 5],
  ['{"a": tru}', 6],
  ['{a: 1}', 1],
  ['{"a": 1} x', 9],
  ['["x\ny"]', 3],
  ['["\\q"]', 2],
  ['[01]', 2],
  ['{"a": "b', 6],
  ['', 0],
])('finds where %j stops being JSON', (text, offset) => expect(findJsonFault(text)?.offset).toBe(offset));

test('agrees with JSON.parse about what is JSON', () => {
  const almost = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', ':', '1', '\\', ' '))
    .map(([json, at, piece]) => {
      const index = at % (json.length + 1);
      return json.slice(0, index) + piece + json.slice(index + (at % 2));
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), almost), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      return (findJsonFault(text) === undefined) === isJson;
    }),
    { numRuns: 2000 },
  );
});

test('finds the key of a member and the start of an item', () => {
  const text = '{"a": {"]": [1, {"b/c": "x\\"}"}]}, "d": null}';
  const at = (...path: string[]) => {
    const { start, end } = createJsonFinder(text)(path);
    return text.slice(start, end);
  };
  expect(at('a', ']')).toBe('"]"');
  expect(at('a', ']', '0')).toBe('1');
  expect(at('a', ']', '1', 'b/c')).toBe('"b/c"');
  expect(at('d')).toBe('"d"');
  // As deep as the path exists.
  expect(at('a', 'x', 'y')).toBe('"a"');
  expect(at('d', 'x')).toBe('"d"');
});

test('finds every value of any JSON, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const find = createJsonFinder(text);
      const walk = (inner: unknown, path: string[]): boolean => {
        if (typeof inner !== 'object' || inner === null) return true;
        return Object.entries(inner).every(([key, member]) => {
          const { start, end } = find([...path, key]);
          const isThere = Array.isArray(inner) ? start > 0 : JSON.parse(text.slice(start, end)) === key;
          return isThere && walk(member, [...path, key]);
        });
      };
      return walk(value, []);
    }),
  );
});
