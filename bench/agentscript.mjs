// What codecall_execute costs in local workerd: start-up and each call, beside a bare engine and beside Worker Loader; the overhead of
// a run with three calls, warm; and how long a plain tools/list waits beside ten runs at once.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { median, printTable } from './table.mjs';

const RUNS = 200;
const root = fileURLToPath(new URL('..', import.meta.url));
const engine = await readFile(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'));

/** Answers at once, so that what remains is ours. */
const api = createServer((_request, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1042","total":37.5}'),
);
api.listen(0, '127.0.0.1');
await once(api, 'listening');

const bundled = async (/** @type {string} */ contents, resolveDir = root) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    minify: true,
    external: ['*.wasm', 'cloudflare:workers', 'node:crypto'],
    conditions: ['workerd', 'worker'],
  });
  return outputFiles[0]?.text ?? '';
};

const THREE_CALLS =
  'const a = await acme.getOrder({}); const b = await acme.getOrder({}); const c = await acme.getOrder({}); return { sum: a.total + b.total + c.total };';

const OURS = `
import { runAgentScript } from './src/runtime/agentscript/agentscript.ts';
import { createQuickJsEngine } from './src/runtime/agentscript/engine/quickjs-engine.ts';
import { DEFAULT_LIMITS } from './src/runtime/agentscript/script-limits.ts';
import wasm from './quickjs.wasm';
const engine = createQuickJsEngine(wasm);
const tools = new Map([['acme.getOrder', { name: 'acme.getOrder', description: '', readOnly: true }]]);
const call = async () => ({ ok: true, data: { id: '1042', total: 37.5 } });
export default { fetch: async (request) => {
  const script = await request.text();
  const outcome = await runAgentScript({ script, context: {}, limits: DEFAULT_LIMITS, tools, scope: async () => ({ tools }) }, { engine, call, signal: request.signal, now: Date.now, seed: () => [1, 2, 3, 4] });
  return new Response(outcome.status === 'ok' ? outcome.resultText : JSON.stringify(outcome), { status: outcome.status === 'ok' ? 200 : 500 });
} };`;

const BARE = `
import { QuickJS, EvalFlags } from 'quickjs-wasi';
import wasm from './quickjs.wasm';
export default { fetch: async (request) => {
  const script = await request.text();
  const vm = await QuickJS.create({ wasm });
  const acme = vm.newObject();
  acme.setProp('getOrder', vm.newFunction('getOrder', () => vm.hostToHandle({ id: '1042', total: 37.5 })));
  vm.global.setProp('acme', acme);
  const promise = vm.evalCode('(async () => {' + script + '})()', 'script.js');
  vm.executePendingJobs();
  const { value } = await vm.resolvePromise(promise);
  const answer = JSON.stringify(vm.dump(value));
  vm.dispose();
  return new Response(answer);
} };`;

const LOADER = `
import { WorkerEntrypoint } from 'cloudflare:workers';
export class Api extends WorkerEntrypoint { getOrder() { return { id: '1042', total: 37.5 }; } }
let count = 0;
export default { fetch: async (request, env, context) => {
  const script = await request.text();
  const code = 'export default { fetch: async (request, env) => { const acme = env.ACME; const run = async () => {' + script + '}; return Response.json(await run()); } };';
  const worker = env.LOADER.get('script-' + (count += 1), () => ({ compatibilityDate: '2026-05-01', mainModule: 'main.js', modules: { 'main.js': code }, env: { ACME: context.exports.Api({ props: {} }) }, globalOutbound: null }));
  return worker.getEntrypoint().fetch('http://script/');
} };`;

/** @type {[name: string, source: string, options: object][]} */
const subjects = [
  ['codecall_execute without MCP', OURS, {}],
  ['bare engine, no limits, no checks', BARE, {}],
  ['Worker Loader', LOADER, { workerLoaders: { LOADER: {} } }],
];

/** What a Worker logs is not what is measured. */
const quiet = {
  handleRuntimeStdio: (/** @type {import('node:stream').Readable[]} */ ...streams) => {
    for (const stream of streams) stream.resume();
  },
};

/** @type {string[][]} */
const rows = [];
for (const [name, source, options] of subjects) rows.push([name, ...(await measure(source, options))]);
printTable(['', 'first run, ms', 'three calls, median ms', 'p95 ms', 'loop of 100,000, ms'], rows);

/**
 * @param {string} source
 * @param {object} options
 */
