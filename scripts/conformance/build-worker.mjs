import { join } from 'node:path';
import { build } from 'esbuild';
import { runtimeOptions, scriptsApart } from '../runtime-options.mjs';

/** The module that the fixtures stand in for, and the one that holds them. */
const SEAM = 'src/runtime/mcp/methods.ts';
const FIXTURES = '__tests__/conformance/fixture-worker.ts';

/**
 * Builds the runtime that the conformance suite is run against: the shipped one, with one module more between
 * `methods.ts` and its importers. Returns the code and esbuild's list of the modules in it.
 * @param {string} root of the project
 */
export async function buildConformanceWorker(root) {
  const options = runtimeOptions(root);
  const unminified = { ...options, absWorkingDir: root, minify: false };
  const inMemory = /** @type {const} */ ({ write: false, metafile: true });
  const { outputFiles, metafile } = await build({
    ...unminified,
    ...inMemory,
    plugins: [...options.plugins, scriptsApart(), fixtures(root)],
  });
  const scripts = await build({
    ...unminified,
    ...inMemory,
    entryPoints: [join(root, 'src/runtime/agentscript/entry.ts')],
  });
  return {
    code: outputFiles[0]?.text ?? '',
    scripts: scripts.outputFiles[0]?.text ?? '',
    modules: Object.keys(metafile.inputs),
  };
}

/**
 * The modules of the shipped runtime.
 * @param {string} root of the project
 */
export async function shippedModules(root) {
  const options = runtimeOptions(root);
  const { metafile } = await build({
    ...options,
    absWorkingDir: root,
    plugins: [...options.plugins, scriptsApart()],
    write: false,
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

/**
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
function fixtures(root) {
  const [seam, module] = [join(root, SEAM), join(root, FIXTURES)];
  return {
    name: 'conformance-fixtures',
    setup(bundler) {
      bundler.onResolve({ filter: /methods\.js$/ }, ({ path, importer, resolveDir }) => {
        if (join(resolveDir, path).replace(/\.js$/, '.ts') !== seam) return undefined;
        return { path: importer === module ? seam : module };
      });
    },
  };
}
