import { collectDiagnostics, messageOf } from '../../../src/build/diagnostics/collector.js';
import { selectSkills } from '../../../src/build/skills/select-skills.js';
import type { EffectiveManifest, OperationSet, Skill } from '../../../src/build/stage-values.js';

interface Choice {
  include?: string[];
  exclude?: string[];
  alwaysLoad?: string[];
  access?: Record<string, { scopes: string[] }>;
  tags?: string[];
}

const operations = {
  operations: [
    { key: 'acme.getOrder', entry: { tags: ['orders', 'public'] } },
    { key: 'acme.issueRefund', entry: { tags: ['billing'] } },
    { key: 'acme.deleteUser', entry: { tags: ['admin'] } },
  ],
  bySkill: { refund: ['acme.issueRefund', 'acme.getOrder'], cleanup: ['acme.deleteUser'] },
} as unknown as OperationSet;

const skill = (id: string, tags: string[] = [], more: Partial<Skill> = {}) =>
  ({ id, tags, alwaysLoad: false, ...more }) as Skill;
const SKILLS = [
  skill('cleanup'),
  skill('glossary', ['policy']),
  skill('helpers', [], { alwaysLoad: true }),
  skill('refund', ['money', 'billing']),
];

function select(choice: Choice, skills = SKILLS) {
  const { include = [], exclude = [], alwaysLoad = [], access, tags } = choice;
  const manifest = {
    hot: { skills: { alwaysLoad, access }, tags: tags?.map((name) => ({ name })) },
    skillTags: { include, exclude },
    locate: (pointer: string) => ({ file: pointer }),
  } as unknown as EffectiveManifest;
  const sink = collectDiagnostics();
  const selected = selectSkills({ skills }, operations, manifest, sink).skills;
  return {
    selected,
    ids: selected.map(({ id }) => id),
    report: sink.diagnostics.map((each) => `${each.severity} ${each.code} ${each.location?.file}`),
    said: sink.diagnostics.map((each) => messageOf(each)),
  };
}

test('takes every skill when nothing filters, with its operations and the tags of those', () => {
  const { selected, ids, report } = select({});
  expect(ids).toEqual(['cleanup', 'glossary', 'helpers', 'refund']);
  expect(report).toEqual([]);
  expect(selected.at(-1)).toMatchObject({
    tags: ['money', 'billing'],
    allTags: ['billing', 'money', 'orders', 'public'],
    operations: ['acme.getOrder', 'acme.issueRefund'],
  });
  expect(selected[1]).toMatchObject({ allTags: ['policy'], operations: [] });
});

test.each<[string, Choice, string[]]>([
  ['one of the tags to include', { include: ['policy', 'money'] }, ['glossary', 'refund']],
  ['a tag of an operation', { include: ['public'] }, ['refund']],
  ['no tag to exclude', { exclude: ['admin'] }, ['glossary', 'helpers', 'refund']],
  ['exclude over include', { include: ['billing', 'policy'], exclude: ['orders'] }, ['glossary']],
  [
    'what the manifest always loads, in spite of include',
    { include: ['policy'], alwaysLoad: ['helpers'] },
    ['glossary', 'helpers'],
  ],
])('selects by %s', (_, choice, ids) => {
  const found = select(choice);
  expect(found.ids).toEqual(ids);
  expect(found.report).toEqual([]);
});

test('front matter alone does not carry a skill past the filter', () => {
  expect(select({ include: ['policy'] }).ids).not.toContain('helpers');
});

test('marks what is always loaded, by manifest or by front matter', () => {
  const { selected } = select({ alwaysLoad: ['refund'] });
  expect(selected.filter((each) => each.alwaysLoad).map(({ id }) => id)).toEqual(['helpers', 'refund']);
});

test('reports names that do not exist, at their place in the manifest', () => {
  const { report, said } = select({
    alwaysLoad: ['refund', 'refnd'],
    access: { refund: { scopes: ['a'] }, 'x/y~z': { scopes: ['a'] } },
  });
  expect(report).toEqual([
    'error skill-always-load-unknown /skills/alwaysLoad/1',
    'error skill-access-unknown /skills/access/x~1y~0z',
  ]);
  expect(said[0]).toBe('"skills.alwaysLoad" names "refnd", and there is no such skill. Did you mean "refund"?');
});

test('warns when the filter excludes what is to be always loaded', () => {
  const { ids, report } = select({ alwaysLoad: ['cleanup'], exclude: ['admin'] });
  expect(ids).not.toContain('cleanup');
  expect(report).toEqual(['warning skill-always-load-excluded /skills/alwaysLoad/0']);
});

test('warns of a tag that no skill has, unless it is declared', () => {
  const { report, said } = select({ include: ['billing', 'polcy'], exclude: ['draft', 'admin'], tags: ['draft'] });
  expect(report).toEqual(['warning skill-tag-unknown /skills/tags/include/1']);
  expect(said[0]).toContain('Did you mean "policy"?');
});

test('does not take inherited properties for operations', () => {
  const { selected } = select({}, [skill('to-string'), skill('valueOf')]);
  expect(selected.map((each) => each.operations)).toEqual([[], []]);
});
