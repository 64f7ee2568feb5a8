// A client that subscribes without end: what it costs in storage, and what others wait meanwhile.
import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { median, printTable } from '../table.mjs';
import { makeBundle, SMALL } from './bundles.mjs';
import { LEGACY, openClient, resultOf } from './client.mjs';
import { REQUESTS } from './compare.mjs';
import { cpuMilliseconds } from './process-cost.mjs';
import { ourWorker } from './workers.mjs';

/** @import { BenchClient } from './client.mjs' */
/** @import { Bench } from './workers.mjs' */

const AT_ONCE = 8;
const URI = { uri: 'mcp+op://acme/s0/o0/a' };

/**
 * Prints a table, and whether storage was written.
 * @param {Bench} bench
 * @param {number} count
 */
export async function measureFlood({ source, key, runtime, api, scratch, launch }, count) {
  const bundle = await makeBundle(source, SMALL, api.url);
  const state = await mkdtemp(join(scratch, 'state-'));
  const worker = await launch(
    ourWorker(runtime, bundle, {
      statement: source.signTestStatement(key, 'embed', bundle),
      publicKey: key.publicPem,
      state,
    }),
  );
  const flooder = await openClient(worker.url, { generation: LEGACY, withSession: true, connections: AT_ONCE });
  const other = await openClient(worker.url, { generation: LEGACY, withSession: true });
  resultOf(await flooder.ask('resources/subscribe', URI));
  const calm = await waits(other, () => false, 300);
  const before = await filesOf(state);
  const cpuBefore = cpuMilliseconds(worker.pid);
  const started = performance.now();
  let over = false;
  const meanwhile = waits(other, () => over);
  /** @type {Map<number, number>} */
  const statuses = new Map();
  let left = count;
  const flood = async () => {
    while (left-- > 0) {
      const { status } = await flooder.ask('resources/subscribe', URI);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, flood));
  const [seconds, cpu] = [(performance.now() - started) / 1000, (cpuMilliseconds(worker.pid) - cpuBefore) / count];
  over = true;
  const flooded = await meanwhile;
  const after = await filesOf(state);
  await Promise.all([flooder.close(), other.close()]);
  const written = [...after].filter(([file, facts]) => before.get(file) !== facts).map(([file]) => file);
  console.log(
    `\n${count} times resources/subscribe from one client in ${seconds.toFixed(0)} s, ${AT_ONCE} at once: ${[...statuses].map(([status, times]) => `${times} answered ${status}`).join(', ')}`,
  );
  /**
   * @param {string} name
   * @param {number[]} times
   */
  const row = (name, times) => [
    name,
    times.length,
    median(times).toFixed(1),
    (times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN).toFixed(1),
  ];
  printTable(
    ['another client in a session', 'tools/list', 'median ms', 'p95 ms'],
    [row('before', calm), row('meanwhile', flooded)],
  );
  console.log(
    `CPU of workerd ${cpu.toFixed(2)} ms a subscription, the other client's requests included. Files of its objects that were written: ${written.length}${written.length > 0 ? ` (${written.join(', ')})` : ''}.`,
  );
}

/**
 * How long each request of a client waits, until it is over.
 * @param {BenchClient} client
 * @param {() => boolean} isOver
 * @param {number} [most]
 */
async function waits(client, isOver, most = Infinity) {
  /** @type {number[]} */
  const times = [];
  while (!isOver() && times.length < most) {
    const started = performance.now();
    resultOf(await client.ask(...REQUESTS['tools/list']));
    times.push(performance.now() - started);
  }
  return times;
}

/**
 * Size and time of change of every file of the Worker's objects: a write shows in one of them.
 * @param {string} state
 */
async function filesOf(state) {
  const folder = join(state, 'do');
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const facts = names.map(async ({ parentPath, name }) => {
    const { size, mtimeNs } = await stat(join(parentPath, name), { bigint: true });
    return /** @type {const} */ ([join(parentPath, name).slice(folder.length + 1), `${size} ${mtimeNs}`]);
  });
  if (facts.length === 0) throw new Error('nothing is stored where it was looked for');
  return new Map(await Promise.all(facts));
}
