import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { distPath, ROOT } from '../support/dist-path.js';
import { copyProject, SHOP_VARIABLES } from '../support/project-copy.js';

async function frontmcp(argv: string[], { cwd = ROOT, entry = distPath('cli/index.js') } = {}) {
  const child = spawn(process.execPath, [entry, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...SHOP_VARIABLES, NO_COLOR: '1' },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

test('the shipped command line runs, and ends with its exit code', async () => {
  expect((await frontmcp(['deploy', 'validate', '--cwd', 'fixtures/acme-shop', '--json'])).code).toBe(0);
  expect((await frontmcp(['deploy', 'nope'])).code).toBe(2);
  expect((await frontmcp(['deploy', 'validate', '--manifest', 'nope.yaml'])).code).toBe(1);
});

test('runs through the link that npm makes for it, and finds the compiled runtime from there', async () => {
  const project = await copyProject('acme-shop');
  const link = join(project.directory, 'frontmcp');
  await symlink(distPath('cli/index.js'), link);
  const { code, stderr } = await frontmcp(['deploy', 'emit-wrangler', '--out', 'worker'], {
    cwd: project.directory,
    entry: link,
  });
  const written = await readdir(join(project.directory, 'worker'));
  await project.remove();
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('run "wrangler deploy" in worker') });
  expect(written).toEqual(expect.arrayContaining(['frontmcp.deploy.bundle.js', 'worker.ts', 'wrangler.toml']));
});
