import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyBody, sendStatement } from '../../support/worker-client.js';
import { makeTestBundle, type TestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorker, type TestWorkers } from '../../support/worker-start.js';
import { LAST_GOOD_KEY, lastGoodIs, until } from '../../support/worker-state.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';

const key = makeTestKey();
const secrets = { TRUSTED_PUBKEY: key.publicPem };
let compiled: TestBundle;
let pushed: TestBundle;
let state: string;
let workers: TestWorkers | undefined;

beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'frontmcp-boot-'));
  [compiled, pushed] = await Promise.all([
    makeTestBundle({ text: 'Compiled in.' }),
    makeTestBundle({ text: 'Pushed.' }),
  ]);
});
afterEach(async () => {
  await workers?.stop();
  workers = undefined;
  await rm(state, { recursive: true, force: true });
});

/** Starts Workers on the test's state; whatever ran before is stopped. */
async function start(...options: Partial<TestWorker>[]): Promise<string> {
  await workers?.stop();
  workers = await startTestWorkers(
    options.map((each) => ({ compiled, secrets, ...each })),
    state,
  );
  return workers.url();
}

async function ready(
  url: string,
): Promise<{ status: number; bundleSha256?: string; generation?: number; error?: { message: string } }> {
  const response = await fetch(`${url}/readyz`);
  return { ...((await response.json()) as object), status: response.status };
}

const push = (url: string, bundle: TestBundle, expect: unknown = '*') =>
  sendStatement(url, signTestStatement(key, 'apply', bundle, { claims: { expect } }), { body: applyBody(bundle) });

const embed = (bundle: TestBundle, signer = key): string => signTestStatement(signer, 'embed', bundle);

describe('boots', () => {
  test('with the head: a restart serves the same generation', async () => {
    expect((await push(await start({}), pushed)).status).toBe(200);
    expect(await ready(await start({}))).toMatchObject({ status: 200, generation: 1, bundleSha256: pushed.sha256 });
  });

  test('with a head that was rolled back to', async () => {
    const url = await start({});
    for (const bundle of [pushed, compiled]) await push(url, bundle);
    expect((await sendStatement(url, signTestStatement(key, 'rollback', pushed))).body.status).toBe('rolled_back');
    expect(await ready(await start({}))).toMatchObject({ status: 200, generation: 3, bundleSha256: pushed.sha256 });
  });

  test('with the compiled-in bundle before the first push, as generation 0', async () => {
    const url = await start({ statement: embed(compiled) });
    expect(await ready(url)).toMatchObject({ status: 200, generation: 0, bundleSha256: compiled.sha256 });
    expect((await push(url, pushed, null)).body).toMatchObject({ status: 'applied', generation: 1, previous: null });
    expect(await ready(url)).toMatchObject({ generation: 1, bundleSha256: pushed.sha256 });
  });

  test('with nothing when it was emitted without a key: /mcp says so until the first push', async () => {
    const url = await start({ statement: null });
    const answer = await fetch(`${url}/mcp`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      error: { code: 'not_ready', message: 'No bundle is active yet: push one to start this Worker.' },
    });
  });

  test('with the last-good copy in KV when the store has no head', async () => {
    await push(await start({ name: 'old' }), pushed);
    await push(await start({ name: 'old' }), compiled);
    await lastGoodIs(workers as TestWorkers, compiled.sha256);
    const url = await start({ name: 'rebuilt' });
    expect(await ready(url)).toMatchObject({ status: 200, generation: 2, bundleSha256: compiled.sha256 });
    expect((await push(url, pushed, { generation: 2, sha256: compiled.sha256 })).body).toMatchObject({
      status: 'applied',
      generation: 3,
    });
  });

  test('with the head rather than the copy in KV, and with that rather than the compiled-in one', async () => {
    const url = await start({ statement: embed(compiled) });
    await push(url, pushed);
    await lastGoodIs(workers as TestWorkers, pushed.sha256);
    expect(await ready(await start({ statement: embed(compiled) }))).toMatchObject({ bundleSha256: pushed.sha256 });
    expect(await ready(await start({ name: 'rebuilt', statement: embed(compiled) }))).toMatchObject({
      bundleSha256: pushed.sha256,
    });
  });
});

