import { verifyChain } from '../../support/verify-chain.js';
import type { AuditRecord } from '../../../src/contract/audit/record.js';
import type { AuditHead } from '../../../src/contract/push/push-messages.js';
import { applyBody, planBody, sendStatement, type PushAnswer } from '../../support/worker-client.js';
import { makeTestBundle, sha256, type TestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { LAST_GOOD_KEY, askStatus, lastGoodIs, until } from '../../support/worker-state.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';

const key = makeTestKey();
const secrets = { TRUSTED_PUBKEY: key.publicPem };
let workers: TestWorkers;
let url: string;
let compiled: TestBundle;

beforeEach(async () => {
  compiled = await makeTestBundle();
  workers = await startTestWorkers([{ compiled, secrets }]);
  url = await workers.url();
});
afterEach(() => workers?.stop());

const push = (bundle: TestBundle, expect: unknown = '*', artifacts = bundle.artifacts): Promise<PushAnswer> =>
  sendStatement(url, signTestStatement(key, 'apply', bundle, { claims: { expect } }), {
    body: applyBody(bundle, artifacts),
  });

const rollBack = (bundle: TestBundle): Promise<PushAnswer> =>
  sendStatement(url, signTestStatement(key, 'rollback', bundle));

const variant = (number: number): Promise<TestBundle> => makeTestBundle({ text: `Number ${number}.` });

async function served(): Promise<{ status: number; bundleSha256?: string; generation?: number }> {
  const response = await fetch(`${url}/readyz`);
  return { ...((await response.json()) as object), status: response.status };
}

async function auditRows(): Promise<{ hash: string; record: AuditRecord }[]> {
  const database = await workers.miniflare.getD1Database('AUDIT');
  const tables = await database.prepare("SELECT name FROM sqlite_master WHERE name = 'frontmcp_audit'").all();
  if (tables.results.length === 0) return [];
  const { results } = await database
    .prepare('SELECT hash, record FROM frontmcp_audit ORDER BY seq')
    .all<{ hash: string; record: string }>();
  return results.map(({ hash, record }) => ({ hash, record: JSON.parse(record) }));
}

/** Waits until the audit database holds this record. */
const flushed = (head: AuditHead | null) =>
  until(async () => (await auditRows()).some(({ hash }) => hash === head?.hash));

describe('a push', () => {
  test('goes live, is served, and its receipt says what it changed', async () => {
    expect((await served()).status).toBe(503);
    const { status, body } = await push(compiled, null);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      protocol: 1,
      status: 'applied',
      generation: 1,
      bundleSha256: compiled.sha256,
      previous: null,
    });
    expect(body.diff?.skills.added).toEqual(['greeting']);
    expect(body.audit).toEqual({ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await served()).toMatchObject({ status: 200, bundleSha256: compiled.sha256, generation: 1 });
  });

  test('planned against the head replaces it and names what was live', async () => {
    await push(compiled);
    const next = await variant(2);
    const { body } = await push(next, { generation: 1, sha256: compiled.sha256 });
    expect(body).toMatchObject({
      status: 'applied',
      generation: 2,
      previous: { generation: 1, sha256: compiled.sha256 },
    });
    expect(body.diff?.skills).toEqual({ added: [], removed: [], changed: ['greeting'] });
    expect(await served()).toMatchObject({ bundleSha256: next.sha256, generation: 2 });
  });

  test('of what is live changes nothing, whatever it was planned against', async () => {
    await push(compiled, null);
    const { status, body } = await push(compiled, null);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'unchanged', generation: 1, bundleSha256: compiled.sha256 });
    expect(body.audit?.seq).toBe(2);
  });

  test('may be compressed', async () => {
    const statement = signTestStatement(key, 'apply', compiled);
    expect((await sendStatement(url, statement, { body: applyBody(compiled), gzip: true })).body.status).toBe(
      'applied',
    );
  });

  test('sends only what the plan says is missing', async () => {
    const files = { 'notes.md': 'Shared by both.' };
    const [first, second] = await Promise.all([
      makeTestBundle({ text: 'One.', files }),
      makeTestBundle({ text: 'Two.', files }),
    ]);
    await push(first);
    const plan = await sendStatement(url, signTestStatement(key, 'plan', second), { body: planBody(second) });
    expect(plan.body).toMatchObject({
      status: 'planned',
      generation: 1,
      bundleSha256: first.sha256,
      missing: { blobs: [] },
    });
    expect(plan.body.missing?.artifacts).toEqual(
      Object.keys(second.artifacts)
        .filter((digest) => !(digest in first.artifacts))
        .sort(),
    );
    expect(plan.body.diff?.skills.changed).toEqual(['greeting']);
    const needed = Object.fromEntries(
      (plan.body.missing?.artifacts ?? []).map((digest) => [digest, second.artifacts[digest] ?? '']),
    );
    expect((await push(second, '*', needed)).body.status).toBe('applied');
  });

  test('need not send what the Worker was deployed with', async () => {
    const plan = await sendStatement(url, signTestStatement(key, 'plan', compiled), { body: planBody(compiled) });
    expect(plan.body.missing).toEqual({ artifacts: [], blobs: [] });
    expect((await push(compiled, null, {})).body.status).toBe('applied');
  });

  test('near the body limit fits every call on its way', async () => {
    const texts = Array.from({ length: 31 }, (_, index) => String(index).padEnd(1024 * 1024, 'x'));
    const big = await makeTestBundle({
      files: Object.fromEntries(texts.map((text, index) => [`part-${index}.md`, text])),
    });
    expect((await push(big)).body.status).toBe('applied');
    await lastGoodIs(workers, big.sha256);
  });
});

