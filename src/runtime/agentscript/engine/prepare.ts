import { Intrinsics, QuickJS, type Snapshot } from 'quickjs-wasi';
import { guestSource } from '../guest/source.js';
import { createCompiler, SILENT, type Compiler } from './compiler.js';
import { findPollCounter, type PollCounter } from './poll-counter.js';

/** An engine that has run our own guest code and nothing else, frozen; and one that only compiles. */
export interface PreparedEngine {
  compiler: Compiler;
  runner: Snapshot;
  /** Handles into `runner`. */
  begin: number;
  start: number;
  deliver: number;
  /** Where the engine counts down to its next tick; see poll-counter.ts. */
  pollCounter: PollCounter | undefined;
}

/** The name under which the guest knows the one function of the host. */
export const BRIDGE = 'bridge';

/**
 * What the runner leaves out: evaluation of text above all, so that no code can be made from strings inside of it;
 * proxies, which would see what the guest code does; binary data and weak references, which scripts do not need.
 */
const INTRINSICS =
  Intrinsics.DATE | Intrinsics.REGEXP | Intrinsics.JSON | Intrinsics.MAP_SET | Intrinsics.PROMISE | Intrinsics.BIG_INT;

/** Prepares an engine once: every run starts from this state, byte for byte. Takes about 20 ms. */
export async function prepareEngine(wasm: WebAssembly.Module): Promise<PreparedEngine> {
  const compiler = await createCompiler(wasm);
  const pollCounter = await findPollCounter(wasm, compiler.snapshot);
  const bytecode = compiler.compileGuest(guestSource());
  const vm = await QuickJS.create({ wasm, wasi: SILENT, intrinsics: INTRINSICS, timezoneOffset: 0 });
  const install = vm.evalBytecode(bytecode);
  const side = vm.callFunction(
    install,
    vm.undefined,
    vm.newFunction(BRIDGE, () => vm.undefined),
  );
  const handle = (name: string): number => vm.exportHandle(side.getProp(name));
  const [begin, start, deliver] = [handle('begin'), handle('start'), handle('deliver')];
  return { compiler, runner: vm.snapshot(), begin, start, deliver, pollCounter };
}
