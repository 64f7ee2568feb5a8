import type { Halt } from './engine/engine.js';
import type { ScriptLimits } from './script-limits.js';
import { originalColumn, type Edit } from './preflight/guard-bigint.js';
import { excerptOf } from './preflight/preflight.js';
import type { ScriptError, ScriptErrorCode, ScriptOutcome, ScriptPosition } from './script-types.js';

/** A failed run, before its logs and usage are added. */
export type Failure = Pick<Extract<ScriptOutcome, { error: ScriptError }>, 'status' | 'error'>;

/** Why a run was ended from outside of the script. */
export type Ending = Halt | 'calls' | 'arguments' | 'answers' | 'output' | 'wall' | 'stalled' | 'cancelled';

interface EndingText {
  code: ScriptErrorCode;
  message: string;
  hint: string;
  limit?: keyof ScriptLimits;
  isTimeout?: boolean;
}

const LESS = 'Ask the API for less (filters, pages, fewer fields), or split the work into several scripts.';

/** What is said of each ending: one row a reason. */
const ENDINGS: Record<Ending, EndingText> = {
  cpu: {
    code: 'LIMIT_CPU',
    message: 'The script computed for too long.',
    hint: 'Look for a loop that does not end, and work on less data at a time.',
    limit: 'ticks',
    isTimeout: true,
  },
  wall: {
    code: 'TIMEOUT',
    message: 'The script took too long.',
    hint: 'Call independent operations at the same time with Promise.all, or split the work into several scripts.',
    limit: 'wallMs',
    isTimeout: true,
  },
  memory: { code: 'LIMIT_MEMORY', message: 'The script used too much memory.', hint: LESS, limit: 'memoryBytes' },
  stack: {
    code: 'LIMIT_STACK',
    message: 'The script nested its calls or its data too deeply.',
    hint: 'Use a loop instead of recursion.',
    limit: 'stackBytes',
  },
  fault: { code: 'ENGINE_FAULT', message: 'The script could not be run to its end.', hint: 'Simplify the script.' },
  calls: {
    code: 'LIMIT_CALLS',
    message: 'The script called too many operations.',
    hint: 'Use an operation that lists or filters instead of one call per item, or split the work into several scripts.',
    limit: 'calls',
  },
  arguments: {
    code: 'LIMIT_ARGUMENTS',
    message: 'The arguments of a call are too large.',
    hint: 'Send less in one call.',
    limit: 'argumentChars',
  },
  answers: {
    code: 'LIMIT_ANSWERS',
    message: 'The answers of the API are too large together.',
    hint: LESS,
    limit: 'answerChars',
  },
  output: {
    code: 'LIMIT_OUTPUT',
    message: 'The result is too large.',
    hint: 'Return only what you need: pick fields, count, or sum up.',
    limit: 'resultHardChars',
  },
  stalled: {
    code: 'STALLED',
    message: 'The script waits for a promise that nothing will settle.',
    hint: 'Resolve every new Promise, and await only calls that were made.',
  },
  cancelled: {
    code: 'CANCELLED',
    message: 'The client cancelled the request.',
    hint: 'Run the script again if it is still needed.',
    isTimeout: true,
  },
};

/** A run that was ended from outside: a limit, the wall clock, the client. */
export function endedBy(ending: Ending, limits: ScriptLimits): Failure {
  const { code, message, hint, limit, isTimeout } = ENDINGS[ending];
  const error: ScriptError = {
    code,
    message,
    hint,
    ...(limit && { limit: { name: limit, value: limits[limit] } }),
    ...(isTimeout ? {} : { source: 'script' as const }),
  };
  return { status: isTimeout ? 'timeout' : 'runtime_error', error };
}

/** What the guest tells of an error that its script did not catch. */
export interface ThrownFacts {
  name: string;
  message: string;
  stack: string;
}

/** A script, and what was put into it before it ran. */
export interface AuthorText {
  script: string;
  edits: readonly Edit[];
}

/**
 * An error that the script threw and did not catch.
 * @param waiting a call that was still under way: often its await is missing
 */
export function thrownBy(script: AuthorText, { name, message, stack }: ThrownFacts, waiting?: string): Failure {
  const place = positionIn(stack, script);
  const hint =
    name === 'TypeError' && waiting !== undefined
      ? `${waiting} was still under way: write await before it, as in const data = await ${waiting}({ … });`
      : hintFor(message);
  return {
    status: 'runtime_error',
    error: {
      code: 'SCRIPT_ERROR',
      message: message === '' ? name : message,
      source: 'script',
      name,
      ...place,
      ...(hint && { hint }),
    },
  };
}

/** Engines say little; what agents most often mean by it. */
function hintFor(message: string): string | undefined {
  if (/cannot read property .* of (?:undefined|null)/.test(message))
    return 'A value on the way is missing: use ?. (order?.customer?.name), and look at the data with console.log first.';
  if (message === 'not a function')
    return 'What is called here is no function: is an await missing, or is the value of another type than you think?';
  if (/is not iterable/.test(message))
    return 'Operations answer with an object that often holds the list: look at it with console.log first.';
  return undefined;
}

/** The first place in a stack that is in the author's own text, with its line. */
export function positionIn(
  stack: string,
  { script, edits }: AuthorText,
): (ScriptPosition & { excerpt: string }) | undefined {
  const lines = script.split(/\r\n|[\n\r\u2028\u2029]/);
  let ofClass: (ScriptPosition & { excerpt: string }) | undefined;
  for (const [, row, column] of stack.slice(0, 4_000).matchAll(/script\.js:(\d{1,6}):(\d{1,6})/g)) {
    // The first line of what the engine compiles is ours.
    const line = Number(row) - 1;
    if (line < 1 || line > lines.length) continue;
    const place = {
      line,
      column: originalColumn(script, edits, line, Number(column)),
      excerpt: excerptOf(script, line),
    };
    // For the engine the error of a class without a constructor is made where the class is: who made it comes next.
    if (!/^class\b/.test(lines[line - 1]?.slice(place.column - 1) ?? '')) return place;
    ofClass ??= place;
  }
  return ofClass;
}