describe('a rollback', () => {
  test('makes a kept generation live again, as a new one', async () => {
    const second = await variant(2);
    await push(compiled);
    await push(second);
    const { body } = await rollBack(compiled);
    expect(body).toMatchObject({
      status: 'rolled_back',
      generation: 3,
      bundleSha256: compiled.sha256,
      previous: { generation: 2 },
    });
    expect(body.diff?.skills.changed).toEqual(['greeting']);
    expect(await served()).toMatchObject({ bundleSha256: compiled.sha256, generation: 3 });
  });

  test('to what is live changes nothing', async () => {
    await push(compiled);
    expect((await rollBack(compiled)).body).toMatchObject({ status: 'unchanged', generation: 1 });
  });

  test('reaches ten generations back and no further', async () => {
    const bundles = await Promise.all(Array.from({ length: 11 }, (_, number) => variant(number)));
    for (const bundle of bundles) await push(bundle);
    const [dropped, oldest] = bundles;
    expect((await rollBack(dropped ?? compiled)).body.error.code).toBe('rollback_target');
    expect((await rollBack(oldest ?? compiled)).body.status).toBe('rolled_back');
  });
});

test('artifacts that no kept generation names are collected, shared ones are not', async () => {
  const files = { 'shared.md': 'Named by all.' };
  const variants = await Promise.all(
    Array.from({ length: 12 }, (_, number) => makeTestBundle({ text: `Text ${number}.`, files })),
  );
  for (const bundle of variants) await push(bundle);
  const [first] = variants;
  const plan = await sendStatement(url, signTestStatement(key, 'plan', first ?? compiled), {
    body: planBody(first ?? compiled),
  });
  const shared = sha256('Named by all.');
  expect(plan.body.missing?.artifacts).toEqual(
    Object.keys(first?.artifacts ?? {})
      .filter((digest) => digest !== shared)
      .sort(),
  );
});

describe('the audit chain', () => {
  test('reaches the database whole, and holds every head that a receipt named', async () => {
    const heads = [
      (await push(compiled)).body.audit,
      (await push(await variant(2))).body.audit,
      (await push(compiled, null)).body.audit,
    ];
    const last = await askStatus(url, key, compiled);
    await flushed(last.audit);
    const rows = await auditRows();
    expect(
      verifyChain(
        rows,
        [...heads, last.audit].flatMap((head) => head ?? []),
      ),
    ).toMatchObject({ ok: true, head: last.audit });
    expect(rows.map(({ record }) => [record.type, record.result])).toEqual([
      ['applied', 'ok'],
      ['applied', 'ok'],
      ['refused', 'conflict'],
      ['status', 'ok'],
    ]);
  });

  test('records who pushed what, by key and source, and no text of it', async () => {
    const source = { repository: 'acme/skills', commit: 'c'.repeat(40), actor: 'octo' };
    const statement = signTestStatement(key, 'apply', compiled, { claims: { src: source } });
    const { body } = await sendStatement(url, statement, { body: applyBody(compiled) });
    await flushed(body.audit);
    const [row] = await auditRows();
    expect(row?.record).toMatchObject({
      chain: expect.stringMatching(/^acme\/production\/[0-9a-f-]{36}$/),
      actor: { kind: 'key', id: 'prod' },
      bundle: { generation: 1, sha256: compiled.sha256, previous: null },
      statement: { kid: 'prod', hash: sha256(statement) },
      source,
    });
    expect(JSON.stringify(row)).not.toContain('How to greet');
  });

  test('records what was refused after the signature was right, and only counts the rest', async () => {
    await push(compiled);
    const expired = Math.floor(Date.now() / 1000) - 1000;
    await sendStatement(url, null, { body: applyBody(compiled) });
    await sendStatement(url, signTestStatement(makeTestKey(), 'apply', compiled), { body: applyBody(compiled) });
    await sendStatement(
      url,
      signTestStatement(key, 'apply', compiled, { claims: { iat: expired, exp: expired + 10 } }),
      { body: applyBody(compiled) },
    );
    await until(async () => (await auditRows()).length >= 2);
    const status = await askStatus(url, key, compiled);
    expect(status.worker?.unauthenticatedRefusals).toBe(2);
    await flushed(status.audit);
    expect((await auditRows()).map(({ record }) => [record.type, record.result])).toEqual([
      ['applied', 'ok'],
      ['refused', 'outside_window'],
      ['status', 'ok'],
    ]);
  });
});

