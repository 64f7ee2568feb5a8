import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { generateKey } from '../../src/push/keys/generate-key.js';
import { git } from '../support/git-project.js';
import { copyProject, SHOP_VARIABLES, type ProjectCopy } from '../support/project-copy.js';
import { runAction, startAction } from '../support/run-action.js';

let shop: ProjectCopy;
let workspace: string;
beforeEach(async () => {
  shop = await copyProject('acme-shop');
  workspace = shop.directory;
  git(workspace, 'init', '-q', '-b', 'main');
  git(workspace, 'add', '-A');
  git(workspace, 'commit', '-q', '-m', 'first');
});
afterEach(() => shop.remove());

const head = () => git(workspace, 'rev-parse', 'HEAD').trim();
const pullRequest = (repository = 'acme/shop') => ({
  name: 'pull_request',
  payload: {
    repository: { full_name: 'acme/shop' },
    pull_request: { user: { login: 'dev' }, head: { repo: { full_name: repository } }, base: { sha: head() } },
  },
});
const append = async (file: string, text: string) =>
  writeFile(join(workspace, file), (await readFile(join(workspace, file), 'utf8')) + text);

test('a pull request is checked and planned, without a secret', async () => {
  await append('skills/shop-glossary/SKILL.md', '\nSee [[op:acme/getRefund]].\n');
  const { code, stdout, outputs, summary } = await runAction({ workspace, env: SHOP_VARIABLES, event: pullRequest() });
  expect(code).toBe(0);
  expect(outputs).toMatchObject({
    result: 'planned',
    'redeploy-required': 'false',
    'subject-name': 'acme-shop/base/bundle.json',
  });
  expect(JSON.parse(outputs['changes'] ?? '')).toMatchObject({ capabilities: { gained: 1, lost: 0 } });
  expect(summary).toContain('`shop-glossary` gains `GET /refunds/{refundId}`');
  expect(stdout).toMatch(
    /::group::Manifest[\s\S]*::group::Skills[\s\S]*::group::Operations[\s\S]*::group::Bundle[\s\S]*::group::Plan/,
  );
});

test('the digest is that of the file it leaves below RUNNER_TEMP, and the work tree stays clean', async () => {
  const { outputs, temp } = await runAction({ workspace, env: SHOP_VARIABLES, event: pullRequest() });
  const path = outputs['bundle-path'] ?? '';
  expect(path.startsWith(temp)).toBe(true);
  expect(outputs['bundle-sha256']).toBe(
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  );
  expect(git(workspace, 'status', '--porcelain', '--ignored')).toBe('');
});

test('a fork without variables is planned with placeholders, and the summary says why there is no digest', async () => {
  const { code, outputs, summary, stdout } = await runAction({ workspace, event: pullRequest('somebody/shop') });
  expect(code).toBe(0);
  expect(outputs).toMatchObject({ result: 'planned', 'bundle-sha256': '' });
  expect(summary).toContain('3 variables have no value here');
  expect(stdout).toContain('its code comes from the fork somebody/shop');
});

test('says that no base was available when the history does not reach it', async () => {
  const event = { name: 'push', payload: { before: 'a'.repeat(40) } };
  const { code, summary } = await runAction({ workspace, inputs: { 'dry-run': 'true' }, env: SHOP_VARIABLES, event });
  expect(code).toBe(0);
  expect(summary).toContain('everything is shown as new');
});

