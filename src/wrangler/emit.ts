import { stringify } from 'smol-toml';
import type { BundleIndex, CompiledBundle } from '../contract/bundle/types.js';
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

/** What goes into the emitted folder, path → text. */
export interface EmitOptions {
  index: BundleIndex;
  compiled: CompiledBundle;
  format: ConfigurationFormat;
  /** Text of the compiled runtime. */
  runtime: string;
  /** Text of worker.ts, written for some environment. */
  worker: string;
}

/** The whole folder, ready for `wrangler deploy`: configuration, worker.ts, compiled runtime and bundle. */
export function emitFolder(options: EmitOptions): Record<string, string> {
  const { index, compiled, format, runtime, worker } = options;
  return {
    [format === 'toml' ? EMITTED.toml : EMITTED.jsonc]: emitConfiguration(index, format),
    [EMITTED.worker]: worker.replace(/env: '[^']*'/, `env: '${index.environment}'`),
    [EMITTED.runtime]: runtime,
    [EMITTED.bundle]: emitBundleModule(compiled),
  };
}

/** The module that worker.ts imports: data only. */
export function emitBundleModule(compiled: CompiledBundle): string {
  return `// Written by "frontmcp deploy emit-wrangler". The copy of the deploy bundle that this Worker starts with.\nexport default ${JSON.stringify(compiled)};\n`;
}
