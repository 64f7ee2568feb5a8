import { EvalFlags, QuickJS, type Snapshot } from 'quickjs-wasi';

/** Compiles scripts; the engine that runs them cannot. */
export interface Compiler {
  /** An engine that can evaluate text, and has not yet. */
  snapshot: Snapshot;
  /** Compiles our own guest code. Throws when it is wrong. */
  compileGuest(source: string): Uint8Array;
  /** Compiles the body of an async function. The engine's own refusal is a text. */
  compile(script: string): Promise<{ ok: true; bytecode: Uint8Array } | { ok: false; message: string }>;
}

/** WASI without a door to the host's output. */
export const SILENT = () => ({ fd_write: () => 0 });

const LIMITS = { memoryLimit: 64 * 1024 * 1024, maxStackSize: 256 * 1024 };

/**
 * Makes a compiler. Nothing runs in its engine, and every script finds its memory as it was at first, byte for byte: an
 * instance whose memory has grown, or that refused a script, is not used again.
 */
export async function createCompiler(wasm: WebAssembly.Module): Promise<Compiler> {
  const first = await QuickJS.create({ wasm, wasi: SILENT, timezoneOffset: 0, ...LIMITS });
  const snapshot = first.snapshot();
  let idle: QuickJS | undefined = first;
  return {
    snapshot,
    compileGuest: (source) => first.compile(source, 'guest', EvalFlags.STRICT),
    compile: async (script) => {
      const vm = idle ?? (await QuickJS.restore(snapshot, { wasm, wasi: SILENT, timezoneOffset: 0, ...LIMITS }));
      idle = undefined;
      try {
        reset(vm, snapshot);
        // A module: always strict, and without the comments of HTML that scripts have and the preflight does not see.
        const bytecode = vm.compile(`export default async () => {\n${script}\n}`, 'script.js', EvalFlags.TYPE_MODULE);
        if (vm._getMemory().buffer.byteLength === snapshot.memory.byteLength) idle = vm;
        return { ok: true, bytecode };
      } catch (error) {
        const text = error instanceof Error ? error.message : '';
        return { ok: false, message: /SyntaxError: ([^\n]{1,200})/.exec(text)?.[1] ?? 'the engine cannot compile it' };
      }
    },
  };
}

function reset(vm: QuickJS, snapshot: Snapshot): void {
  new Uint8Array(vm._getMemory().buffer).set(snapshot.memory);
  const { __stack_pointer: stackPointer } = vm._getExports();
  stackPointer.value = snapshot.stackPointer;
}
