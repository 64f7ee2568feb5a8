import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyBody, planBody, sendStatement } from '../../support/worker-client.js';
import { makeTestBundle, type TestBundle } from '../../support/worker-bundles.js';
import { watchWorkerd, type WorkerdWatch } from '../../support/worker-kill.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';

const KILLS = 30;
/** Enough artifacts that a commit is many writes. */
const FILES = 20;
const WARM_UP = 4;
const key = makeTestKey();
const secrets = { TRUSTED_PUBKEY: key.publicPem };

let state: string;
let watch: WorkerdWatch;
let workers: TestWorkers;
let compiled: TestBundle;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'frontmcp-chaos-'));
  watch = watchWorkerd();
  compiled = await makeTestBundle();
});
afterAll(async () => {
  watch.end();
  await workers?.stop();
  await rm(state, { recursive: true, force: true });
});

async function start(): Promise<string> {
  workers = await startTestWorkers([{ compiled, secrets }], state);
  return workers.url();
}

const manyFiles = (number: number): Promise<TestBundle> =>
  makeTestBundle({
    text: `Bundle ${number}.`,
    files: Object.fromEntries(
      Array.from({ length: FILES }, (_, file) => [
        `file-${file}.md`,
        `File ${file} of bundle ${number}. ${'x'.repeat(2000)}`,
      ]),
    ),
  });

const push = (url: string, bundle: TestBundle) =>
  sendStatement(url, signTestStatement(key, 'apply', bundle), { body: applyBody(bundle) });

/** How long a push takes once everything is warm, in milliseconds. Leaves `live` live. */
async function quickestPush(url: string, live: TestBundle): Promise<number> {
  const times: number[] = [];
  for (let round = 1; round <= WARM_UP; round += 1) {
    for (const bundle of [await manyFiles(-round), live]) {
      const begun = performance.now();
      await push(url, bundle);
      times.push(performance.now() - begun);
    }
  }
  return Math.min(...times);
}

/** When to kill, in milliseconds after the push was sent: spread evenly at first, then close around the commit. */
function killMoments(pushMs: number): { next(): number; learn(committed: boolean): void } {
  const spread = KILLS / 2;
  let count = 0;
  let aim = pushMs;
  return {
    next() {
      count += 1;
      return count <= spread ? (count / spread) * 2 * pushMs : aim;
    },
    learn(committed) {
      aim *= committed ? 0.8 : 1.25;
    },
  };
}

/** What is served, and whether the store has every artifact of it. */
async function servedOf(
  url: string,
  candidates: TestBundle[],
): Promise<{ bundle: TestBundle | undefined; generation: number; missing: unknown }> {
  const { bundleSha256, generation } = (await (await fetch(`${url}/readyz`)).json()) as {
    bundleSha256: string;
    generation: number;
  };
  const bundle = candidates.find((each) => each.sha256 === bundleSha256);
  const plan = bundle && (await sendStatement(url, signTestStatement(key, 'plan', bundle), { body: planBody(bundle) }));
  return { bundle, generation, missing: plan?.body.missing };
}

test(`workerd killed ${KILLS} times during a push: the old or the new bundle is whole, and the next push works`, async () => {
  let url = await start();
  let live = await manyFiles(0);
  await push(url, live);
  const pushMs = await quickestPush(url, live);
  let generation = 1 + 2 * WARM_UP;
  const outcomes = { old: 0, new: 0 };
  const moments = killMoments(pushMs);

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const next = await manyFiles(kill);
    const sent = push(url, next).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, moments.next()));
    await watch.kill();
    await Promise.all([sent, workers.stop()]);

    url = await start();
    const served = await servedOf(url, [live, next]);
    expect(served.missing).toEqual({ artifacts: [], blobs: [] });
    expect(served.generation).toBe(generation + (served.bundle === next ? 1 : 0));
    outcomes[served.bundle === next ? 'new' : 'old'] += 1;
    moments.learn(served.bundle === next);

    const again = await push(url, next);
    expect(again.body).toMatchObject({
      status: served.bundle === next ? 'unchanged' : 'applied',
      generation: generation + 1,
    });
    generation += 1;
    live = next;
  }
  // Kills that all come before, or all after, the commit would prove nothing.
  expect(outcomes.old).toBeGreaterThan(0);
  expect(outcomes.new).toBeGreaterThan(0);
}, 180_000);
