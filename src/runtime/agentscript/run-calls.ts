import type { JsonValue } from '../../contract/encoding/json.js';
import { createCallQueue } from './call-queue.js';
import { MAX_GUEST_DEPTH, readGuestJson } from './guest-json.js';
import type { ScriptLimits } from './script-limits.js';
import type { Ending } from './script-errors.js';
import type { CallOutcome, ToolErrorFacts } from './script-types.js';

/** Calls an operation by its exact name. Must not reject. `signal` ends calls that the run no longer waits for. */
export type CallOperation = (name: string, input: JsonValue, signal: AbortSignal) => Promise<CallOutcome>;

/** One call of a script. */
export interface ScriptCall {
  name: string;
  input: JsonValue;
  answered?: boolean;
  /** When it failed. */
  error?: ToolErrorFacts;
}

/** What happens with answers. */
export interface AnswerPorts {
  /** Gives an answer to the script; `text` is its JSON. */
  deliver(id: number, outcome: CallOutcome, text: string): void;
  /** The answers are too much. */
  endBy(ending: Ending): void;
}

/** The calls of one run. */
export interface RunCalls {
  /** Takes a call; its answer comes later. Returns why the run is over, when the call is too much. */
  take(id: number, name: string, argumentText: string): Ending | undefined;
  get(id: number): ScriptCall | undefined;
  /** How many were made. */
  made(): number;
  /** How many are under way. */
  open(): number;
  /** Name of one that is under way. */
  waiting(): string | undefined;
  /** Ends what is under way; no answer is delivered any more. */
  close(): void;
}

/** Longest name of an operation that is kept, in characters: no operation has a longer one, and a script may ask a hundred times. */
const MAX_NAME = 512;

const TOO_DEEP: CallOutcome = {
  ok: false,
  error: {
    code: 'VALIDATION',
    reason: 'invalid_arguments',
    message: `The arguments are nested more than ${MAX_GUEST_DEPTH} levels deep.`,
    status: 0,
    retryable: false,
  },
};

/** Opens the calls of one run: bounded in number, size, and how many are under way at once. */
export function openCalls(limits: ScriptLimits, call: CallOperation, { deliver, endBy }: AnswerPorts): RunCalls {
  const queue = createCallQueue(limits.concurrency);
  const calling = new AbortController();
  const calls = new Map<number, ScriptCall>();
  let [made, open, answerChars] = [0, 0, 0];
  const answer = (id: number, entry: ScriptCall, outcome: CallOutcome): void => {
    // A completion that comes late is dropped: the engine may be gone.
    if (calling.signal.aborted) return;
    open -= 1;
    const text = JSON.stringify(outcome.ok ? outcome.data : outcome.error);
    answerChars += text.length;
    if (answerChars > limits.answerChars) return endBy('answers');
    entry.answered = true;
    if (!outcome.ok) entry.error = outcome.error;
    deliver(id, outcome, text);
  };
  const start = (id: number, name: string, input: JsonValue | undefined): void => {
    const entry: ScriptCall = { name, input: input ?? null };
    open += 1;
    calls.set(id, entry);
    queue.add(async () => {
      // Not within the engine's stack, nor on its time.
      await Promise.resolve();
      answer(id, entry, input === undefined ? TOO_DEEP : await call(name, input, calling.signal));
    });
  };
  return {
    take(id, name, argumentText) {
      made += 1;
      if (made > limits.calls) return 'calls';
      if (argumentText.length > limits.argumentChars) return 'arguments';
      start(id, name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name, readGuestJson(argumentText));
      return undefined;
    },
    get: (id) => calls.get(id),
    made: () => made,
    open: () => open,
    waiting: () => (open === 0 ? undefined : [...calls.values()].find(({ answered }) => !answered)?.name),
    close: () => {
      queue.close();
      calling.abort();
    },
  };
}
