import { memoryTree } from '../../support/memory-tree.js';
import { makeDirectory } from '../../support/git-project.js';
import type { ProjectEntry } from '../../support/git-project.js';
import { onLinux, onPosix } from '../../support/platform.js';
import { readSkillFiles, skillText } from '../../support/read-skill-files.js';
import { openWorkingTree } from '../../../src/build/files/working-tree.js';

const skill = (name: string, body = '') => skillText(`name: ${name}\ndescription: Does ${name}.`, body);
const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((clean) => clean()));

async function readFromDisk(entries: Record<string, ProjectEntry>, directory = 'skills') {
  const { directory: root, remove } = makeDirectory(entries);
  cleanups.push(remove);
  return readSkillFiles((await openWorkingTree(root)).tree, directory);
}

describe('what collections in the wild hold', () => {
  test('loads nested categories, and leaves alone what belongs to no skill', async () => {
    const { skills, report } = await readSkillFiles({
      'README.md': '# Skills\n[[op:x]] op://a/b',
      LICENSE: 'MIT',
      'logo.png': Uint8Array.of(0x89, 0),
      'finance/README.md': '',
      'finance/payments/refund/SKILL.md': skill('refund'),
      'finance/payments/invoice/SKILL.md': skill('invoice'),
      '.curated/deploy/SKILL.md': skill('deploy'),
      'shared/styles.css': '',
    });
    expect(report).toEqual([]);
    expect(skills.map(({ id, directory }) => [id, directory])).toEqual([
      ['deploy', 'skills/.curated/deploy'],
      ['invoice', 'skills/finance/payments/invoice'],
      ['refund', 'skills/finance/payments/refund'],
    ]);
  });

  test('carries every file of a skill, scripts and pictures too, and no leftovers of systems', async () => {
    const { skills, report } = await readSkillFiles({
      'a/SKILL.md': skill('a'),
      'a/LICENSE.txt': 'MIT\r\n',
      'a/references/x.md': '\ufeffx',
      'a/scripts/run.py': '#!/usr/bin/env python3\r\n',
      'a/scripts/__pycache__/run.cpython-312.pyc': Uint8Array.of(0),
      'a/assets/logo.png': Uint8Array.of(0x89, 0x0d, 0x0a),
      'a/data/codes.csv': 'a,b',
      'a/.DS_Store': Uint8Array.of(0),
      'a/._x.md': '',
      'a/data/.gitkeep': '',
      'a/data/Thumbs.db': '',
    });
    expect(report).toEqual([]);
    expect(skills[0]?.files.map(({ path, mediaType, text }) => [path, mediaType, text])).toEqual([
      ['LICENSE.txt', 'text/plain', 'MIT\n'],
      ['SKILL.md', 'text/markdown', skill('a')],
      ['assets/logo.png', 'image/png', undefined],
      ['data/codes.csv', 'text/csv', 'a,b'],
      ['references/x.md', 'text/markdown', 'x'],
      ['scripts/run.py', 'text/x-python', '#!/usr/bin/env python3\n'],
    ]);
    expect(skills[0]?.files[2]?.bytes).toEqual(Uint8Array.of(0x89, 0x0d, 0x0a));
  });

  test('keeps hidden files, such as .env, from agents and says so', async () => {
    const { skills, report } = await readSkillFiles({
      'a/SKILL.md': skill('a'),
      'a/.env': 'TOKEN=x',
      'a/.cache/SKILL.md': '',
      'a/x/.hidden/y': '',
    });
    expect(skills[0]?.files.map(({ path }) => path)).toEqual(['SKILL.md']);
    expect(report).toEqual([
      'skill-hidden-file skills/a/.cache/SKILL.md',
      'skill-hidden-file skills/a/.env',
      'skill-hidden-file skills/a/x/.hidden/y',
    ]);
  });

  test('takes a SKILL.md below another one for content of it', async () => {
    const { skills, report } = await readSkillFiles({
      'a/SKILL.md': skill('a'),
      'a/templates/SKILL.md': '# {{name}}\n[[op:acme/x]]',
    });
    expect(skills.map(({ id }) => id)).toEqual(['a']);
    expect(skills[0]?.files.map(({ path }) => path)).toEqual(['SKILL.md', 'templates/SKILL.md']);
    expect(skills[0]?.references).toMatchObject([
      { operation: 'x', location: { file: 'skills/a/templates/SKILL.md', line: 2 } },
    ]);
    expect(report).toEqual(['skill-nested skills/a/templates/SKILL.md']);
  });

  test('reads a line of a megabyte', async () => {
    const { skills, report } = await readSkillFiles({
      'a/SKILL.md': skill('a'),
      'a/references/long.md': `${'word '.repeat(200_000)}op://a/b`,
    });
    expect(report).toEqual([]);
    expect(skills[0]?.references).toMatchObject([{ operation: 'b', location: { line: 1, column: 1_000_001 } }]);
  });

  test('reads a project from disk, empty folders included', async () => {
    const { skills, report } = await readFromDisk({
      'skills/a/SKILL.md': skill('a'),
      'skills/a/empty/.gitkeep': '',
      'skills/.DS_Store': '',
    });
    expect(report).toEqual([]);
    expect(skills.map(({ id }) => id)).toEqual(['a']);
  });

  onPosix('follows a link to a skill that several projects share', async () => {
    const { skills, report } = await readFromDisk({
      'shared/a/SKILL.md': skill('a', '[[op:acme/x]]'),
      'skills/a': { link: '../shared/a' },
    });
    expect(report).toEqual([]);
    expect(skills).toMatchObject([
      { id: 'a', directory: 'skills/a', references: [{ location: { file: 'skills/a/SKILL.md' } }] },
    ]);
  });

  test('gives the same skills for CRLF, byte order marks and LF', async () => {
    const text = skill('a', 'x [[op:acme/y]]\n');
    const read = async (content: string) => (await readSkillFiles({ 'a/SKILL.md': content })).skills;
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(await read(text));
    expect(await read(`\ufeff${text}`)).toEqual(await read(text));
  });
});

