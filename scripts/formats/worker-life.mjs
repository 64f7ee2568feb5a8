import { bindingOptions, emittedModules, emittedRuntime } from './emitted-worker.mjs';
import { beginSession, callTool } from './mcp-client.mjs';
import { startRecorder } from './push-recorder.mjs';
import { signStatement } from './sign-statement.mjs';

/** @import { Configuration } from './emitted-worker.mjs' */
/** @import { Exchange } from './push-recorder.mjs' */
/** @import { Bundles, BundleName, Release, ReleasedBundle } from './release.mjs' */

/** @typedef {(op: string, subject: object) => string} Sign */
/** @typedef {{ folder: string, configuration: Configuration }} EmittedWorker */

/** Name of the project, and the token of its API. */
export const NAME = 'formats';
export const TOKEN = 'token-of-the-api';
const AUDIENCE = 'https://mcp.formats.example/_frontmcp/resync';
const ORDER = { id: '1042', total: 37.5, note: 'left at the door' };
const ORDER_URI = 'mcp+op://shop/orders/1042';
/** How long something that happens by alarm may take, in milliseconds: far more than it needs. */
const ALARM_BOUND_MS = 20_000;

/**
 * The life of a Worker, so that everything which it stores is there: pushes, a push of what is live, a statement that was
 * used before, a rollback, calls, an approval, a session that was cut off. Returns what was said on the push channel, and what clients
 * keep. Everything it stores lies in `state` afterwards.
 * @param {object} life
 * @param {Release} life.release
 * @param {Bundles} life.bundles
 * @param {EmittedWorker} life.worker
 * @param {string} life.state
 * @param {Record<string, string>} life.secrets
 * @param {import('node:crypto').KeyObject} life.key
 * @param {(() => unknown)[]} life.cleanups
 */
export async function live({ release, bundles, worker, state, secrets, key, cleanups }) {
  const instance = await startWorker(release.miniflare, worker, state, secrets, cleanups);
  const url = (await instance.ready).href.replace(/\/$/, '');
  const recorder = await startRecorder(url);
  cleanups.push(() => recorder.close());
  const { exchanges } = recorder;
  /** @type {Sign} */
  const sign = (op, subject) =>
    signStatement(key, 'release', { audience: AUDIENCE, environment: release.environment, name: NAME }, op, subject);
  const toWorker = [...release.signing, '--deployment-url', recorder.url];
  const push = async (/** @type {BundleName} */ name) => {
    await release.cli('push', ...toWorker);
    const answer = lastAnswer(exchanges);
    if (answer.bundleSha256 !== bundles[name].sha256) throw new Error(`${name} is not live: ${JSON.stringify(answer)}`);
  };

  await storeBlobs(recorder.url, sign, bundles.first);
  await push('first');
  await release.edit('second');
  await push('second');
  await push('second');
  await replay(recorder.url, exchanges);
  await rollBack(recorder.url, sign, bundles.first);
  const sessions = await liveSessions(url);
  await release.edit('third');
  await push('third');
  const approvals = await approveRefunds(url);
  await release.cli('status', ...toWorker);
  await settled(instance, release.environment, lastAnswer(exchanges));
  const stoppedAt = new Date().toISOString();
  await instance.dispose();
  return { exchanges, sessions, approvals, stoppedAt };
}

/**
 * @param {Release['miniflare']} miniflare
 * @param {EmittedWorker} worker
 * @param {string} state
 * @param {Record<string, string>} secrets
 * @param {(() => unknown)[]} cleanups
 */
async function startWorker(miniflare, { folder, configuration }, state, secrets, cleanups) {
  const instance = new miniflare.Miniflare({
    ...bindingOptions(configuration),
    modules: await emittedModules(folder, configuration, await emittedRuntime(folder)),
    bindings: secrets,
    outboundService: async (/** @type {import('miniflare').Request} */ request) => {
      const [status, body] = await answerForApi(request);
      return miniflare.Response.json(body, { status });
    },
    log: new miniflare.Log(miniflare.LogLevel.NONE),
    handleRuntimeStdio: (/** @type {import('node:stream').Readable[]} */ ...streams) => {
      for (const stream of streams) stream.resume();
    },
    defaultPersistRoot: state,
  });
  cleanups.push(() => instance.dispose().catch(() => undefined));
  return instance;
}

/** @param {Exchange[]} exchanges */
function lastAnswer(exchanges) {
  const last = exchanges.at(-1);
  if (!last) throw new Error('Nothing was said on the push channel.');
  return last.answer;
}

/**
 * The API behind the operations.
 * @param {import('miniflare').Request} request
 * @returns {Promise<[status: number, body: object]>}
 */
async function answerForApi(request) {
  const { pathname } = new URL(request.url);
  if (request.headers.get('authorization') !== `Bearer ${TOKEN}`) return [401, { title: 'No token' }];
  const sent = request.method === 'GET' ? {} : /** @type {object} */ (await request.json());
  if (pathname === '/v1/orders/1042') return [200, { ...ORDER, ...sent }];
  return pathname === '/v1/orders/1042/refunds' ? [201, { id: 'r-1', ...sent }] : [404, { title: 'No such path' }];
}

