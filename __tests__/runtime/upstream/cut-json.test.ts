import fc from 'fast-check';
import { cutJson } from '../../../src/runtime/upstream/answer/cut-json.js';

const cut = (text: string): unknown => {
  const kept = cutJson(text);
  return kept === undefined ? undefined : (JSON.parse(kept) as unknown);
};

test.each([
  ['[1,2,34', [1, 2]],
  ['[1,2,', [1, 2]],
  ['[', []],
  ['{"a":1,"b', { a: 1 }],
  ['{"a":1,"b":', { a: 1 }],
  ['{"a":1,"b":tru', { a: 1 }],
  ['{"a":{"b":[1,{"c":"hello wor', { a: { b: [1, { c: 'hello wor' }] } }],
  ['{"a":"x\\', { a: 'x' }],
  ['{"a":"x\\u00', { a: 'x' }],
  ['{"a":"x\\ud83d', { a: 'x' }],
  ['{"a":"x\\ud83d\\ude0', { a: 'x' }],
  ['{"a":"\\ud83d\\ude00y', { a: '😀y' }],
  ['{"a":"\\ud83d","b":1', { a: '\ud83d' }],
  ['["{[,:\\"", "b', ['{[,:"', 'b']],
  ['"just tex', 'just tex'],
  ['[[],{},[', [[], {}, []]],
])('makes valid JSON of %s', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test.each(['', '12', 'tru', '   '])('keeps nothing of %j', (text) => {
  expect(cutJson(text)).toBeUndefined();
});

test('makes valid JSON of any beginning of any object or array, and keeps what was complete', () => {
  const container = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()));
  fc.assert(
    fc.property(container, fc.nat(), (value, seed) => {
      const text = JSON.stringify(value);
      const end = 1 + (seed % text.length);
      const kept = cutJson(text.slice(0, end));
      expect(kept).toBeDefined();
      const parsed = JSON.parse(kept as string) as unknown;
      expect(Array.isArray(parsed)).toBe(Array.isArray(value));
      if (end === text.length) expect(JSON.stringify(parsed)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('stays fast on a million open brackets', () => {
  const started = performance.now();
  cutJson('['.repeat(1_000_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
