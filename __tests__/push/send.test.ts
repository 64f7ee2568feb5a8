import { gzipSync } from 'node:zlib';
import { pushBundle, type PushOptions } from '../../src/push/send.js';
import type { PushableBundle } from '../../src/push/sign.js';
import type { PushOutcome } from '../../src/push/client/push-outcome.js';
import { hangUp, NOW_MS, receipt, refusing, startFakeWorker, type FakeWorker, type Script } from './fake-worker.js';
import { testBundle, testKey, testPorts, type TestPorts } from './push-setup.js';

let bundle: PushableBundle;
let worker: FakeWorker;
let ports: TestPorts;

beforeEach(async () => {
  bundle = await testBundle();
  worker = await startFakeWorker(bundle);
  ports = testPorts();
});

afterEach(async () => {
  await ports.close();
  await worker.close();
});

function push(changes: Partial<PushOptions> = {}): Promise<PushOutcome> {
  return pushBundle(
    { url: worker.url, bundle, key: testKey(), kid: 'k1', expect: 'head', version: '9.9.9', ...changes },
    ports,
  );
}

/** Answers the plan as usual, and the next request as told. */
function afterPlan(...scripts: Script[]): void {
  worker.scripts = [planned(), ...scripts];
}

function planned(changes: Parameters<typeof receipt>[0] = {}): Script {
  return () => ({
    status: 200,
    body: receipt({
      status: 'planned',
      generation: 0,
      missing: { artifacts: [...bundle.artifacts.keys()], blobs: [] },
      ...changes,
    }),
  });
}

const answer =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Script =>
  () => ({ status, body, headers });
const text =
  (status: number, content: string, headers: Record<string, string>): Script =>
  (_, response) => {
    response.writeHead(status, headers).end(content);
    return undefined;
  };

function errorOf(outcome: PushOutcome) {
  if (!('error' in outcome)) throw new Error(`expected a failure, got ${outcome.result}`);
  return outcome.error;
}

