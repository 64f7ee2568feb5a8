import { stringify } from 'smol-toml';
import type { BundleIndex, CompiledBundle } from '../contract/bundle/bundle-index.js';
import { fromUtf8 } from '../contract/encoding/bytes.js';
import { wranglerConfiguration } from './configuration.js';
import { EMITTED } from './emitted-names.js';

/**
 * The worker.ts that is emitted: the documented entry, unchanged but for its environment. The same text
 * stands in examples/worker/worker.ts, which the tests compile and run.
 */
const WORKER_ENTRY = `import { createWorker } from '@frontmcp/worker';
import deployBundle from './frontmcp.deploy.bundle.js';

const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: 'production' });

export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;

/** Formats of an emitted configuration. */
export type ConfigurationFormat = 'toml' | 'jsonc';

/** The configuration as text. */
export function emitConfiguration(index: BundleIndex, format: ConfigurationFormat): string {
  const configuration = wranglerConfiguration(index);
  const note = 'Written by "frontmcp deploy emit-wrangler" from the manifest; change the manifest, not this file.';
  if (format === 'toml') return `# ${note}\n${stringify(configuration)}`;
  const schema = { $schema: 'node_modules/wrangler/config-schema.json' };
  return `// ${note}\n${JSON.stringify({ ...schema, ...configuration }, null, 2)}\n`;
}

/**
 * The form in which a bundle is compiled into a Worker. Blobs stay outside: they live in R2.
 * @param statement push statement with the intent `embed`, or `null` when there is no signing key
 */
export function compiledBundle(
  bundle: { bytes: Uint8Array; artifacts: ReadonlyMap<string, { bytes: Uint8Array }> },
  statement: string | null,
): CompiledBundle {
  const artifacts = [...bundle.artifacts].map(([sha256, { bytes }]) => [sha256, fromUtf8(bytes)] as const);
  return { v: 1, statement, bundle: fromUtf8(bundle.bytes), artifacts: Object.fromEntries(artifacts.sort()) };
}

/** What goes into the emitted folder. */
export interface EmitOptions {
  index: BundleIndex;
  compiled: CompiledBundle;
  format: ConfigurationFormat;
  /** Text of the compiled runtime. */
  runtime: string;
  /** Text of what runs scripts, which the runtime loads. */
  scripts: string;
  /** The script engine, which that imports. */
  engine: Uint8Array;
}

/** The whole folder, ready for `wrangler deploy`: configuration, worker.ts, compiled runtime, engine and bundle. Path → content. */
export function emitFolder(options: EmitOptions): Record<string, string | Uint8Array> {
  const { index, compiled, format, runtime, scripts, engine } = options;
  return {
    [format === 'toml' ? EMITTED.toml : EMITTED.jsonc]: emitConfiguration(index, format),
    [EMITTED.worker]: WORKER_ENTRY.replace(/env: '[^']*'/, `env: '${index.environment}'`),
    [EMITTED.runtime]: runtime,
    [EMITTED.scripts]: scripts,
    [EMITTED.engine]: engine,
    [EMITTED.bundle]: emitBundleModule(compiled),
  };
}

/** The module that worker.ts imports: data only. */
export function emitBundleModule(compiled: CompiledBundle): string {
  return `// Written by "frontmcp deploy emit-wrangler". The copy of the deploy bundle that this Worker starts with.\nexport default ${JSON.stringify(compiled)};\n`;
}
