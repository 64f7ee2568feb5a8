import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { parse } from 'smol-toml';

/** The wrangler configuration in a folder that `emit-wrangler --out` wrote, as data. */
export async function readConfiguration(folder) {
  return parse(await readFile(join(folder, 'wrangler.toml'), 'utf8'));
}

/** Miniflare options for the bindings of a wrangler configuration: what `wrangler deploy` would bind. */
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
 * @param folder what `emit-wrangler --out` wrote, or a fixture of it, which lacks the runtime
 * @param runtime modules of the runtime, by the names that the configuration's alias leads to
 * @param change replaces the text of the entry or the bundle, by file name
 */
export async function emittedModules(folder, configuration, runtime, change = (_, text) => text) {
  const read = async (file) => change(file, await readFile(join(folder, file), 'utf8'));
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

/** The runtime that `emit-wrangler --out` wrote beside the Worker. */
export async function emittedRuntime(folder) {
  const file = (name) => join(folder, 'frontmcp-worker', name);
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