test('every finding is an annotation on its line, relative to the workspace, and the run fails', async () => {
  await append('skills/refund-order/SKILL.md', '\nSee [[op:acme/issueRefunds]].\n');
  const lines = (await readFile(join(workspace, 'skills/refund-order/SKILL.md'), 'utf8')).split('\n');
  const line = lines.findIndex((text) => text.includes('issueRefunds')) + 1;
  const { code, stdout, outputs, summary } = await runAction({
    workspace: join(workspace, '..'),
    inputs: { 'working-directory': 'project' },
    env: SHOP_VARIABLES,
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(
    new RegExp(
      `^::error title=[a-z-]+,file=project/skills/refund-order/SKILL.md,line=${line},endLine=${line},col=\\d+,endColumn=\\d+::.*issueRefund`,
      'm',
    ),
  );
  expect(stdout).toMatch(/^::error::Nothing was pushed: 1 error\./m);
  expect(outputs['result']).toBe('failed');
  expect(summary).toContain('issueRefunds');
});

test('shows the line to add when nothing says where the Worker is', async () => {
  const manifest = join(workspace, 'frontmcp.deploy.yaml');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(/^deployment:\n {2}url:.*\n/m, ''));
  const { code, stdout, outputs } = await runAction({
    workspace,
    inputs: { signingKey: 'x'.repeat(40) },
    env: SHOP_VARIABLES,
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error::.*deployment-url-missing.*%0A.*deployment:%0A\s+url: https:\/\//m);
  expect(outputs['bundle-sha256']).toMatch(/^[0-9a-f]{64}$/);
});

test("the workflow of FrontMCP's documentation runs: inputs, secrets and all", async () => {
  const { privatePem } = await generateKey('acme-2026');
  const { code, stdout, outputs } = await runAction({
    workspace,
    inputs: {
      environment: 'production',
      signingKey: privatePem,
      secrets: 'TRUSTED_PUBKEY_PROD\nACME_API_TOKEN\n',
      'dry-run': 'true',
    },
    env: { ...SHOP_VARIABLES, TRUSTED_PUBKEY_PROD: 'public-key-text', ACME_API_TOKEN: 'the-api-token' },
  });
  const [first] = stdout.split('frontmcp/deploy-action');
  expect(first).toContain('::add-mask::the-api-token');
  expect(stdout).toMatch(
    /^::warning::Not forwarded to the Worker: TRUSTED_PUBKEY_PROD, ACME_API_TOKEN\. .*wrangler secret put ACME_API_TOKEN/m,
  );
  expect(code).toBe(0);
  expect(outputs).toMatchObject({
    result: 'planned',
    'deployment-url': 'https://mcp.shop.example.com',
    'mcp-url': 'https://mcp.shop.example.com/mcp',
  });
  const body = privatePem.split('\n')[1] ?? '';
  expect(stdout.split('\n').filter((line) => line.includes(body) && !line.startsWith('::add-mask::'))).toEqual([]);
});

test('an unknown and a misspelt input are named in a warning', async () => {
  const { stdout } = await runAction({
    workspace,
    inputs: { 'dry-run': 'true', enviroment: 'x' },
    env: SHOP_VARIABLES,
  });
  expect(stdout).toMatch(/^::warning::There is no input "enviroment".*"environment"/m);
});

test('emits the folder of the Worker only where it was asked to', async () => {
  const { code } = await runAction({ workspace, inputs: { 'dry-run': 'true', emit: 'worker' }, env: SHOP_VARIABLES });
  expect(code).toBe(0);
  expect(await readdir(join(workspace, 'worker'))).toEqual(
    expect.arrayContaining(['frontmcp.deploy.bundle.js', 'worker.ts', 'wrangler.toml']),
  );
});

describe('with a Worker that never answers', () => {
  let server: Server;
  let asked: Promise<unknown>;
  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    asked = once(server, 'request');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test('a cancelled run ends soon, fails, and has left the digest behind', async () => {
    const { privatePem } = await generateKey('acme-2026');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const running = await startAction({
      workspace,
      inputs: { 'signing-key': privatePem, 'deployment-url': url },
      env: SHOP_VARIABLES,
    });
    await asked;
    expect((await running.outputs())['bundle-sha256']).toMatch(/^[0-9a-f]{64}$/);
    running.child.kill('SIGTERM');
    const { code, stdout, outputs } = await running.finished;
    expect(outputs['result']).toBe('failed');
    // Windows knows no SIGTERM: there the process is gone at once.
    if (process.platform === 'win32') return;
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error::/m);
  });
});