describe('what cannot be used', () => {
  onPosix('reports links that leave the tree and links that lead nowhere', async () => {
    const { report, skills } = await readFromDisk({
      'skills/a/SKILL.md': skill('a'),
      'skills/a/data/out': { link: '/etc/hostname' },
      'skills/b': { link: '../gone' },
    });
    expect(report).toEqual(['file-link-outside skills/a/data/out', 'file-link-broken skills/b']);
    expect(skills[0]?.files.map(({ path }) => path)).toEqual(['SKILL.md']);
  });

  onLinux('reports names that cannot exist everywhere, in skills only', async () => {
    const { report } = await readFromDisk({
      'skills/a/SKILL.md': skill('a'),
      'skills/a/nul.txt': '',
      'skills/a/X.md': '',
      'skills/a/x.md': '',
      'skills/notes/nul.txt': '',
      'skills/B/b/SKILL.md': skill('b'),
      'skills/b/c/SKILL.md': skill('c'),
    });
    expect(report).toEqual([
      'file-name-reserved skills/a/nul.txt',
      'file-name-collision skills/a/x.md',
      'file-name-collision skills/b',
    ]);
  });

  test('says that .gitignore excludes the skills', async () => {
    const { report, skills } = await readFromDisk({ '.gitignore': 'skills/', 'skills/a/SKILL.md': skill('a') });
    expect(report).toEqual(['file-folder-ignored skills']);
    expect(skills).toEqual([]);
  });

  test('reports markdown in another encoding at its line, and a Git LFS pointer', async () => {
    const { report, skills } = await readSkillFiles({
      'a/SKILL.md': skill('a'),
      'a/latin.md': Uint8Array.of(0x61, 0x0a, 0xe9),
      'a/logo.png': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
      'b/SKILL.md': Uint8Array.of(0xff, 0xfe, 0x2d, 0x00),
    });
    expect(report).toEqual([
      'skill-file-not-utf8 skills/a/latin.md:2',
      'skill-file-lfs-pointer skills/a/logo.png:1:1',
      'skill-file-not-utf8 skills/b/SKILL.md:1',
    ]);
    expect(skills[0]?.files.map(({ path }) => path)).toEqual(['SKILL.md']);
  });

  test('refuses a file name that could reach a prototype', async () => {
    const { report } = await readSkillFiles({ 'a/SKILL.md': skill('a'), 'a/constructor': '', 'a/x/constructor': '' });
    expect(report).toEqual(['skill-file-name-forbidden skills/a/constructor']);
  });

  test('names both folders of an id that is used twice', async () => {
    const { report, said, skills } = await readSkillFiles({ 'x/a/SKILL.md': skill('a'), 'y/a/SKILL.md': skill('a') });
    expect(report).toEqual(['skill-duplicate skills/y/a/SKILL.md']);
    expect(said[0]).toContain('"skills/x/a" and "skills/y/a"');
    expect(skills.map(({ directory }) => directory)).toEqual(['skills/x/a']);
  });

  test.each([
    ['Refund Order', 'Rename the folder to "refund-order".'],
    ['refund_order', 'Rename the folder to "refund-order".'],
    ['refundOrder', 'Rename the folder to "refund-order".'],
    ['Größe', 'Rename the folder to "gro-e".'],
    ['日本', 'Rename the folder.'],
    ['constructor', 'Rename the folder.'],
    ['-a-', 'Rename the folder to "a".'],
    ['a'.repeat(65), `Rename the folder to "${'a'.repeat(64)}".`],
  ])('says how to rename the folder %j', async (folder, hint) => {
    const { report, said, skills } = await readSkillFiles({ [`${folder}/SKILL.md`]: skill('a') });
    expect(report).toEqual([`skill-id-invalid skills/${folder}/SKILL.md`]);
    expect(said[0]).toMatch(new RegExp(`${hint.replace(/[.()]/g, '\\$&')}$`));
    expect(skills).toEqual([]);
  });

  test.each(['skill.md', 'Skill.md', 'SKILL.MD'])('says that %s must be called SKILL.md', async (name) => {
    const { report, said } = await readSkillFiles({ [`a/${name}`]: skill('a') });
    expect(report).toEqual([`skill-file-case skills/a/${name}`]);
    expect(said[0]).toContain(`git mv "skills/a/${name}" "skills/a/SKILL.md"`);
  });

  test('wants a folder for each skill, and goes on with the others', async () => {
    const { report, skills } = await readSkillFiles({ 'SKILL.md': skill('skills'), 'a/SKILL.md': skill('a') });
    expect(report).toEqual(['skill-at-top skills/SKILL.md']);
    expect(skills.map(({ id }) => id)).toEqual(['a']);
  });

  test('finds skills below the root of the tree', async () => {
    const { report, skills } = await readSkillFiles(memoryTree({ 'SKILL.md': '', 'a/SKILL.md': skill('a') }), '');
    expect(report).toEqual(['skill-at-top SKILL.md']);
    expect(skills).toMatchObject([{ id: 'a', directory: 'a' }]);
  });
});

