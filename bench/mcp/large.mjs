// A bundle of a thousand skills and ten thousand operations: memory through its push and its use, and what requests cost warm.
import { printTable } from '../table.mjs';
import { LARGE, makeBundle, operationKey, queryOf, skillName, SMALL } from './bundles.mjs';
import { LEGACY, MODERN, openClient, resultOf } from './client.mjs';
import { compareWorkers, figuresOf, REQUESTS } from './compare.mjs';
import { openInspector } from './inspector.mjs';
import { residentMegabytes } from './process-cost.mjs';
import { pushBundle } from './push-bundle.mjs';
import { ourWorker } from './workers.mjs';

/** @import { BenchClient, Request } from './client.mjs' */
/** @import { OpenSubject, Requests, Subject } from './compare.mjs' */
/** @import { Bench, RunningWorker } from './workers.mjs' */

const EMPTY = 'export default { fetch: () => new Response("ok") };';
const LOOK_EVERY_MS = 10;
/** As in production, where an isolate ends at 128 MB: more than that on the heap ends workerd. */
const HEAP_LIMIT = '--max-heap-size=128';
/**
 * The other lists, and what a client asks for first.
 * @type {Requests}
 */
const MORE = {
  'server/discover': ['server/discover', {}],
  'resources/list': ['resources/list', {}],
  'prompts/list': ['prompts/list', {}],
  'skills/list': ['skills/list', {}],
};

/**
 * Prints two tables.
 * @param {Bench} bench
 */
export async function measureLarge(bench) {
  const { source, key, runtime, api, launch } = bench;
  const [small, large] = [await makeBundle(source, SMALL, api.url), await makeBundle(source, LARGE, api.url)];
  const statement = source.signTestStatement(key, 'embed', small);
  const empty = await launch({ modules: [{ type: 'ESModule', path: 'worker.js', contents: EMPTY }] });
  process.env.MINIFLARE_WORKERD_V8_FLAGS = HEAP_LIMIT;
  const worker = await launch(ourWorker(runtime, small, { statement, publicKey: key.publicPem, inspectorPort: 0 }));
  delete process.env.MINIFLARE_WORKERD_V8_FLAGS;
  const client = await openClient(worker.url, { generation: MODERN });
  await (await fetch(empty.url)).text();
  const inspector = await openInspector(worker.miniflare);
  const rows = [['an empty Worker', '', '', residentMegabytes(empty.pid).toFixed(0)]];
  /**
   * @param {string} name
   * @param {() => Promise<unknown>} work
   */
  const stage = async (name, work) => rows.push([name, ...(await watched(inspector, worker, work))]);
  await stage('ours, ten skills', () => askAll(client, [REQUESTS['tools/list'], REQUESTS.search, REQUESTS.describe]));
  await stage('the large bundle is pushed', () => pushBundle(bench, worker, large));
  await stage('first search', () => askAll(client, [REQUESTS.search]));
  await stage('every skill described', () =>
    askAll(
      client,
      numbers(LARGE.skills, (skill) => call('codecall_describe', { skillNames: [skillName(skill)] })),
    ),
  );
  await stage('2,000 operations called', () =>
    askAll(
      client,
      numbers(2000, (at) =>
        call('codecall_invoke', { tool: operationKey(Math.floor(at / 2), at % 10), input: { id: 'a' } }),
      ),
    ),
  );
  await stage('1,000 searches', () =>
    askAll(
      client,
      numbers(1000, (at) => call('codecall_searchSkills', { queries: [queryOf(at)] })),
    ),
  );
  await stage('the large bundle is pushed again', async () =>
    pushBundle(bench, worker, await makeBundle(source, LARGE, api.url, 'second')),
  );
  inspector.close();
  await client.close();
  const sizes = `index ${megabytes(large.text)} MB, ${Object.keys(large.artifacts).length} artifacts of ${megabytes(Object.values(large.artifacts).join(''))} MB`;
  console.log(`\n1,000 skills and 10,000 operations: ${sizes}`);
  printTable(['', 'heap MB, most', 'least at the end', 'workerd MB'], rows);
  await warm(worker);
}

/**
 * What requests cost once everything is loaded, in CPU of workerd.
 * @param {RunningWorker} worker
 */
async function warm(worker) {
  const { 'tools/list': list, search, describe } = REQUESTS;
  /** @type {Requests} */
  const plain = { 'tools/list': list, search, describe };
  const requests = { ...plain, ...MORE };
  /** @type {Subject} */
  const subject = { name: 'ours', worker, generation: MODERN };
  const [modern] = await compareWorkers([subject], { rounds: 3, count: 200, requests, isQuiet: true });
  const [legacy] = await compareWorkers([{ ...subject, generation: LEGACY }], {
    rounds: 3,
    count: 200,
    requests: plain,
    isQuiet: true,
  });
  console.log('\nWarm, with 1,000 skills (goal: at most 10 ms of CPU)');
  /**
   * @param {OpenSubject | undefined} figures
   * @param {string} name
   */
  const cell = (figures, name) =>
    figures && name in (figures === legacy ? plain : requests) ? figuresOf(figures, name).cpu.toFixed(2) : '';
  printTable(
    ['CPU ms a request', MODERN, LEGACY],
    Object.keys(requests).map((name) => [name, cell(modern, name), cell(legacy, name)]),
  );
}

/**
 * Does the work and gives the most and, of its second half, the least that the heap held, and what workerd holds.
 * @param {Awaited<ReturnType<typeof openInspector>>} inspector
 * @param {RunningWorker} worker
 * @param {() => Promise<unknown>} work
 */
async function watched(inspector, { pid }, work) {
  /** @type {number[]} */
  const seen = [];
  const look = async () => void seen.push(await inspector.heap());
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  await work().finally(() => clearInterval(timer));
  await look();
  return [Math.max(...seen), Math.min(...seen.slice(Math.floor(seen.length / 2))), residentMegabytes(pid)].map((each) =>
    each.toFixed(0),
  );
}

/**
 * @param {BenchClient} client
 * @param {Request[]} requests
 */
async function askAll(client, requests) {
  for (const request of requests) resultOf(await client.ask(...request));
}

/** @type {(name: string, args: object) => Request} */
const call = (name, args) => ['tools/call', { name, arguments: args }];
/** @type {(count: number, make: (at: number) => Request) => Request[]} */
const numbers = (count, make) => Array.from({ length: count }, (_, at) => make(at));
const megabytes = (/** @type {string} */ text) => (Buffer.byteLength(text) / 1024 ** 2).toFixed(1);