test('the last-good copy follows the head, and old parts of it are deleted', async () => {
  const cache = await workers.miniflare.getKVNamespace('BUNDLE_CACHE');
  for (let number = 1; number <= 4; number += 1) {
    const bundle = await variant(number);
    await push(bundle);
    await lastGoodIs(workers, bundle.sha256);
  }
  await until(async () => (await cache.list()).keys.length === 3);
  const names = (await cache.list()).keys.map(({ name }) => name);
  expect(names).toEqual([LAST_GOOD_KEY, `${LAST_GOOD_KEY}/3/0`, `${LAST_GOOD_KEY}/4/0`]);
});

test('a used statement leaves a hint in KV that says nothing about itself, and lives longer than the window', async () => {
  const nonces = await workers.miniflare.getKVNamespace('REPLAY_NONCE');
  const jti = 'a'.repeat(32);
  await sendStatement(url, signTestStatement(key, 'apply', compiled, { claims: { jti } }), {
    body: applyBody(compiled),
  });
  await until(async () => (await nonces.list()).keys.length === 1);
  const [hint] = (await nonces.list()).keys;
  expect(hint?.name).toBe(`jti/${sha256(jti)}`);
  expect(hint?.expiration ?? 0).toBeGreaterThan(Date.now() / 1000 + 300);
});

describe('the hint in KV', () => {
  const hintFor = (jti: string): string => `jti/${sha256(jti)}`;

  test('refuses a statement at once', async () => {
    const jti = 'b'.repeat(32);
    await (await workers.miniflare.getKVNamespace('REPLAY_NONCE')).put(hintFor(jti), '1');
    const statement = signTestStatement(key, 'apply', compiled, { claims: { jti } });
    expect((await sendStatement(url, statement, { body: 'is not read' })).body.error.code).toBe('replayed');
  });

  test('means nothing when it is lost: the store remembers', async () => {
    const jti = 'c'.repeat(32);
    const statement = signTestStatement(key, 'apply', compiled, { claims: { jti } });
    await sendStatement(url, statement, { body: applyBody(compiled) });
    const nonces = await workers.miniflare.getKVNamespace('REPLAY_NONCE');
    await until(async () => (await nonces.get(hintFor(jti))) !== null);
    await nonces.delete(hintFor(jti));
    expect((await sendStatement(url, statement, { body: applyBody(compiled) })).body.error.code).toBe('replayed');
  });
});

/** KV and D1 that answer nothing but errors. */
const AWAY_ENTRY = `
const away = new Proxy({}, { get: () => () => { throw new Error('away'); } });
class BrokenBundleDO extends durableObjects.BundleDO {
  constructor(ctx, env) { super(ctx, { ...env, AUDIT: away, BUNDLE_CACHE: away }); }
}
export { BrokenBundleDO };
export default { fetch: (request, env, execution) => handler.fetch(request, { ...env, BUNDLE_CACHE: away, REPLAY_NONCE: away }, execution) };`;

test('while KV and D1 are away, pushes go live, replays are refused, and the chain waits', async () => {
  await workers.stop();
  workers = await startTestWorkers([{ compiled, secrets, entry: AWAY_ENTRY, bundleClass: 'BrokenBundleDO' }]);
  url = await workers.url();
  const statement = signTestStatement(key, 'apply', compiled);
  expect((await sendStatement(url, statement, { body: applyBody(compiled) })).body.status).toBe('applied');
  expect((await sendStatement(url, statement, { body: applyBody(compiled) })).body.error.code).toBe('replayed');
  expect(await served()).toMatchObject({ status: 200, generation: 1 });
  await until(async () => workers.log.some(({ event }) => event === 'audit_flush_failed'));
  expect((await askStatus(url, key, compiled)).worker?.auditPending).toBe(3);
});

describe('status', () => {
  test('says who the Worker is, what is live and which keys it trusts', async () => {
    await push(compiled);
    const { worker, ...receipt } = await askStatus(url, key, compiled);
    expect(receipt).toMatchObject({ status: 'status', generation: 1, bundleSha256: compiled.sha256 });
    expect(worker).toMatchObject({
      name: 'acme',
      environment: 'production',
      audience: 'https://acme.example/_frontmcp/resync',
      structuralDigest: compiled.struct,
      trustRoots: [{ kid: 'prod', algorithm: 'EdDSA', thumbprint: expect.any(String) }],
      unusableTrustRoots: [],
      missingBindings: [],
      missingSecrets: [],
    });
    expect(Date.parse(worker?.appliedAt ?? '')).not.toBeNaN();
  });

  test('before the first push says that nothing is live', async () => {
    expect(await askStatus(url, key, compiled)).toMatchObject({ generation: 0, bundleSha256: null, previous: null });
  });
});

