import { stringify } from 'smol-toml';
import type { BundleIndex, CompiledBundle } from '../contract/bundle/bundle-index.js';
import { wranglerConfiguration } from './configuration.js';
import { EMITTED } from './names.js';

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
  /** Text of worker.ts, written for some environment. */
  worker: string;
}

/** The whole folder, ready for `wrangler deploy`: configuration, worker.ts, compiled runtime, engine and bundle. Path → content. */
export function emitFolder(options: EmitOptions): Record<string, string | Uint8Array> {
  const { index, compiled, format, runtime, scripts, engine, worker } = options;
  return {
    [format === 'toml' ? EMITTED.toml : EMITTED.jsonc]: emitConfiguration(index, format),
    [EMITTED.worker]: worker.replace(/env: '[^']*'/, `env: '${index.environment}'`),
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
