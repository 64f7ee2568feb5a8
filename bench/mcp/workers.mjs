// Builds the Workers that are compared, and starts each in a workerd of its own.
import childProcess, { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { runtimeOptions, scriptsApart } from '../../scripts/runtime-options.mjs';
import { root } from './load-source.mjs';

/** @import { TestBundle } from '../../__tests__/support/worker-bundles.js' */
/** @import { TestKey } from '../../__tests__/support/worker-statements.js' */
/** @import { Source, Tool } from './load-source.mjs' */

/**
 * The code of our Worker: runtime, what runs scripts, and the script engine.
 * @typedef {Awaited<ReturnType<typeof buildOurs>>} Runtime
 */
/** @typedef {import('miniflare').SharedOptions & import('miniflare').WorkerOptions} WorkerOptions */
/** @typedef {Awaited<ReturnType<typeof start>>} RunningWorker */
/**
 * What every part of the benchmark needs; `launch` starts a Worker that the end of the run stops.
 * @typedef {object} Bench
 * @property {Source} source
 * @property {TestKey} key
 * @property {Runtime} runtime
 * @property {{ url: string }} api
 * @property {string} scratch
 * @property {(worker: WorkerOptions) => Promise<RunningWorker>} launch
 */

const run = promisify(execFile);
const COMPATIBILITY_DATE = '2026-05-01';
/** What Cloudflare's package asks for: exact peers. */
const AGENTS = [
  'agents@0.32.0',
  '@modelcontextprotocol/server@2.4.0',
  '@modelcontextprotocol/client@2.4.0',
  '@modelcontextprotocol/sdk@1.32.2',
  'zod@4',
];

const ENTRY = `import { createWorker } from './frontmcp-worker.js';
import deployBundle from './frontmcp.deploy.bundle.js';
const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: ENVIRONMENT });
export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;

/** The shipped runtime, bundled from the working tree as the build does. */
export async function buildOurs() {
  const options = runtimeOptions(root);
  const inMemory = /** @type {const} */ ({ write: false, legalComments: 'none' });
  const runtime = await build({ ...options, ...inMemory, plugins: [...options.plugins, scriptsApart()] });
  const scripts = await build({
    ...options,
    ...inMemory,
    entryPoints: [join(root, 'src/runtime/agentscript/entry.ts')],
  });
  const engine = await readFile(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'));
  return { runtime: runtime.outputFiles[0]?.text ?? '', scripts: scripts.outputFiles[0]?.text ?? '', engine };
}

/**
 * Options of a Worker of ours that serves a bundle.
 * @param {Runtime} runtime
 * @param {TestBundle} bundle
 * @param {object} options
 * @param {string | null} [options.statement] signs the compiled-in copy; without one the Worker waits for a push
 * @param {Record<string, string>} [options.artifacts]
 * @param {string} options.publicKey
 * @param {string} [options.state] folder that keeps what is stored
 * @param {number} [options.inspectorPort]
 * @returns {WorkerOptions}
 */
export function ourWorker(
  { runtime, scripts, engine },
  bundle,
  { statement = null, artifacts = bundle.artifacts, publicKey, state, inspectorPort },
) {
  const object = (/** @type {string} */ className) => ({ className, useSQLite: true });
  const compiled = { v: 1, statement, bundle: bundle.text, artifacts };
  return {
    modules: [
      module('worker.js', ENTRY.replace('ENVIRONMENT', JSON.stringify(bundle.index.environment))),
      module('frontmcp-worker.js', runtime),
      module('agentscript.js', scripts),
      { type: 'CompiledWasm', path: 'quickjs.wasm', contents: engine },
      module('frontmcp.deploy.bundle.js', `export default ${JSON.stringify(compiled)};`),
    ],
    bindings: { TRUSTED_PUBKEY: publicKey, ACME_TOKEN: 'token' },
    durableObjects: { SESSIONS: object('SessionDO'), EVENTS: object('EventStoreDO'), BUNDLE: object('BundleDO') },
    kvNamespaces: { BUNDLE_CACHE: 'cache', REPLAY_NONCE: 'nonces' },
    d1Databases: { AUDIT: 'audit' },
    r2Buckets: { SKILL_DATA: 'data' },
    ...(state !== undefined && { defaultPersistRoot: state }),
    ...(inspectorPort !== undefined && { inspectorPort }),
  };
}

/**
 * Bundles a Worker of peers/.
 * @param {string} name
 * @param {Tool[]} tools
 * @param {string} [modules] folder that packages are taken from
 */
export async function buildPeer(name, tools, modules = join(root, 'node_modules')) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'bench/mcp/peers', `${name}-worker.mjs`)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2023',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    external: ['cloudflare:*', 'node:*', 'ai', '@cloudflare/codemode'],
    logLevel: 'error',
    plugins: [builtIns(), toolsModule(tools), packagesOf(modules)],
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Options of a peer's Worker.
 * @param {string} code
 * @param {object} options
 * @param {object} options.answers what its tools answer
 * @param {string} options.api the API that one of them calls
 * @param {string[]} [options.flags]
 * @param {WorkerOptions['durableObjects']} [options.objects]
 * @returns {WorkerOptions}
 */
export function peerWorker(code, { answers, api, flags = [], objects = {} }) {
  return {
    modules: [module('worker.js', code)],
    compatibilityFlags: flags,
    bindings: { ANSWERS: /** @type {import('miniflare').Json} */ (answers), API: api },
    durableObjects: objects,
  };
}

/**
 * Installs Cloudflare's package into a folder with npm; `undefined`, with a line, when it cannot be had.
 * @param {string} folder
 */
export async function fetchAgents(folder) {
  try {
    await run(
      'npm',
      ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, ...AGENTS],
      { shell: process.platform === 'win32' },
    );
    return join(folder, 'node_modules');
  } catch {
    console.log(`${AGENTS[0]} cannot be fetched here: its two Workers are left out.`);
    return undefined;
  }
}

/**
 * Starts a Worker; its address, the id of its workerd, and how to end it.
 * @param {WorkerOptions} options
 */
export async function start(options) {
  const { spawn } = childProcess;
  /** @type {childProcess.ChildProcess | undefined} */
  let child;
  /** @param {Parameters<typeof spawn>} given */
  const watched = (...given) => (child = spawn(...given));
  // Miniflare keeps its child to itself.
  childProcess.spawn = /** @type {typeof spawn} */ (watched);
  const miniflare = new Miniflare({
    compatibilityDate: COMPATIBILITY_DATE,
    log: new Log(LogLevel.NONE),
    handleRuntimeStdio: (/** @type {import('node:stream').Readable[]} */ ...streams) => {
      for (const stream of streams) stream.resume();
    },
    name: 'worker',
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    ...options,
  });
  await miniflare.ready.finally(() => (childProcess.spawn = spawn));
  const url = await miniflare.unsafeGetDirectURL('worker');
  const workerd = child;
  if (workerd?.pid === undefined) throw new Error('workerd did not start');
  // Killed first: what ends in order waits for streams that clients hold open.
  const stop = async () => {
    const gone = workerd.exitCode === null && workerd.signalCode === null ? once(workerd, 'exit') : undefined;
    workerd.kill('SIGKILL');
    await gone;
    await miniflare.dispose();
  };
  return { miniflare, url: url.href.replace(/\/$/, ''), pid: workerd.pid, stop };
}

/** Size of the code of a Worker as it is uploaded, in KiB of gzip -9. */
export const gzipKiB = (/** @type {string} */ text) => gzipSync(text, { level: 9 }).length / 1024;

/**
 * @param {string} path
 * @param {string} contents
 */
function module(path, contents) {
  return { type: /** @type {const} */ ('ESModule'), path, contents };
}

/**
 * @param {Tool[]} tools
 * @returns {import('esbuild').Plugin}
 */
function toolsModule(tools) {
  return {
    name: 'tools',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^bench:tools$/ }, ({ path }) => ({ path, namespace: 'bench' }));
      onLoad({ filter: /.*/, namespace: 'bench' }, () => ({ contents: JSON.stringify(tools), loader: 'json' }));
    },
  };
}

/**
 * Packages come from one folder, so that each is there once.
 * @param {string} modules
 * @returns {import('esbuild').Plugin}
 */
function packagesOf(modules) {
  return {
    name: 'packages',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[a-z@]/ }, ({ path, kind, importer, pluginData }) => {
        if (
          pluginData === 'again' ||
          !importer.includes('peers') ||
          path.startsWith('cloudflare:') ||
          path.startsWith('node:') ||
          path.startsWith('bench:')
        )
          return undefined;
        return resolve(path, { kind, resolveDir: join(modules, '..'), pluginData: 'again' });
      });
    },
  };
}

/**
 * CommonJS asks for built-ins by their bare names, at run time; a Worker can only import them. Mail, which only Miniflare and the
 * platform add to workerd, is left out.
 * @returns {import('esbuild').Plugin}
 */
function builtIns() {
  return {
    name: 'built-ins',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[a-z_/]+$/ }, ({ path }) =>
        isBuiltin(path) ? { path, namespace: 'built-in' } : undefined,
      );
      onResolve({ filter: /^cloudflare:email$/ }, ({ path }) => ({ path, namespace: 'mail' }));
      onLoad({ filter: /.*/, namespace: 'mail' }, () => ({ contents: 'export class EmailMessage {}' }));
      onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
        contents: `export * from 'node:${path}'; export { default } from 'node:${path}';`,
      }));
    },
  };
}
