import fc from 'fast-check';
import { readSkillFiles, skillText } from '../../support/read-skill-files.js';

const GOOD = 'name: refund\ndescription: Gives money back.';

async function read(text: string | Uint8Array) {
  const reading = await readSkillFiles({ 'refund/SKILL.md': text });
  return {
    ...reading,
    skill: reading.skills[0],
    report: reading.report.map((line) => line.replace('skills/refund/SKILL.md:', '')),
  };
}
const fields = (frontMatter: string) => read(skillText(frontMatter));

test('reads what the convention names', async () => {
  const { skill, report } = await fields(`${GOOD}\ntags: [billing, orders]\nalwaysLoad: true\nhideFromDiscovery: true`);
  expect(report).toEqual([]);
  expect(skill).toMatchObject({
    id: 'refund',
    directory: 'skills/refund',
    name: 'refund',
    description: 'Gives money back.',
    tags: ['billing', 'orders'],
    alwaysLoad: true,
    hideFromDiscovery: true,
    location: { file: 'skills/refund/SKILL.md' },
  });
});

test('has defaults for what is left out, or left empty', async () => {
  const { skill, report } = await fields(`${GOOD}\ntags:\nalwaysLoad:`);
  expect(report).toEqual([]);
  expect(skill).toMatchObject({ tags: [], alwaysLoad: false, hideFromDiscovery: false, references: [] });
});

test.each([
  ['tags: billing', ['billing']],
  ['tags: billing, orders , billing,', ['billing', 'orders']],
  ['tags: customer care', ['customer care']],
  ['tags: [2024, a, "b "]', ['2024', 'a', 'b']],
  ['tags:\n  - x\n  - y', ['x', 'y']],
  ['tags: []', []],
  ['tags: ""', []],
])('reads %j', async (line, tags) => {
  const { skill, report } = await fields(`${GOOD}\n${line}`);
  expect(report).toEqual([]);
  expect(skill?.tags).toEqual(tags);
});

test('takes both spellings of hideFromDiscovery', async () => {
  expect((await fields(`${GOOD}\nhide-from-discovery: true`)).skill?.hideFromDiscovery).toBe(true);
});

test('keeps every key as it stands, as JSON', async () => {
  const { skill, report } = await fields(
    [
      GOOD,
      'license: Apache-2.0',
      'date: 2024-05-01',
      'time: 2024-05-01T10:00:00Z',
      'version: 1.0',
      'big: 12345678901234567890',
      'hex: 0x1F',
      'yes: yes',
      'none: ~',
      'flag: true',
    ].join('\n') +
      '\nmetadata:\n  author: { name: "A \\u00e9" }\n  list: [1, -2.5, [a]]\nallowed-tools: Bash(git:*) Read\n日本: ok\n1: one\ntagged: !thing x\nshared: &s [1]\nagain: *s\n"<<": x',
  );
  expect(report).toEqual([]);
  expect(skill?.frontMatter).toEqual({
    name: 'refund',
    description: 'Gives money back.',
    license: 'Apache-2.0',
    date: '2024-05-01',
    time: '2024-05-01T10:00:00Z',
    version: 1,
    big: '12345678901234567890',
    hex: 31,
    yes: 'yes',
    none: null,
    flag: true,
    metadata: { author: { name: 'A \u00e9' }, list: [1, -2.5, ['a']] },
    'allowed-tools': 'Bash(git:*) Read',
    日本: 'ok',
    1: 'one',
    tagged: 'x',
    shared: [1],
    again: [1],
    '<<': 'x',
  });
});

test.each([
  ['CRLF', skillText(GOOD, 'op://a/b').replaceAll('\n', '\r\n')],
  ['lone CR', skillText(GOOD, 'op://a/b').replaceAll('\n', '\r')],
  ['a byte order mark', `\ufeff${skillText(GOOD, 'op://a/b')}`],
  ['spaces after the dashes', `---  \n${GOOD}\n--- \t\nop://a/b`],
  ['dots at the end', `---\n${GOOD}\n...\nop://a/b`],
  ['comments and blank lines', `---\n# x\n\n${GOOD}\n---\nop://a/b`],
  ['a rule in the text', `---\n${GOOD}\n---\nop://a/b\n\n---\nname: other\n`],
])('reads front matter with %s', async (_, text) => {
  const { skill, report } = await read(text);
  expect(report).toEqual([]);
  expect(skill).toMatchObject({
    name: 'refund',
    description: 'Gives money back.',
    references: [{ spec: 'a', operation: 'b' }],
  });
});

test('reads folded and quoted descriptions', async () => {
  expect((await fields('name: refund\ndescription: >-\n  Gives: money\n  back.')).skill?.description).toBe(
    'Gives: money back.',
  );
  expect((await fields('name: refund\ndescription: |\n  Gives\n  back.\n')).skill?.description).toBe('Gives\nback.');
});

