import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkingTree } from '../../../src/build/files/working-tree.js';
import { git, makeDirectory, makeRepository } from '../../support/git-project.js';
import type { ProjectEntry } from '../../support/git-project.js';
import { onLinux, onPosix } from '../../support/platform.js';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((clean) => clean()));

function made({ directory, remove }: { directory: string; remove(): void }): string {
  cleanups.push(remove);
  return directory;
}
const folder = (entries: Record<string, ProjectEntry>) => made(makeDirectory(entries));

test('takes the directory itself as the root when no repository contains it', async () => {
  const directory = folder({ 'p/x': '1', secret: '' });
  const { tree, prefix } = await openWorkingTree(join(directory, 'p'));
  expect(prefix).toBe('');
  expect(await tree.kind('x')).toBe('file');
  expect(await tree.kind('../secret')).toBe('outside');
});

test('applies .gitignore files outside of a repository too, so that an export builds the same', async () => {
  const { tree } = await openWorkingTree(folder({ '.gitignore': 'dist', 'dist/x': '', a: '' }));
  expect((await tree.walk('')).files.map(({ path }) => path)).toEqual(['.gitignore', 'a']);
});

test("does not apply a user's own excludes", async () => {
  const directory = made(makeRepository({ 'a.log': '' }));
  writeFileSync(join(directory, '.git/info/exclude'), '*.log\n');
  git(directory, 'config', 'core.excludesFile', join(directory, '.git/info/exclude'));
  expect((await (await openWorkingTree(directory)).tree.walk('')).files).toHaveLength(1);
});

test('finds the repository of a linked work tree', async () => {
  const directory = made(makeRepository({ 'p/x': '' }));
  const linked = join(folder({}), 'linked');
  git(directory, 'worktree', 'add', '-q', '--detach', linked);
  expect((await openWorkingTree(join(linked, 'p'))).prefix).toBe('p');
});

test('does not take an empty .git folder for a repository', async () => {
  const directory = folder({ 'p/x': '' });
  mkdirSync(join(directory, '.git'));
  expect((await openWorkingTree(join(directory, 'p'))).prefix).toBe('');
});

onPosix('opens through a link to the directory', async () => {
  const directory = made(makeRepository({ 'p/x': '' }));
  const link = join(folder({}), 'link');
  symlinkSync(join(directory, 'p'), link);
  const { tree, prefix } = await openWorkingTree(link);
  expect(prefix).toBe('p');
  expect(await tree.kind('p/x')).toBe('file');
});

test('gives an empty tree for a directory that does not exist', async () => {
  const { tree } = await openWorkingTree(join(folder({}), 'none'));
  expect(await tree.walk('')).toMatchObject({ files: [] });
  expect(await tree.walk('skills')).toEqual({ files: [], problems: [] });
  expect(await tree.read('x', { maxBytes: 1 })).toEqual({ ok: false, fault: 'absent' });
});

onPosix('neither reads a pipe nor waits for it', async () => {
  const directory = folder({ a: '' });
  execFileSync('mkfifo', [join(directory, 'pipe')]);
  const { tree } = await openWorkingTree(directory);
  expect(await tree.read('pipe', { maxBytes: 10 })).toMatchObject({ ok: false, fault: 'unreadable' });
  expect((await tree.walk('')).problems).toMatchObject([{ path: 'pipe', problem: 'unreadable' }]);
  expect(await tree.kind('pipe')).toBe('absent');
});

onLinux('reports a name that is not valid Unicode', async () => {
  const directory = folder({ a: '' });
  writeFileSync(Buffer.concat([Buffer.from(`${directory}/`), Buffer.from([0x66, 0xff])]), '');
  const walk = await (await openWorkingTree(directory)).tree.walk('');
  expect(walk.files.map(({ path }) => path)).toEqual(['a']);
  expect(walk.problems).toMatchObject([{ problem: 'unreadable' }]);
});
