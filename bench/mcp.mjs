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

const PARTS = ['requests', 'size', 'push', 'large', 'search', 'flood'];
const NAMES = {
  floor: 'a fixed answer',
  sdk: 'SDK',
  lowLevel: 'SDK, low-level server',
  agents: 'agents, createMcpHandler',
  mcpAgent: 'agents, McpAgent',
};
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

/** Starts a Worker that the end of the run stops. */
async function launch(worker) {
  const started = await start(worker);
  running.push(started);
  return started;
}

/** The Workers side by side: what requests cost, and what the code weighs. */
async function beside(bench) {
  const { source, key, runtime } = bench;
  const bundle = await makeBundle(source, SMALL, api.url);
  const statement = source.signTestStatement(key, 'embed', bundle);
  const ours = ourWorker(runtime, bundle, { statement, publicKey: key.publicPem });
  const agents = options['without-agents'] ? undefined : await fetchAgents(scratch);
  const tools = source.LISTED_TOOLS;
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
      Object.keys(codes)
        .filter((name) => name !== 'floor')
        .map((name) => [NAMES[name], codes[name], FLAGS[name]]),
    );
}

async function compareWith(codes, own, tools) {
  const answers = { ...(await answersOf(own)), tools };
  const objects = { mcpAgent: { AGENT: { className: 'Agent', useSQLite: true } } };
  const peers = Object.entries(codes).map(([name, code]) => [
    name,
    peerWorker(code, { answers, api: api.url, flags: FLAGS[name], objects: objects[name] }),
  ]);
  await compare(own, Object.fromEntries(peers));
}

async function compare(own, peers) {
  const workers = {};
  for (const [name, worker] of Object.entries(peers)) workers[name] = await launch(worker);
  const row = (name, generation, more = {}) =>
    workers[name] ? [{ name: NAMES[name], worker: workers[name], generation, ...more }] : [];
  const both = (name) => [...row(name, MODERN), ...row(name, LEGACY)];
  const subjects = [
    ...both('floor'),
    { name: 'ours', worker: own, generation: MODERN },
    { name: 'ours', worker: own, generation: LEGACY },
    { name: 'ours, in a session', worker: own, generation: LEGACY, withSession: true },
    ...['sdk', 'lowLevel', 'agents'].flatMap(both),
    ...row('mcpAgent', LEGACY, { withSession: true, name: `${NAMES.mcpAgent} (in a session)` }),
  ];
  await compareWorkers(subjects, { rounds: Number(options.rounds), count: Number(options.count), beside: NAMES.sdk });
}

/** What our tools answer, which the peers repeat without work of their own. */
async function answersOf({ url }) {
  const client = await openClient(url, { generation: MODERN });
  const calls = Object.values(REQUESTS).filter(([method]) => method === 'tools/call');
  const answers = {};
  for (const [method, params] of calls)
    answers[params.name] = resultOf(await client.ask(method, params)).structuredContent;
  await client.close();
  return answers;
}
