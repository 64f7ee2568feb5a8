import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject, SHOP_VARIABLES, type ProjectCopy } from '../support/project-copy.js';
import { runAction, type ActionRun } from '../support/run-action.js';
import { runCli } from '../support/run-program.js';
import { startShopWorker, type ShopWorker } from '../support/shop-worker.js';

let project: ProjectCopy;
let worker: ShopWorker;

beforeAll(async () => {
  project = await copyProject('acme-shop');
  worker = await startShopWorker(project.directory);
});

afterAll(async () => {
  await worker.close();
  await project.remove();
});

function action(inputs: Record<string, string> = {}): Promise<ActionRun> {
  return runAction({
    workspace: project.directory,
    inputs: { 'deployment-url': worker.url, 'signing-key': worker.signingKey, ...inputs },
    env: {
      ...SHOP_VARIABLES,
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_ACTOR: 'nora',
      GITHUB_RUN_ID: '7',
    },
  });
}

async function live(): Promise<{ generation: number | null; bundleSha256: string | null }> {
  const { generation, bundleSha256 } = (await (await fetch(new URL('/healthz', worker.url))).json()) as {
    generation: number;
    bundleSha256: string;
  };
  return { generation, bundleSha256 };
}

async function edit(file: string, change: (text: string) => string): Promise<() => Promise<void>> {
  const path = join(project.directory, file);
  const before = await readFile(path, 'utf8');
  await writeFile(path, change(before));
  return () => writeFile(path, before);
}

