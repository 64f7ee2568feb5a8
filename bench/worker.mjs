// The Worker's size and start-up: gzip bytes of dist/runtime, and how long workerd takes to start and answer with it,
// beside a Worker that does nothing.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { configure, timeToFirstAnswer } from './start-workerd.mjs';
import { median, printTable } from './table.mjs';

const RUNS = 15;
const runtime = fileURLToPath(new URL('../dist/runtime/', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-worker-'));
const nothing = 'export default { fetch: () => new Response("ok") };';
const ours = `import { createWorker } from './index.js';
const { handler, durableObjects } = createWorker({ bundle: { v: 1, statement: null, bundle: '{}', artifacts: {} }, env: 'base' });
export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;`;

try {
  for (const file of ['index.js', 'agentscript.js', 'quickjs.wasm'])
    await copyFile(join(runtime, file), join(scratch, file));
  /** @type {[name: string, configuration: string][]} */
  const subjects = [
    ['an empty Worker', await configure(scratch, 'empty', nothing)],
    ['ours', await configure(scratch, 'ours', ours, ['index.js', 'agentscript.js', 'quickjs.wasm'])],
  ];
  /** @type {Map<string, number[]>} */
  const times = new Map(subjects.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, config] of subjects) times.get(name)?.push(await timeToFirstAnswer(config));
  }
  const [empty = NaN, full = NaN] = subjects.map(([name]) => median(times.get(name) ?? []));
  printTable(
    ['', 'first answer, ms', 'fastest, ms'],
    [...times].map(([name, all]) => [name, median(all).toFixed(0), Math.min(...all).toFixed(0)]),
  );
  console.log(
    `\nStart-up of the Worker: ${(full - empty).toFixed(0)} ms more than an empty one (goal: at most 100 ms).`,
  );
  const [size, engineSize] = [
    await gzipped('index.js'),
    (await gzipped('agentscript.js')) + (await gzipped('quickjs.wasm')),
  ];
  console.log(
    `Size: ${kilobytes(size)} KB gzip (goal: at most 150 KB), and ${kilobytes(engineSize)} KB for what runs scripts (goal with it: at most 500 KB).`,
  );
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** @param {string} file */
async function gzipped(file) {
  return gzipSync(await readFile(join(runtime, file)), { level: 9 }).length;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1024).toFixed(1);
}