async function measure(source, options) {
  const contents = await bundled(source);
  const miniflare = new Miniflare({
    modules: [
      { type: 'ESModule', path: 'worker.js', contents },
      { type: 'CompiledWasm', path: 'quickjs.wasm', contents: engine },
    ],
    compatibilityDate: '2026-05-01',
    ...quiet,
    ...options,
  });
  try {
    const url = await miniflare.ready;
    const run = async (/** @type {string} */ script) => {
      const started = performance.now();
      const response = await fetch(url, { method: 'POST', body: script });
      const text = await response.text();
      if (!response.ok) throw new Error(text);
      return performance.now() - started;
    };
    const first = await run(THREE_CALLS);
    /** @type {number[]} */
    const times = [];
    for (let at = 0; at < RUNS; at += 1) times.push(await run(THREE_CALLS));
    const loop = await run('let n = 0; for (let i = 0; i < 100000; i++) n += i; return n;');
    times.sort((a, b) => a - b);
    return [first, median(times), times[Math.floor(times.length * 0.95)] ?? NaN, loop].map((ms) => ms.toFixed(1));
  } catch (error) {
    return [
      '-',
      '-',
      '-',
      String(error)
        .replace(/^Error: /, '')
        .slice(0, 60),
    ];
  } finally {
    await miniflare.dispose();
  }
}

await wholeWorker();
api.close();

/** Through MCP, in the Worker's own code: a run with three real calls beside three calls of codecall_invoke, and what a listing waits. */
async function wholeWorker() {
  const target = await bundled(`
import { fixtureBundle } from './__tests__/runtime/mcp/fixture-bundle.ts';
import { get, shop } from './__tests__/e2e/mcp/shop.ts';
export const bundle = (url) => fixtureBundle(shop(url, { operations: { 'acme.getOrder': get('/orders/1') } }));`).then(
    (text) => import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`),
  );
  const { outputFiles } = await build({
    entryPoints: [join(root, '__tests__/runtime/mcp/mcp-worker.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    external: ['*.wasm'],
    conditions: ['workerd', 'worker'],
  });
  const miniflare = new Miniflare({
    modules: [
      { type: 'ESModule', path: 'worker.js', contents: outputFiles[0]?.text ?? '' },
      { type: 'CompiledWasm', path: 'quickjs.wasm', contents: engine },
    ],
    compatibilityDate: '2026-05-01',
    ...quiet,
    bindings: {
      BUNDLE: target.bundle(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (api.address()).port}`),
      CALLER: { subject: 'bench', scopes: [], groups: [] },
      ACME_TOKEN: 'token',
    },
  });
  const url = new URL('/mcp', await miniflare.ready);
  let id = 0;
  /**
   * @param {string} method
   * @param {object} params
   */
  const rpc = async (method, params) => {
    const started = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: (id += 1), method, params }),
    });
    const text = await response.text();
    if (!response.ok || /"isError":true|"error":\{"code":-/.test(text)) throw new Error(text.slice(0, 400));
    return performance.now() - started;
  };
  const execute = () =>
    rpc('tools/call', { name: 'codecall_execute', arguments: { script: THREE_CALLS, skills: ['find-order'] } });
  const invoke = () => rpc('tools/call', { name: 'codecall_invoke', arguments: { tool: 'acme.getOrder', input: {} } });
  const list = () => rpc('tools/list', {});
  const first = await execute();
  await invoke();
  /** @type {number[][]} */
  const [scripts = [], calls = [], lists = []] = [[], [], []];
  for (let at = 0; at < RUNS; at += 1) {
    scripts.push(await execute());
    calls.push(await invoke());
    lists.push(await list());
  }
  /** @type {number[][]} */
  const [beside = [], whole = []] = [[], []];
  for (let at = 0; at < 20; at += 1) {
    const started = performance.now();
    const runs = Promise.all(Array.from({ length: 10 }, execute));
    beside.push(await list());
    await runs;
    whole.push(performance.now() - started);
  }
  await miniflare.dispose();
  const [script, call, listing] = [median(scripts), median(calls), median(lists)];
  const [waiting, ten] = [median(beside), median(whole)];
  console.log();
  printTable(
    ['in the Worker, through MCP', 'median ms'],
    [
      ['first codecall_execute of an isolate', first.toFixed(1)],
      ['codecall_execute with three calls', script.toFixed(1)],
      ['codecall_invoke, one call', call.toFixed(1)],
      ['tools/list', listing.toFixed(1)],
      ['tools/list, asked for after ten runs', waiting.toFixed(1)],
      ['those ten runs, all', ten.toFixed(1)],
    ],
  );
  const own = script - listing - 3 * (call - listing);
  console.log(`\nOverhead of a run with three calls, without the calls: ${own.toFixed(1)} ms (goal: at most 5 ms).`);
}
