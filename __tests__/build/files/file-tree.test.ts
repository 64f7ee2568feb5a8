import type { FileTree, Walk } from '../../../src/build/files/file-tree.js';
import { openGitTree } from '../../../src/build/files/git-tree.js';
import { openWorkingTree } from '../../../src/build/files/working-tree.js';
import { makeRepository } from '../../support/git-project.js';
import type { ProjectEntry } from '../../support/git-project.js';
import { onLinux, onPosix } from '../../support/platform.js';

type Open = (directory: string) => Promise<{ tree: FileTree; prefix: string }>;

async function openHead(directory: string) {
  const opened = await openGitTree(directory, 'HEAD');
  if (!opened.ok) throw new Error(opened.reason);
  return opened;
}

const places: [string, Open][] = [
  ['the working tree', openWorkingTree],
  ['a git ref', openHead],
];

describe.each(places)('a file tree over %s', (_, open) => {
  const cleanups: (() => void)[] = [];
  afterEach(() => cleanups.splice(0).forEach((clean) => clean()));

  async function treeOf(entries: Record<string, ProjectEntry>): Promise<FileTree> {
    const { directory, remove } = makeRepository(entries);
    cleanups.push(remove);
    return (await open(directory)).tree;
  }
  const paths = (walk: Walk) => walk.files.map((file) => file.path);
  const problems = (walk: Walk) => walk.problems.map(({ path, problem, detail }) => [path, problem, detail]);
  const textAt = async (tree: FileTree, path: string) => {
    const content = await tree.read(path, { maxBytes: 1000 });
    return content.ok ? new TextDecoder().decode(content.bytes) : content.fault;
  };

  test('reads a file, byte for byte', async () => {
    const tree = await treeOf({ 'a/b.txt': 'x\r\ny' });
    expect(await textAt(tree, 'a/b.txt')).toBe('x\r\ny');
    expect(await textAt(tree, './a//b.txt')).toBe('x\r\ny');
  });

  test('reads bytes that are no text as they are', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (__, index) => index);
    const content = await (await treeOf({ 'a.bin': bytes, b: '' })).read('a.bin', { maxBytes: 256 });
    expect(content).toEqual({ ok: true, bytes });
  });

  test('says why a path cannot be read', async () => {
    const tree = await treeOf({ 'a/b.txt': '12345' });
    expect(await textAt(tree, 'a/none')).toBe('absent');
    expect(await textAt(tree, 'a/b.txt/c')).toBe('absent');
    expect(await textAt(tree, 'a')).toBe('directory');
    expect(await textAt(tree, '../x')).toBe('outside');
    expect(await textAt(tree, 'a/../../x')).toBe('outside');
    expect(await textAt(tree, '/etc/hostname')).toBe('outside');
    expect(await textAt(tree, 'C:\\x')).toBe('outside');
    expect(await textAt(tree, 'a\0b')).toBe('outside');
    expect(await tree.read('a/b.txt', { maxBytes: 4 })).toMatchObject({ ok: false, fault: 'too-large' });
  });

  onPosix('tells files, directories and nothing apart', async () => {
    const tree = await treeOf({ 'a/b.txt': '', loop: { link: 'loop' } });
    expect(await tree.kind('a')).toBe('directory');
    expect(await tree.kind('')).toBe('directory');
    expect(await tree.kind('.')).toBe('directory');
    expect(await tree.kind('a/b.txt')).toBe('file');
    expect(await tree.kind('a/../a/b.txt')).toBe('file');
    expect(await tree.kind('zzz')).toBe('absent');
    expect(await tree.kind('loop')).toBe('absent');
    expect(await tree.kind('..')).toBe('outside');
  });

  onPosix('never reads what belongs to git, such as a stored token', async () => {
    const tree = await treeOf({ 'a/link': { link: '../.git/config' }, b: '' });
    expect(await textAt(tree, '.git/config')).toBe('outside');
    expect(await textAt(tree, '.GIT/config')).toBe('outside');
    expect(await textAt(tree, 'a/link')).toBe('outside');
    expect(problems(await tree.walk('a'))).toEqual([['a/link', 'link-outside', '../.git/config']]);
    expect(paths(await tree.walk(''))).toEqual(['b']);
  });

  test('lists every file below a directory, in the order of UTF-16 code units', async () => {
    const tree = await treeOf({
      's/b.md': '12',
      's/a/z': '1',
      's/B.txt': '',
      's/a.md': '',
      's/é': '',
      's/\u{10000}': '',
      's/\uffee': '',
      'other/x': '',
    });
    const walk = await tree.walk('s');
    expect(paths(walk)).toEqual(['s/B.txt', 's/a.md', 's/a/z', 's/b.md', 's/é', 's/\u{10000}', 's/\uffee']);
    expect(walk.files.find((file) => file.path === 's/b.md')?.size).toBe(2);
    expect(walk.problems).toEqual([]);
    expect(paths(await tree.walk('./s/'))).toEqual(paths(walk));
  });

  test('lists nothing below a path that is no directory', async () => {
    const tree = await treeOf({ a: '' });
    expect(await tree.walk('a')).toEqual({ files: [], problems: [] });
    expect(await tree.walk('none')).toEqual({ files: [], problems: [] });
    expect(await tree.walk('../..')).toEqual({ files: [], problems: [] });
  });

  onPosix('follows links to files and directories inside the tree', async () => {
    const tree = await treeOf({
      'shared/p.md': 'policy',
      'shared/more/q.md': 'q',
      's/p.md': { link: '../shared/p.md' },
      's/dir': { link: '../shared/more' },
    });
    expect(paths(await tree.walk('s'))).toEqual(['s/dir/q.md', 's/p.md']);
    expect((await tree.walk('s')).files[1]?.size).toBe(6);
    expect(await textAt(tree, 's/p.md')).toBe('policy');
    expect(await textAt(tree, 's/dir/q.md')).toBe('q');
    expect(await tree.kind('s/dir')).toBe('directory');
  });

  onPosix('does not follow links that leave the tree', async () => {
    const tree = await treeOf({
      's/abs': { link: '/etc/hostname' },
      's/up': { link: '../../x' },
      's/dir': { link: '/etc' },
    });
    expect(await textAt(tree, 's/abs')).toBe('outside');
    expect(await textAt(tree, 's/dir/hostname')).toBe('outside');
    const walk = await tree.walk('s');
    expect(paths(walk)).toEqual([]);
    expect(problems(walk)).toEqual([
      ['s/abs', 'link-outside', '/etc/hostname'],
      ['s/dir', 'link-outside', '/etc'],
      ['s/up', 'link-outside', '../../x'],
    ]);
  });

  onPosix('ends on links that lead back, and names them', async () => {
    const tree = await treeOf({
      's/a/x': '',
      's/a/up': { link: '..' },
      's/self': { link: 'self' },
      's/gone': { link: 'nowhere' },
    });
    const walk = await tree.walk('s');
    expect(paths(walk)).toEqual(['s/a/x']);
    expect(problems(walk)).toEqual([
      ['s/a/up', 'link-loop', 's'],
      ['s/gone', 'link-broken', undefined],
      ['s/self', 'link-broken', undefined],
    ]);
  });

  onPosix("leaves out what the repository's .gitignore files exclude", async () => {
    const tree = await treeOf({
      '.gitignore': '*.log\n/s/tmp/\nsecret\n',
      's/.gitignore': '!keep.log\nout\n/only-here\r\n',
      's/a.log': '',
      's/keep.log': '',
      's/tmp/x': '',
      's/b/tmp/x': '',
      's/b/out/x': '',
      's/only-here': '',
      's/b/only-here': '',
      's/link': { link: '../secret' },
      secret: 'token',
      out: '',
    });
    const walk = await tree.walk('s');
    expect(paths(walk)).toEqual(['s/.gitignore', 's/b/only-here', 's/b/tmp/x', 's/keep.log']);
    expect(problems(walk)).toEqual([['s/link', 'link-broken', '"secret" is excluded by .gitignore']]);
    expect(paths(await tree.walk(''))).toContain('out');
  });

  test('lets a nested .gitignore take back a folder that an upper one excludes', async () => {
    const tree = await treeOf({ '.gitignore': 'build', 'p/.gitignore': '!build', 'p/build/x': '', 'q/build/x': '' });
    expect(paths(await tree.walk(''))).toEqual(['.gitignore', 'p/.gitignore', 'p/build/x']);
  });

  test('says so when the directory to walk is itself excluded', async () => {
    const tree = await treeOf({ '.gitignore': 'generated/', 'generated/a/x': '' });
    expect(await tree.walk('generated/a')).toEqual({
      files: [],
      problems: [{ path: 'generated/a', problem: 'ignored' }],
    });
    expect(await textAt(tree, 'generated/a/x')).toBe('');
  });

  test('finds a file that is stored in another normal form, under its NFC name', async () => {
    const tree = await treeOf({ ['d/cafe\u0301.md']: 'x' });
    expect(paths(await tree.walk('d'))).toEqual(['d/caf\u00e9.md']);
    expect(await textAt(tree, 'd/caf\u00e9.md')).toBe('x');
    expect(await textAt(tree, 'd/cafe\u0301.md')).toBe('x');
  });

  onLinux('reports names that are one file on other systems', async () => {
    const tree = await treeOf({ 'A.md': '1', 'a.md': '2', ['e\u0301']: 'nfd', '\u00e9': 'nfc', 'D/x': '', 'd/y': '' });
    const walk = await tree.walk('');
    expect(problems(walk)).toEqual([
      ['a.md', 'case-collision', 'A.md'],
      ['d', 'case-collision', 'D'],
      ['\u00e9', 'case-collision', '\u00e9'],
    ]);
    expect(paths(walk)).toEqual(['A.md', 'D/x', 'a.md', 'd/y', '\u00e9']);
  });

  onLinux.each(['CON', 'nul.txt', 'Com1.md', 'a.', 'a ', 'a:b', 'a\\b', 'a\nb', 'lpt9'])(
    'reports the name %j, which cannot exist everywhere',
    async (name) => {
      const tree = await treeOf({ [`d/${name}`]: '' });
      expect((await tree.walk('d')).problems).toMatchObject([{ path: `d/${name}`, problem: 'reserved-name' }]);
    },
  );

  test.each(['console.md', 'com.md', 'null', '.env', 'a.b', 'naïve.md', 'com10'])(
    'has nothing against the name %j',
    async (name) => {
      const tree = await treeOf({ [`d/${name}`]: '' });
      expect((await tree.walk('d')).problems).toEqual([]);
    },
  );

  test('stops at a depth no project has', async () => {
    const tree = await treeOf({ [`${'d/'.repeat(32)}in`]: '', [`${'d/'.repeat(33)}out`]: '' });
    const walk = await tree.walk('');
    expect(paths(walk)).toEqual([`${'d/'.repeat(32)}in`]);
    expect(problems(walk)).toEqual([['d/'.repeat(33).slice(0, -1), 'too-deep', '32 folders']]);
  });

  onPosix('bounds a tree that links make endless', async () => {
    const links: Record<string, ProjectEntry> = { 'd0/x': '' };
    for (let level = 1; level < 25; level += 1) {
      links[`d${level}/a`] = { link: `../d${level - 1}` };
      links[`d${level}/b`] = { link: `../d${level - 1}` };
    }
    const walk = await (await treeOf(links)).walk('d24');
    expect(walk.problems).toMatchObject([{ problem: 'too-many' }]);
    expect(walk.files.length).toBeLessThanOrEqual(20_000);
  });

  test('tells where the opened directory stands in the repository', async () => {
    const { directory, remove } = makeRepository({ 'p/q/x': '1' });
    cleanups.push(remove);
    const opened = await open(`${directory}/p/q`);
    expect(opened.prefix).toBe('p/q');
    expect(await textAt(opened.tree, 'p/q/x')).toBe('1');
    expect((await open(directory)).prefix).toBe('');
  });

  test('gives a whole skill at once when it is asked for at once', async () => {
    const names = Array.from({ length: 300 }, (__, index) => `d/${index}.md`);
    const tree = await treeOf(Object.fromEntries(names.map((name) => [name, name])));
    expect(await Promise.all(names.map((name) => textAt(tree, name)))).toEqual(names);
  });
});
