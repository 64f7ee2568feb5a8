// What the code weighs, and how long workerd takes to start with it and to answer once, beside a Worker that does nothing.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configure, timeToFirstAnswer } from '../start-workerd.mjs';
import { median, printTable } from '../table.mjs';
import { cpuMilliseconds } from './process-cost.mjs';
import { gzipKiB } from './workers.mjs';

/** @import { Bench } from './workers.mjs' */

/** @typedef {{ wall: number, cpu: number }} Cost milliseconds */

const RUNS = 9;
const NOTHING = 'export default { fetch: () => new Response("ok") };';
const OURS = `import { createWorker } from './frontmcp-worker.js';
const { handler, durableObjects } = createWorker({ bundle: { v: 1, statement: null, bundle: '{}', artifacts: {} }, env: 'base' });
export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;`;

/**
 * Prints a table.
 * @param {Bench} bench
 * @param {[name: string, code: string, flags: string[] | undefined][]} peers
 */
export async function measureSize({ runtime, scratch }, peers) {
  await writeFile(join(scratch, 'frontmcp-worker.js'), runtime.runtime);
  await writeFile(join(scratch, 'agentscript.js'), runtime.scripts);
  await writeFile(join(scratch, 'quickjs.wasm'), runtime.engine);
  /** @type {[name: string, code: string, config: string][]} */
  const subjects = [
    ['an empty Worker', NOTHING, await configure(scratch, 'empty', NOTHING)],
    [
      'ours',
      runtime.runtime,
      await configure(scratch, 'ours', OURS, ['frontmcp-worker.js', 'agentscript.js', 'quickjs.wasm']),
    ],
  ];
  for (const [at, [name, code, flags]] of peers.entries())
    subjects.push([name, code, await configure(scratch, `peer-${at}`, code, [], flags)]);
  /** @type {Map<string, Cost[]>} */
  const turns = new Map(subjects.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, , config] of subjects) {
      let cpu = NaN;
      const wall = await timeToFirstAnswer(config, (pid) => (cpu = cpuMilliseconds(pid)));
      turns.get(name)?.push({ wall, cpu });
    }
  }
  /**
   * @param {string} name
   * @param {keyof Cost} key
   */
  const middle = (name, key) => median((turns.get(name) ?? []).map((turn) => turn[key]));
  const empty = subjects[0]?.[0] ?? '';
  console.log('\nSize, and workerd from its start to its first answer');
  printTable(
    ['', 'KiB gzip', 'ms', 'more than empty', 'CPU ms', 'more than empty'],
    subjects.map(([name, code]) => {
      const cells = /** @type {const} */ (['wall', 'cpu']).flatMap((key) => [
        middle(name, key),
        middle(name, key) - middle(empty, key),
      ]);
      return [name, gzipKiB(code).toFixed(1), ...cells.map((value) => value.toFixed(0))];
    }),
  );
}
