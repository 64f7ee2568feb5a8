import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFolder } from '../../src/commands/write-folder.js';
import { onPosix } from '../support/platform.js';

let folder: string;
let project: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'frontmcp-')));
  project = join(folder, 'project');
  await mkdir(project);
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'elsewhere/worker.ts'), 'precious');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const precious = () => readFile(join(folder, 'elsewhere/worker.ts'), 'utf8');
const isUnwritable = {
  ok: false,
  failure: { code: 'output-unwritable', message: expect.stringContaining('is a link') },
};

test('writes files and folders, and writes over what it wrote before', async () => {
  for (const text of ['one', 'two']) {
    const result = await writeFolder(project, 'out', { 'a.txt': text, 'b/c.txt': text });
    expect(result).toEqual({ ok: true, written: [join(project, 'out/a.txt'), join(project, 'out/b/c.txt')] });
    expect(await readFile(join(project, 'out/b/c.txt'), 'utf8')).toBe(text);
  }
});

test('refuses to write through a link in the place of the folder', async () => {
  await symlink(join(folder, 'elsewhere'), join(project, 'out'), 'junction');
  expect(await writeFolder(project, 'out', { 'worker.ts': 'x' })).toMatchObject(isUnwritable);
  expect(await precious()).toBe('precious');
});

test('refuses to write through a link in the place of a folder below it', async () => {
  await mkdir(join(project, 'out'));
  await symlink(join(folder, 'elsewhere'), join(project, 'out/b'), 'junction');
  expect(await writeFolder(project, 'out', { 'b/worker.ts': 'x' })).toMatchObject(isUnwritable);
  expect(await precious()).toBe('precious');
});

onPosix('refuses to write through a link in the place of a file', async () => {
  await mkdir(join(project, 'out'));
  await symlink(join(folder, 'elsewhere/worker.ts'), join(project, 'out/worker.ts'));
  expect(await writeFolder(project, 'out', { 'worker.ts': 'x' })).toMatchObject(isUnwritable);
  expect(await precious()).toBe('precious');
});

test('writes to a folder outside the project, where links are those of whoever named it', async () => {
  await symlink(join(folder, 'elsewhere'), join(folder, 'link'), 'junction');
  expect(await writeFolder(project, join(folder, 'link'), { 'worker.ts': 'new' })).toMatchObject({ ok: true });
  expect(await precious()).toBe('new');
});

test('says why a folder cannot be written', async () => {
  await writeFile(join(project, 'file'), '');
  expect(await writeFolder(project, 'file', { 'worker.ts': 'x' })).toMatchObject({
    ok: false,
    failure: { code: 'output-unwritable', message: expect.stringContaining(join(project, 'file')) },
  });
});
