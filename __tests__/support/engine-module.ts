import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

/** The script engine beside a Worker's code, which imports it as `./quickjs.wasm`. */
export function engineModule(path = 'quickjs.wasm'): {
  type: 'CompiledWasm';
  path: string;
  contents: Uint8Array<ArrayBuffer>;
} {
  return { type: 'CompiledWasm', path, contents: new Uint8Array(readFileSync(file)) };
}
