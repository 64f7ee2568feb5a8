import fc from 'fast-check';
import { collectDiagnostics, hintOf, messageOf } from '../../../src/build/diagnostics/collector.js';
import { createPositions } from '../../../src/build/diagnostics/positions.js';
import { harvestReferences } from '../../../src/build/skills/harvest-references.js';

function harvest(text: string) {
  const sink = collectDiagnostics();
  const found = harvestReferences(text, createPositions('f.md', text), sink);
  return { ...found, diagnostics: sink.diagnostics };
}
/** `spec operation`, in order. */
const operations = (text: string) => harvest(text).operations.map(({ spec, operation }) => `${spec} ${operation}`);
const problems = (text: string) =>
  harvest(text).diagnostics.map((each) => `${each.location?.line}:${each.location?.column} ${messageOf(each)}`);

test.each([
  ['a link', '[Fetch the order](op://acme/getOrder)', ['acme getOrder']],
  ['a link with a title', '[x](op://acme/getOrder "Title")', ['acme getOrder']],
  ['a bare reference', 'Call op://acme/getOrder now', ['acme getOrder']],
  ['a wikilink', 'Call [[op:acme/getOrder]] now', ['acme getOrder']],
  ['a wikilink with a space', '[[op: acme/getOrder]]', ['acme getOrder']],
  ['a wikilink written like a link', '[[op://acme/getOrder]]', ['acme getOrder']],
  ['an autolink', '<op://acme/getOrder>', ['acme getOrder']],
  ['bold', '**op://acme/getOrder**', ['acme getOrder']],
  ['a spec id with dots and dashes', 'op://acme-api.v2_x/getOrder', ['acme-api.v2_x getOrder']],
  ['a name with a dollar', 'op://acme/$get', ['acme $get']],
  [
    'the end of a sentence',
    'See op://acme/getOrder. Then op://acme/b, op://acme/c; (op://acme/d)!',
    ['acme getOrder', 'acme b', 'acme c', 'acme d'],
  ],
  ['an ellipsis', 'op://acme/getOrder...', ['acme getOrder']],
  ['text without spaces around', '调用op://acme/getOrder查询', ['acme getOrder']],
  ['two in a row', '[[op:acme/a]][[op:acme/b]]', ['acme a', 'acme b']],
  ['inline code', 'Run `op://acme/getOrder` and `[[op:acme/b]]`', ['acme getOrder', 'acme b']],
  ['fenced code', '```js\nawait op://acme/getOrder\n```', ['acme getOrder']],
  ['a table', '| a | [[op:acme/getOrder]] |', ['acme getOrder']],
])('finds %s', (_, text, expected) => {
  expect(operations(text)).toEqual(expected);
  expect(problems(text)).toEqual([]);
});

test.each([
  ['issues/list-for-repo'],
  ['get_/v1/users'],
  ['Users.Get'],
  ['GET /orders/{id}'],
  ['POST /a/{b}:verify'],
  ['get users by id'],
  ["/Users('{id}')"],
  ['GET /a[b]'],
  ['日本'],
])('takes the id %s in a wikilink as it stands', (id) => {
  expect(operations(`x [[op:acme/${id}]] y`)).toEqual([`acme ${id}`]);
});

test.each([
  ['after a letter or digit', 'xop://acme/getOrder 1op://acme/a'],
  ['a scheme by itself', 'Use `op://` links.'],
  ['a placeholder', 'op://<spec>/<operation>, op://{spec}/{op} and op://…'],
  ['another wikilink', '[[getOrder]] [[note:x]]'],
  ['other case', 'OP://acme/getOrder'],
])('does not take %s for a reference', (_, text) => {
  expect(operations(text)).toEqual([]);
  expect(problems(text)).toEqual([]);
});

