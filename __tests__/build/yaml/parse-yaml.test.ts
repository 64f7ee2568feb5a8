import { createPositions } from '../../../src/build/diagnostics/positions.js';
import { createYamlFinder, parseLarge, parsePositioned, rangeOf } from '../../../src/build/yaml/parse-yaml.js';

test('finds a node of a YAML document, and the start of the file for one without a range', () => {
  const text = 'a:\n  - b\n';
  const positions = createPositions('x.yaml', text);
  expect(positions.at(...rangeOf(parsePositioned(text).getIn(['a', 0], true)))).toMatchObject({
    line: 2,
    column: 5,
    endColumn: 6,
  });
  expect(positions.at(...rangeOf(undefined))).toMatchObject({ line: 1, column: 1 });
});

test('finds the key of a member and the start of an item, as deep as the path exists', () => {
  const text = 'a:\n  "]": [1, { b/c: x }]\n404: { d: null }\n';
  const at = (...path: string[]) => {
    const { start, end } = createYamlFinder(text)(path);
    return text.slice(start, end);
  };
  expect(at('a', ']')).toBe('"]"');
  expect(at('a', ']', '0')).toBe('1');
  expect(at('a', ']', '1', 'b/c')).toBe('b/c');
  expect(at('404', 'd')).toBe('d');
  expect(at('a', 'x', 'y')).toBe('a');
});

test('reads a large file by the CORE schema, the last of two equal keys counting', () => {
  expect(parseLarge('a: 2001-01-01\nb: yes\nb: 010\n')).toEqual({ ok: true, root: { a: '2001-01-01', b: 10 } });
  expect(parseLarge('')).toEqual({ ok: true, root: null });
});

test('says on which line and column a large file stops being YAML', () => {
  expect(parseLarge('a: 1\n  b: 2\n')).toMatchObject({ ok: false, line: 2, column: 4 });
});
