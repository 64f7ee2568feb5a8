// Bundles the parts of src/ that a benchmark measures, from the working tree, into one temporary module.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The module: what the benchmarks use of src/.
 * @typedef {Pick<typeof import('../../src/build/diagnostics/collector.js'), 'collectDiagnostics' | 'messageOf'>
 *   & Pick<typeof import('../../src/build/openapi/document/read-spec.js'), 'readSpec'>
 *   & Pick<typeof import('../../src/build/openapi/names/list-operations.js'), 'listOperations'>
 *   & Pick<typeof import('../../src/build/openapi/names/name-operations.js'), 'nameOperations'>
 *   & Pick<typeof import('../../src/build/openapi/classify/overrides.js'), 'createRuleBook'>
 *   & Pick<typeof import('../../src/build/openapi/resolve-spec.js'), 'resolveSpec'>
 *   & Pick<typeof import('../../src/build/openapi/read-operations.js'), 'readOperations'>
 *   & Pick<typeof import('../../src/contract/request/build-request.js'), 'buildRequest'>
 *   & Pick<typeof import('../../src/contract/encoding/canonical-json.js'), 'canonicalBytes'>} Source
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the module and returns its path and what removes it again. */
export async function bundleSource() {
  const folder = await mkdtemp(join(root, 'node_modules/.frontmcp-bench-'));
  const outfile = join(folder, 'source.mjs');
  await build({
    stdin: {
      contents: `
        export { collectDiagnostics, messageOf } from './src/build/diagnostics/collector.ts';
        export { readSpec } from './src/build/openapi/document/read-spec.ts';
        export { listOperations } from './src/build/openapi/names/list-operations.ts';
        export { nameOperations } from './src/build/openapi/names/name-operations.ts';
        export { createRuleBook } from './src/build/openapi/classify/overrides.ts';
        export { resolveSpec } from './src/build/openapi/resolve-spec.ts';
        export { readOperations } from './src/build/openapi/read-operations.ts';
        export { buildRequest } from './src/contract/request/build-request.ts';
        export { canonicalBytes } from './src/contract/encoding/canonical-json.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  return { outfile, remove: () => rm(folder, { recursive: true, force: true }) };
}
