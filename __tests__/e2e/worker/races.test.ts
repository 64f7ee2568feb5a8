import { applyBody, sendStatement, type PushAnswer } from '../../support/worker-client.js';
import { makeTestBundle, type TestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { askStatus } from '../../support/worker-state.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';

const FIFTY = 50;
/** What the design promises: a snapshot is at most this old. */
const BOUND_MS = 2000;
const key = makeTestKey();
const secrets = { TRUSTED_PUBKEY: key.publicPem };

let compiled: TestBundle;
let workers: TestWorkers;
let urls: string[];

beforeEach(async () => {
  compiled = await makeTestBundle();
  workers = await startTestWorkers([
    { name: 'one', compiled, secrets },
    { name: 'two', compiled, secrets, sharesStoreOf: 'one' },
  ]);
  urls = [await workers.url('one'), await workers.url('two')];
});
afterEach(() => workers?.stop());

/** How often each outcome came. */
function tally(answers: PushAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { body } of answers) {
    const outcome = body.status ?? body.error.code;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

async function generationAt(url: string | undefined): Promise<number> {
  return ((await (await fetch(`${url}/healthz`)).json()) as { generation: number }).generation;
}

describe.each([
  ['one isolate', 1],
  ['two isolates that share no module state', 2],
])('fifty at once, %s', (_name, isolates) => {
  const target = (index: number): string => urls[index % isolates] ?? '';

  test('copies of one statement: one is applied, 49 are replayed', async () => {
    const bundle = await makeTestBundle({ text: 'New.' });
    const statement = signTestStatement(key, 'apply', bundle, { claims: { expect: null } });
    const answers = await Promise.all(
      Array.from({ length: FIFTY }, (_, index) => sendStatement(target(index), statement, { body: applyBody(bundle) })),
    );
    expect(tally(answers)).toEqual({ applied: 1, replayed: FIFTY - 1 });
    expect(await askStatus(target(0), key, bundle)).toMatchObject({ generation: 1, bundleSha256: bundle.sha256 });
  });

  test('statements for one digest: one is applied, 49 find it unchanged', async () => {
    const bundle = await makeTestBundle({ text: 'New.' });
    const answers = await Promise.all(
      Array.from({ length: FIFTY }, (_, index) =>
        sendStatement(target(index), signTestStatement(key, 'apply', bundle, { claims: { expect: null } }), {
          body: applyBody(bundle),
        }),
      ),
    );
    expect(tally(answers)).toEqual({ applied: 1, unchanged: FIFTY - 1 });
    expect(await askStatus(target(0), key, bundle)).toMatchObject({ generation: 1, bundleSha256: bundle.sha256 });
  });
});

test('fifty bundles planned against the same head: one is applied, 49 conflict', async () => {
  const bundles = await Promise.all(
    Array.from({ length: FIFTY }, (_, index) => makeTestBundle({ text: `Number ${index}.` })),
  );
  const answers = await Promise.all(
    bundles.map((bundle, index) =>
      sendStatement(urls[index % 2] ?? '', signTestStatement(key, 'apply', bundle, { claims: { expect: null } }), {
        body: applyBody(bundle),
      }),
    ),
  );
  expect(tally(answers)).toEqual({ applied: 1, conflict: FIFTY - 1 });
});

test('both isolates serve a push within the bound, whichever took it', async () => {
  for (const [index, url] of urls.entries()) {
    const generation = index + 1;
    await Promise.all(urls.map((each) => fetch(`${each}/healthz`)));
    const bundle = await makeTestBundle({ text: `Pushed to isolate ${index}.` });
    await sendStatement(url, signTestStatement(key, 'apply', bundle), { body: applyBody(bundle) });
    const pushedAt = Date.now();
    expect(await generationAt(url)).toBe(generation);
    const other = urls[1 - index];
    while ((await generationAt(other)) !== generation) expect(Date.now() - pushedAt).toBeLessThan(BOUND_MS + 500);
  }
});
