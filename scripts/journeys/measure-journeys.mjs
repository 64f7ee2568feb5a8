import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startShopApi } from '../demo/shop-api.mjs';
import { callTool } from './call-tool.mjs';
import { buildCommandLine } from './build-command-line.mjs';
import { startWorker } from './start-worker.mjs';

/**
 * The journeys, in the order of the table.
 * @typedef {keyof typeof JOURNEYS} JourneyName
 */
export const JOURNEYS = {
  invoke: 'codecall_invoke',
  execute: 'codecall_execute',
  apply: 'apply',
  validate: 'validate',
};

const TOKEN = 'token-of-the-shop';
const SKILL = 'skills/find-order/SKILL.md';
const SCRIPT = `const order = await acme.getOrder({ orderId: '1042' });
const other = await acme.getOrder({ orderId: '1043' });
const { orders } = await acme.listOrders({});
return { total: order.total + other.total, orders: orders.length };`;

/**
 * Runs the journeys through the code of a folder, with its own demo project.
 * @param {string} root of the folder
 * @returns {Promise<Record<JourneyName, import('./counter.mjs').Entered[]>>} what each enters, in order
 */
export async function measureJourneys(root) {
  const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-journeys-'));
  const api = await startShopApi(TOKEN);
  /** @type {Awaited<ReturnType<typeof startWorker>> | undefined} */
  let worker;
  try {
    const project = join(root, 'fixtures/acme-shop');
    const commandLine = await buildCommandLine(root, scratch);
    const validate = await commandLine.run(['deploy', 'validate'], { cwd: project });

    const copy = join(scratch, 'project');
    await cp(project, copy, { recursive: true });
    const { key, secrets } = await makeKey(join(scratch, 'key.pem'));
    const variables = {
      ACME_API_URL: api.url,
      D1_AUDIT_ID: 'audit',
      KV_BUNDLE_CACHE_ID: 'cache',
      KV_REPLAY_NONCE_ID: 'nonces',
    };
    const deploy = (/** @type {string[]} */ ...args) =>
      commandLine.run(['deploy', ...args, '--env', 'local', '--key-file', key], { cwd: copy, variables });
    await deploy('emit-wrangler', '--format', 'jsonc', '--out', 'worker');
    const { url, measure } = (worker = await startWorker(root, join(copy, 'worker'), secrets));

    const text = await readFile(join(copy, SKILL), 'utf8');
    const apply = await measure(async (turn) => {
      await writeFile(join(copy, SKILL), `${text}\nChange ${turn}.\n`);
      await deploy('push', '--deployment-url', url);
    });
    const invoke = await measure(() =>
      callTool(url, 'codecall_invoke', { tool: 'acme.getOrder', input: { orderId: '1042' } }),
    );
    const execute = await measure(() => callTool(url, 'codecall_execute', { script: SCRIPT, skills: ['find-order'] }));
    return { invoke, execute, apply, validate };
  } finally {
    await worker?.stop();
    await api.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Makes a signing key for the pushes, and the secrets of the Worker that trusts it.
 * @param {string} file that the private half is written to
 */
async function makeKey(file) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await writeFile(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  const trusted = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return { key: file, secrets: { TRUSTED_PUBKEY: trusted, ACME_API_TOKEN: TOKEN } };
}
