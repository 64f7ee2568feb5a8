import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fetch } from 'undici';
import { buildBundle } from '../../src/commands/build-bundle.js';
import { plan } from '../../src/commands/plan.js';
import type { PlanBase, PlanResult } from '../../src/commands/plan-result.js';
import type { Ports } from '../../src/commands/ports.js';
import { copyProject, SHOP_VARIABLES, type ProjectCopy } from '../support/project-copy.js';

const ports: Ports = {
  reporter: { stage: () => undefined, info: () => undefined, mask: () => undefined },
  variables: SHOP_VARIABLES,
  now: () => 0,
  random: (bytes) => new Uint8Array(bytes),
  sleep: () => Promise.resolve(),
  fetch,
};

let project: ProjectCopy;

beforeEach(async () => {
  project = await copyProject('acme-shop');
});

afterEach(() => project.remove());

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: project.directory });
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(project.directory, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

function planAgainst(against: PlanBase): Promise<PlanResult> {
  return plan({ directory: project.directory, manifest: 'frontmcp.deploy.yaml', against }, ports);
}

const gainsDelete = () =>
  edit('skills/customer-care/SKILL.md', (text) => `${text}\nForget with [[op:acme/deleteCustomer]].\n`);
const deletion = {
  operation: 'acme.deleteCustomer',
  method: 'DELETE',
  path: '/customers/{customerId}',
  readOnly: false,
};

describe('a plan against git', () => {
  beforeEach(() => {
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'base');
  });

  test('says that nothing changes on a clean tree', async () => {
    const { plan: made } = await planAgainst({ kind: 'git', ref: 'HEAD' });
    expect(made).toMatchObject({ unchanged: true });
  });

  test('names the skill and the operation that it gains, with method and path', async () => {
    await gainsDelete();
    const { plan: made } = await planAgainst({ kind: 'git', ref: 'HEAD' });
    expect(made?.unchanged).toBe(false);
    expect(made?.diff?.capabilities).toEqual([{ skill: 'customer-care', gained: [deletion], lost: [] }]);
    expect(made?.diff?.revokedApprovals).toEqual(['customer-care']);
  });

  test('names the hosts when a server moves', async () => {
    await edit('frontmcp.deploy.yaml', (text) =>
      text.replace('baseUrl: https://api.shop.example.com/v1', 'baseUrl: https://eu.shop.example.com/v1'),
    );
    const { plan: made } = await planAgainst({ kind: 'git', ref: 'HEAD' });
    expect(made?.diff?.hosts).toEqual({
      gained: ['https://eu.shop.example.com'],
      lost: ['https://api.shop.example.com'],
    });
  });

  test('names what needs a redeploy', async () => {
    await edit('frontmcp.deploy.yaml', (text) => text.replace('windowSeconds: 300', 'windowSeconds: 60'));
    const { plan: made } = await planAgainst({ kind: 'git', ref: 'HEAD' });
    expect(made?.diff?.structural).toEqual(['/signing/replay/windowSeconds']);
  });

  test('shows everything as new, and says why, when the base does not build', async () => {
    await edit('skills/find-order/SKILL.md', (text) => text.replace('acme/getOrder', 'acme/nothing'));
    git('commit', '--quiet', '--all', '--message', 'broken');
    await edit('skills/find-order/SKILL.md', (text) => text.replace('acme/nothing', 'acme/getOrder'));
    const { plan: made } = await planAgainst({ kind: 'git', ref: 'HEAD' });
    expect(made?.baseProblem?.code).toBe('base-invalid');
    expect(made?.diff?.skills.added).toHaveLength(5);
  });

  test('says that a ref does not exist', async () => {
    const { plan: made } = await planAgainst({ kind: 'git', ref: 'no-such-branch' });
    expect(made?.baseProblem).toMatchObject({
      code: 'base-unreadable',
      message: expect.stringContaining('no-such-branch'),
    });
  });

  test('has nothing to say about a project that does not build', async () => {
    await edit('frontmcp.deploy.yaml', (text) => text.replace('version: 1', 'version: 2'));
    const { plan: made, build } = await planAgainst({ kind: 'git', ref: 'HEAD' });
    expect(made).toBeUndefined();
    expect(build.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('a plan against a bundle file', () => {
  test('compares with the bundle that was built', async () => {
    await buildBundle({ directory: project.directory, manifest: 'frontmcp.deploy.yaml', out: '../out' }, ports);
    await gainsDelete();
    const { plan: made } = await planAgainst({ kind: 'file', path: '../out/bundle.json' });
    expect(made?.diff?.operations).toEqual({ added: ['acme.deleteCustomer'], removed: [], changed: [] });
  });

  test.each([
    ['that is not there', undefined, 'base-unreadable'],
    ['that is no bundle', '{"a":1}', 'base-invalid'],
    ['that is no text', new Uint8Array([0xff, 0xfe]), 'base-invalid'],
  ])('says so of a file %s', async (_name, content, code) => {
    if (content !== undefined) await writeFile(join(project.directory, 'base.json'), content);
    const { plan: made } = await planAgainst({ kind: 'file', path: 'base.json' });
    expect(made?.baseProblem?.code).toBe(code);
  });
});

describe('a plan against a live Worker', () => {
  let server: Server;
  let answer: { status: number; body: string };

  beforeEach(async () => {
    server = createServer((_request, response) =>
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  test('tells by the digest alone whether anything would change', async () => {
    const { build } = await planAgainst({ kind: 'none', reason: 'first' });
    answer = { status: 200, body: JSON.stringify({ bundleSha256: build.bundle?.sha256, generation: 7 }) };
    const same = await planAgainst({ kind: 'live', url: url() });
    expect(same.plan).toMatchObject({ unchanged: true, base: { generation: 7 } });
    await gainsDelete();
    expect((await planAgainst({ kind: 'live', url: url() })).plan).toMatchObject({ unchanged: false });
  });

  test('says that an address does not answer as a Worker does', async () => {
    answer = { status: 200, body: '<html>Sign in</html>' };
    expect((await planAgainst({ kind: 'live', url: url() })).plan?.baseProblem?.code).toBe('worker-unreachable');
  });
});
