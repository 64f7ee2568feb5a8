import { isTooDeep, MAX_GUEST_DEPTH, readGuestJson } from './guest-json.js';
import type { ScriptLimits } from './script-limits.js';
import type { RunCalls, ScriptCall } from './run-calls.js';
import { positionIn, thrownBy, type AuthorText, type Ending, type Failure, type ThrownFacts } from './script-errors.js';
import type { ToolErrorFacts } from './script-types.js';

/** How a run ended, before its logs and usage are added. */
export type Ended = { status: 'ok'; resultText: string } | Failure;

/**
 * Reads a script's last word: its result as JSON text, why that cannot be written as JSON, or the error that it did not
 * catch, as JSON of `ThrownFacts` with the call that failed. Returns how the run ended, or the limit that it met.
 */
export function readEnd(
  how: string,
  text: string,
  script: AuthorText & { limits: ScriptLimits },
  calls: RunCalls,
): Ended | Ending {
  if (how === 'ok') return readResult(text, script.limits);
  if (how === 'unserializable') return notJson(text);
  const facts = readGuestJson(text) as (ThrownFacts & { call: number }) | undefined;
  if (!facts) return 'fault';
  if (facts.name === 'InternalError' && facts.message === 'out of memory') return 'memory';
  if (/^(?:RangeError|InternalError)$/.test(facts.name) && /call stack|stack overflow/.test(facts.message))
    return 'stack';
  const call = calls.get(facts.call);
  return call?.error ? toolFailure(call, call.error, facts.stack, script) : thrownBy(script, facts, calls.waiting());
}

function readResult(text: string, { resultHardChars }: ScriptLimits): Ended | Ending {
  if (text.length > resultHardChars) return 'output';
  if (isTooDeep(text)) return notJson(`it is nested more than ${MAX_GUEST_DEPTH} levels deep`);
  return { status: 'ok', resultText: text === '' ? 'null' : text };
}

function notJson(why: string): Failure {
  const error = {
    code: 'RESULT_NOT_JSON' as const,
    message: `The result cannot be written as JSON: ${why.slice(0, 300)}`,
    hint: 'Return plain objects, lists, text and numbers: Object.fromEntries(map), [...set], String(bigint).',
    source: 'script' as const,
  };
  return { status: 'runtime_error', error };
}

function toolFailure(
  { name, input }: ScriptCall,
  toolError: ToolErrorFacts,
  stack: string,
  script: AuthorText,
): Failure {
  const error = {
    code: 'TOOL_ERROR' as const,
    message: toolError.message,
    hint: hintForCall(name, toolError),
    source: 'tool' as const,
    toolName: name,
    toolInput: input,
    toolError,
    ...positionIn(stack, script),
  };
  return { status: 'tool_error', error };
}

function hintForCall(name: string, { code, retryable }: ToolErrorFacts): string {
  if (retryable) return 'The same call may succeed later.';
  if (code === 'VALIDATION') return `Correct the arguments: codecall_describe({ toolNames: ["${name}"] }) shows them.`;
  if (code === 'NOT_FOUND')
    return 'Find the skill that mentions it with codecall_searchSkills, and name it under "skills".';
  return 'Catch it with try … catch, or use callTool(name, input, { throwOnError: false }), when the script can go on without it.';
}
