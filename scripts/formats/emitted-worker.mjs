import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { parse } from 'smol-toml';

/**
 * The parts of an emitted wrangler configuration that a Worker is started with.
 * @typedef {object} Configuration
 * @property {string} name
 * @property {string} main
 * @property {Record<string, string>} alias
 * @property {string} compatibility_date
 * @property {string[]} [compatibility_flags]
 * @property {{ bindings: { name: string, class_name: string }[] }} durable_objects
 * @property {{ new_sqlite_classes?: string[] }[]} migrations
 * @property {{ binding: string, id: string }[]} [kv_namespaces]
 * @property {{ binding: string, database_id: string }[]} [d1_databases]
 * @property {{ binding: string, bucket_name: string }[]} [r2_buckets]
 */
/**
 * A module of a Worker, as Miniflare takes it.
 * @typedef {{ type: 'ESModule', path: string, contents: string } | { type: 'CompiledWasm', path: string, contents: Uint8Array<ArrayBuffer> }} WorkerModule
 */

/**
 * The wrangler configuration in a folder that `emit-wrangler --out` wrote, as data.
 * @param {string} folder
 */
export async function readConfiguration(folder) {
  const data = parse(await readFile(join(folder, 'wrangler.toml'), 'utf8'));
  return /** @type {Configuration} */ (/** @type {unknown} */ (data));
}

/**
 * Miniflare options for the bindings of a wrangler configuration: what `wrangler deploy` would bind.
 * @param {Configuration} configuration
 */
export function bindingOptions(configuration) {
  const { durable_objects, kv_namespaces = [], d1_databases = [], r2_buckets = [], migrations } = configuration;
  const withSqlite = migrations.flatMap(({ new_sqlite_classes: classes = [] }) => classes);
  return {
    name: configuration.name,
    compatibilityDate: configuration.compatibility_date,
    compatibilityFlags: configuration.compatibility_flags ?? [],
    durableObjects: Object.fromEntries(
      durable_objects.bindings.map(({ name, class_name: className }) => [
        name,
        { className, useSQLite: withSqlite.includes(className) },
      ]),
    ),
    kvNamespaces: Object.fromEntries(kv_namespaces.map(({ binding, id }) => [binding, id])),
    d1Databases: Object.fromEntries(d1_databases.map(({ binding, database_id: id }) => [binding, id])),
    r2Buckets: Object.fromEntries(r2_buckets.map(({ binding, bucket_name: bucket }) => [binding, bucket])),
  };
}

/**
 * Modules of an emitted Worker: its own `worker.ts` and bundle, with a runtime beside them.
 * @param {string} folder what `emit-wrangler --out` wrote, or a fixture of it, which lacks the runtime
 * @param {Configuration} configuration
 * @param {WorkerModule[]} runtime modules of the runtime, by the names that the configuration's alias leads to
 * @param {(file: string, text: string) => string} [change] replaces the text of the entry or the bundle, by file name
 * @returns {Promise<WorkerModule[]>}
 */
export async function emittedModules(folder, configuration, runtime, change = (_, text) => text) {
  const read = async (/** @type {string} */ file) => change(file, await readFile(join(folder, file), 'utf8'));
  const { code } = await transform(await read(configuration.main), { loader: 'ts' });
  const entry = Object.entries(configuration.alias).reduce(
    (text, [name, path]) => text.replaceAll(`"${name}"`, `"${path}"`),
    code,
  );
  const bundle = await read('frontmcp.deploy.bundle.js');
  return [
    { type: 'ESModule', path: 'worker.js', contents: entry },
    { type: 'ESModule', path: 'frontmcp.deploy.bundle.js', contents: bundle },
    ...runtime,
  ];
}

/**
 * The runtime that `emit-wrangler --out` wrote beside the Worker.
 * @param {string} folder
 * @returns {Promise<WorkerModule[]>}
 */
export async function emittedRuntime(folder) {
  const file = (/** @type {string} */ name) => join(folder, 'frontmcp-worker', name);
  return [
    { type: 'ESModule', path: 'frontmcp-worker/index.js', contents: await readFile(file('index.js'), 'utf8') },
    {
      type: 'ESModule',
      path: 'frontmcp-worker/agentscript.js',
      contents: await readFile(file('agentscript.js'), 'utf8'),
    },
    { type: 'CompiledWasm', path: 'frontmcp-worker/quickjs.wasm', contents: await readFile(file('quickjs.wasm')) },
  ];
}
