import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { buildInstrumented } from './build-instrumented.mjs';
import { GLOBALS } from './counter.mjs';
import { JOURNEY_PATH } from './watch-worker.mjs';

/** @typedef {import('./counter.mjs').Entered} Entered */

const WATCH = fileURLToPath(new URL('watch-worker.mjs', import.meta.url));

/** Maximum wait for requests and alarms to finish before a count begins or ends, in milliseconds. */
const PATIENCE_MS = 20_000;
const POLL_MS = 20;

/** Number of counts, of which the smallest is used: some requests also renew what the Worker caches for seconds only. */
const TURNS = 3;

/**
 * Starts the instrumented Worker of a folder in local workerd, from the output of `frontmcp deploy emit-wrangler`.
 * @param {string} root of the folder
 * @param {string} emitted folder with the emitted configuration and deploy bundle
 * @param {Record<string, string>} secrets
 */
export async function startWorker(root, emitted, secrets) {
  const [code, bundle, engine, configuration] = await Promise.all([
    bundleWorker(root),
    readFile(join(emitted, 'frontmcp.deploy.bundle.js'), 'utf8'),
    readFile(join(root, 'dist/runtime/quickjs.wasm')),
    readConfiguration(emitted),
  ]);
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    log: new Log(LogLevel.NONE),
    handleRuntimeStdio: (/** @type {import('node:stream').Readable[]} */ ...streams) => {
      for (const stream of streams) stream.resume();
    },
    modules: [
      { type: 'ESModule', path: 'worker.js', contents: code },
      { type: 'ESModule', path: 'frontmcp.deploy.bundle.js', contents: bundle },
      { type: 'CompiledWasm', path: 'quickjs.wasm', contents: engine },
    ],
    ...bindingsOf(configuration, secrets),
  });
  const { origin } = await miniflare.ready;
  return {
    url: origin,
    measure: (/** @type {(turn: number) => Promise<void>} */ act) => measure(origin, act),
    stop: () => miniflare.dispose(),
  };
}

/** @param {string} root */
async function bundleWorker(root) {
  const { outputFiles } = await buildInstrumented(root, {
    stdin: {
      contents: `import { createWorker } from './src/runtime/index.ts';
import { watchWorker } from ${JSON.stringify(WATCH)};
import bundle from './frontmcp.deploy.bundle.js';
const worker = createWorker({ bundle, env: 'local' });
export default watchWorker(worker, globalThis.${GLOBALS.counter});
export const { SessionDO, EventStoreDO, BundleDO } = worker.durableObjects;
`,
      resolveDir: root,
    },
    write: false,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    external: ['cloudflare:workers', '*.wasm', './frontmcp.deploy.bundle.js'],
  });
  return outputFiles?.[0]?.text ?? '';
}

/**
 * Counts what the Worker enters during an action. Each count follows the same action, so the Worker is warm.
 * @param {string} origin
 * @param {(turn: number) => Promise<void>} act
 * @returns {Promise<Entered[]>} in order
 */
async function measure(origin, act) {
  const turns = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await act(2 * turn);
    await control(origin, 'start');
    await act(2 * turn + 1);
    turns.push(/** @type {Entered[]} */ (await (await control(origin, 'stop')).json()));
  }
  return turns.reduce((least, each) => (each.length < least.length ? each : least));
}

/**
 * @param {string} origin
 * @param {'start' | 'stop'} what
 */
async function control(origin, what) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const response = await fetch(`${origin}${JOURNEY_PATH}${what}`, { method: 'POST' });
    if (response.ok) return response;
    if (Date.now() > end) throw new Error(`The Worker did not come to rest within ${PATIENCE_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * The parts of an emitted wrangler.jsonc that local workerd needs.
 * @typedef {object} Configuration
 * @property {string} compatibility_date
 * @property {string[]} [compatibility_flags]
 * @property {Record<string, string>} [vars]
 * @property {{ bindings: { name: string, class_name: string }[] }} [durable_objects]
 * @property {{ binding: string }[]} [kv_namespaces]
 * @property {{ binding: string }[]} [d1_databases]
 * @property {{ binding: string }[]} [r2_buckets]
 */

/**
 * @param {string} emitted
 * @returns {Promise<Configuration>}
 */
async function readConfiguration(emitted) {
  const text = await readFile(join(emitted, 'wrangler.jsonc'), 'utf8');
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
}

/**
 * @param {Configuration} configuration
 * @param {Record<string, string>} secrets
 */
function bindingsOf(configuration, secrets) {
  const names = (/** @type {{ binding: string }[] | undefined} */ bindings) =>
    (bindings ?? []).map(({ binding }) => binding);
  return {
    compatibilityDate: configuration.compatibility_date,
    compatibilityFlags: configuration.compatibility_flags ?? [],
    bindings: { ...configuration.vars, ...secrets },
    durableObjects: Object.fromEntries(
      (configuration.durable_objects?.bindings ?? []).map(({ name, class_name: className }) => [
        name,
        { className, useSQLite: true },
      ]),
    ),
    kvNamespaces: names(configuration.kv_namespaces),
    d1Databases: names(configuration.d1_databases),
    r2Buckets: names(configuration.r2_buckets),
  };
}