describe('skips', () => {
  const redeployed = (): Promise<TestBundle> =>
    makeTestBundle({
      text: 'Redeployed.',
      change: ({ manifest }) => manifest.structural.secrets.push({ name: 'NEW', required: false }),
    });

  test('a head and a copy with another structural part; the next push starts from what is served', async () => {
    await push(await start({}), pushed);
    await lastGoodIs(workers as TestWorkers, pushed.sha256);
    const next = await redeployed();
    const url = await start({ compiled: next, statement: embed(next) });
    expect(await ready(url)).toMatchObject({ status: 200, generation: 0, bundleSha256: next.sha256 });
    const later = await makeTestBundle({
      text: 'Later.',
      change: ({ manifest }) => Object.assign(manifest, { structural: next.index.manifest.structural }),
    });
    expect((await push(url, later, null)).body).toMatchObject({ status: 'applied', generation: 2 });
    expect(await ready(url)).toMatchObject({ generation: 2, bundleSha256: later.sha256 });
  });

  test('what was signed with a key that is no longer trusted, until the same bundle is pushed again', async () => {
    const fresh = makeTestKey();
    await push(await start({}), pushed);
    await lastGoodIs(workers as TestWorkers, pushed.sha256);
    const url = await start({ secrets: { TRUSTED_PUBKEY: fresh.publicPem }, statement: embed(compiled, fresh) });
    expect(await ready(url)).toMatchObject({ generation: 0, bundleSha256: compiled.sha256 });
    const again = await sendStatement(url, signTestStatement(fresh, 'apply', pushed), { body: applyBody(pushed) });
    expect(again.body).toMatchObject({ status: 'applied', generation: 2 });
    expect(await ready(url)).toMatchObject({ generation: 2, bundleSha256: pushed.sha256 });
  });

  test('a compiled-in bundle whose statement is for another one, or by another key', async () => {
    for (const statement of [embed(pushed), embed(compiled, makeTestKey())]) {
      const { status, error } = await ready(await start({ statement }));
      expect(status).toBe(503);
      expect(error?.message).toBe('No stored bundle fits this Worker, as its log explains: push again.');
    }
  });

  test.each([
    ['whose index was changed', (pointer: string) => pointer.replace('Greets people.', 'Greets nobody.')],
    [
      'of another bundle than its statement',
      (pointer: string) => JSON.stringify({ ...JSON.parse(pointer), index: compiled.text, sha256: compiled.sha256 }),
    ],
    ['that is no pointer', () => 'nonsense'],
    ['of another version', (pointer: string) => JSON.stringify({ ...JSON.parse(pointer), v: 2 })],
  ])('a copy in KV %s', async (_name, damage) => {
    await push(await start({ name: 'old' }), pushed);
    await lastGoodIs(workers as TestWorkers, pushed.sha256);
    const cache = await workers?.miniflare.getKVNamespace('BUNDLE_CACHE');
    await cache?.put(LAST_GOOD_KEY, damage((await cache.get(LAST_GOOD_KEY)) ?? ''));
    expect(await ready(await start({ name: 'rebuilt', statement: embed(compiled) }))).toMatchObject({
      generation: 0,
      bundleSha256: compiled.sha256,
    });
  });
});

describe('answers every request with 503 and the reason', () => {
  test('when createWorker names another environment than its bundle', async () => {
    const url = await start({ environment: 'staging' });
    for (const path of ['/mcp', '/health', '/_frontmcp/resync']) {
      const answer = await fetch(`${url}${path}`);
      expect(answer.status).toBe(503);
      const { error } = (await answer.json()) as { error: { message: string } };
      expect(error.message).toBe(
        'The bundle was built for the environment "production", createWorker was told "staging".',
      );
    }
  });

  test('when its bundle is none', async () => {
    const url = await start({ compiled: { ...compiled, text: '{}' }, environment: 'production' });
    expect((await fetch(`${url}/health`)).status).toBe(503);
  });
});

/** Stands between the Worker and its store, and lets the test stop both the store and the clock. */
const FAULTY_ENTRY = `
let broken = false;
let ahead = 0;
const clock = Date.now.bind(Date);
Date.now = () => clock() + ahead;
export default {
  fetch(request, env, execution) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/test') {
      broken = searchParams.has('broken');
      ahead += Number(searchParams.get('ahead') ?? 0);
      return new Response();
    }
    const BUNDLE = {
      idFromName: (name) => env.BUNDLE.idFromName(name),
      get: (id) => (broken ? { current: async () => { throw new Error('out of reach'); } } : env.BUNDLE.get(id)),
    };
    return handler.fetch(request, { ...env, BUNDLE }, execution);
  },
};`;

describe('while the store is out of reach', () => {
  test('the last snapshot serves for a minute, then 503, and again as soon as it is back', async () => {
    const url = await start({ entry: FAULTY_ENTRY });
    await push(url, pushed);
    expect((await ready(url)).status).toBe(200);
    await fetch(`${url}/test?broken&ahead=59000`);
    expect(await ready(url)).toMatchObject({ status: 200, bundleSha256: pushed.sha256 });
    await fetch(`${url}/test?broken&ahead=4000`);
    expect(await ready(url)).toMatchObject({ status: 503, error: { message: 'The bundle store is out of reach.' } });
    await fetch(`${url}/test?ahead=3000`);
    expect(await ready(url)).toMatchObject({ status: 200, bundleSha256: pushed.sha256 });
  });

  test('a new isolate boots with the last-good copy, and refuses pushes with a time to wait', async () => {
    await push(await start({}), pushed);
    await lastGoodIs(workers as TestWorkers, pushed.sha256);
    const url = await start({ entry: FAULTY_ENTRY });
    await fetch(`${url}/test?broken`);
    expect(await ready(url)).toMatchObject({ status: 200, bundleSha256: pushed.sha256 });
    const { status, headers, body } = await push(url, compiled);
    expect({ status, code: body.error.code, retry: body.error.retry }).toEqual({
      status: 503,
      code: 'unavailable',
      retry: 'back-off',
    });
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

// Calls between Durable Objects exist since this date.
test.each(['2024-04-03', '2024-09-23'])(
  'the compatibility date %s works as well: requests share one question to the store',
  async (compatibilityDate) => {
    const url = await start({ compatibilityDate, statement: embed(compiled) });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ready(url)));
    expect(new Set(answers.map(({ bundleSha256 }) => bundleSha256))).toEqual(new Set([compiled.sha256]));
    await push(url, pushed);
    await until(async () => (await ready(url)).bundleSha256 === pushed.sha256);
  },
);