describe('a push', () => {
  test('plans, sends what is missing, and returns the receipt with the statement that was accepted', async () => {
    const outcome = await push();
    expect(outcome).toMatchObject({
      result: 'applied',
      receipt: { bundleSha256: bundle.sha256, generation: 1 },
      sent: { attempts: 2, artifacts: 3 },
    });
    expect(worker.seen.map(({ claims }) => claims.op)).toEqual(['plan', 'apply']);
    expect('statement' in outcome && outcome.statement).toBe(worker.seen[1]?.headers['frontmcp-push']);
  });

  test('asks at the resync endpoint, with the exact index bytes, media type and version', async () => {
    await push({ url: `${worker.url}/` });
    const [plan, apply] = worker.seen;
    expect(plan?.path).toBe('/_frontmcp/resync');
    expect(plan?.body).toEqual({ v: 1, bundle: Buffer.from(bundle.bytes).toString('utf8') });
    expect(apply?.body.bundle).toBe(plan?.body.bundle);
    expect(apply?.headers).toMatchObject({
      'content-type': 'application/vnd.frontmcp.push.v1+json',
      'user-agent': 'frontmcp-deploy-action/9.9.9',
    });
  });

  test('sends only the artifacts that the Worker lacks', async () => {
    const [has, ...lacks] = bundle.artifacts.keys();
    worker.artifacts.add(has as string);
    const outcome = await push();
    expect(outcome).toMatchObject({ result: 'applied', sent: { artifacts: 2 } });
    expect(Object.keys(worker.seen[1]?.body.artifacts ?? {}).sort()).toEqual(lacks.sort());
    expect(ports.events).toContainEqual({ kind: 'missing', artifacts: 2, blobs: 0 });
  });

  test('sends every artifact to a Worker that does not say what it lacks', async () => {
    worker.scripts = [planned({ missing: undefined })];
    await push();
    expect(Object.keys(worker.seen[1]?.body.artifacts ?? {})).toHaveLength(3);
  });

  test('sends once more what went missing after the plan', async () => {
    const [digest] = bundle.artifacts.keys();
    worker.scripts = [
      planned({ missing: { artifacts: [], blobs: [] } }),
      refusing({ code: 'artifact_missing', facts: { digests: [digest as string] } }),
    ];
    expect(await push()).toMatchObject({ result: 'applied' });
    expect(Object.keys(worker.seen[2]?.body.artifacts ?? {})).toEqual([digest]);
  });

  test('does not ask for ever when the Worker lacks what was just sent', async () => {
    const digests = [...bundle.artifacts.keys()];
    afterPlan(refusing({ code: 'artifact_missing', facts: { digests } }));
    expect(errorOf(await push())).toMatchObject({ code: 'artifact_missing' });
    expect(worker.seen).toHaveLength(2);
  });

  test('expects nothing on a first deploy, then the head that was planned against', async () => {
    await push();
    expect(worker.seen[1]?.claims.expect).toBeNull();
    worker.head = { generation: 7, sha256: 'f'.repeat(64) };
    await push();
    expect(worker.seen[3]?.claims.expect).toEqual({ generation: 7, sha256: 'f'.repeat(64) });
  });

  test('expects nothing when only the bundle of the deployment is served', async () => {
    worker.scripts = [planned({ generation: 0, bundleSha256: 'f'.repeat(64) })];
    await push();
    expect(worker.seen[1]?.claims.expect).toBeNull();
  });

  test('expects anything only when told to', async () => {
    worker.head = { generation: 7, sha256: 'f'.repeat(64) };
    await push({ expect: 'any' });
    expect(worker.seen[1]?.claims.expect).toBe('*');
  });

  test('is unchanged when the digest is live', async () => {
    await push();
    expect(await push()).toMatchObject({ result: 'unchanged', receipt: { generation: 1 } });
  });

  test('compresses a body above 64 KiB and no other', async () => {
    bundle = await testBundle(['a'.repeat(200_000), '{}', '[]']);
    await worker.close();
    worker = await startFakeWorker(bundle);
    const outcome = await push();
    expect(worker.seen[0]?.headers['content-encoding']).toBeUndefined();
    expect(worker.seen[1]?.headers['content-encoding']).toBe('gzip');
    expect(worker.seen[1]?.size).toBeLessThan(10_000);
    expect(outcome).toMatchObject({
      result: 'applied',
      sent: { bytes: (worker.seen[0]?.size ?? 0) + (worker.seen[1]?.size ?? 0) },
    });
  });

  test('names the files that would have to be uploaded as blobs, and applies nothing', async () => {
    const [digest] = bundle.artifacts.keys();
    worker.blobs = [digest as string];
    const error = errorOf(await push());
    expect(error).toMatchObject({ code: 'blob_missing', message: 'The Worker lacks refund/SKILL.md (8 bytes).' });
    expect(worker.seen).toHaveLength(1);
  });

  test('tells what it does', async () => {
    await push();
    expect(ports.events).toMatchObject([
      { kind: 'request', intent: 'plan', attempt: 1 },
      { kind: 'missing' },
      { kind: 'request', intent: 'apply', attempt: 1 },
    ]);
  });
});

