import type { BuildResult } from '../build/build.js';
import type { Bundle } from '../build/stage-values.js';
import { emitConfiguration, emitFolder, type ConfigurationFormat, compiledBundle } from '../wrangler/emit.js';
import { readRuntime } from '../wrangler/read-runtime.js';
import type { Failure, Ports, ProjectOptions } from './ports.js';
import { buildProject } from './stages/build-project.js';
import { signStage } from './stages/sign-stage.js';
import { writeFolder } from './write-folder.js';

/** `frontmcp deploy emit-wrangler`. */
export interface EmitResult {
  build: BuildResult;
  /** The configuration alone, for stdout. */
  configuration?: string;
  /** Files that were written, absolute; empty without an output folder. */
  written: string[];
  /** Whether the emitted bundle carries a push statement. */
  signed: boolean;
  failure?: Failure;
}

/** What to emit, and where. */
export interface EmitCommandOptions extends ProjectOptions {
  format: ConfigurationFormat;
  /** Folder to write; only the configuration is returned without it. */
  out?: string;
  signingKey?: string;
  keyId?: string;
  /** Where the compiled runtime lies. */
  distDirectory: string;
}

/**
 * `frontmcp deploy emit-wrangler`: the wrangler configuration, and with a folder everything that
 * `wrangler deploy` needs. Without a signing key the Worker waits for its first push.
 */
export async function emitWrangler(options: EmitCommandOptions, ports: Ports): Promise<EmitResult> {
  const build = await buildProject({ ...options, placeholders: false }, ports);
  if (!build.bundle) return { build, written: [], signed: false };
  const configuration = emitConfiguration(build.bundle.index, options.format);
  if (options.out === undefined) return { build, configuration, written: [], signed: false };
  const statement = await embedStatement(build.bundle, options, ports);
  if (!statement.ok) return { build, configuration, written: [], signed: false, failure: statement.failure };
  const files = emitFolder({
    index: build.bundle.index,
    compiled: compiledBundle(build.bundle, statement.compact),
    format: options.format,
    ...(await readRuntime(options.distDirectory)),
  });
  const folder = await writeFolder(options.directory, options.out, files);
  if (!folder.ok) return { build, configuration, written: [], signed: false, failure: folder.failure };
  return { build, configuration, written: folder.written, signed: statement.compact !== null };
}

type Embedded = { ok: true; compact: string | null } | { ok: false; failure: Failure };

async function embedStatement(bundle: Bundle, options: EmitCommandOptions, ports: Ports): Promise<Embedded> {
  if (options.signingKey === undefined) return { ok: true, compact: null };
  const key = await signStage(bundle, { signingKey: options.signingKey, keyId: options.keyId }, ports);
  if (!key.ok) return key;
  return { ok: true, compact: await key.sign({ intent: 'embed' }) };
}
