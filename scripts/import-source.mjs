import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Imports a module of src/ that holds data. What it would load later, on demand, is left out.
 * @param {string} root of the project
 * @param {string} path
 * @returns {Promise<unknown>} the module; the caller knows its type
 */
export async function importSource(root, path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    plugins: [
      {
        name: 'no-dynamic-imports',
        setup: ({ onResolve }) =>
          onResolve({ filter: /.*/ }, ({ kind, path: to }) =>
            kind === 'dynamic-import' ? { path: to, external: true } : undefined,
          ),
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`);
}
