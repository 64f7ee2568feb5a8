// One query over a thousand skills, inside the Worker: many in one request, so that HTTP and MCP do not count.
import { build } from 'esbuild';
import { median, printTable } from '../table.mjs';
import { LARGE, makeBundle, queryOf } from './bundles.mjs';
import { root } from './load-source.mjs';
import { cpuMilliseconds } from './process-cost.mjs';

/** @import { Bench, RunningWorker } from './workers.mjs' */

/** @typedef {{ wall: number, cpu: number }} Cost milliseconds */

const QUERIES = 500;
const ROUNDS = 5;

const CONTENTS = `
  import { memorySnapshot } from './__tests__/runtime/mcp/memory-snapshot.ts';
  import { openCatalog } from './src/runtime/catalog/open-catalog.ts';
  import { openSearcher, searchSkills } from './src/runtime/catalog/search-skills.ts';
  import bundle from 'bench:bundle';
  const snapshot = memorySnapshot(bundle);
  const user = { scopes: [], groups: [] };
  const texts = Object.entries(bundle.index.skills).map(([id, { description, tags, files }]) => [id, [id, description, ...tags, bundle.artifacts[files['SKILL.md'].sha256]].join(' ').toLowerCase()]);
  const ways = {
    none: async () => 0,
    scan: async (query) => texts.filter(([, text]) => query.toLowerCase().split(' ').some((word) => text.includes(word))).length,
    rank: async (query) => (await openSearcher(snapshot, snapshot.index.search)).search(query, { limit: 5 }).length,
    tool: async (query) => (await searchSkills(openCatalog(snapshot, user), { queries: [query], topK: 5, minRelevanceScore: 0.1 }, () => true)).found.length,
  };
  export default { fetch: async (request) => {
    const { way, queries } = await request.json();
    let found = 0;
    for (const query of queries) found += await ways[way](query);
    return Response.json({ found });
  } };`;

/**
 * Prints a table; a scan of all texts for the words is what an index must beat.
 * @param {Bench} bench
 */
export async function measureSearch({ source, api, launch }) {
  const bundle = await makeBundle(source, LARGE, api.url);
  const skills = new Set(
    Object.values(bundle.index.skills).flatMap(({ files }) => Object.values(files).map(({ sha256 }) => sha256)),
  );
  const artifacts = Object.fromEntries(
    Object.entries(bundle.artifacts).filter(([sha256]) => skills.has(sha256) || sha256 === bundle.index.search.sha256),
  );
  const code = await bundleWorker({ index: { ...bundle.index, operations: {} }, artifacts });
  const worker = await launch({ modules: [{ type: 'ESModule', path: 'worker.js', contents: code }] });
  const queries = Array.from({ length: QUERIES }, (_, at) => queryOf(at));
  await turn(worker, 'none', queries);
  const first = await turn(worker, 'rank', queries.slice(0, 1));
  /** @type {[name: string, way: string][]} */
  const ways = [
    ['a scan of all texts for the words', 'scan'],
    ['ranking', 'rank'],
    ['ranking, filters, merging: the tool without MCP', 'tool'],
  ];
  /** @type {Map<string, Cost[]>} */
  const times = new Map(ways.map(([, way]) => [way, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [, way] of ways) {
      const nothing = await turn(worker, 'none', queries);
      const { wall, cpu } = await turn(worker, way, queries);
      times.get(way)?.push({ wall: (wall - nothing.wall) / QUERIES, cpu: (cpu - nothing.cpu) / QUERIES });
    }
  }
  /**
   * @param {string} way
   * @param {keyof Cost} key
   */
  const middle = (way, key) => median((times.get(way) ?? []).map((each) => each[key]));
  console.log('\nA query over 1,000 skills in the Worker, warm (goal: under 5 ms)');
  printTable(
    ['', 'ms', 'CPU ms', 'x scan'],
    ways.map(([name, way]) => [
      name,
      middle(way, 'wall').toFixed(3),
      middle(way, 'cpu').toFixed(3),
      (middle(way, 'wall') / middle('scan', 'wall')).toFixed(2),
    ]),
  );
  console.log(
    `The first query, which reads and weighs the index of ${(bundle.index.search.size / 1024).toFixed(0)} KiB, took ${first.wall.toFixed(0)} ms.`,
  );
}

/**
 * @param {RunningWorker} worker
 * @param {string} way
 * @param {string[]} queries
 * @returns {Promise<Cost>}
 */
async function turn({ url, pid }, way, queries) {
  const cpuBefore = cpuMilliseconds(pid);
  const started = performance.now();
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ way, queries }) });
  const { found } = /** @type {{ found: number }} */ (await response.json());
  if (way !== 'none' && found === 0) throw new Error(`${way} finds nothing`);
  return { wall: performance.now() - started, cpu: cpuMilliseconds(pid) - cpuBefore };
}

/** @param {object} data */
async function bundleWorker(data) {
  /** @type {import('esbuild').Plugin} */
  const bundle = {
    name: 'bundle',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^bench:bundle$/ }, ({ path }) => ({ path, namespace: 'bench' }));
      onLoad({ filter: /.*/, namespace: 'bench' }, () => ({ contents: JSON.stringify(data), loader: 'json' }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: CONTENTS, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    conditions: ['workerd', 'worker'],
    plugins: [bundle],
  });
  return outputFiles[0]?.text ?? '';
}
