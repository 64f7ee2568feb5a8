import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * esbuild options that make the Worker's runtime out of src/runtime. The build, and the tests that need its exact bytes, share them.
 * @param {string} root of the project
 * @returns {import('esbuild').BuildOptions & { plugins: import('esbuild').Plugin[] }}
 */
export function runtimeOptions(root) {
  return {
    entryPoints: [join(root, 'src/runtime/index.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    external: ['cloudflare:workers', '*.wasm'],
    minify: true,
    legalComments: 'eof',
    plugins: [guestAsText()],
    logLevel: 'warning',
  };
}

/**
 * What runs scripts is a module of its own, which the runtime loads when the first script comes.
 * @returns {import('esbuild').Plugin}
 */
export function scriptsApart() {
  return {
    name: 'scripts-apart',
    setup: (bundler) =>
      bundler.onResolve({ filter: /\/agentscript\/entry\.js$/ }, () => ({ path: './agentscript.js', external: true })),
  };
}

/**
 * Takes the text of the guest's functions here, not in the Worker: wrangler bundles the runtime once more, with
 * `keep_names`, and the `__name(…)` that it puts into every function does not exist inside of the script engine.
 * @returns {import('esbuild').Plugin}
 */
function guestAsText() {
  return {
    name: 'guest-as-text',
    setup(bundler) {
      bundler.onLoad({ filter: /agentscript[\\/]guest[\\/]source\.ts$/ }, async ({ path }) => {
        const { outputFiles } = await build({
          entryPoints: [path],
          bundle: true,
          format: 'esm',
          target: 'es2023',
          minify: true,
          write: false,
          logLevel: 'warning',
        });
        const { guestSource } = await import(
          `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`
        );
        return { contents: `export const guestSource = () => ${JSON.stringify(guestSource())};\n`, loader: 'js' };
      });
    },
  };
}