describe('the shipped action against a Worker', () => {
  test('pushes, and says the same digest everywhere', async () => {
    const run = await action();
    expect({ code: run.code, log: run.code === 0 ? '' : run.stdout + run.stderr }).toEqual({ code: 0, log: '' });
    const { outputs } = run;
    expect(outputs).toMatchObject({
      result: 'applied',
      generation: '1',
      'deployment-url': worker.url,
      'redeploy-required': 'false',
    });

    const bytes = await readFile(outputs['bundle-path'] as string);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(outputs['bundle-sha256']);
    expect(await live()).toEqual({ generation: 1, bundleSha256: outputs['bundle-sha256'] });

    const built = await runCli(['deploy', 'build', '--out', 'out', '--json'], {
      cwd: project.directory,
      variables: SHOP_VARIABLES,
    });
    expect(JSON.stringify(JSON.parse(built.stdout))).toContain(outputs['bundle-sha256']);
    const status = await runCli(['deploy', 'status', '--deployment-url', worker.url, '--json'], {
      cwd: project.directory,
      variables: { ...SHOP_VARIABLES, FRONTMCP_SIGNING_KEY: worker.signingKey },
    });
    expect(JSON.parse(status.stdout)).toMatchObject({ bundleSha256: outputs['bundle-sha256'] });
    expect(run.summary).toContain(outputs['bundle-sha256'] as string);
  });

  test('never prints the signing key or a form of it', async () => {
    const run = await action();
    const [secret = ''] = worker.signingKey.split('\n').filter((line) => !line.startsWith('-----'));
    const printed = (run.stdout + run.stderr).split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(printed.join('\n')).not.toContain(secret);
    expect(run.summary).not.toContain(secret);
    expect(JSON.stringify(run.outputs)).not.toContain(secret);
  });

  test('says "unchanged" when the digest is live already', async () => {
    const run = await action();
    expect(run.outputs).toMatchObject({ result: 'unchanged', generation: '1' });
    expect(run.code).toBe(0);
  });

  test('sends only what the Worker lacks', async () => {
    const restore = await edit('skills/find-order/SKILL.md', (text) => `${text}\nAsk for the number first.\n`);
    const run = await action();
    await restore();
    expect(run.outputs).toMatchObject({ result: 'applied', generation: '2' });
    expect(run.stdout).toMatch(/lacks 2 artifacts/);
  });

  test('shows every problem of a broken project on its line, fails, and pushes nothing', async () => {
    const before = await live();
    const restores = [
      await edit('skills/find-order/SKILL.md', (text) => text.replace('[[op:acme/getOrder]]', '[[op:acme/getOrdr]]')),
      await edit('frontmcp.deploy.yaml', (text) =>
        text
          .replace('compatibilityDate:', 'compatibiltyDate:')
          .replace("  - { name: ACME_API_TOKEN, description: Bearer token for the shop's API }\n", ''),
      ),
    ];
    const run = await action();
    for (const restore of restores) await restore();
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/::error [^\n]*file=skills\/find-order\/SKILL\.md,line=9[^\n]*getOrdr/);
    expect(run.stdout).toMatch(/::error [^\n]*file=frontmcp\.deploy\.yaml[^\n]*compatibiltyDate/);
    expect(run.stdout).toMatch(/::error [^\n]*ACME_API_TOKEN/);
    expect(run.outputs.result).toBe('failed');
    expect(await live()).toEqual(before);
  });

  test('asks for a redeploy when a structural part changes, and leaves the Worker as it is', async () => {
    const before = await live();
    const restore = await edit('frontmcp.deploy.yaml', (text) =>
      text.replace('windowSeconds: 300', 'windowSeconds: 120'),
    );
    const run = await action();
    await restore();
    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ result: 'redeploy_required', 'redeploy-required': 'true' });
    expect(run.stdout).toContain('/signing/replay/windowSeconds');
    expect(await live()).toEqual(before);
  });

  test('is refused with another key, and says which', async () => {
    const before = await live();
    const other = await runCli(['deploy', 'keygen', '--kid', 'acme-2026', '--json']);
    const run = await action({
      'signing-key':
        (JSON.parse(other.stdout) as { privateKey?: string; privatePem?: string }).privatePem ??
        (JSON.parse(other.stdout) as { privateKey: string }).privateKey,
    });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('bad_signature');
    expect(await live()).toEqual(before);
  });

  test('names the file that is too large for the push body', async () => {
    const before = await live();
    const restore = await edit(
      'skills/order-totals/data/rates.json',
      () => `${JSON.stringify({ pad: 'x'.repeat(1024 * 1024) })}\n`,
    );
    const run = await action();
    await restore();
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/blob_missing/);
    expect(run.stdout).toContain('order-totals/data/rates.json');
    expect(await live()).toEqual(before);
  });

  test('plans against the live Worker, with the key in full', async () => {
    const restore = await edit(
      'skills/customer-care/SKILL.md',
      (text) => `${text}\nForget with [[op:acme/deleteCustomer]].\n`,
    );
    const cli = (variables: Record<string, string>) =>
      runCli(['deploy', 'plan', '--against', worker.url, '--json'], {
        cwd: project.directory,
        variables: { ...SHOP_VARIABLES, ...variables },
      });
    const [signed, unsigned] = [await cli({ FRONTMCP_SIGNING_KEY: worker.signingKey }), await cli({})];
    await restore();
    expect({ code: signed.code, stderr: signed.code === 0 ? '' : signed.stderr }).toEqual({ code: 0, stderr: '' });
    // What was built here is told in any case; what the Worker has is told to the key only.
    const planOf = ({ stdout }: { stdout: string }) => JSON.stringify((JSON.parse(stdout) as { plan: object }).plan);
    expect(planOf(signed)).toContain('acme.deleteCustomer');
    expect(unsigned.code).toBe(0);
    expect(planOf(unsigned)).toContain(`"url":"${worker.url}`);
    expect(planOf(unsigned)).not.toContain('acme.deleteCustomer');
  });

  test('plans without a key or network in a dry run', async () => {
    const run = await runAction({ workspace: project.directory, inputs: { 'dry-run': 'true' }, env: SHOP_VARIABLES });
    expect(run.code).toBe(0);
    expect(run.outputs.result).toBe('planned');
    expect(run.outputs['bundle-sha256']).toMatch(/^[0-9a-f]{64}$/);
  });
});