describe('without its optional bindings', () => {
  beforeEach(async () => {
    await workers.stop();
    workers = await startTestWorkers([
      { compiled, secrets, without: ['AUDIT', 'BUNDLE_CACHE', 'REPLAY_NONCE', 'SKILL_DATA'] },
    ]);
    url = await workers.url();
  });

  test('the Worker takes pushes, refuses replays, and says what is lost', async () => {
    const statement = signTestStatement(key, 'apply', compiled);
    expect((await sendStatement(url, statement, { body: applyBody(compiled) })).body.status).toBe('applied');
    expect((await sendStatement(url, statement, { body: applyBody(compiled) })).body.error.code).toBe('replayed');
    const { worker } = await askStatus(url, key, compiled);
    expect(worker?.missingBindings.map(({ binding }) => binding)).toEqual([
      'AUDIT',
      'BUNDLE_CACHE',
      'REPLAY_NONCE',
      'SKILL_DATA',
    ]);
    expect(worker?.auditPending).toBe(3);
  });
});

describe('a blob', () => {
  const content = new Uint8Array([1, 2, 3, 255]);
  const digest = sha256(content);
  const upload = (bytes: Uint8Array<ArrayBuffer>, claims: object = {}, path = digest): Promise<PushAnswer> =>
    sendStatement(
      url,
      signTestStatement(key, 'blob', compiled, { claims: { sha256: digest, size: 4, struct: undefined, ...claims } }),
      {
        method: 'PUT',
        path: `/_frontmcp/blobs/sha256/${path}`,
        body: bytes,
        headers: { 'Content-Type': 'application/octet-stream' },
      },
    );

  test('is stored under its digest, and a bundle that names it goes live', async () => {
    expect((await upload(content)).body).toMatchObject({ status: 'stored' });
    expect((await upload(content)).body).toMatchObject({ status: 'stored' });
    const bucket = await workers.miniflare.getR2Bucket('SKILL_DATA');
    expect(new Uint8Array((await (await bucket.get(`sha256/${digest}`))?.arrayBuffer()) ?? [])).toEqual(content);
    const ref = { sha256: digest, size: 4, mediaType: 'image/png', blob: true as const };
    const bundle = await makeTestBundle({
      change: ({ skills }) => Object.assign(skills.greeting?.files ?? {}, { 'icon.png': ref }),
    });
    expect((await push(bundle)).body.status).toBe('applied');
  });

  test.each([
    ['whose bytes have another digest', () => upload(new Uint8Array([1, 2, 3, 4])), 422, 'digest_mismatch'],
    ['of another size', () => upload(new Uint8Array([1, 2, 3])), 422, 'digest_mismatch'],
    ['at the address of another', () => upload(content, {}, 'b'.repeat(64)), 422, 'digest_mismatch'],
    ['that claims more than 25 MiB', () => upload(content, { size: 25 * 1024 * 1024 + 1 }), 400, 'malformed_statement'],
    ['at no digest', () => upload(content, {}, '../x'), 404, 'not_found'],
  ])('%s is refused and not kept', async (_name, send, status, code) => {
    const answer = await send();
    expect({ status: answer.status, code: answer.body.error?.code }).toEqual({ status, code });
    expect((await (await workers.miniflare.getR2Bucket('SKILL_DATA')).list()).objects).toEqual([]);
  });

  test('is refused by name where no bucket is bound', async () => {
    await workers.stop();
    workers = await startTestWorkers([{ compiled, secrets, without: ['SKILL_DATA'] }]);
    url = await workers.url();
    const { status, body } = await upload(content);
    expect({ status, code: body.error.code, details: body.error.details }).toEqual({
      status: 422,
      code: 'no_blob_store',
      details: { binding: 'SKILL_DATA' },
    });
  });
});

describe('a Worker without a usable trust root', () => {
  test.each([
    ['is not set', {}],
    ['holds a private key', { TRUSTED_PUBKEY: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }],
    ['holds nonsense', { TRUSTED_PUBKEY: 'nonsense' }],
  ])('refuses every push while its secret %s', async (_name, wrong) => {
    await workers.stop();
    workers = await startTestWorkers([{ compiled, secrets: wrong as Record<string, string> }]);
    url = await workers.url();
    const { status, body } = await push(compiled);
    expect({ status, code: body.error.code }).toEqual({ status: 401, code: 'no_trust_root' });
  });
});