test.each([
  ['[[op:acme]]', '"[[op:acme]]" is no reference to an operation: it names a spec and no operation.'],
  ['[[op:acme/]]', '"[[op:acme/]]" is no reference to an operation: it names a spec and no operation.'],
  ['[[op:]]', '"[[op:]]" is no reference to an operation: it names no spec.'],
  ['[[op:/getOrder]]', '"[[op:/getOrder]]" is no reference to an operation: it names no spec.'],
  ['[[op:a b/c]]', '"[[op:a b/c]]" is no reference to an operation: "a b" cannot be the id of a spec.'],
  ['[[op:acme/getOrder', '"[[op:acme/getOrder" is no reference to an operation: it is not closed by ]] on its line.'],
  ['[[op:acme/\ngetOrder]]', '"[[op:acme/" is no reference to an operation: it is not closed by ]] on its line.'],
  ['op://acme/', '"op://acme/" is no reference to an operation: it names a spec and no operation.'],
  ['op://acme', '"op://acme" is no reference to an operation: it names a spec and no operation.'],
  [
    'op://acme/get-order',
    '"op://acme/get-order" is no reference to an operation: after the spec, op:// takes one identifier.',
  ],
  [
    'op://acme/Users.Get',
    '"op://acme/Users.Get" is no reference to an operation: after the spec, op:// takes one identifier.',
  ],
  [
    'op://vault/item/field',
    '"op://vault/item/field" is no reference to an operation: after the spec, op:// takes one identifier.',
  ],
  [
    'op://acme/9lives',
    '"op://acme/9lives" is no reference to an operation: after the spec, op:// takes one identifier.',
  ],
  [
    '[[op:acme/getOrder|the order]]',
    '"[[op:acme/getOrder|the order]]" is no reference to an operation: text after a | is not supported here.',
  ],
  ['[[ref:]]', '"[[ref:]]" is no reference to a file of the skill: it names no file.'],
  ['[[ref:a.md', '"[[ref:a.md" is no reference to a file of the skill: it is not closed by ]] on its line.'],
])('warns of %j', (text, message) => {
  expect(operations(text)).toEqual([]);
  expect(problems(`a\n ${text}`)).toEqual([`2:2 ${message}`]);
});

test.each([
  ['op://acme/issues/list-for-repo', 'Write [[op:acme/issues/list-for-repo]].'],
  ['[[op:acme/getOrder|the order]]', 'Write [the order](op://acme/getOrder).'],
  ['[[op:acme/issues/list|the issues]]', 'Write [[op:acme/issues/list]].'],
  ['[[op:acme]]', 'Write op://<spec>/<operation> or [[op:<spec>/<operation>]].'],
])('says how to write %s', (text, hint) => {
  expect(harvest(text).diagnostics.map((each) => hintOf(each))).toEqual([hint]);
});

test('knows the exact place of each reference', () => {
  const { operations: found, files } = harvest(
    'ab\n\n  [x](op://acme/getOrder)\n\u{1f600} [[op:acme/b]]\n[[ref:p.md]]',
  );
  expect(found.map(({ location }) => location)).toEqual([
    { file: 'f.md', line: 3, column: 7, endLine: 3, endColumn: 25 },
    { file: 'f.md', line: 4, column: 4, endLine: 4, endColumn: 17 },
  ]);
  expect(files).toEqual([{ path: 'p.md', location: { file: 'f.md', line: 5, column: 1, endLine: 5, endColumn: 13 } }]);
  expect(found.map(({ form }) => form)).toEqual(['uri', 'wikilink']);
});