test.each([
  ['no front matter', '# Refund\n', ['skill-front-matter-missing 1:1']],
  ['an empty file', '', ['skill-front-matter-missing 1:1']],
  ['empty front matter', '---\n---\n', ['skill-front-matter-missing 2:1']],
  ['front matter of comments', '---\n# x\n---\n', ['skill-front-matter-missing 2:1']],
  ['front matter that is not closed', `---\n${GOOD}\n`, ['skill-front-matter-unclosed 1:1']],
  ['a blank line before it', `\n${skillText(GOOD)}`, ['skill-front-matter-late 1:1']],
  ['a comment before it', `<!-- licence -->\n${skillText(GOOD)}`, ['skill-front-matter-late 1:1']],
  ['four dashes', `----\n${GOOD}\n----\n`, ['skill-front-matter-missing 1:1']],
  ['a list', skillText('- a\n- b'), ['skill-front-matter-not-a-map 2:1']],
  ['plain text', skillText('hello'), ['skill-front-matter-not-a-map 2:1']],
  ['a tab', skillText('name: refund\nmetadata:\n\ta: b'), ['skill-front-matter-invalid 4:1']],
  ['a colon in a value', skillText('name: refund\ndescription: Use: when'), ['skill-front-matter-invalid 3:14']],
  ['a bracket', skillText(`${GOOD}\nargument-hint: [file] [format]`), ['skill-front-matter-invalid 4:23']],
  ['a backtick', skillText('name: refund\ndescription: `x` does'), ['skill-front-matter-invalid 3:14']],
  ['an open quote', skillText('name: refund\ndescription: "x'), ['skill-front-matter-invalid 4:1']],
  ['a key twice', skillText(`${GOOD}\nname: refund`), ['skill-front-matter-duplicate-key 4:1']],
  ['a nested key twice', skillText(`${GOOD}\nmetadata:\n  a: 1\n  a: 2`), ['skill-front-matter-duplicate-key 6:3']],
  ['a forbidden key', skillText(`${GOOD}\n__proto__: { polluted: true }`), ['skill-front-matter-forbidden-key 4:1']],
  [
    'nested forbidden keys',
    skillText(`${GOOD}\na:\n  - constructor: 1\n    prototype: 2`),
    ['skill-front-matter-forbidden-key 5:5', 'skill-front-matter-forbidden-key 6:5'],
  ],
  ['a number without JSON form', skillText(`${GOOD}\nx: .inf`), ['skill-front-matter-value 4:4']],
  ['half a surrogate pair', skillText(`${GOOD}\nx: "\\ud800"`), ['skill-front-matter-value 4:4']],
  ['a key that is a list', skillText(`${GOOD}\n? [a]\n: b`), ['skill-front-matter-value 4:3']],
  ['an anchor that is not there', skillText(`${GOOD}\nx: *gone`), ['skill-front-matter-value 4:4']],
  ['a value that contains itself', skillText(`${GOOD}\nx: &a [*a]`), ['skill-front-matter-value 4:7']],
  ['no name', skillText('description: x'), ['skill-name-missing 2:1']],
  ['no description', skillText('name: refund'), ['skill-description-missing 2:1']],
  ['neither', skillText('license: x'), ['skill-name-missing 2:1', 'skill-description-missing 2:1']],
  ['a blank description', skillText('name: refund\ndescription: "  "'), ['skill-description-missing 3:14']],
  ['an empty description', skillText('name: refund\ndescription:'), ['skill-description-missing 2:1']],
  ['a description of another type', skillText('name: refund\ndescription: [a]'), ['skill-field-invalid 3:14']],
  [
    'a description that is too long',
    skillText(`name: refund\ndescription: ${'é'.repeat(1025)}`),
    ['skill-description-too-long 3:14'],
  ],
  ['a name that differs', skillText('name: refunds\ndescription: x'), ['skill-name-differs 2:7']],
  ['a name that is not kebab case', skillText('name: Refund Order\ndescription: x'), ['skill-name-invalid 2:7']],
  ['a name that is a number', skillText('name: 12\ndescription: x'), ['skill-name-invalid 2:7']],
  ['a name with two hyphens', skillText('name: a--b\ndescription: x'), ['skill-name-invalid 2:7']],
  ['a boolean of YAML 1.1', skillText(`${GOOD}\nalwaysLoad: yes`), ['skill-field-invalid 4:13']],
  ['a quoted boolean', skillText(`${GOOD}\nhideFromDiscovery: "true"`), ['skill-field-invalid 4:20']],
  ['tags of another type', skillText(`${GOOD}\ntags: { a: b }`), ['skill-field-invalid 4:7']],
  ['a tag of another type', skillText(`${GOOD}\ntags: [a, [b]]`), ['skill-field-invalid 4:11']],
  ['a tag that is too long', skillText(`${GOOD}\ntags: [a, ${'b'.repeat(65)}]`), ['skill-field-invalid 4:11']],
  ['a misspelt key', skillText(`${GOOD}\nalways-load: true`), ['skill-key-misspelt 4:1']],
  ['capitals', skillText('Name: refund\ndescription: x'), ['skill-name-missing 2:1', 'skill-key-misspelt 2:1']],
  ['one tag', skillText(`${GOOD}\ntag: x`), ['skill-key-misspelt 4:1']],
])('finds %s', async (_, text, expected) => {
  expect((await read(text)).report).toEqual(expected);
});

