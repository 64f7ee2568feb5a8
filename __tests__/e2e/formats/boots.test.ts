// The Worker of a release with today's runtime, from each place that a bundle can come from: fixtures/formats/README.md.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'smol-toml';
import { engineModule } from '../../support/engine-module.js';
import { runNode } from '../../support/run-program.js';
import { bundleRuntime } from '../../support/worker-start.js';
import { sessionClient } from '../mcp-sessions/session-client.js';
import { RELEASES } from './read-release.js';
import {
  changedBundle,
  expectChain,
  expectServed,
  openReleaseTarget,
  toldHeads,
  type ReleaseTarget,
} from './release-target.js';

describe.each(RELEASES)('the Worker of %s boots', (name) => {
  let target: ReleaseTarget;
  beforeAll(async () => {
    target = await openReleaseTarget(name);
  });
  afterEach(() => target.reset());
  afterAll(() => target.close());

  test('from the compiled-in file, before the first push, which is applied', async () => {
    const { worker, client } = await target.start({ storage: { blobs: target.release.storage.blobs } });
    await expectServed(target, client, 'first', 0);
    const later = await changedBundle(target.release, 'first', 'Later.');
    const { body } = await client.push(later, { expect: null });
    expect(body).toMatchObject({ status: 'applied', generation: 1, previous: null, bundleSha256: later.sha256 });
    const status = await client.status(later);
    expect(status).toMatchObject({
      bundleSha256: later.sha256,
      worker: { missingBindings: [], missingSecrets: [], unusableTrustRoots: [] },
    });
    await expectChain(
      worker,
      [body.audit, status.audit].flatMap((head) => head ?? []),
    );
  });

  test('from the copy in KV, when BundleDO is empty; the next push gets the next generation', async () => {
    const { release } = target;
    const { worker, client } = await target.start({
      storage: { cache: release.storage.cache, blobs: release.storage.blobs },
    });
    await expectServed(target, client, 'third', 4);
    const head = { generation: 4, sha256: release.bundles.third.sha256 };
    const { body } = await client.push(await changedBundle(release, 'third', 'Later.'), { expect: head });
    expect(body).toMatchObject({ status: 'applied', generation: 5 });
    const session = sessionClient(worker.url, release.sessions.cutOff.id);
    expect(await session.call('tools/list')).toMatchObject({ error: { code: -32001, message: 'Session not found' } });
  });

  test('from the tables of BundleDO; a push goes on with generation and audit chain', async () => {
    const { release } = target;
    const { worker, client } = await target.start({ storage: { ...release.storage, cache: [] } });
    await expectServed(target, client, 'third', 4);
    const before = await client.status(release.bundles.third);
    expect(before).toMatchObject({ generation: 4, bundleSha256: release.bundles.third.sha256 });
    // The call and this status: what the release flushed is not pending again.
    expect(before.worker?.auditPending).toBeLessThanOrEqual(2);
    const head = { generation: 4, sha256: release.bundles.third.sha256 };
    const later = await changedBundle(release, 'third', 'Later.');
    const { body } = await client.push(later, { expect: head });
    expect(body).toMatchObject({ status: 'applied', generation: 5, bundleSha256: later.sha256, previous: head });
    expect(await client.ready()).toMatchObject({ generation: 5, bundleSha256: later.sha256 });
    await expectChain(
      worker,
      [...toldHeads(release), before.audit, body.audit].flatMap((each) => each ?? []),
    );
  });

  test('with the configuration that was emitted, in both forms, as wrangler reads it', async () => {
    const { workerFolder } = target.release;
    const toml = parse(await readFile(join(workerFolder, 'wrangler.toml'), 'utf8'));
    const jsonc = (await readFile(join(workerFolder, 'wrangler.jsonc'), 'utf8')).replace(/^\/\/.*\n/, '');
    const { $schema, ...same } = JSON.parse(jsonc) as Record<string, unknown>;
    expect($schema).toBe('node_modules/wrangler/config-schema.json');
    expect(same).toEqual(toml);

    const folder = await mkdtemp(join(tmpdir(), 'frontmcp-formats-'));
    await cp(workerFolder, folder, { recursive: true });
    await mkdir(join(folder, 'frontmcp-worker'));
    await writeFile(join(folder, 'frontmcp-worker/index.js'), await bundleRuntime());
    await writeFile(join(folder, 'frontmcp-worker/quickjs.wasm'), engineModule().contents);
    const wrangler = [resolve('node_modules/wrangler/bin/wrangler.js'), 'deploy', '--dry-run', '--outdir', 'bundled'];
    const { code, stdout, stderr } = await runNode(wrangler, {
      cwd: folder,
      variables: { WRANGLER_SEND_METRICS: 'false', WRANGLER_SEND_ERROR_REPORTS: 'false', CI: 'true' },
    });
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    for (const binding of ['SESSIONS', 'EVENTS', 'BUNDLE', 'AUDIT', 'BUNDLE_CACHE', 'REPLAY_NONCE', 'SKILL_DATA'])
      expect(stdout).toContain(`env.${binding} `);
    await rm(folder, { recursive: true, force: true });
  });
});
