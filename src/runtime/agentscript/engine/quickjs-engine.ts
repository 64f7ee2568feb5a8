import { JSValueHandle, QuickJS } from 'quickjs-wasi';
import { SILENT } from './compiler.js';
import type { Engine, Guest, GuestMessage, GuestOptions, Halt } from './engine.js';
import { resetPolls, setPolls } from './poll-counter.js';
import { BRIDGE, prepareEngine, type PreparedEngine } from './prepare.js';
import { watchStack } from './stack-use.js';

/** Memory of an engine that has run nothing, in bytes: not the script's. */
const BASE_BYTES = 2 * 1024 * 1024;
/** Jobs (promise reactions) after which the meter is asked, and what each counts, in polls. */
const JOBS = 500;
const POLLS_PER_JOB = 8;
/** Polls of the engine until it asks the meter: few, as what a script does between two polls can take milliseconds. */
const POLLS = 20;
/** What a poll counts where the stack is nearly used up. */
const POLLS_AT_THE_END = 50;
/** Polls that make a tick, the unit of the budget. */
const POLLS_PER_TICK = 10_000;

/** An engine of QuickJS (quickjs-ng, compiled to WASM): one fresh instance per script. */
export function createQuickJsEngine(wasm: WebAssembly.Module): Engine {
  let prepared: PreparedEngine | undefined;
  return {
    name: 'quickjs-wasi',
    open: async (script, options) => {
      // Not a shared promise: in workerd, one request must not wait for the work of another.
      prepared ??= await prepareEngine(wasm);
      const compiled = await prepared.compiler.compile(script);
      if (!compiled.ok) return compiled;
      return { ok: true, guest: await openGuest(wasm, prepared, compiled.bytecode, options) };
    },
  };
}

async function openGuest(
  wasm: WebAssembly.Module,
  prepared: PreparedEngine,
  bytecode: Uint8Array,
  options: GuestOptions,
): Promise<Guest> {
  const { limits, listener } = options;
  const meter = createMeter(options);
  const vm = await QuickJS.restore(prepared.runner, {
    wasm,
    wasi: SILENT,
    timezoneOffset: 0,
    // Twice the budget: what grows step by step is seen by the meter, and ended, before an allocation fails and the failure is caught.
    memoryLimit: limits.memoryBytes * 2 + BASE_BYTES,
    maxStackSize: limits.stackBytes,
    interruptHandler: () => {
      const polls = resetPolls(vm, prepared.pollCounter, POLLS);
      return meter.spend(stack.isNearlyFull() ? polls * POLLS_AT_THE_END : polls, memoryOf(vm));
    },
  });
  const stack = watchStack(vm, limits.stackBytes);
  setPolls(vm, prepared.pollCounter, POLLS);
  vm.registerHostCallback(BRIDGE, (...parameters) => {
    const [kind = '', a = '', b = '', c = ''] = parameters.slice(0, 4).map(textOf);
    const isOver =
      kind === 'spend' ? meter.spend(Number(a) || 0, memoryOf(vm)) : listener(kind as GuestMessage, a, b, c);
    return isOver ? vm.true : vm.undefined;
  });
  const enter = (action: () => void): Halt | undefined => {
    meter.enter();
    stack.enter();
    try {
      action();
      runJobs(vm, meter);
    } catch (error) {
      // Whatever comes out of the engine, this instance is done with.
      meter.halt(haltOf(error));
    }
    return meter.leave(memoryOf(vm));
  };
  return {
    start: (setup) =>
      enter(() => {
        vm.callFunction(vm.importHandle(prepared.begin), vm.undefined, vm.newString(setup));
        const loaded = vm.evalBytecode(bytecode);
        vm.executePendingJobs();
        vm.callFunction(vm.importHandle(prepared.start), vm.undefined, defaultExport(vm, loaded));
      }),
    deliver: (call, ok, text) =>
      enter(() => {
        vm.callFunction(
          vm.importHandle(prepared.deliver),
          vm.undefined,
          vm.newNumber(call),
          ok ? vm.true : vm.false,
          vm.newString(text),
        );
      }),
    stop: () => meter.stop(),
    usage: () => ({ ticks: meter.ticks(), memoryBytes: memoryOf(vm) }),
    dispose: () => vm.dispose(),
  };
}

/** Only what is a string or number already: converting anything else would run guest code. */
function textOf(handle: JSValueHandle): string {
  return handle.isString || handle.isNumber ? handle.toString() : '';
}

function memoryOf(vm: QuickJS): number {
  return vm._getMemory().buffer.byteLength;
}

/** The script's function: modules without top-level await are settled once their jobs have run. */
function defaultExport(vm: QuickJS, loaded: JSValueHandle): JSValueHandle {
  return new JSValueHandle(vm, vm._getExports().qjs_promise_result(loaded.ptr)).getProp('default');
}

function runJobs(vm: QuickJS, meter: Meter): void {
  const engine = vm._getExports();
  for (let jobs = 1; engine.qjs_is_job_pending() !== 0; jobs += 1) {
    if (meter.isHalted()) return;
    // An error in a microtask has nobody to go to; the run goes on, as it does after an unhandled rejection.
    if (engine.qjs_execute_pending_job() < 0) vm.getException().dispose();
    if (jobs % JOBS === 0) meter.spend(JOBS * POLLS_PER_JOB, memoryOf(vm));
  }
}

function haltOf(error: unknown): Halt {
  if (error instanceof RangeError) return 'stack';
  const text = error instanceof Error ? error.message : '';
  if (/out of memory|wasm_malloc/.test(text)) return 'memory';
  return /stack/.test(text) ? 'stack' : 'fault';
}

interface Meter {
  enter(): void;
  /** Ends a stretch of guest code; says whether the run is over. */
  leave(memoryBytes: number): Halt | undefined;
  /** Counts polls of the engine; answers whether it must stop, and once it must, always. */
  spend(polls: number, memoryBytes: number): boolean;
  halt(reason: Halt): void;
  isHalted(): boolean;
  /** As a halt, for a reason that the host knows. */
  stop(): void;
  ticks(): number;
}

/** Counts what a guest uses. The first reason to stop stays the reason. */
function createMeter({ limits, now }: GuestOptions): Meter {
  let polls = 0;
  let cpuMs = 0;
  let entered = 0;
  let reason: Halt | undefined;
  let stopped = false;
  const halt = (why: Halt): void => {
    reason ??= stopped ? undefined : why;
    stopped = true;
  };
  const checkMemory = (memoryBytes: number): void => {
    if (memoryBytes > limits.memoryBytes + BASE_BYTES) halt('memory');
  };
  return {
    enter: () => void (entered = now()),
    leave: (memoryBytes) => {
      cpuMs += now() - entered;
      checkMemory(memoryBytes);
      return reason;
    },
    spend: (more, memoryBytes) => {
      polls += more;
      checkMemory(memoryBytes);
      if (polls > limits.ticks * POLLS_PER_TICK || cpuMs + now() - entered > limits.cpuMs) halt('cpu');
      return stopped;
    },
    halt,
    isHalted: () => stopped,
    stop: () => void (stopped = true),
    ticks: () => Math.ceil(polls / POLLS_PER_TICK),
  };
}
