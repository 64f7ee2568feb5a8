// What today's runtime must not take from the place of a release's format, and what it says then: fixtures/formats/README.md.
import type { TestBundle } from '../../support/worker-bundles.js';
import { applyBody, sendStatement } from '../../support/worker-client.js';
import { RELEASES, type Release } from './read-release.js';
import { signByClock } from './release-client.js';
import { changedBundle, expectChain, openReleaseTarget, toldHeads, type ReleaseTarget } from './release-target.js';

const BUNDLE_FILE = 'frontmcp.deploy.bundle.js';
const NOTHING_FITS = 'No stored bundle fits this Worker, as its log explains: push again.';
const VERSION_UNKNOWN = 'This Worker reads version 1 of the format.';
const REDEPLOY_FIRST =
  'The push changes a structural part of the Worker (/runtime/compatibilityDate); redeploy it first.';
/** What a manifest may change only with a redeploy. */
const OTHER_STRUCTURE = { runtime: { target: 'cloudflare-worker', compatibilityDate: '2026-06-01' } };

/** The default export of the compiled-in file. */
interface Compiled {
  v: number;
  statement: string | null;
  bundle: string;
  artifacts: Record<string, string>;
}

describe.each(RELEASES)('in the place of a format of %s', (name) => {
  let target: ReleaseTarget;
  let release: Release;
  beforeAll(async () => {
    target = await openReleaseTarget(name);
    release = target.release;
  });
  afterEach(() => target.reset());
  afterAll(() => target.close());

  /** A statement by the key `next`, when the old Worker stopped. */
  const sign = (...args: [op: 'embed' | 'apply', bundle: TestBundle, claims?: object]): string =>
    signByClock(target.next, release.stoppedAt, ...args);

  test.each<[string, (compiled: Compiled) => Compiled, string]>([
    [
      'a compiled-in file of version 2',
      (compiled) => ({ ...compiled, v: 2 }),
      'The bundle given to createWorker is not a frontmcp.deploy.bundle.js of version 1.',
    ],
    [
      'a compiled-in index of version 2',
      (compiled) => ({ ...compiled, bundle: compiled.bundle.replace(/"v":1\}$/, '"v":2}') }),
      'The bundle given to createWorker holds no bundle index that this runtime reads.',
    ],
  ])('%s: every request is answered with the reason', async (_name, change, message) => {
    const { worker } = await target.start({ change: compiledIn(change) });
    for (const path of ['/mcp', '/health', '/readyz', '/_frontmcp/resync']) {
      const response = await fetch(`${worker.url}${path}`);
      expect({ status: response.status, ...((await response.json()) as object) }).toMatchObject({
        status: 503,
        error: { message },
      });
    }
  });

  test('statements of version 2: compiled-in and head are skipped, until a push', async () => {
    const { first, third } = release.bundles;
    const { bundle } = release.storage;
    const generations = bundle.rows.generations?.map((row) => ({ ...row, statement: sign('apply', third, { v: 2 }) }));
    const { worker, client } = await target.start({
      storage: {
        ...release.storage,
        cache: [],
        bundle: { ...bundle, rows: { ...bundle.rows, generations: generations ?? [] } },
      },
      change: compiledIn((compiled) => ({ ...compiled, statement: sign('embed', first, { v: 2 }) })),
    });
    expect(await client.ready()).toMatchObject({ status: 503, error: { message: NOTHING_FITS } });
    const reasons = worker.log.filter(({ event }) => event === 'bundle_copy_skipped').map(({ reason }) => reason);
    expect(reasons).toEqual([
      `generation 4, ${third.sha256}: its statement is refused (unsupported_version)`,
      `generation 0, ${first.sha256}: its statement is refused (unsupported_version)`,
    ]);
    expect((await client.push(third)).body).toMatchObject({ generation: 5, bundleSha256: third.sha256 });
    expect(await client.ready()).toMatchObject({ status: 200, generation: 5 });
  });

  test('a copy in KV of version 2: the compiled-in file is served', async () => {
    const { cache, blobs } = release.storage;
    const future = cache.map(({ key, value }) => ({ key, value: value.replace(/^\{"v":1,/, '{"v":2,') }));
    const { client } = await target.start({ storage: { cache: future, blobs } });
    expect(await client.ready()).toMatchObject({ generation: 0, bundleSha256: release.bundles.first.sha256 });
  });

  test('a push of version 2, statement or body', async () => {
    const { worker, client } = await target.start();
    const { third } = release.bundles;
    const statement = await client.push(third, { v: 2 });
    const body = applyBody(third).replace('{"v":1', '{"v":2');
    const sent = await sendStatement(worker.url, client.sign('apply', third), { body });
    for (const { status, body } of [statement, sent])
      expect({ status, ...body.error }).toMatchObject({
        status: 400,
        code: 'unsupported_version',
        message: VERSION_UNKNOWN,
        details: { version: 2, supported: [1] },
      });
    expect(await client.ready()).toMatchObject({ generation: 4 });
  });

  test('a push that needs a redeploy', async () => {
    const { client } = await target.start();
    const { status, body } = await client.push(await changedBundle(release, 'third', 'Later.', OTHER_STRUCTURE));
    expect({ status, ...body.error }).toMatchObject({
      status: 409,
      code: 'redeploy_required',
      message: REDEPLOY_FIRST,
      details: { pointers: ['/runtime/compatibilityDate'] },
    });
    expect(await client.ready()).toMatchObject({ generation: 4 });
  });

  test('the bundles of before a redeploy: they are skipped and no rollback leads there; pushes go on', async () => {
    const redeployed = await changedBundle(release, 'first', 'Redeployed.', OTHER_STRUCTURE);
    const { worker, client } = await target.start({
      change: compiledIn(() => compiledOf(redeployed, sign('embed', redeployed))),
    });
    expect(await client.ready()).toMatchObject({ status: 200, generation: 0, bundleSha256: redeployed.sha256 });
    const { third, second } = release.bundles;
    const refused = [await client.push(third), await client.rollBack(second)];
    for (const { status, body } of refused)
      expect({ status, ...body.error }).toMatchObject({
        status: 409,
        code: 'redeploy_required',
        message: REDEPLOY_FIRST,
        details: { pointers: ['/runtime/compatibilityDate'] },
      });
    const later = await changedBundle(release, 'first', 'Later.', OTHER_STRUCTURE);
    const { body } = await client.push(later);
    expect(body).toMatchObject({ status: 'applied', generation: 5, bundleSha256: later.sha256 });
    await expectChain(
      worker,
      [...toldHeads(release), body.audit].flatMap((head) => head ?? []),
    );
  });
});

/** Changes what the compiled-in file exports. */
function compiledIn(change: (compiled: Compiled) => Compiled): (file: string, text: string) => string {
  return (file, text) => {
    if (file !== BUNDLE_FILE) return text;
    const [, exported = ''] = /^export default (.*);$/m.exec(text) ?? [];
    return `export default ${JSON.stringify(change(JSON.parse(exported)))};\n`;
  };
}

const compiledOf = ({ text, artifacts }: TestBundle, statement: string): Compiled => ({
  v: 1,
  statement,
  bundle: text,
  artifacts,
});
