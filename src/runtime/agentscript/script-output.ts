import type { JsonValue } from '../../contract/encoding/json.js';
import { readGuestJson } from './guest-json.js';
import type { ScriptLimits } from './script-limits.js';
import type { LogLine } from './script-types.js';
import type { RunCalls } from './run-calls.js';

/** What is said of a run besides its answer: by the script, and to its author. */
export interface ScriptOutput {
  readonly logs: LogLine[];
  /** For the author: what went well and is still worth a word. */
  readonly notes: string[];
  log(level: string, message: string): void;
  /** Passes on a notification of the script; `payloadText` is JSON. */
  notify(event: string, payloadText: string): void;
}

/** Receives the notifications of a script. */
export type NotificationListener = (event: string, payload: JsonValue) => void;

const LOG_FULL = 'The log is full: later lines are left out.';

/** Opens the output of one run. What is beyond its limits is cut or left out, and ends nothing. */
export function openScriptOutput(limits: ScriptLimits, listener: NotificationListener | undefined): ScriptOutput {
  const logs: LogLine[] = [];
  const notes: string[] = [];
  let [logChars, notifications] = [0, 0];
  return {
    logs,
    notes,
    log(level, message) {
      logChars += message.length;
      const isFull = logs.length >= limits.logLines || logChars > limits.logChars;
      if (!isFull) logs.push({ level, message: message.slice(0, limits.logLineChars) });
      else if (!notes.includes(LOG_FULL)) notes.push(LOG_FULL);
    },
    notify(event, payloadText) {
      notifications += 1;
      const payload = payloadText.length > limits.logLineChars ? undefined : readGuestJson(payloadText);
      if (notifications <= limits.notifications && payload !== undefined) listener?.(event, payload);
    },
  };
}

/** For the author of a script without a result. */
export const RETURNED_NOTHING =
  'The script returned nothing: end it with return <value>; and when a function holds the work, with return main();';

/** For the author of a script that ended before its calls did. */
export function unawaitedNote(calls: RunCalls): string {
  const [left, were] = [calls.open(), calls.open() === 1 ? 'was' : 'were'];
  return `${left} call${left === 1 ? '' : 's'} ${were} still under way when the script ended, and ${were} cancelled: await every call, as in await ${calls.waiting()}({ … }).`;
}
