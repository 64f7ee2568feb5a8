import { planPush, queryStatus } from '../../src/push/ask-worker.js';
import type { PushableBundle } from '../../src/push/sign.js';
import type { PushTarget } from '../../src/push/client/push-target.js';
import { receipt, refusing, startFakeWorker, type FakeWorker } from './fake-worker.js';
import { testBundle, testKey, testPorts, type TestPorts } from './push-setup.js';

let bundle: PushableBundle;
let worker: FakeWorker;
let ports: TestPorts;
const target = (): PushTarget => ({ url: worker.url, bundle, key: testKey(), kid: 'k1' });

beforeEach(async () => {
  bundle = await testBundle();
  worker = await startFakeWorker(bundle);
  ports = testPorts();
});

afterEach(async () => {
  await ports.close();
  await worker.close();
});

describe('plan', () => {
  test('asks, sends no artifact and changes nothing', async () => {
    expect(await planPush(target(), ports)).toMatchObject({ result: 'planned', receipt: { missing: { blobs: [] } } });
    expect(worker.seen.map(({ claims, body }) => [claims.op, claims.expect, body.artifacts])).toEqual([
      ['plan', '*', undefined],
    ]);
    expect(worker.head).toBeNull();
  });

  test('gives the pointers that need a redeploy', async () => {
    worker.scripts = [
      refusing({
        code: 'redeploy_required',
        facts: { pointers: ['/auth'], structuralDigest: 'a'.repeat(64), expected: 'b'.repeat(64) },
      }),
    ];
    expect(await planPush(target(), ports)).toMatchObject({ result: 'redeploy_required', pointers: ['/auth'] });
  });

  test('does not take another receipt for a plan', async () => {
    worker.scripts = [() => ({ status: 200, body: receipt({ status: 'status' }) })];
    expect(await planPush(target(), ports)).toMatchObject({ result: 'failed', error: { code: 'receipt_mismatch' } });
  });
});

describe('status', () => {
  test('gives what the Worker says of itself', async () => {
    worker.head = { generation: 3, sha256: 'c'.repeat(64) };
    const status = await queryStatus(target(), ports);
    expect(status).toMatchObject({
      ok: true,
      receipt: { generation: 3, bundleSha256: 'c'.repeat(64), worker: { name: 'acme', trustRoots: [{ kid: 'k1' }] } },
    });
    expect(worker.seen[0]?.claims).not.toHaveProperty('sha256');
  });

  test('says why there is none', async () => {
    worker.scripts = [refusing({ code: 'unknown_kid', facts: { kid: 'k1' } })];
    expect(await queryStatus(target(), ports)).toMatchObject({
      ok: false,
      error: { code: 'unknown_kid', hint: expect.stringContaining('"k1"') },
    });
    expect(await queryStatus({ ...target(), url: 'nowhere' }, ports)).toMatchObject({
      ok: false,
      error: { code: 'deployment_url_invalid' },
    });
    worker.scripts = [() => ({ status: 200, body: receipt({ status: 'applied' }) })];
    expect(await queryStatus(target(), ports)).toMatchObject({ ok: false, error: { code: 'receipt_mismatch' } });
  });

  test('does not believe a Worker status that lacks a part', async () => {
    worker.scripts = [() => ({ status: 200, body: { ...receipt({ status: 'status' }), worker: { name: 'acme' } } })];
    expect(await queryStatus(target(), ports)).toMatchObject({ ok: false, error: { code: 'answer_not_recognised' } });
  });
});