describe('limits', () => {
  test('a file above 25 MiB is an error; one above the push body is carried as bytes', async () => {
    const { report, skills } = await readSkillFiles({
      'a/SKILL.md': skill('a'),
      'a/data/big.json': `"${'x'.repeat(1024 * 1024)}"`,
      'a/data/huge.bin': new Uint8Array(25 * 1024 * 1024 + 1),
    });
    expect(report).toEqual(['skill-file-too-large skills/a/data/huge.bin']);
    expect(skills[0]?.files.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['SKILL.md', expect.any(Number)],
      ['data/big.json', 1024 * 1024 + 2],
    ]);
  });

  test('a SKILL.md must fit the push body', async () => {
    const { report } = await readSkillFiles({ 'a/SKILL.md': skill('a', 'x'.repeat(1024 * 1024)) });
    expect(report).toEqual(['skill-file-too-large skills/a/SKILL.md']);
  });

  test('warns beyond what clients must accept, and refuses what no bundle holds', async () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`a/data/${index}.txt`, '']));
    const read = (count: number) => readSkillFiles({ 'a/SKILL.md': skill('a'), ...files(count) });
    expect((await read(511)).report).toEqual([]);
    expect((await read(512)).report).toEqual(['skill-beyond-hosts skills/a/SKILL.md']);
    expect((await read(512)).skills[0]?.files).toHaveLength(513);
    expect((await read(2048)).report).toEqual(['skill-too-many-files skills/a/SKILL.md']);
    const large = { 'a/SKILL.md': skill('a'), 'a/x.bin': new Uint8Array(16 * 1024 * 1024) };
    expect((await readSkillFiles(large)).report).toEqual(['skill-beyond-hosts skills/a/SKILL.md']);
  });

  test('a thousand skills load, one more does not', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1001 }, (_, index) => [`s${index}/SKILL.md`, skill(`s${index}`)]),
    );
    expect((await readSkillFiles(files)).report).toEqual(['skills-too-many frontmcp.deploy.yaml']);
    delete files['s0/SKILL.md'];
    const { skills, report } = await readSkillFiles(files);
    expect(report).toEqual([]);
    expect(skills).toHaveLength(1000);
  });
});

