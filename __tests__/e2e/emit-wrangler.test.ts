import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { copyProject, SHOP_VARIABLES, type ProjectCopy } from '../support/project-copy.js';
import { runCli, runNode, startNode, type Running } from '../support/run-program.js';

const WRANGLER = resolve('node_modules/wrangler/bin/wrangler.js');
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CI: 'true',
  WRANGLER_HIDE_BANNER: 'true',
};

let project: ProjectCopy;
let worker: Running | undefined;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const publicPem = publicKey.export({ format: 'pem', type: 'spki' }).toString();

beforeAll(async () => {
  project = await copyProject('acme-shop');
});

afterAll(async () => {
  await worker?.stop('SIGTERM');
  await project.remove();
});

function cli(...args: string[]) {
  return runCli(['deploy', ...args], {
    cwd: project.directory,
    variables: { ...SHOP_VARIABLES, FRONTMCP_SIGNING_KEY: pem },
  });
}

test('prints the configuration alone without --out', async () => {
  const { code, stdout } = await cli('emit-wrangler');
  expect(code).toBe(0);
  expect(stdout).toContain('name = "acme-shop"');
});

test('writes a folder that wrangler accepts as it is', async () => {
  const emitted = await cli('emit-wrangler', '--out', 'worker');
  expect({ code: emitted.code, stderr: emitted.code === 0 ? '' : emitted.stderr }).toEqual({ code: 0, stderr: '' });
  const { code, stdout, stderr } = await runNode([WRANGLER, 'deploy', '--dry-run', '--outdir', 'bundled'], {
    cwd: join(project.directory, 'worker'),
    variables: QUIET,
  });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('BundleDO');
});

test('boots under wrangler dev, accepts a push and serves it', async () => {
  const directory = join(project.directory, 'worker');
  await writeFile(
    join(directory, '.dev.vars'),
    `TRUSTED_PUBKEY="${publicPem.trim().replaceAll('\n', '\\n')}"\nACME_API_TOKEN=local\n`,
  );
  worker = await startNode([WRANGLER, 'dev', '--port', '0', '--ip', '127.0.0.1'], /Ready on (http:\/\/\S+)/, {
    cwd: directory,
    variables: QUIET,
  });
  const url = worker.ready;

  const pushed = await cli('push', '--deployment-url', url, '--json');
  expect({ code: pushed.code, stderr: pushed.code === 0 ? '' : pushed.stderr }).toEqual({ code: 0, stderr: '' });
  const { result, bundleSha256 } = JSON.parse(pushed.stdout) as { result: string; bundleSha256: string };
  expect(['applied', 'unchanged']).toContain(result);

  const ready = (await (await fetch(new URL('/readyz', url))).json()) as { bundleSha256: string };
  expect(ready.bundleSha256).toBe(bundleSha256);

  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url)));
  const found = await client.callTool({ name: 'codecall_searchSkills', arguments: { queries: ['refund an order'] } });
  expect(JSON.stringify(found.structuredContent)).toContain('refund-order');
  // wrangler bundles the runtime once more, and wraps every function by the way; the engine gets its code from us as text.
  const script = await client.callTool({
    name: 'codecall_execute',
    arguments: { script: 'return [1, 2].map((each) => each + 1);' },
  });
  expect(script.structuredContent).toMatchObject({ status: 'ok', result: [2, 3] });
  await client.close();

  const status = await cli('status', '--deployment-url', url, '--json');
  expect(JSON.parse(status.stdout)).toMatchObject({
    ok: true,
    bundleSha256,
    worker: { missingBindings: [], missingSecrets: [] },
  });
}, 120_000);
