import type { Receipt } from '../../src/contract/push/push-messages.js';
import type { TestBundle } from './worker-bundles.js';
import { sendStatement } from './worker-client.js';
import type { TestWorkers } from './worker-start.js';
import { signTestStatement, type TestKey } from './worker-statements.js';

const POLL_MS = 10;
const GIVE_UP_MS = 10_000;

/** Key of the last-good pointer of the test bundles. */
export const LAST_GOOD_KEY = 'last-good/acme/production';

/** Everything that a refused push must leave as it was. */
export interface WorkerState {
  generation: number;
  bundleSha256: string | null;
  /** Every key of the last-good copy with its value. */
  lastGood: Record<string, string | null>;
}

/** Reads the state through a signed status and the KV namespace itself. */
export async function readState(workers: TestWorkers, key: TestKey, bundle: TestBundle): Promise<WorkerState> {
  const status = await askStatus(await workers.url(), key, bundle);
  const cache = await workers.miniflare.getKVNamespace('BUNDLE_CACHE');
  const { keys } = await cache.list();
  const lastGood = await Promise.all(keys.map(async ({ name }) => [name, await cache.get(name)] as const));
  return { generation: status.generation, bundleSha256: status.bundleSha256, lastGood: Object.fromEntries(lastGood) };
}

/** A signed status. Throws when the Worker refuses it. */
export async function askStatus(url: string, key: TestKey, bundle: TestBundle): Promise<Receipt> {
  const { status, body } = await sendStatement(url, signTestStatement(key, 'status', bundle));
  if (status !== 200) throw new Error(`status was refused: ${JSON.stringify(body)}`);
  return body;
}

/** Waits until the last-good copy is of this bundle. */
export async function lastGoodIs(workers: TestWorkers, sha256: string): Promise<void> {
  const cache = await workers.miniflare.getKVNamespace('BUNDLE_CACHE');
  await until(async () => ((await cache.get(LAST_GOOD_KEY)) ?? '').includes(`"sha256":"${sha256}"`));
}

/** Waits until something holds; what happens by alarm tells nobody when it is done. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + GIVE_UP_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not hold within ${GIVE_UP_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
