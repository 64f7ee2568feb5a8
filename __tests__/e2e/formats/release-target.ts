import { verifyChain } from '../../support/verify-chain.js';
import type { AuditHead } from '../../../src/contract/push/push-messages.js';
import { finishTestBundle, sha256, type TestBundle } from '../../support/worker-bundles.js';
import { until } from '../../support/worker-state.js';
import { makeTestKey, type TestKey } from '../../support/worker-statements.js';
import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { readRelease, type BundleName, type Release } from './read-release.js';
import { releaseClient, type ReleaseClient } from './release-client.js';
import { startReleaseWorker, type ReleaseWorker, type ReleaseWorkerOptions } from './start-release.js';

const TOKEN = 'another-token';
/** Not what the API of the release answered. */
const ORDER = { id: '1042', total: 99.25, note: 'gift' };
const TOOLS = [
  'codecall_describe',
  'codecall_execute',
  'codecall_invoke',
  'codecall_searchKnowledge',
  'codecall_searchSkills',
];

/** A release, with the Workers that are started for it. */
export interface ReleaseTarget {
  release: Release;
  api: LoopbackApi;
  /** The key `next`, which the Worker trusts beside the one of the release. */
  next: TestKey;
  /** Starts today's runtime as the release's Worker, with everything that the old one stored unless told otherwise. */
  start(options?: Partial<ReleaseWorkerOptions>): Promise<{ worker: ReleaseWorker; client: ReleaseClient }>;
  /** Stops what was started. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a release for tests. */
export async function openReleaseTarget(name: string): Promise<ReleaseTarget> {
  const [release, api, next] = [await readRelease(name), await startApi(), makeTestKey()];
  api.on('/v1/orders/1042', (_, response) => json(response, ORDER));
  api.on('/v1/orders/1042/refunds', (_, response) => json(response, { id: 'r-2' }, 201));
  const secrets = { RELEASE_PUBKEY: release.publicPem, NEXT_PUBKEY: next.publicPem, API_TOKEN: TOKEN };
  const started: ReleaseWorker[] = [];
  return {
    release,
    api,
    next,
    async start(options = {}) {
      const worker = await startReleaseWorker(release, {
        storage: release.storage,
        secrets,
        api: api.url,
        ...options,
      });
      started.push(worker);
      return { worker, client: releaseClient(worker, next) };
    },
    async reset() {
      await Promise.all(started.splice(0).map((worker) => worker.stop()));
      api.seen.length = 0;
    },
    close: () => api.close(),
  };
}

/** A bundle of the release with another text in a skill, and with other structural parts where some are given. */
export function changedBundle(
  { bundles }: Release,
  from: BundleName,
  text: string,
  structural: object = {},
): Promise<TestBundle> {
  const { index, artifacts } = structuredClone({ index: bundles[from].index, artifacts: bundles[from].artifacts });
  const skill = index.skills.glossary;
  if (!skill) throw new Error('the release has no skill "glossary"');
  delete artifacts[skill.files['SKILL.md']?.sha256 ?? ''];
  skill.files['SKILL.md'] = { sha256: sha256(text), size: Buffer.byteLength(text), mediaType: 'text/markdown' };
  Object.assign(index.manifest.structural, structural);
  return finishTestBundle(index, { ...artifacts, [sha256(text)]: text });
}

/** Expects that a bundle of the release is served: its files, the tools, an operation and the API behind it. */
export async function expectServed(
  { release, api }: ReleaseTarget,
  client: ReleaseClient,
  bundle: BundleName,
  generation: number,
): Promise<void> {
  const { text, index, files } = release.bundles[bundle];
  expect(await client.ready()).toMatchObject({ status: 200, generation, bundleSha256: sha256(text) });
  const { tools } = await client.ask<{ tools: { name: string }[] }>('tools/list');
  expect(tools.map((tool) => tool.name)).toEqual(expect.arrayContaining(TOOLS));
  for (const [id, skill] of Object.entries(index.skills))
    for (const [path, ref] of Object.entries(skill.files)) {
      if (ref.blob) continue;
      const uri = `skill://${id}/${path}`;
      const { contents } = await client.ask<{ contents: { text: string }[] }>('resources/read', { uri });
      expect(contents[0]?.text).toBe(files[ref.sha256]?.toString());
    }
  const answer = await client.use('codecall_invoke', { tool: 'shop.getOrder', input: { orderId: '1042' } });
  expect(answer).toMatchObject({ ok: true, status: 200, data: ORDER });
  expect(api.seen.at(-1)).toMatchObject({
    method: 'GET',
    url: '/v1/orders/1042',
    headers: { authorization: `Bearer ${TOKEN}` },
  });
}

/** Heads of the audit chain that clients of the release were told. */
export function toldHeads({ pushes }: Release): AuditHead[] {
  return pushes.flatMap(({ answer }) => (answer.audit ? [answer.audit] : []));
}

/** Expects that the audit database holds a chain without a break, which goes through all of these heads. */
export async function expectChain(worker: ReleaseWorker, heads: AuditHead[]): Promise<void> {
  const last = Math.max(...heads.map(({ seq }) => seq));
  const database = await worker.miniflare.getD1Database('AUDIT');
  const select = database.prepare('SELECT hash, record FROM frontmcp_audit ORDER BY seq');
  const read = async () =>
    (await select.all<{ hash: string; record: string }>()).results.map(({ hash, record }) => ({
      hash,
      record: JSON.parse(record) as { seq: number },
    }));
  // Its table comes with the first record.
  await until(async () => (await read().catch(() => [])).some(({ record }) => record.seq >= last));
  expect(verifyChain(await read(), heads)).toMatchObject({ ok: true });
}