test.each([
  ['in a comment', 'a <!-- op://acme/x --> op://acme/b', ['acme b']],
  ['in a comment of several lines', '<!--\nop://acme/x\n\n[[op:acme/y]]\n-->\nop://acme/b', ['acme b']],
  ['in one comment after another', '<!-- op://acme/x --><!--op://acme/y-->op://acme/b', ['acme b']],
  ['across what looks like a second start', '<!-- <!-- op://acme/x --> op://acme/b', ['acme b']],
  ['to the end, when a block is never closed', 'op://acme/b\n\n<!-- op://acme/x\n\nop://acme/y', ['acme b']],
  ['not after a comment that is empty', '<!--> op://acme/b <!---> op://acme/c', ['acme b', 'acme c']],
  ['not after a start within a line that nothing closes', 'a <!-- op://acme/b', ['acme b']],
  ['not for a comment shown in inline code', 'Write `<!--` first, op://acme/b, then `-->`.', ['acme b']],
  ['not for a comment shown in a code span of several lines', '``a <!--\n op://acme/b`` -->', ['acme b']],
  ['not for a comment shown in fenced code', '```html\n<!-- op://acme/b -->\n```\nop://acme/c', ['acme b', 'acme c']],
  [
    'not for a comment shown in a fence of tildes',
    '  ~~~~\n<!--\n~~~\nop://acme/b\n~~~~\nop://acme/c',
    ['acme b', 'acme c'],
  ],
  ['after a fence', '```\ncode\n```\n<!-- op://acme/x -->\n', []],
  ['when the backtick before it opens nothing', 'a ` <!-- op://acme/x -->', []],
  ['when the code span would cross a paragraph', 'a `\n\n<!-- op://acme/x --> `', []],
  ['when the backtick is escaped', 'a \\` <!-- op://acme/x --> `', []],
  ['not when the start is escaped', '\\<!-- op://acme/b -->', ['acme b']],
  ['not for three backticks in a line', '```a``` <!-- op://acme/x --> op://acme/b', ['acme b']],
])('leaves out what HTML comments hide: %s', (_, text, expected) => {
  expect(operations(text)).toEqual(expected);
});

test('is not confused by a reference whose neighbours are comments', () => {
  expect(harvest('<!-- [[op:acme -->\n[[op:acme/b]]').diagnostics).toEqual([]);
});

test('lists the first malformed references of a file and counts the rest', () => {
  const { diagnostics } = harvest('[[op:x]]\n'.repeat(30));
  expect(diagnostics).toHaveLength(21);
  expect(diagnostics.at(-1)).toMatchObject({
    code: 'skill-references-malformed',
    args: { count: 10 },
    location: { line: 21 },
  });
});

const fragment = fc.constantFrom(
  'op://',
  '[[op:',
  '[[ref:',
  ']]',
  'acme',
  '/',
  'getOrder',
  '<!--',
  '-->',
  '`',
  '```',
  '~~~',
  '\n',
  '\n\n',
  '\\',
  ' ',
  '.',
  '-',
  '|',
  '{',
  '\u{1f600}',
  '\ud800',
  '#',
);
const markdown = fc.oneof(
  fc.array(fragment).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

test('never throws, and every place lies in the text', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const lines = text.split('\n');
      const { operations: found, files, diagnostics } = harvest(text);
      const places = [...found, ...files, ...diagnostics].map(({ location }) => location);
      return places.every((at) => {
        const line = lines[(at?.line ?? 0) - 1];
        return line !== undefined && (at?.column ?? 0) >= 1 && (at?.column ?? Infinity) <= line.length + 1;
      });
    }),
    { numRuns: 2000 },
  );
});

test('what it finds stands in the text at that place', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const lines = text.split('\n');
      return harvest(text).operations.every(({ form, location }) => {
        const from = lines[(location.line ?? 0) - 1]?.slice((location.column ?? 0) - 1) ?? '';
        return from.startsWith(form === 'uri' ? 'op://' : '[[op:');
      });
    }),
  );
});

test.each([
  '[[op:',
  '[[ref:',
  'op://',
  'op://a/',
  'op://a',
  '[[op:a/b]]',
  '<!--',
  '`',
  '``` ',
  '`a``b',
  '<!-- -->',
  '\\`',
  '~~~\n',
  '```\n',
  '\n',
  ' ',
  '`\n<!--',
  '[',
  '-->',
  'op://a/b.',
  'a`<!--`',
])('reads a megabyte of %j quickly', (unit) => {
  const text = unit.repeat(Math.ceil((1024 * 1024) / unit.length));
  const start = performance.now();
  harvest(text);
  harvest(`op://a/b <!--${text}`);
  expect(performance.now() - start).toBeLessThan(4000);
});
