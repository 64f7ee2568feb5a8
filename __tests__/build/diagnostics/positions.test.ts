import fc from 'fast-check';
import { createPositions } from '../../../src/build/diagnostics/positions.js';

test('counts lines and UTF-16 columns from 1', () => {
  const positions = createPositions('a.yaml', 'ab\n😀c\r\n\nd');
  expect(positions.at(0, 2)).toEqual({ file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 3 });
  expect(positions.at(5)).toMatchObject({ line: 2, column: 3, endLine: 2, endColumn: 3 });
  expect(positions.at(8)).toMatchObject({ line: 3, column: 1 });
  expect(positions.at(9, 10)).toMatchObject({ line: 4, column: 1, endLine: 4, endColumn: 2 });
});

test('agrees with counting line by line, for any text and offset', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'é', '😀'), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.nat(60), (source, offset) => {
      const before = source.slice(0, offset).split('\n');
      expect(createPositions('x', source).at(offset)).toMatchObject({
        line: before.length,
        column: before.at(-1)!.length + 1,
      });
    }),
  );
});

test('an offset outside of the text is moved to its nearest end', () => {
  const positions = createPositions('x', 'a\nb');
  expect(positions.at(-5, 99)).toEqual({ file: 'x', line: 1, column: 1, endLine: 2, endColumn: 2 });
});
