import { QuickJS, type Snapshot } from 'quickjs-wasi';

/**
 * Where an engine counts down the polls to its next call of the interrupt handler, as an index of 32-bit words from its
 * context. It starts at 10,000 each time, which is too coarse: between two polls a script can do milliseconds of work,
 * such as reading a number of a million digits.
 */
export type PollCounter = number;

/** What the engine sets the counter to before it calls the handler. */
const ENGINE_POLLS = 10_000;
const WORDS = 256;

/**
 * Finds the counter by watching: within the handler, it is the word that is always 10,000. `undefined` when that is not
 * exactly one word, as it may be in another build of the engine; ticks are coarse then.
 */
export async function findPollCounter(wasm: WebAssembly.Module, snapshot: Snapshot): Promise<PollCounter | undefined> {
  let candidates: number[] | undefined;
  const vm: QuickJS = await QuickJS.restore(snapshot, {
    wasm,
    timezoneOffset: 0,
    interruptHandler: () => {
      const context = wordsOf(vm);
      candidates = (candidates ?? [...context.keys()]).filter((index) => context[index] === ENGINE_POLLS);
      return false;
    },
  });
  vm.evalCode(`for (let i = 0; i < ${ENGINE_POLLS * 3}; i++);`).dispose();
  vm.dispose();
  return candidates?.length === 1 ? candidates[0] : undefined;
}

/** Sets the counter; returns the polls until the handler is called. */
export function setPolls(vm: QuickJS, counter: PollCounter | undefined, polls: number): number {
  if (counter === undefined) return ENGINE_POLLS;
  wordsOf(vm)[counter] = polls;
  return polls;
}

/**
 * Sets the counter within the handler; returns the polls that the call of the handler stands for. Regular expressions
 * call it by themselves, after 10,000 steps of their own, and leave the counter alone: it is not at its start then.
 */
export function resetPolls(vm: QuickJS, counter: PollCounter | undefined, polls: number): number {
  const isPoll = counter !== undefined && wordsOf(vm)[counter] === ENGINE_POLLS;
  return isPoll ? setPolls(vm, counter, polls) : ENGINE_POLLS;
}

function wordsOf(vm: QuickJS): Int32Array {
  return new Int32Array(vm._getMemory().buffer, vm._getExports().qjs_get_context_ptr(), WORDS);
}
