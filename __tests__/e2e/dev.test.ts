import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { copyProject, type ProjectCopy } from '../support/project-copy.js';
import { runCli, startCli, type Running } from '../support/run-program.js';

const READY = /^ready (http:\/\/127\.0\.0\.1:\d+\/mcp)$/;

let project: ProjectCopy;
const started: Running[] = [];

beforeAll(async () => {
  project = await copyProject('acme-shop');
  await writeFile(join(project.directory, '.dev.vars'), 'ACME_API_TOKEN=local\n');
});

afterAll(async () => {
  await Promise.all(started.map((each) => each.stop('SIGKILL').catch(() => null)));
  await project.remove();
});

async function dev(...flags: string[]): Promise<Running> {
  const running = await startCli(['deploy', 'dev', '--env', 'local', '--port', '0', ...flags], READY, {
    cwd: project.directory,
    variables: { ACME_API_URL: 'http://127.0.0.1:9/v1' },
  });
  started.push(running);
  return running;
}

async function live(mcpUrl: string): Promise<{ generation: number; sha256: string }> {
  const { generation, bundleSha256: sha256 } = (await (await fetch(new URL('/readyz', mcpUrl))).json()) as {
    generation: number;
    bundleSha256: string;
  };
  return { generation, sha256 };
}

test('serves MCP to any client and ends cleanly on SIGTERM', async () => {
  const running = await dev('--no-watch');
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(new URL(running.ready)));
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'codecall_searchSkills',
    'codecall_searchKnowledge',
    'codecall_describe',
    'codecall_execute',
    'codecall_invoke',
  ]);
  await client.close();
  expect(await running.stop()).toBe(0);
});

test('serves the same generation after a restart with --state', async () => {
  const first = await dev('--no-watch', '--state', '.state');
  const before = await live(first.ready);
  expect(await first.stop()).toBe(0);
  const second = await dev('--no-watch', '--state', '.state');
  expect(await live(second.ready)).toEqual(before);
  expect(before.generation).toBe(1);
  await second.stop();
});

test('pushes on save, and says what is wrong with a save that does not build, keeping what is live', async () => {
  const running = await dev();
  const before = await live(running.ready);
  const file = join(project.directory, 'skills/find-order/SKILL.md');
  const text = await readFile(file, 'utf8');

  const complaint = running.line(/op-reference|operation|getOrdr/);
  await writeFile(file, text.replace('[[op:acme/getOrder]]', '[[op:acme/getOrdr]]'));
  await complaint;
  expect(await live(running.ready)).toEqual(before);

  const pushed = running.line(/generation 2|applied/);
  await writeFile(file, `${text}\nAsk for the order number first.\n`);
  await pushed;
  expect((await live(running.ready)).generation).toBe(before.generation + 1);
  expect(await running.stop()).toBe(0);
});

test('pushes on a save of a description that lies elsewhere in the repository', async () => {
  const repository = await copyProject('acme-shop', 'repository');
  const deploy = join(repository.directory, 'deploy');
  await Promise.all([mkdir(join(repository.directory, '.git')), mkdir(deploy)]);
  await writeFile(join(repository.directory, '.git/HEAD'), 'ref: refs/heads/main\n');
  for (const name of ['frontmcp.deploy.yaml', 'skills'])
    await rename(join(repository.directory, name), join(deploy, name));
  const manifest = await readFile(join(deploy, 'frontmcp.deploy.yaml'), 'utf8');
  await writeFile(
    join(deploy, 'frontmcp.deploy.yaml'),
    manifest.replaceAll('./openapi/acme.yaml', '../openapi/acme.yaml'),
  );
  await writeFile(join(deploy, '.dev.vars'), 'ACME_API_TOKEN=local\n');
  const running = await startCli(['deploy', 'dev', '--env', 'local', '--port', '0'], READY, {
    cwd: deploy,
    variables: { ACME_API_URL: 'http://127.0.0.1:9/v1' },
  });
  started.push(running);
  const file = join(repository.directory, 'openapi/acme.yaml');
  const pushed = running.line(/^applied generation 2/);
  await writeFile(file, (await readFile(file, 'utf8')).replace(/summary: .+/g, 'summary: Said in another way'));
  await pushed;
  expect(await running.stop()).toBe(0);
  await repository.remove();
});

test('pushes what changes and nothing else, and restarts with new secrets', async () => {
  const running = await dev();
  const said = () =>
    running
      .printed()
      .split('\n')
      .filter((line) => /^(applied|unchanged|restarted)/.test(line)).length;
  const before = said();
  await writeFile(join(project.directory, 'dev.log'), 'a log of this command, for example\n');
  // Long enough for the log to count as a change of its own.
  for (let request = 0; request < 100; request += 1) await live(running.ready);
  const restarted = running.line(/^restarted with what \.dev\.vars says now/);
  const pushed = running.line(/^unchanged generation/);
  await writeFile(join(project.directory, '.dev.vars'), 'ACME_API_TOKEN=another\n');
  await Promise.all([restarted, pushed]);
  expect(said()).toBe(before + 2);
  expect(await running.stop()).toBe(0);
});

test('says so when the folder for the state is none', async () => {
  await writeFile(join(project.directory, 'a-file'), '');
  await expect(dev('--no-watch', '--state', 'a-file')).rejects.toThrow(
    /ended with 1[^]*state-unusable "[^"]*a-file" cannot keep/,
  );
});

test('ends when its port is taken, and says so', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, stderr } = await runCli(['deploy', 'dev', '--env', 'local', '--no-watch', '--port', String(port)], {
    cwd: project.directory,
    variables: { ACME_API_URL: 'http://127.0.0.1:9/v1' },
  });
  taken.close();
  expect(code).toBe(1);
  expect(stderr).toMatch(/worker-not-started/);
});

test('listens for a container, and pushes by an address that exists', async () => {
  const running = await dev('--no-watch', '--host', '0.0.0.0');
  expect(running.ready).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect(await running.stop()).toBe(0);
});

test('refuses to serve without sign-in on an address that others can reach', async () => {
  await expect(
    startCli(['deploy', 'dev', '--no-auth', '--host', '0.0.0.0'], READY, { cwd: project.directory }),
  ).rejects.toThrow(/ended with 2[^]*loopback/);
});
