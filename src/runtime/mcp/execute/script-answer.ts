import type { JsonValue } from '../../../contract/encoding/json.js';
import type { ScriptError, ScriptOutcome } from '../../agentscript/script-types.js';
import { cutJson } from '../../upstream/answer/cut-json.js';

/** Most of a failed call's arguments and details that is repeated, in characters. */
const MAX_REPEATED = 2_048;
const MAX_DETAILS = 16_384;

/**
 * What an agent gets of a run: the documented statuses, and within a failure everything it needs to repair the script.
 * @param maxChars JSON text of the result beyond which it is cut
 */
export function scriptAnswer(outcome: ScriptOutcome, maxChars: number): Record<string, unknown> {
  const { logs, notes, usage, status } = outcome;
  const more = {
    ...(logs.length > 0 && { logs: logs.map(({ level, message }) => `[${level}] ${message}`) }),
    ...(notes.length > 0 && { notes }),
    usage: { calls: usage.calls, durationMs: usage.durationMs },
  };
  if (status !== 'ok') return { status, error: errorAnswer(outcome.error), ...more };
  return { status, ...resultWithin(outcome.resultText, maxChars), ...more };
}

function resultWithin(text: string, maxChars: number): Record<string, unknown> {
  if (text.length <= maxChars) return { result: JSON.parse(text) as JsonValue };
  const cut = cutJson(text.slice(0, maxChars));
  const note =
    'The result was too long and is cut: what is missing is at its end. Return less, such as the fields and items you need.';
  return {
    result: cut === undefined ? null : (JSON.parse(cut) as JsonValue),
    truncated: { keptChars: cut?.length ?? 0, totalChars: text.length, note },
  };
}

function errorAnswer({ toolError, toolInput, ...error }: ScriptError): Record<string, unknown> {
  const { line, column } = error;
  const place = line !== undefined && column !== undefined ? { location: { line, column } } : {};
  if (!toolError) return { ...error, ...place };
  const details = toolError.details === undefined ? undefined : shortened(toolError.details, MAX_DETAILS);
  return {
    ...error,
    ...toolError,
    ...place,
    toolInput: shortened(toolInput ?? null, MAX_REPEATED),
    ...(details !== undefined && { details }),
  };
}

function shortened(value: JsonValue, maxChars: number): JsonValue | undefined {
  const text = JSON.stringify(value);
  if (text.length <= maxChars) return value;
  const cut = cutJson(text.slice(0, maxChars));
  return cut === undefined ? undefined : (JSON.parse(cut) as JsonValue);
}
