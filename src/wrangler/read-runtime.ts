import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENGINE_SHA256 } from './script-engine.js';

/** The compiled runtime, as it lies in dist/runtime. */
export interface CompiledRuntime {
  /** Text of index.js. */
  runtime: string;
  /** Text of agentscript.js, which index.js loads for the first script. */
  scripts: string;
  /** The script engine, which agentscript.js imports as `./quickjs.wasm`. */
  engine: Uint8Array;
}

/**
 * Reads the compiled runtime. Throws when a file is missing, and when the engine is not the one that this version was
 * tested with.
 * @param distDirectory the folder that holds `runtime/`
 */
export async function readRuntime(distDirectory: string): Promise<CompiledRuntime> {
  const [runtime, scripts, engine] = await Promise.all([
    readFile(join(distDirectory, 'runtime/index.js'), 'utf8'),
    readFile(join(distDirectory, 'runtime/agentscript.js'), 'utf8'),
    readFile(join(distDirectory, 'runtime/quickjs.wasm')),
  ]);
  const digest = createHash('sha256').update(engine).digest('hex');
  if (digest !== ENGINE_SHA256)
    throw new Error(
      `runtime/quickjs.wasm is not the engine of this version: its SHA-256 is ${digest}, not ${ENGINE_SHA256}`,
    );
  return { runtime, scripts, engine };
}
