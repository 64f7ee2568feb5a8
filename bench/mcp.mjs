// The Worker over MCP in local workerd, beside a Worker of the official SDK and beside Cloudflare's `agents`, in one run.
//   node bench/mcp.mjs [--only requests,size,push,large,search,flood] [--rounds N] [--count N] [--subscribes N] [--without-agents]
// CPU is that of the workerd process, a request: latency and throughput over loopback mostly measure the client.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBundle, SMALL } from './mcp/bundles.mjs';
import { LEGACY, MODERN, openClient, resultOf } from './mcp/client.mjs';
import { compareWorkers, REQUESTS } from './mcp/compare.mjs';
import { measureFlood } from './mcp/flood.mjs';
import { measureLarge } from './mcp/large.mjs';
import { loadSource } from './mcp/load-source.mjs';
import { startApi } from './mcp/loopback-api.mjs';
import { measurePush } from './mcp/push.mjs';
import { measureSearch } from './mcp/search.mjs';
import { measureSize } from './mcp/size.mjs';
import { buildOurs, buildPeer, fetchAgents, ourWorker, peerWorker, start } from './mcp/workers.mjs';

/** @import { Subject } from './mcp/compare.mjs' */
/** @import { Bench, RunningWorker, WorkerOptions } from './mcp/workers.mjs' */

/** @typedef {'floor' | 'sdk' | 'lowLevel' | 'agents' | 'mcpAgent'} Peer */
/** @typedef {Partial<Record<Peer, string>>} Codes code of each peer's Worker */

const PARTS = ['requests', 'size', 'push', 'large', 'search', 'flood'];
/** @type {Record<Peer, string>} */
const NAMES = {
  floor: 'a fixed answer',
  sdk: 'SDK',
  lowLevel: 'SDK, low-level server',
  agents: 'agents, createMcpHandler',
  mcpAgent: 'agents, McpAgent',
};
/** @type {Partial<Record<Peer, string[]>>} */
const FLAGS = { agents: ['nodejs_compat'], mcpAgent: ['nodejs_compat'] };
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: PARTS.join(',') },
    rounds: { type: 'string', default: '5' },
    count: { type: 'string', default: '400' },
    subscribes: { type: 'string', default: '2000' },
    'without-agents': { type: 'boolean', default: false },
  },
});
const wanted = new Set(options.only.split(','));
const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-mcp-'));
const api = await startApi();
/** @type {RunningWorker[]} */
const running = [];
try {
  const source = await loadSource();
  const key = source.makeTestKey();
  const runtime = await buildOurs();
  const bench = { source, key, runtime, api, scratch, launch };
  if (wanted.has('requests') || wanted.has('size')) await beside(bench);
  if (wanted.has('push')) await measurePush(bench);
  if (wanted.has('large')) await measureLarge(bench);
  if (wanted.has('search')) await measureSearch(bench);
  if (wanted.has('flood')) await measureFlood(bench, Number(options.subscribes));
} finally {
  await Promise.all(running.map((worker) => worker.stop()));
  api.close();
  await rm(scratch, { recursive: true, force: true });
}

/**
 * Starts a Worker that the end of the run stops.
 * @param {WorkerOptions} worker
 */
async function launch(worker) {
  const started = await start(worker);
  running.push(started);
  return started;
}

/**
 * The Workers side by side: what requests cost, and what the code weighs.
 * @param {Bench} bench
 */
async function beside(bench) {
  const { source, key, runtime } = bench;
  const bundle = await makeBundle(source, SMALL, api.url);
  const statement = source.signTestStatement(key, 'embed', bundle);
  const ours = ourWorker(runtime, bundle, { statement, publicKey: key.publicPem });
  const agents = options['without-agents'] ? undefined : await fetchAgents(scratch);
  const tools = source.LISTED_TOOLS;
  /** @type {Codes} */
  const codes = {
    floor: await buildPeer('floor', tools),
    sdk: await buildPeer('sdk', tools),
    lowLevel: await buildPeer('sdk-low-level', tools),
    ...(agents && {
      agents: await buildPeer('agents', tools, agents),
      mcpAgent: await buildPeer('mcp-agent', tools, agents),
    }),
  };
  if (wanted.has('requests')) await compareWith(codes, await launch(ours), tools);
  if (wanted.has('size'))
    await measureSize(
      bench,
      entriesOf(codes)
        .filter(([name]) => name !== 'floor')
        .map(([name, code]) => [NAMES[name], code, FLAGS[name]]),
    );
}

/**
 * @param {Codes} codes
 * @returns {[Peer, string][]}
 */
function entriesOf(codes) {
  return /** @type {[Peer, string][]} */ (Object.entries(codes));
}

/**
 * @param {Codes} codes
 * @param {RunningWorker} own
 * @param {import('./mcp/load-source.mjs').Tool[]} tools
 */
async function compareWith(codes, own, tools) {
  const answers = { ...(await answersOf(own)), tools };
  /** @type {Partial<Record<Peer, WorkerOptions['durableObjects']>>} */
  const objects = { mcpAgent: { AGENT: { className: 'Agent', useSQLite: true } } };
  /** @type {Partial<Record<Peer, WorkerOptions>>} */
  const peers = {};
  for (const [name, code] of entriesOf(codes))
    peers[name] = peerWorker(code, { answers, api: api.url, flags: FLAGS[name], objects: objects[name] });
  await compare(own, peers);
}

/**
 * @param {RunningWorker} own
 * @param {Partial<Record<Peer, WorkerOptions>>} peers
 */
async function compare(own, peers) {
  /** @type {Map<string, RunningWorker>} */
  const workers = new Map();
  for (const [name, worker] of Object.entries(peers)) workers.set(name, await launch(worker));
  /**
   * @param {Peer} name
   * @param {Subject['generation']} generation
   * @param {Partial<Subject>} [more]
   * @returns {Subject[]}
   */
  const row = (name, generation, more = {}) => {
    const worker = workers.get(name);
    return worker ? [{ name: NAMES[name], worker, generation, ...more }] : [];
  };
  const both = (/** @type {Peer} */ name) => [...row(name, MODERN), ...row(name, LEGACY)];
  /** @type {Subject[]} */
  const subjects = [
    ...both('floor'),
    { name: 'ours', worker: own, generation: MODERN },
    { name: 'ours', worker: own, generation: LEGACY },
    { name: 'ours, in a session', worker: own, generation: LEGACY, withSession: true },
    ...both('sdk'),
    ...both('lowLevel'),
    ...both('agents'),
    ...row('mcpAgent', LEGACY, { withSession: true, name: `${NAMES.mcpAgent} (in a session)` }),
  ];
  await compareWorkers(subjects, { rounds: Number(options.rounds), count: Number(options.count), beside: NAMES.sdk });
}

/**
 * What our tools answer, which the peers repeat without work of their own.
 * @param {RunningWorker} own
 */
async function answersOf({ url }) {
  const client = await openClient(url, { generation: MODERN });
  /** @type {Record<string, object | undefined>} */
  const answers = {};
  for (const [method, params] of [REQUESTS.describe, REQUESTS.search, REQUESTS.invoke])
    answers[params.name] = resultOf(await client.ask(method, params)).structuredContent;
  await client.close();
  return answers;
}
