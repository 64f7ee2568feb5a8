import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { COUNTER } from './counter.mjs';
import { instrument } from './instrument.mjs';

/** Supplies the packages when the measured folder has no node_modules. */
const OWN_PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * Bundles sources of a folder with a counter, which every function of its src/ calls when it is entered.
 * @param {string} root of the folder
 * @param {import('esbuild').BuildOptions} options entry, output, and what runs the bundle
 * @param {string} [banner] text after the counter
 */
export async function buildInstrumented(root, options, banner = '') {
  return build({
    bundle: true,
    format: 'esm',
    target: 'es2023',
    logLevel: 'error',
    nodePaths: [OWN_PACKAGES],
    ...options,
    banner: { js: `${COUNTER}\n${banner}` },
    plugins: [instrumented(root), ...(options.plugins ?? [])],
  });
}

/**
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
function instrumented(root) {
  return {
    name: 'instrumented',
    setup({ onLoad, initialOptions }) {
      const entries = [initialOptions.entryPoints ?? []].flat();
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const file = relative(root, path).replaceAll('\\', '/');
        if (!file.startsWith('src/')) return undefined;
        const { text } = instrument(file, await readFile(path, 'utf8'), { isEntry: entries.includes(path) });
        return { contents: text, loader: 'ts' };
      });
    },
  };
}
