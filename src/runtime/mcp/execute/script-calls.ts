import type { JsonValue } from '../../../contract/encoding/json.js';
import { didYouMean, suggest } from '../../../contract/search/suggest.js';
import type { CallOutcome, ScriptTool, ToolErrorFacts } from '../../agentscript/script-types.js';
import type { SkillActionRecord } from '../action-record.js';
import type { OperationAnswer } from '../operation/operation-answer.js';
import { runOperation } from '../operation/run-operation.js';
import { reportFault } from '../protocol-error.js';
import { failure, type ToolFailure } from '../tool-failure.js';
import type { ToolRun } from '../tool-run.js';

/** The calls of one script, and what the audit keeps of them. */
export interface ScriptCalls {
  call(name: string, input: JsonValue, signal: AbortSignal): Promise<CallOutcome>;
  /** Resolves with the records of all calls, once the last has ended. Never rejects. */
  records(): Promise<SkillActionRecord[]>;
  /** Whether a call was made that may have changed something. */
  mayHaveWritten(): boolean;
}

/**
 * Makes the one function through which a script reaches anything. Whatever the guest was made to believe, each call is
 * checked here again: the exact name against the script's scope, then everything that `codecall_invoke` checks.
 * @param onDone hears of every call that has ended
 */
export function createScriptCalls(
  run: ToolRun,
  tools: ReadonlyMap<string, ScriptTool>,
  onDone: (name: string) => void,
): ScriptCalls {
  const records: SkillActionRecord[] = [];
  const underWay = new Set<Promise<unknown>>();
  let hasWrites = false;
  const attempt = async (
    name: string,
    input: JsonValue,
    signal: AbortSignal,
  ): Promise<OperationAnswer | ToolFailure> => {
    if (!tools.has(name)) return refused(name, tools);
    try {
      const { answer, record } = await runOperation(run.context, run.catalog, name, input, run.fetch, { signal });
      if (record) records.push(record);
      return answer;
    } catch (error) {
      return failure('internal_error', reportFault(run.context.requestId, error, { operation: name }));
    }
  };
  return {
    call: async (name, input, signal) => {
      if (tools.get(name)?.readOnly !== true) hasWrites = true;
      const attempted = attempt(name, input, signal);
      underWay.add(attempted);
      const answer = await attempted;
      underWay.delete(attempted);
      onDone(name);
      return outcomeOf(name, answer);
    },
    records: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      return records;
    },
    mayHaveWritten: () => hasWrites,
  };
}

function refused(name: string, tools: ReadonlyMap<string, ScriptTool>): ToolFailure {
  const shown = JSON.stringify(name.slice(0, 128));
  if (/^codecall[:_]/i.test(name))
    return failure('self_reference', `${shown} cannot be called from a script: call the operations themselves.`);
  const hint = didYouMean(suggest(name, tools.keys()));
  return failure(
    'not_found',
    `${shown} is not among the operations of this script.${hint} Only operations of its skills can be called, such as callTool("${[...tools.keys()][0] ?? 'acme.getOrder'}", { … }).`,
  );
}

const CODES: ReadonlyMap<string, ToolErrorFacts['code']> = new Map([
  ['not_found', 'NOT_FOUND'],
  ['invalid_arguments', 'VALIDATION'],
  ['timeout', 'TIMEOUT'],
  ['approval_required', 'ACCESS_DENIED'],
  ['self_reference', 'SELF_REFERENCE'],
]);

function outcomeOf(name: string, answer: OperationAnswer | ToolFailure): CallOutcome {
  if (answer.ok)
    return { ok: true, data: answer.data, ...(answer.truncated && { note: `${name}: ${answer.truncated.note}` }) };
  const { code, message, status, retryable, retryAfterSeconds, details } = answer;
  const error: ToolErrorFacts = {
    code: CODES.get(code) ?? 'EXECUTION',
    message,
    reason: code,
    status,
    retryable,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(details !== undefined && { details: details as JsonValue }),
  };
  return { ok: false, error };
}