/**
 * Uploads the files that are not text: there is no command for it.
 * @param {string} url
 * @param {Sign} sign
 * @param {ReleasedBundle} bundle
 */
async function storeBlobs(url, sign, { text, artifacts }) {
  /** @type {import('../../src/contract/bundle/bundle-index.js').BundleIndex} */
  const { skills } = JSON.parse(text);
  const files = Object.values(skills).flatMap((skill) => Object.values(skill.files));
  for (const { sha256, size } of files.filter(({ blob }) => blob)) {
    const response = await fetch(`${url}/_frontmcp/blobs/sha256/${sha256}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'frontmcp-push': sign('blob', { sha256, size }) },
      body: artifacts[sha256],
    });
    await expectStatus(response, 200);
  }
}

/**
 * Sends a statement that has been used.
 * @param {string} url
 * @param {Exchange[]} exchanges
 */
async function replay(url, exchanges) {
  const applied = exchanges.findLast(({ answer }) => answer.status === 'applied');
  if (!applied) throw new Error('Nothing was applied.');
  const { path, headers, body } = applied;
  const plain = {
    'content-type': headers['content-type'] ?? '',
    'frontmcp-push': headers['frontmcp-push'] ?? '',
  };
  await expectStatus(await fetch(`${url}${path}`, { method: 'POST', headers: plain, body }), 409);
}

/**
 * Back to a kept bundle: there is no command for it.
 * @param {string} url
 * @param {Sign} sign
 * @param {ReleasedBundle} bundle
 */
async function rollBack(url, sign, { sha256 }) {
  const statement = sign('rollback', { sha256, expect: '*' });
  const headers = { 'content-type': 'application/vnd.frontmcp.push.v1+json', 'frontmcp-push': statement };
  await expectStatus(await fetch(`${url}/_frontmcp/resync`, { method: 'POST', headers, body: '{"v":1}' }), 200);
}

/**
 * @param {Response} response
 * @param {number} expected
 */
async function expectStatus(response, expected) {
  const text = await response.text();
  if (response.status !== expected) throw new Error(`The Worker answered ${response.status}, not ${expected}: ${text}`);
}

/**
 * Two sessions that subscribed: one heard of a change and was cut off before the next, the other never listened.
 * @param {string} url
 */
async function liveSessions(url) {
  const [cutOff, quiet] = [await beginSession(url), await beginSession(url)];
  for (const session of [cutOff, quiet]) await session.call('resources/subscribe', { uri: ORDER_URI });
  /**
   * @param {string} name
   * @param {object} args
   */
  const use = (name, args) => cutOff.call('tools/call', { name, arguments: args });
  const note = (/** @type {string} */ text) =>
    use('codecall_invoke', { tool: 'shop.updateOrder', input: { orderId: ORDER.id, note: text } });
  const stream = await cutOff.listen();
  await stream.next();
  await note('heard of');
  const heard = await stream.next();
  stream.cut();
  await note('missed');
  const script = `return (await shop.getOrder({ orderId: '${ORDER.id}' })).total;`;
  const { structuredContent } = await use('codecall_execute', { script });
  if (structuredContent.result !== ORDER.total) throw new Error(JSON.stringify(structuredContent));
  return { cutOff: { id: cutOff.id, lastEventId: heard.id }, quiet: { id: quiet.id } };
}

/**
 * Two refunds that a person was asked about: what a client sends for the one that was made, and for the other.
 * @param {string} url
 */
async function approveRefunds(url) {
  const call = { tool: 'shop.issueRefund', input: { orderId: ORDER.id, amount: 12.5 } };
  const ask = async () => {
    const { requestState } = await callTool(url, 'codecall_invoke', call);
    return { arguments: call, requestState, inputResponses: { approval: { action: 'accept', content: {} } } };
  };
  const [used, open] = [await ask(), await ask()];
  const { requestState, inputResponses } = used;
  const { structuredContent } = await callTool(url, 'codecall_invoke', call, { requestState, inputResponses });
  if (structuredContent.ok !== true) throw new Error(JSON.stringify(structuredContent));
  return { used, open };
}

/**
 * Waits until what follows by alarm has been done: the audit database and the copy in KV.
 * @param {import('miniflare').Miniflare} instance
 * @param {string} environment
 * @param {Exchange['answer']} answer
 */
async function settled(instance, environment, { audit, bundleSha256 }) {
  const database = await instance.getD1Database('AUDIT');
  const cache = await instance.getKVNamespace('BUNDLE_CACHE');
  const end = Date.now() + ALARM_BOUND_MS;
  for (;;) {
    const row = await database.prepare('SELECT MAX(seq) AS last FROM frontmcp_audit').first();
    const last = row?.last;
    const copy = (await cache.get(`last-good/${NAME}/${environment}`)) ?? '';
    if (last === audit?.seq && copy.includes(`"sha256":"${bundleSha256}"`)) return;
    if (Date.now() > end) throw new Error(`The audit database is at ${last}, not at ${audit?.seq}.`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