test('bounds front matter', async () => {
  expect((await fields(`${GOOD}\nnotes: ${'x'.repeat(64 * 1024)}`)).report).toEqual([
    'skill-front-matter-too-large 2:1',
  ]);
  expect((await fields(`${GOOD}\nnotes: ${'x'.repeat(60 * 1024)}`)).report).toEqual([]);
});

test('accepts the longest name and description', async () => {
  const name = 'a'.repeat(64);
  const { report } = await readSkillFiles({
    [`${name}/SKILL.md`]: skillText(`name: ${name}\ndescription: ${'\u{1f600}'.repeat(1024)}`),
  });
  expect(report).toEqual([]);
});

test.each([
  [
    '# x',
    'The skill "refund" has no front matter. Add these lines at the top:\n---\nname: refund\ndescription: What it does, and when to use it.\n---',
  ],
  [
    skillText('name: refunds\ndescription: x'),
    'The name "refunds" differs from the folder "refund". Write "name: refund", or rename the folder to "refunds".',
  ],
  [skillText('description: x'), 'The front matter of the skill "refund" has no name. Add this line:\nname: refund'],
  [
    skillText('name: refund\ndescription: Pays "back": all of it'),
    'The front matter is not valid YAML: nested mappings are not allowed in compact mappings. Put the value in quotes:\ndescription: "Pays \\"back\\": all of it"',
  ],
  [
    skillText('name: refund\ndescription: Pays back,\n  for example: all of it'),
    expect.stringContaining(
      'Put the value in quotes, or write ">-" after its key and the text indented on the lines below.',
    ),
  ],
  [skillText(`${GOOD}\nalwaysLoad: yes`), '"alwaysLoad" must be true or false. Write:\nalwaysLoad: true'],
  [skillText(`${GOOD}\nalways_load: true`), 'The key "always_load" has no effect. Did you mean "alwaysLoad"?'],
])('says how to repair %j', async (text, message) => {
  expect((await read(text)).said).toEqual([message]);
});

test.each(['Use: when', '[a] [b]', '`x` y', '@x', '%x', 'a: "b": \\c', '{x} y'])(
  'the repair it proposes for %j is one',
  async (value) => {
    const [said = ''] = (await fields(`name: refund\ndescription: ${value}`)).said;
    const [, fix] = said.split('Put the value in quotes:\n');
    expect(await fields(`name: refund\n${fix}`)).toMatchObject({ report: [], skill: { description: value } });
  },
);

test('keeps a skill with broken front matter, so that its references are still checked', async () => {
  const { skill } = await read(skillText('name: [', 'op://a/b'));
  expect(skill).toMatchObject({
    id: 'refund',
    name: 'refund',
    description: '',
    references: [{ operation: 'b', location: { line: 4, column: 1 } }],
  });
});

test('does not pollute any prototype', async () => {
  await fields(
    `${GOOD}\n__proto__: { polluted: 1 }\na: { __proto__: { polluted: 1 }, constructor: { prototype: { polluted: 1 } } }`,
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
  ['nested brackets', `x: ${'['.repeat(60_000)}`],
  ['nested maps', `x: ${'{a: '.repeat(15_000)}`],
  ['nested lists in block style', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n')],
  [
    'references that multiply',
    [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ].join('\n'),
  ],
  ['thousands of references', `a: &a 1\nb: [${Array(20_000).fill('*a').join(',')}]`],
  ['thousands of keys', Array.from({ length: 6000 }, (_, index) => `k${index}: 1`).join('\n')],
  ['thousands of values', `x: [${Array(20_000).fill('1').join(',')}]`],
  ['a value of a megabyte', `x: ${'y'.repeat(1024 * 1024)}`],
  ['64 KiB of quotes', `x: ${'"'.repeat(65_000)}`],
  ['64 KiB of hyphens', '- '.repeat(32_000)],
  ['64 KiB of spaces', ' '.repeat(65_000)],
  ['64 KiB of blank lines', '\n'.repeat(65_000)],
])('bears %s', async (_, yaml) => {
  const start = performance.now();
  const { skills } = await fields(`${GOOD}\n${yaml}`);
  expect(skills).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('neither throws nor gives what JSON cannot hold, whatever the front matter', async () => {
  const piece = fc.constantFrom(
    'name',
    'description',
    'tags',
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '!!str ',
    '"',
    "'",
    '|',
    '>-',
    '#',
    '? ',
    '\t',
    '---',
    '...',
    '%',
    '0x1',
    '.nan',
    '~',
    'true',
    '__proto__',
    '<<',
    'é',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
      const { skill } = await fields(pieces.join(''));
      expect(JSON.parse(JSON.stringify(skill?.frontMatter))).toEqual(skill?.frontMatter);
    }),
    { numRuns: 1000 },
  );
});
