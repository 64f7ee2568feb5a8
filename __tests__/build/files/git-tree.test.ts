import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGitTree } from '../../../src/build/files/git-tree.js';
import { runGit } from '../../../src/build/files/run-git.js';
import type { RunCommand } from '../../../src/build/files/run-git.js';
import { git, makeDirectory, makeRepository } from '../../support/git-project.js';
import type { ProjectEntry } from '../../support/git-project.js';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((clean) => clean()));

function repository(entries: Record<string, ProjectEntry>): string {
  const { directory, remove } = makeRepository(entries);
  cleanups.push(remove);
  return directory;
}

async function open(directory: string, ref: string, run?: RunCommand) {
  const opened = await openGitTree(directory, ref, run);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.tree;
}

async function textAt(directory: string, ref: string, path: string) {
  const content = await (await open(directory, ref)).read(path, { maxBytes: 1000 });
  return content.ok ? new TextDecoder().decode(content.bytes) : content.fault;
}

test('reads the commit, not what lies in the working tree', async () => {
  const directory = repository({ a: 'committed' });
  writeFileSync(join(directory, 'a'), 'edited');
  writeFileSync(join(directory, 'b'), 'new');
  const tree = await open(directory, 'main');
  expect(tree.label).toBe('main');
  expect(await textAt(directory, 'main', 'a')).toBe('committed');
  expect((await tree.walk('')).files).toEqual([{ path: 'a', size: 9 }]);
});

test('reads any name of a commit: branch, tag, abbreviated id, ancestor', async () => {
  const directory = repository({ a: '1' });
  git(directory, 'tag', '-a', 'v1', '-m', 'one');
  writeFileSync(join(directory, 'a'), '2');
  git(directory, 'commit', '-q', '-am', 'two');
  const first = git(directory, 'rev-parse', '--short', 'HEAD~1').trim();
  for (const ref of ['v1', first, 'HEAD~1', 'main^']) expect(await textAt(directory, ref, 'a')).toBe('1');
  expect(await textAt(directory, 'refs/heads/main', 'a')).toBe('2');
});

test('reads content raw, whatever .gitattributes would make of it in a checkout', async () => {
  const directory = repository({ 'a.txt': 'x\ny\n', '.gitattributes': '*.txt eol=crlf ident\n' });
  expect(await textAt(directory, 'HEAD', 'a.txt')).toBe('x\ny\n');
});

test('skips a submodule and says so', async () => {
  const inner = repository({ x: '' });
  const directory = repository({ 's/a': '' });
  git(directory, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 's/sub');
  git(directory, 'commit', '-q', '-m', 'sub');
  const walk = await (await open(directory, 'HEAD')).walk('s');
  expect(walk.files).toEqual([{ path: 's/a', size: 0 }]);
  expect(walk.problems).toMatchObject([{ path: 's/sub', problem: 'submodule' }]);
});

test.each(['nope', 'origin/main', '0'.repeat(40)])('says what to do when there is no commit %s', async (ref) => {
  const outcome = await openGitTree(repository({ a: '' }), ref);
  expect(outcome).toMatchObject({ ok: false, fault: 'unknown-ref', reason: `This clone has no commit "${ref}".` });
  expect(outcome).toHaveProperty('hint', expect.stringContaining('fetch-depth: 0'));
});

test('does not take a file for a commit', async () => {
  expect(await openGitTree(repository({ a: '' }), 'HEAD:a')).toMatchObject({ ok: false, fault: 'unknown-ref' });
});

test.each(['', '--output=/tmp/x', '-x', 'a b', 'a\nb', 'a\0b'])('never hands %j to git', async (ref) => {
  const calls: unknown[] = [];
  const run: RunCommand = async (...call) => {
    calls.push(call);
    return { code: 0, stdout: new Uint8Array(), stderr: '' };
  };
  expect(await openGitTree('.', ref, run)).toMatchObject({ ok: false, fault: 'bad-ref' });
  expect(calls).toEqual([]);
});

test('gives an error value outside of a repository, without git, and for a folder of another user', async () => {
  const { directory, remove } = makeDirectory({ a: '' });
  cleanups.push(remove);
  const answer =
    (code: number | undefined, stderr: string): RunCommand =>
    async () => ({ code, stdout: new Uint8Array(), stderr });
  expect(await openGitTree(directory, 'HEAD')).toMatchObject({ ok: false, fault: 'not-a-repository' });
  expect(await openGitTree(directory, 'HEAD', (_, args) => runGit('no-such-git', args))).toMatchObject({
    ok: false,
    fault: 'git-missing',
  });
  expect(
    await openGitTree(directory, 'HEAD', answer(128, 'fatal: detected dubious ownership in repository')),
  ).toMatchObject({
    fault: 'not-a-repository',
    hint: expect.stringContaining('safe.directory'),
  });
});

test('is not led astray by the variables of a calling hook', async () => {
  const directory = repository({ a: 'mine' });
  const other = repository({ a: 'other' });
  process.env.GIT_DIR = join(other, '.git');
  try {
    expect(await textAt(directory, 'HEAD', 'a')).toBe('mine');
  } finally {
    delete process.env.GIT_DIR;
  }
});

test('reports a blob that the clone does not have instead of fetching it', async () => {
  const directory = repository({ a: 'x' });
  const run: RunCommand = (command, args, input) =>
    args.includes('cat-file')
      ? Promise.resolve({
          code: 0,
          stdout: new TextEncoder().encode(`${new TextDecoder().decode(input).trim()} missing\n`),
          stderr: '',
        })
      : runGit(command, args, input);
  const content = await (await open(directory, 'HEAD', run)).read('a', { maxBytes: 10 });
  expect(content).toMatchObject({ ok: false, fault: 'unreadable' });
});

test('asks git once for many files', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `${index}`);
  const directory = repository(Object.fromEntries(names.map((name) => [name, name])));
  let batches = 0;
  const tree = await open(directory, 'HEAD', (command, args, input) => {
    if (args.includes('cat-file')) batches += 1;
    return runGit(command, args, input);
  });
  const contents = await Promise.all(names.map((name) => tree.read(name, { maxBytes: 10 })));
  expect(contents.every((content) => content.ok)).toBe(true);
  expect(batches).toBe(1);
});
