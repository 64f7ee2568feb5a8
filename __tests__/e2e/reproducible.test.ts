import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject, SHOP_VARIABLES, type ProjectCopy } from '../support/project-copy.js';
import { runCli } from '../support/run-program.js';

const copies: ProjectCopy[] = [];

afterAll(() => Promise.all(copies.map((copy) => copy.remove())));

async function copy(name: string): Promise<string> {
  const made = await copyProject('acme-shop', name);
  copies.push(made);
  return made.directory;
}

async function buildIn(directory: string, variables: Record<string, string> = {}): Promise<string> {
  const { code, stderr } = await runCli(['deploy', 'build', '--out', 'out'], {
    cwd: directory,
    variables: { ...SHOP_VARIABLES, ...variables },
  });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const bytes = await readFile(join(directory, 'out/bundle.json'));
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(await readFile(join(directory, 'out/bundle.sha256'), 'utf8')).toBe(`${digest}  bundle.json\n`);
  return digest;
}

async function eachFile(directory: string, change: (path: string) => Promise<void>): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) if (entry.isFile()) await change(join(entry.parentPath, entry.name));
}

describe('the bundle of the demo shop', () => {
  let golden: string;

  beforeAll(async () => {
    golden = (await readFile('fixtures/acme-shop/expected.sha256', 'utf8')).trim();
  });

  test('has the digest that is committed beside it', async () => {
    expect(await buildIn(await copy('plain'))).toBe(golden);
  });

  test('has it in another folder, time zone and language', async () => {
    const directory = await copy('ein anderer Ordner, länger');
    expect(await buildIn(directory, { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(golden);
  });

  test('has it with other file times and modes', async () => {
    const directory = await copy('touched');
    await eachFile(directory, async (path) => {
      await utimes(path, new Date(0), new Date(86_400_000));
      await chmod(path, 0o600);
    });
    expect(await buildIn(directory)).toBe(golden);
  });

  test('has it from a checkout with CRLF line ends', async () => {
    const directory = await copy('crlf');
    await eachFile(directory, async (path) => writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n')));
    expect(await buildIn(directory)).toBe(golden);
  });

  test('has it inside a git repository, whose ignored files stay out', async () => {
    const directory = await copy('repository');
    execFileSync('git', ['init', '--quiet'], { cwd: directory });
    await writeFile(join(directory, '.gitignore'), 'scratch.md\nout/\n');
    await writeFile(join(directory, 'skills/refund-order/scratch.md'), 'not for agents\n');
    expect(await buildIn(directory)).toBe(golden);
  });

  test('has another one when a skill changes', async () => {
    const directory = await copy('changed');
    const file = join(directory, 'skills/find-order/SKILL.md');
    await writeFile(file, `${await readFile(file, 'utf8')}\nOne more line.\n`);
    expect(await buildIn(directory)).not.toBe(golden);
  });

  test('has another one when a variable of the manifest changes', async () => {
    expect(await buildIn(await copy('variable'), { D1_AUDIT_ID: 'd1-other' })).not.toBe(golden);
  });

  test('is not built while a variable is missing', async () => {
    const { code, stderr } = await runCli(['deploy', 'build', '--out', 'out'], { cwd: await copy('unset') });
    expect(code).toBe(1);
    expect(stderr).toContain('KV_REPLAY_NONCE_ID');
  });
});
