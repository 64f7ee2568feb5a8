// The Worker's size and start-up: gzip bytes of dist/runtime, and how long workerd takes to start and answer with it,
// beside a Worker that does nothing. workerd is started by itself: what Miniflare does before is no part of a deployment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { median, printTable } from './table.mjs';

const RUNS = 15;
const runtime = fileURLToPath(new URL('../dist/runtime/', import.meta.url));
const require = createRequire(createRequire(import.meta.url).resolve('miniflare'));
const workerd = require('workerd').default;
const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-worker-'));
const nothing = 'export default { fetch: () => new Response("ok") };';
const ours = `import { createWorker } from './index.js';
const { handler, durableObjects } = createWorker({ bundle: { v: 1, statement: null, bundle: '{}', artifacts: {} }, env: 'base' });
export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;`;

try {
  for (const file of ['index.js', 'agentscript.js', 'quickjs.wasm']) await copyFile(join(runtime, file), join(scratch, file));
  const subjects = [
    ['an empty Worker', await configure('empty', nothing, [])],
    ['ours', await configure('ours', ours, ['index.js', 'agentscript.js', 'quickjs.wasm'])],
  ];
  const times = new Map(subjects.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, config] of subjects) times.get(name).push(await timeToFirstAnswer(config));
  }
  const [empty, full] = subjects.map(([name]) => median(times.get(name)));
  printTable(['', 'first answer, ms', 'fastest, ms'], subjects.map(([name]) => [name, median(times.get(name)).toFixed(0), Math.min(...times.get(name)).toFixed(0)]));
  console.log(`\nStart-up of the Worker: ${(full - empty).toFixed(0)} ms more than an empty one (goal: at most 100 ms).`);
  const [size, engineSize] = [await gzipped('index.js'), (await gzipped('agentscript.js')) + (await gzipped('quickjs.wasm'))];
  console.log(`Size: ${kilobytes(size)} KB gzip (goal: at most 150 KB), and ${kilobytes(engineSize)} KB for what runs scripts (goal with it: at most 500 KB).`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** Writes workerd's configuration of a Worker; the first module is its entry. */
async function configure(name, code, others) {
  await writeFile(join(scratch, `${name}.js`), code);
  const modules = [`${name}.js`, ...others].map((file) => `(name = "${file}", ${file.endsWith('.wasm') ? 'wasm' : 'esModule'} = embed "${file}")`);
  const config = join(scratch, `${name}.capnp`);
  await writeFile(config, `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .worker)], sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);
const worker :Workerd.Worker = (modules = [${modules.join(', ')}], compatibilityDate = "2026-05-01");
`);
  return config;
}

/** Milliseconds from starting the process to its first answer. */
async function timeToFirstAnswer(config) {
  const started = performance.now();
  const child = spawn(workerd, ['serve', config, '--control-fd=3'], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  try {
    const port = await listening(child);
    await (await fetch(`http://127.0.0.1:${port}/health`)).text();
    return performance.now() - started;
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

async function listening(child) {
  for await (const line of createInterface({ input: child.stdio[3] })) {
    const { event, port } = JSON.parse(line);
    if (event === 'listen') return port;
  }
  throw new Error('workerd ended before it listened.');
}

async function gzipped(file) {
  return gzipSync(await readFile(join(runtime, file)), { level: 9 }).length;
}

function kilobytes(bytes) {
  return (bytes / 1024).toFixed(1);
}