describe('a retry', () => {
  test.each<[string, Script]>([
    ['a lost connection', hangUp],
    ['408', refusing({ code: 'timeout', facts: { seconds: 20 } })],
    ['429', refusing({ code: 'rate_limited', facts: { retryAfterSeconds: 1 } })],
    ['503', refusing({ code: 'unavailable', facts: { reason: 'storage', retryAfterSeconds: 1 } })],
    ['502 from in between', text(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' })],
    ['500 without a body', text(500, '', {})],
  ])('follows %s, each time with a new statement', async (_, script) => {
    afterPlan(script, script);
    expect(await push()).toMatchObject({ result: 'applied', sent: { attempts: 4 } });
    const ids = worker.seen.map(({ claims }) => claims.jti);
    expect(new Set(ids).size).toBe(4);
    expect(worker.seen.slice(1).every(({ claims }) => claims.expect === null && claims.sha256 === bundle.sha256)).toBe(
      true,
    );
    expect(ports.sleeps).toHaveLength(2);
  });

  test('is signed at the time of the try', async () => {
    afterPlan(text(503, '', { 'retry-after': '30' }));
    await push();
    expect((worker.seen[2]?.claims.iat ?? 0) - (worker.seen[1]?.claims.iat ?? 0)).toBeGreaterThanOrEqual(30);
  });

  test('is given up after four tries', async () => {
    worker.scripts = [hangUp, hangUp, hangUp, hangUp];
    const outcome = await push();
    expect(errorOf(outcome)).toMatchObject({ code: 'network_error' });
    expect(errorOf(outcome).message).toMatch(/It was tried 4 times\.$/);
    expect(worker.seen).toHaveLength(4);
  });

  test.each([
    ['bad_signature', refusing({ code: 'bad_signature', facts: { kid: 'k1' } })],
    ['wrong_audience', refusing({ code: 'wrong_audience', facts: { audience: 'a', expected: 'b' } })],
    ['malformed_body', refusing({ code: 'malformed_body', facts: { reason: 'x' } })],
    ['invalid_bundle', refusing({ code: 'invalid_bundle', facts: { problems: [{ pointer: '/a', message: 'b' }] } })],
    ['missing_secret', refusing({ code: 'missing_secret', facts: { names: ['API_TOKEN'] } })],
    ['header_too_large', refusing({ code: 'header_too_large', facts: { limit: 8192 } })],
    ['not_found', refusing({ code: 'not_found', facts: { path: '/' } })],
  ] as [string, Script][])('does not follow %s', async (code, script) => {
    afterPlan(script);
    const outcome = await push();
    expect(outcome.result).toBe('failed');
    expect(errorOf(outcome)).toMatchObject({ code, requestId: 'req-1', httpStatus: expect.any(Number) });
    expect(errorOf(outcome).hint).not.toBe('');
    expect(worker.seen).toHaveLength(2);
    expect(ports.sleeps).toEqual([]);
  });

  test('waits at least as long as Retry-After says', async () => {
    afterPlan(
      text(503, '', { 'retry-after': '7' }),
      text(429, '', { 'retry-after': new Date(NOW_MS + 60_000).toUTCString() }),
    );
    await push();
    expect(ports.sleeps[0]).toBeGreaterThanOrEqual(7_000);
    expect(ports.sleeps[0]).toBeLessThan(8_000);
    expect(NOW_MS + (ports.sleeps[0] ?? 0) + (ports.sleeps[1] ?? 0)).toBeGreaterThanOrEqual(NOW_MS + 60_000);
  });

  test('is not made when the wait would go beyond the deadline', async () => {
    afterPlan(text(503, '', { 'retry-after': '3600' }));
    const error = errorOf(await push());
    expect(error.message).toContain('The time for the whole push (120 seconds) does not allow another try.');
    expect(ports.sleeps).toEqual([]);
    expect(worker.seen).toHaveLength(2);
  });

  test('backs off longer each time, with full jitter from the random source', async () => {
    const limits = [500, 1000, 2000];
    for (const [byte, share] of [
      [0x00, 0],
      [0x80, 0.5],
      [0xff, 0.999],
    ] as const) {
      const own = testPorts();
      const random = own.random;
      worker.scripts = [hangUp, hangUp, hangUp, hangUp];
      await pushBundle(
        { url: worker.url, bundle, key: testKey(), kid: 'k1', expect: 'head' },
        { ...own, random: (bytes) => (bytes === 4 ? new Uint8Array(4).fill(byte) : random(bytes)) },
      );
      own.sleeps.forEach((delay, index) => expect(delay / (limits[index] ?? 1)).toBeCloseTo(share, 2));
      expect(own.sleeps).toHaveLength(3);
      await own.close();
      worker.seen.length = 0;
    }
  });

  test('after a lost answer finds its bundle live', async () => {
    afterPlan((seen, response) => {
      worker.head = { generation: 1, sha256: seen.claims.sha256 ?? '' };
      response.destroy();
      return undefined;
    });
    expect(await push()).toMatchObject({ result: 'unchanged', receipt: { bundleSha256: bundle.sha256 } });
  });
});

describe('time', () => {
  test('ends a request that gets no answer, and tries again', async () => {
    afterPlan(() => {
      ports.expireRequest();
      return undefined;
    });
    expect(await push({ requestTimeoutMs: 25_000 })).toMatchObject({ result: 'applied', sent: { attempts: 3 } });
    expect(ports.timeouts[0]).toBe(25_000);
    expect(ports.events).toContainEqual(
      expect.objectContaining({ kind: 'retry', reason: 'The Worker did not answer within 25 seconds.' }),
    );
  });

  test('ends an answer that never ends', async () => {
    afterPlan((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{', () => ports.expireRequest());
      return undefined;
    });
    expect(await push()).toMatchObject({ result: 'applied', sent: { attempts: 3 } });
  });

  test('gives a request 30 seconds, and never more than is left of the push', async () => {
    await push();
    expect(ports.timeouts).toEqual([30_000, 30_000]);
    ports.timeouts.length = 0;
    worker.scripts = [text(503, '', { 'retry-after': '100' })];
    await push();
    expect(ports.timeouts[1]).toBeLessThanOrEqual(20_000);
  });

  test('ends the whole push at its deadline', async () => {
    const expiring: Script = () => {
      ports.expireRequest();
      return undefined;
    };
    worker.scripts = [expiring, expiring];
    const error = errorOf(await push({ deadlineMs: 20_000 }));
    expect(error).toMatchObject({ code: 'request_timeout' });
    expect(error.message).toContain('(20 seconds)');
    expect(worker.seen).toHaveLength(1);
  });
});

describe('a receipt', () => {
  test.each<[string, () => Script]>([
    ['names another digest', () => answer(receipt({ status: 'applied', bundleSha256: 'f'.repeat(64) }))],
    ['names no digest', () => answer(receipt({ status: 'unchanged', bundleSha256: null }))],
    ['answers another question', () => answer(receipt({ status: 'planned', bundleSha256: bundle.sha256 }))],
    ['is that of a status', () => answer(receipt({ status: 'status', bundleSha256: bundle.sha256 }))],
  ])('that %s is no success', async (_, script) => {
    afterPlan(script());
    const outcome = await push();
    expect(outcome.result).toBe('failed');
    expect(errorOf(outcome)).toMatchObject({ code: 'receipt_mismatch', requestId: 'fake' });
  });

  test('of a plan that says it applied something is no plan', async () => {
    worker.scripts = [answer(receipt({ status: 'applied', bundleSha256: bundle.sha256 }))];
    expect(errorOf(await push())).toMatchObject({ code: 'receipt_mismatch' });
    expect(worker.seen).toHaveLength(1);
  });

  test.each<[string, (good: Record<string, unknown>) => unknown]>([
    ['an array', () => []],
    ['null', () => null],
    ['without a request id', (good) => ({ ...good, requestId: undefined })],
    ['with an unknown status', (good) => ({ ...good, status: 'done' })],
    ['with a negative generation', (good) => ({ ...good, generation: -1 })],
    ['with a generation that is no integer', (good) => ({ ...good, generation: 1.5 })],
    ['with a digest that is none', (good) => ({ ...good, bundleSha256: 'abc' })],
    ['with a head that is none', (good) => ({ ...good, previous: { generation: 1 } })],
    ['without an audit head', (good) => ({ ...good, audit: undefined })],
    ['with a time that is none', (good) => ({ ...good, serverTime: 'soon' })],
    ['with a diff that is none', (good) => ({ ...good, diff: { capabilities: 'all' } })],
    ['with missing artifacts that are no digests', (good) => ({ ...good, missing: { artifacts: ['x'], blobs: [] } })],
    ['with a key that reaches a prototype', (good) => JSON.parse(`{"__proto__":{},${JSON.stringify(good).slice(1)}`)],
  ])('%s is not believed', async (_, change) => {
    afterPlan(answer(change({ ...receipt({ bundleSha256: bundle.sha256 }) })));
    expect(errorOf(await push()).code).toMatch(/^answer_not_(recognised|json)$/);
  });

  test('of another protocol version is named', async () => {
    afterPlan(answer({ ...receipt({}), protocol: 2 }));
    expect(errorOf(await push())).toMatchObject({
      code: 'protocol_unknown',
      message: expect.stringContaining('version 2'),
    });
  });

  test('with an error status is not believed', async () => {
    afterPlan(answer(receipt({ bundleSha256: bundle.sha256 }), 400));
    expect(errorOf(await push())).toMatchObject({ code: 'answer_not_recognised', httpStatus: 400 });
  });
});

describe('an answer from in between', () => {
  test.each([301, 302, 303, 307, 308])('%d: a redirect is not followed', async (status) => {
    let visits = 0;
    const elsewhere = await startFakeWorker(bundle);
    elsewhere.scripts = [
      () => {
        visits += 1;
        return undefined;
      },
    ];
    afterPlan(text(status, '', { location: `${elsewhere.url}/_frontmcp/resync` }));
    const error = errorOf(await push());
    expect(error).toMatchObject({
      code: 'redirected',
      httpStatus: status,
      hint: expect.stringContaining('deployment.url'),
    });
    expect(error.message).toContain(`${elsewhere.url}/_frontmcp/resync`);
    expect(visits + elsewhere.seen.length).toBe(0);
    await elsewhere.close();
  });

  const html = { 'content-type': 'text/html; charset=utf-8' };
  test.each<[string, Script]>([
    [
      'a redirect to Cloudflare Access',
      text(302, '', { location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/x' }),
    ],
    ['a redirect to the login path', text(302, '', { location: '/cdn-cgi/access/login' })],
    ['a page with 401', text(401, '<html>', html)],
    ['a page with 403', text(403, '<!doctype html>', html)],
    ['a login page with 200', text(200, '<a href="https://team.cloudflareaccess.com/">', html)],
  ])('%s is a login page, and the error names the inputs', async (_, script) => {
    afterPlan(script);
    const error = errorOf(await push());
    expect(error.code).toBe('login_page');
    expect(error.hint).toContain('access-client-id and access-client-secret');
  });

  test('a login page although a service token was sent points at the policy', async () => {
    worker.scripts = [text(403, '<html>', html)];
    const error = errorOf(await push({ access: { clientId: 'id.access', clientSecret: 's3cret-s3cret' } }));
    expect(error.hint).toContain('Service Auth');
    expect(error.hint).not.toContain('access-client-id');
  });

  test('a service token is sent with every request, without what was pasted around it', async () => {
    await push({ access: { clientId: 'id.access\n', clientSecret: ' s3cret-s3cret\r\n' } });
    for (const { headers } of worker.seen)
      expect(headers).toMatchObject({ 'cf-access-client-id': 'id.access', 'cf-access-client-secret': 's3cret-s3cret' });
  });

  test('no service token is sent when there is none', async () => {
    await push();
    for (const { headers } of worker.seen) expect(headers).not.toHaveProperty('cf-access-client-id');
  });

  test.each([
    ['access-client-id', { clientId: ' ', clientSecret: 'x' }],
    ['access-client-secret', { clientId: 'x', clientSecret: '' }],
  ])('half a service token is refused before anything is sent: %s', async (name, access) => {
    expect(errorOf(await push({ access }))).toMatchObject({
      code: 'access_token_incomplete',
      message: `${name} is empty.`,
    });
    expect(worker.seen).toEqual([]);
  });

  test('a service token with a line break inside is refused before anything is sent', async () => {
    expect(errorOf(await push({ access: { clientId: 'a', clientSecret: 'b\nc' } }))).toMatchObject({
      code: 'access_token_invalid',
    });
    expect(worker.seen).toEqual([]);
  });

  test.each<[string, string, Script]>([
    ['a page', 'answer_not_json', text(200, '<html>Welcome</html>', html)],
    ['a page that says there is nothing', 'answer_not_json', text(404, '<html>nothing here</html>', html)],
    ['a text', 'answer_not_json', text(404, 'error code: 1042', { 'content-type': 'text/plain' })],
    ['nothing', 'answer_not_json', text(204, '', {})],
    ['JSON of somebody else', 'answer_not_recognised', answer({ message: 'Not found' }, 404)],
    ['JSON of somebody else with 200', 'answer_not_recognised', answer({ ok: true })],
  ])('%s is told from a Worker', async (_, code, script) => {
    afterPlan(script);
    const error = errorOf(await push());
    expect(error).toMatchObject({ code, hint: expect.stringContaining('deployment.url') });
    expect(worker.seen).toHaveLength(2);
  });

  test('deeply nested JSON does not overflow the stack', async () => {
    afterPlan(text(200, '['.repeat(1_000_000), { 'content-type': 'application/json' }));
    expect(errorOf(await push()).code).toBe('answer_not_json');
  });

  test('an answer above 4 MiB is not read to its end', async () => {
    let closed: Promise<void> | undefined;
    afterPlan((_, response) => {
      closed = new Promise((resolve) => response.once('close', resolve));
      const write = (): void => void (response.destroyed || response.write(Buffer.alloc(1024 * 1024, 0x20), write));
      response.writeHead(200, { 'content-type': 'application/json' });
      write();
      return undefined;
    });
    expect(errorOf(await push())).toMatchObject({ code: 'answer_too_large' });
    await closed;
  });

  test('a compressed answer is counted as it comes out', async () => {
    afterPlan((_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(20 * 1024 * 1024, 0x20)));
      return undefined;
    });
    expect(errorOf(await push())).toMatchObject({ code: 'answer_too_large' });
  });
});

describe('a refusal', () => {
  const theirs = { generation: 4, sha256: 'f'.repeat(64) };

  test('conflict is a result of its own, with both heads', async () => {
    worker.head = { generation: 3, sha256: 'c'.repeat(64) };
    worker.scripts = [
      planned({ generation: 3, bundleSha256: 'c'.repeat(64) }),
      refusing({ code: 'conflict', facts: { expected: null, head: theirs } }, theirs),
    ];
    expect(await push()).toMatchObject({
      result: 'conflict',
      expected: { generation: 3, sha256: 'c'.repeat(64) },
      head: theirs,
      error: { code: 'conflict' },
    });
    expect(worker.seen).toHaveLength(2);
  });

  test.each(['plan', 'apply'])('redeploy_required on %s is a result of its own, with the pointers', async (intent) => {
    const script = refusing({
      code: 'redeploy_required',
      facts: {
        pointers: ['/auth', '/signing/trustRoots/1'],
        structuralDigest: 'a'.repeat(64),
        expected: 'b'.repeat(64),
      },
    });
    worker.scripts = intent === 'plan' ? [script] : [planned(), script];
    expect(await push()).toMatchObject({
      result: 'redeploy_required',
      pointers: ['/auth', '/signing/trustRoots/1'],
      error: { code: 'redeploy_required', httpStatus: 409 },
    });
  });

  test('replayed is a success only if our digest is live', async () => {
    const script = refusing({ code: 'replayed', facts: { jti: 'x' } });
    worker.head = { generation: 5, sha256: bundle.sha256 };
    afterPlan(script);
    expect(await push()).toMatchObject({
      result: 'unchanged',
      receipt: { status: 'status', bundleSha256: bundle.sha256 },
    });
    worker.head = theirs;
    afterPlan(script);
    expect(await push()).toMatchObject({ result: 'failed', live: theirs, error: { code: 'replayed' } });
    worker.head = null;
    afterPlan(script);
    expect(await push()).toMatchObject({ result: 'failed', live: null, error: { code: 'replayed' } });
    expect(worker.seen.filter(({ claims }) => claims.op === 'status')).toHaveLength(3);
  });

  test('replayed stays a failure when what is live cannot be learnt', async () => {
    afterPlan(
      refusing({ code: 'replayed', facts: { jti: 'x' } }),
      answer(receipt({ status: 'applied', bundleSha256: bundle.sha256 })),
    );
    expect(await push()).toMatchObject({ result: 'failed', error: { code: 'replayed' } });
  });

  test.each<[number, string]>([
    [45_000, 'this machine is 45 seconds ahead'],
    [600_000, 'this machine is 10 minutes ahead'],
    [-600_000, 'this machine is 10 minutes behind'],
    [0, 'they agree'],
  ])('outside_window names both clocks and their difference (%d ms)', async (skew, words) => {
    worker.scripts = [
      (seen, response) => {
        ports.skew = skew;
        return refusing({ code: 'outside_window', facts: { issuedAt: 0, expiresAt: 0, now: 0, windowSeconds: 300 } })(
          seen,
          response,
        );
      },
    ];
    const error = errorOf(await push());
    expect(error.code).toBe('outside_window');
    expect(error.hint).toContain(words);
    expect(error.hint).toContain(new Date(NOW_MS).toISOString());
    expect(error.hint).toContain(new Date(NOW_MS + skew).toISOString());
  });

  test("outside_window comes from the Worker's own check when the clock is an hour off", async () => {
    ports.skew = 3_600_000;
    expect(errorOf(await push())).toMatchObject({
      code: 'outside_window',
      hint: expect.stringContaining('60 minutes ahead'),
    });
  });

  test('too_large names the largest parts', async () => {
    afterPlan(refusing({ code: 'too_large', facts: { size: null, limit: 1, what: 'The body' } }));
    expect(errorOf(await push()).hint).toContain('The largest parts are search index (12 bytes), ');
  });

  test('a push above 32 MiB is not sent at all', async () => {
    bundle = await testBundle(['a'.repeat(33 * 1024 * 1024), '{}', '[]']);
    await worker.close();
    worker = await startFakeWorker(bundle);
    const error = errorOf(await push());
    expect(error).toMatchObject({ code: 'too_large', message: expect.stringContaining('at most 33554432') });
    expect(error.hint).toContain('refund/SKILL.md (34603008 bytes)');
    expect(worker.seen.map(({ claims }) => claims.op)).toEqual(['plan']);
  });

  test('with a status that means success is not believed', async () => {
    afterPlan((seen, response) => ({
      body: null,
      ...refusing({ code: 'replayed', facts: { jti: 'x' } })(seen, response),
      status: 200,
    }));
    expect(errorOf(await push())).toMatchObject({ code: 'answer_not_recognised' });
  });

  test("missing secrets are named by the Worker's sentence", async () => {
    worker.scripts = [refusing({ code: 'missing_secret', facts: { names: ['API_TOKEN'] } })];
    expect(errorOf(await push())).toMatchObject({
      message: 'The Worker has no value for API_TOKEN.',
      hint: expect.stringContaining('wrangler secret put'),
    });
  });

  test('of a newer Worker is shown with its own words', async () => {
    const error = { code: 'quota_exceeded', message: 'No more pushes today.', retry: 'never', details: {} };
    worker.scripts = [
      answer(
        {
          protocol: 1,
          requestId: 'r',
          error,
          generation: null,
          bundleSha256: null,
          serverTime: new Date(NOW_MS).toISOString(),
        },
        402,
      ),
    ];
    expect(errorOf(await push())).toMatchObject({
      code: 'quota_exceeded',
      message: 'No more pushes today.',
      hint: expect.stringContaining('update the action'),
    });
  });

  test('cannot move the cursor of a terminal or start a workflow command', async () => {
    const error = {
      code: 'x\u001b[2J',
      message: 'a\n::error::b\u001b[31m\u202e',
      retry: 'never',
      details: { 'k\n': ['\u001b[1m'] },
    };
    worker.scripts = [
      answer(
        {
          protocol: 1,
          requestId: 'r\r\n',
          error,
          generation: null,
          bundleSha256: null,
          serverTime: new Date(NOW_MS).toISOString(),
        },
        400,
      ),
    ];
    expect(JSON.stringify(Object.values(errorOf(await push())).map((value) => JSON.stringify(value)))).not.toMatch(
      /[\u0000-\u001f\u202e]|\\\\u00|\\\\n|\\\\r/,
    );
  });

  test('is cut when it is a novel', async () => {
    const error = { code: 'x', message: 'a'.repeat(100_000), retry: 'never', details: {} };
    worker.scripts = [
      answer(
        {
          protocol: 1,
          requestId: 'r',
          error,
          generation: null,
          bundleSha256: null,
          serverTime: new Date(NOW_MS).toISOString(),
        },
        400,
      ),
    ];
    expect(errorOf(await push()).message.length).toBeLessThan(600);
  });
});

describe('secrets', () => {
  const access = { clientId: 'client-id-1234.access', clientSecret: 'client-secret-5678' };

  test.each<[string, Script]>([
    [
      'a refusal that repeats what it got',
      (seen) => ({
        status: 400,
        body: {
          protocol: 1,
          requestId: String(seen.headers['cf-access-client-id']),
          error: {
            code: 'echo',
            message: JSON.stringify(seen.headers),
            retry: 'never',
            details: { headers: seen.headers },
          },
          generation: null,
          bundleSha256: null,
          serverTime: new Date(NOW_MS).toISOString(),
        },
      }),
    ],
    [
      'a redirect that repeats it',
      (seen, response) => {
        response
          .writeHead(302, { location: `https://x.example/?s=${String(seen.headers['cf-access-client-secret'])}` })
          .end();
        return undefined;
      },
    ],
    [
      'a page that repeats it',
      (seen, response) => {
        response.writeHead(404, { 'content-type': 'text/plain' }).end(JSON.stringify(seen.headers));
        return undefined;
      },
    ],
    ['a lost connection', hangUp],
  ])('are in no error after %s', async (_, script) => {
    worker.scripts = [script, hangUp, hangUp, hangUp];
    const printed = JSON.stringify([await push({ access }), ports.events]);
    for (const secret of [...Object.values(access), ...testKey().secretForms]) expect(printed).not.toContain(secret);
  });
});

describe('the address', () => {
  test.each<[string, string]>([
    ['http://shop.example.com', 'is not encrypted'],
    ['http://127.0.0.1.example.com', 'is not encrypted'],
    ['ftp://shop.example.com', 'is not an http(s) address'],
    ['shop.example.com', 'is not an http(s) address'],
    ['', 'is not an http(s) address'],
  ])('%s is refused before anything is sent', async (url, words) => {
    const error = errorOf(await push({ url }));
    expect(error.code).toBe('deployment_url_invalid');
    expect(error.message).toContain(words);
    expect(ports.events).toEqual([]);
  });

  test('with a password in it is refused without showing it', async () => {
    const outcome = await push({ url: 'https://user:hunter2@shop.example.com' });
    expect(errorOf(outcome).code).toBe('deployment_url_invalid');
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });

  test.each(['http://localhost:1', 'http://dev.localhost:1', 'http://[::1]:1', 'http://127.8.9.1:1'])(
    '%s may be plain http',
    async (url) => {
      const fetched: string[] = [];
      const fetch = ((input: string) => {
        fetched.push(input);
        return Promise.reject(new TypeError('fetch failed'));
      }) as unknown as TestPorts['fetch'];
      await pushBundle({ url, bundle, key: testKey(), kid: 'k1', expect: 'head' }, { ...ports, fetch });
      expect(fetched[0]).toBe(`${url}/_frontmcp/resync`);
    },
  );

  test('a path of the deployment is kept, a query is not', async () => {
    await push({ url: `${worker.url}/base/?x=1#y` });
    expect(worker.seen[0]?.path).toBe('/base/_frontmcp/resync');
  });

  test("that nobody listens at is named with the system's code", async () => {
    const { url } = worker;
    await worker.close();
    const error = errorOf(await push());
    expect(error).toMatchObject({ code: 'network_error' });
    expect(error.message).toContain(`${new URL(url).host} could not be reached (ECONNREFUSED)`);
  });
});

describe('a cancellation', () => {
  test('before anything was sent sends nothing', async () => {
    ports.cancel();
    expect(await push()).toMatchObject({
      result: 'failed',
      error: { code: 'cancelled', message: 'The push was cancelled.' },
      sent: { attempts: 0 },
    });
    expect(worker.seen).toEqual([]);
  });

  test.each<[string, boolean, string]>([
    ['that this bundle is live', true, 'This bundle is live.'],
    ['that it is not', false, 'No pushed bundle is live.'],
  ])('in the middle ends the request and tells %s', async (_, wasApplied, words) => {
    afterPlan((seen) => {
      if (wasApplied) worker.head = { generation: 1, sha256: seen.claims.sha256 ?? '' };
      ports.cancel();
      return undefined;
    });
    const outcome = await push();
    expect(outcome).toMatchObject({
      result: 'failed',
      live: wasApplied ? { generation: 1, sha256: bundle.sha256 } : null,
    });
    expect(errorOf(outcome)).toMatchObject({ code: 'cancelled', message: `The push was cancelled. ${words}` });
    expect(worker.seen.map(({ claims }) => claims.op)).toEqual(['plan', 'apply', 'status']);
  });

  test('between two tries makes no other', async () => {
    afterPlan((seen, response) => {
      ports.sleep = (_, signal) =>
        signal === ports.signal ? (ports.cancel(), Promise.reject(new Error('stopped'))) : new Promise(() => undefined);
      return hangUp(seen, response);
    });
    await push();
    expect(worker.seen.filter(({ claims }) => claims.op === 'apply')).toHaveLength(1);
  });
});