describe('references to files of the skill', () => {
  const read = (body: string, files: Record<string, string> = {}) =>
    readSkillFiles({
      'a/SKILL.md': skill('a', body),
      'a/references/refund-policy.md': '',
      'a/data/codes.json': '{}',
      ...files,
    });

  test.each([
    'refund-policy.md',
    'references/refund-policy.md',
    'data/codes.json',
    './data/../data/codes.json',
    'refund-policy.md#fees',
    ' refund-policy.md ',
    'SKILL.md',
  ])('finds %j below references/ or below the skill', async (path) => {
    expect((await read(`See [[ref:${path}]].`)).report).toEqual([]);
  });

  test('suggests the nearest names at the place of a dead one', async () => {
    const { report, said } = await read('\nSee [[ref:refund-polcy.md]].');
    expect(report).toEqual(['skill-file-reference-missing skills/a/SKILL.md:6:5']);
    expect(said[0]).toContain('Did you mean "refund-policy.md"?');
  });

  test('cares about case, as other systems do', async () => {
    expect((await read('[[ref:Refund-Policy.md]]')).said[0]).toContain('Did you mean "refund-policy.md"?');
  });

  test.each(['../b/SKILL.md', '/etc/hostname', 'references/../../x', 'C:\\x', '\\\\host\\x'])(
    'does not leave the skill for %j',
    async (path) => {
      const { report } = await read(`[[ref:${path}]]`, { 'b/SKILL.md': skill('b') });
      expect(report).toEqual(['skill-file-reference-malformed skills/a/SKILL.md:5:1']);
    },
  );

  test('does not find what is not carried', async () => {
    const { report } = await read('[[ref:.env]]', { 'a/.env': '' });
    expect(report).toEqual(['skill-hidden-file skills/a/.env', 'skill-file-reference-missing skills/a/SKILL.md:5:1']);
  });

  test('ignores what a comment hides', async () => {
    expect((await read('<!-- [[ref:gone.md]] -->')).report).toEqual([]);
  });
});

test('harvests every markdown file of a skill and no other', async () => {
  const { skills } = await readSkillFiles({
    'a/SKILL.md': skill('a', 'op://acme/one'),
    'a/examples/e.markdown': 'op://acme/two',
    'a/references/r.mdx': 'op://acme/three',
    'a/data/d.json': '"op://acme/four"',
    'a/scripts/s.py': '# op://acme/five',
  });
  expect(skills[0]?.references.map(({ operation, location }) => [operation, location.file])).toEqual([
    ['one', 'skills/a/SKILL.md'],
    ['two', 'skills/a/examples/e.markdown'],
    ['three', 'skills/a/references/r.mdx'],
  ]);
});
