// What clients of a release go on with when the runtime is replaced under them: fixtures/formats/README.md.
import { callTool } from '../../../scripts/formats/mcp-client.mjs';
import { until } from '../../support/worker-state.js';
import { sessionClient } from '../mcp-sessions/session-client.js';
import { RELEASES, type Approval, type PushExchange } from './read-release.js';
import {
  changedBundle,
  expectChain,
  expectServed,
  openReleaseTarget,
  toldHeads,
  type ReleaseTarget,
} from './release-target.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const ORDER_URI = 'mcp+op://shop/orders/1042';
const REFUND = { method: 'POST', url: '/v1/orders/1042/refunds', body: '{"amount":12.5}' };
/** What an approval comes to that was used before. */
const USED = {
  structuredContent: { ok: false, code: 'approval_void', message: expect.stringContaining('has been used') },
};
describe.each(RELEASES)('clients of %s go on', (name) => {
  let target: ReleaseTarget;
  beforeAll(async () => {
    target = await openReleaseTarget(name);
  });
  afterEach(() => target.reset());
  afterAll(() => target.close());

  test('pushing: what its command line sent is answered as it was', async () => {
    const { release } = target;
    const { worker } = await target.start({ storage: {} });
    const heads = [];
    for (const exchange of release.pushes) {
      const response = await fetch(`${worker.url}${exchange.path}`, {
        method: exchange.method,
        headers: exchange.headers,
        body: exchange.body,
      });
      const answer = (await response.json()) as PushExchange['answer'];
      expect(response.status).toBe(exchange.status);
      expect(answer).toMatchObject(steady(exchange.answer));
      if (answer.audit) heads.push(answer.audit);
    }
    await expectChain(worker, heads);
  });

  test('rolling back to a generation that it pushed', async () => {
    const { release } = target;
    const { worker, client } = await target.start();
    const { body } = await client.rollBack(release.bundles.second);
    const previous = { generation: 4, sha256: release.bundles.third.sha256 };
    expect(body).toMatchObject({ status: 'rolled_back', generation: 5, previous });
    await expectServed(target, client, 'second', 5);
    await expectChain(
      worker,
      [...toldHeads(release), body.audit].flatMap((head) => head ?? []),
    );
  });

  test.each(['bundle', 'nonces'] as const)('with a spent statement spent, by what is in "%s"', async (kept) => {
    const { release } = target;
    const { worker } = await target.start({ storage: { blobs: release.storage.blobs, [kept]: release.storage[kept] } });
    const { headers, path, body } = release.pushes.findLast(
      ({ answer }) => answer.status === 'applied',
    ) as PushExchange;
    const sent = await fetch(`${worker.url}${path}`, { method: 'POST', headers, body });
    expect(sent.status).toBe(409);
    expect(await sent.json()).toMatchObject({ error: { code: 'replayed' } });
  });

  test('with a question that a person was asked: the answer is good, once', async () => {
    const { used, open } = target.release.approvals;
    const { worker } = await target.start();
    const answer = ({ arguments: call, ...more }: Pick<Approval, 'arguments'> & Partial<Approval>) =>
      callTool(worker.url, 'codecall_invoke', call, more);
    expect(await answer(used)).toMatchObject(USED);
    expect(target.api.seen).toEqual([]);
    expect(await answer(open)).toMatchObject({ structuredContent: { ok: true } });
    expect(target.api.seen).toMatchObject([REFUND]);
  });

  test('with spent approvals: those of before are kept beside those of today', async () => {
    const { approvals, storage } = target.release;
    const { worker } = await target.start();
    const ask = (more: object) => callTool(worker.url, 'codecall_invoke', approvals.open.arguments, more);
    const { requestState } = await ask({});
    const agreed = { requestState, inputResponses: approvals.open.inputResponses };
    expect(await ask(agreed)).toMatchObject({ structuredContent: { ok: true } });
    expect(await ask(agreed)).toMatchObject(USED);
    expect(target.api.seen).toMatchObject([REFUND]);
    const { bundle } = await worker.stopAndRead();
    expect(storage.bundle.rows.approvals).toHaveLength(1);
    expect(bundle.rows.approvals).toEqual([
      ...(storage.bundle.rows.approvals ?? []),
      { nonce: expect.any(String), expires_at: expect.any(Number) },
    ]);
  });

  test('with a file that is stored as a blob', async () => {
    const { client } = await target.start();
    const read = await client.ask('resources/read', { uri: 'skill://refund-order/assets/stamp.png' });
    expect(read).toMatchObject({
      contents: [{ mimeType: 'image/png', blob: target.release.storage.blobs[0]?.base64 }],
    });
  });

  test('with a session that was cut off: missed events come, then what changes', async () => {
    const { release } = target;
    const { worker, client } = await target.start();
    const { id, lastEventId } = release.sessions.cutOff;
    const session = sessionClient(worker.url, id);
    expect(await session.call('ping')).toMatchObject({ result: {} });
    const stream = await session.listen(lastEventId);
    const [kept] = release.storage.events;
    const [own, last] = lastEventId.split('.');
    const missed = (kept?.rows.events ?? []).filter(({ stream: of, seq }) => of === own && Number(seq) > Number(last));
    expect(missed.length).toBeGreaterThan(1);
    for (const { seq, stream: of, data } of missed)
      expect(await stream.nextMessage()).toEqual({ ...JSON.parse(String(data)), eventId: `${of}.${seq}` });
    await client.push(await changedBundle(release, 'third', 'Later.'));
    expect(await stream.until('notifications/resources/list_changed')).toBeDefined();
    const update = { tool: 'shop.updateOrder', input: { orderId: '1042', note: 'later' } };
    expect(await session.call('tools/call', { name: 'codecall_invoke', arguments: update })).toMatchObject({
      result: { structuredContent: { ok: true } },
    });
    expect(await stream.until('notifications/resources/updated')).toMatchObject({ params: { uri: ORDER_URI } });
    stream.cut();
  });

  test('with a session that never listened: it hears what it missed', async () => {
    const { worker } = await target.start();
    const stream = await sessionClient(worker.url, target.release.sessions.quiet.id).listen();
    const message = { method: 'notifications/resources/updated', params: { uri: ORDER_URI }, eventId: 'own.1' };
    expect(await stream.nextMessage()).toMatchObject(message);
    stream.cut();
  });

  test('without a session that nobody used for a day: it ends by the alarm that was set', async () => {
    const { release } = target;
    const { worker, client } = await target.start({ after: DAY_MS });
    await until(async () => (await worker.alarms()).filter((each) => each === 'SessionDO').length === 2);
    const session = sessionClient(worker.url, release.sessions.cutOff.id);
    expect(await session.call('tools/list')).toMatchObject({ error: { code: -32001, message: 'Session not found' } });
    await expectServed(target, client, 'third', 4);
    const { bundle, sessions, events } = await worker.stopAndRead();
    expect(bundle.rows.sessions).toEqual([]);
    expect(sessions.map(({ kv }) => kv)).toEqual([{}, {}]);
    expect(events.map(({ rows }) => rows.events ?? [])).toEqual([[], []]);
  });
});

/** What does not depend on when, where or in which words. */
function steady({ requestId: _1, serverTime: _2, audit: _3, ...answer }: PushExchange['answer']): object {
  const { error, worker, ...rest } = answer;
  return {
    ...rest,
    ...(error && { error: { code: error.code, retry: error.retry } }),
    ...(worker && {
      worker: {
        name: worker.name,
        environment: worker.environment,
        audience: worker.audience,
        structuralDigest: worker.structuralDigest,
        trustRoots: [worker.trustRoots[0], { kid: 'next', algorithm: 'EdDSA' }],
        unusableTrustRoots: [],
        missingBindings: [],
        missingSecrets: [],
      },
    }),
  };
}
