// The Worker's size and start-up: gzip bytes of dist/runtime, and how long workerd takes to load and answer with it,
// beside a Worker that does nothing.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Miniflare } from 'miniflare';
import { median, printTable } from './table.mjs';

const RUNS = 9;
const runtime = await readFile(fileURLToPath(new URL('../dist/runtime/index.js', import.meta.url)), 'utf8');
const engine = await readFile(fileURLToPath(new URL('../dist/runtime/quickjs.wasm', import.meta.url)));
const scripts = await readFile(fileURLToPath(new URL('../dist/runtime/agentscript.js', import.meta.url)), 'utf8');
const size = gzipSync(runtime, { level: 9 }).length;
const engineSize = gzipSync(scripts, { level: 9 }).length + gzipSync(engine, { level: 9 }).length;

const nothing = 'export default { fetch: () => new Response("ok") };';
const ours = `import { createWorker } from './runtime.js';
const { handler, durableObjects } = createWorker({ bundle: { v: 1, statement: null, bundle: '{}', artifacts: {} }, env: 'base' });
export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;`;

const subjects = [
  ['an empty Worker', [{ type: 'ESModule', path: 'worker.js', contents: nothing }]],
  ['ours', [{ type: 'ESModule', path: 'worker.js', contents: ours }, { type: 'ESModule', path: 'runtime.js', contents: runtime }, { type: 'ESModule', path: 'agentscript.js', contents: scripts }, { type: 'CompiledWasm', path: 'quickjs.wasm', contents: engine }]],
];
const times = new Map(subjects.map(([name]) => [name, []]));
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, modules] of subjects) times.get(name).push(await timeToFirstAnswer(modules));
}
const [empty, full] = subjects.map(([name]) => median(times.get(name)));
printTable(['', 'first answer, ms'], subjects.map(([name]) => [name, median(times.get(name)).toFixed(0)]));
console.log(`\nStart-up of the Worker: ${(full - empty).toFixed(0)} ms more than an empty one (goal: at most 100 ms).`);
console.log(`Size: ${(size / 1024).toFixed(1)} KB gzip (goal: at most 150 KB), and ${(engineSize / 1024).toFixed(1)} KB for what runs scripts (goal with it: at most 500 KB).`);

async function timeToFirstAnswer(modules) {
  const started = performance.now();
  const miniflare = new Miniflare({ modules, compatibilityDate: '2026-05-01' });
  const url = await miniflare.ready;
  await (await fetch(new URL('/health', url))).text();
  const milliseconds = performance.now() - started;
  await miniflare.dispose();
  return milliseconds;
}
