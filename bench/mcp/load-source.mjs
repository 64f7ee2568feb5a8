// What the benchmark needs of the project: its contract, its listed tools, and the test suite's makers of bundles and statements.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Those parts.
 * @typedef {Pick<typeof import('../../__tests__/runtime/mcp/fixture-bundle.js'), 'fixtureBundle'>
 *   & Pick<typeof import('../../__tests__/support/worker-client.js'), 'applyBody'>
 *   & Pick<typeof import('../../__tests__/support/worker-bundles.js'), 'finishTestBundle' | 'makeTestBundle'>
 *   & Pick<typeof import('../../__tests__/support/worker-statements.js'), 'makeTestKey' | 'signTestStatement'>
 *   & { LISTED_TOOLS: Tool[] }} Source
 */
/** @typedef {{ name: string, inputSchema: object, outputSchema?: object }} Tool */

export const root = fileURLToPath(new URL('../..', import.meta.url));

const CONTENTS = `
  export { fixtureBundle } from './__tests__/runtime/mcp/fixture-bundle.ts';
  export { memorySnapshot } from './__tests__/runtime/mcp/memory-snapshot.ts';
  export { applyBody } from './__tests__/support/worker-client.ts';
  export { finishTestBundle, makeTestBundle } from './__tests__/support/worker-bundles.ts';
  export { makeTestKey, signTestStatement } from './__tests__/support/worker-statements.ts';
  export { LISTED_TOOLS } from './src/runtime/mcp/tools/table.ts';`;

/**
 * Imports those parts from the working tree.
 * @returns {Promise<Source>}
 */
export async function loadSource() {
  const { outputFiles } = await build({
    stdin: { contents: CONTENTS, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'no-dynamic-imports',
        setup: ({ onResolve }) =>
          onResolve({ filter: /.*/ }, ({ kind, path }) =>
            kind === 'dynamic-import' ? { path, external: true } : undefined,
          ),
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`);
}
