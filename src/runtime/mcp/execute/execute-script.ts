import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import type { runAgentScript } from '../../agentscript/agentscript.js';
import type { Engine } from '../../agentscript/engine/engine.js';
import type { ScriptOutcome } from '../../agentscript/script-types.js';
import { hashValue, type SkillActionRecord } from '../action-record.js';
import { createGate } from '../../gate.js';
import { log } from '../../log.js';
import { failure, type ToolFailure } from '../tool-failure.js';
import type { ToolOutcome, ToolRun } from '../tool-run.js';
import { addSchemas, openScope, scriptLimits, type ScopeRequest } from './open-scope.js';
import { scriptAnswer } from './script-answer.js';
import { createScriptCalls, type ScriptCalls } from './script-calls.js';

/** The input of `codecall_execute`. */
export interface ExecuteInput extends ScopeRequest {
  script: string;
  context?: JsonObject;
}

/** What runs scripts. */
export interface ScriptRunner {
  runAgentScript: typeof runAgentScript;
  engine: Engine;
}

/** Most scripts at once in one isolate: each may take its memory twice, of the isolate's 128 MB. */
const MAX_RUNS = 4;

/** One per isolate: what it bounds is the isolate's memory. */
const gate = createGate(MAX_RUNS);

/** Runs a script for a caller. Never throws for what the script or the API does. */
export async function executeScript(input: ExecuteInput, run: ToolRun, runner: ScriptRunner): Promise<ToolOutcome> {
  const answer = execute(input, run, runner);
  // Also when the client goes away, and its request with it: the run then ends by its signal, and is recorded.
  run.context.waitUntil(answer.catch(() => undefined));
  return answer;
}

async function execute(input: ExecuteInput, run: ToolRun, runner: ScriptRunner): Promise<ToolOutcome> {
  const { catalog, signal } = run;
  const limits = scriptLimits(catalog.snapshot.index.manifest.hot.execution);
  const scope = openScope(catalog, input);
  if (scope.unknownSkills.length > 0) return { value: unknownSkills(scope.unknownSkills), isError: true };
  const leave = await gate.enter(Date.now() + limits.wallMs, { signal });
  if (!leave) return { value: busy(), isError: true };
  try {
    const report = createReport(run);
    const calls = createScriptCalls(run, scope.tools, (name) => report.step(name));
    const outcome = await runner.runAgentScript(
      {
        script: input.script,
        context: (input.context ?? {}) as JsonValue,
        limits,
        tools: scope.tools,
        scope: async (names) => ({
          tools: names.has('getTool') ? await addSchemas(catalog, scope.tools) : scope.tools,
        }),
      },
      {
        engine: runner.engine,
        call: calls.call,
        notify: report.notify,
        signal,
        now: Date.now,
        seed: () => [...crypto.getRandomValues(new Uint32Array(4))],
      },
    );
    logRun(run.context.requestId, outcome);
    const record = await runRecord(input, outcome);
    await recordRun(run, calls, record);
    if (scope.unknownTools.length > 0)
      outcome.notes.push(`Not among the operations of the skills: ${scope.unknownTools.slice(0, 10).join(', ')}.`);
    return { value: scriptAnswer(outcome, limits.resultChars), isError: outcome.status !== 'ok' };
  } finally {
    leave();
  }
}

/** For the operator: how a script ended and what it used; nothing of what it said. */
function logRun(requestId: string, outcome: ScriptOutcome): void {
  const ended = outcome.status === 'ok' ? 'ok' : outcome.error.code;
  log('info', 'script_run', { requestId, outcome: ended, ...outcome.usage });
}

/**
 * One batch a run: the run itself, then its calls. A run that may have changed something is in the audit chain before its
 * answer leaves; calls that are still being cancelled are waited for.
 */
async function recordRun({ context }: ToolRun, calls: ScriptCalls, record: SkillActionRecord): Promise<void> {
  const isWrite = calls.mayHaveWritten() || record.result === 'denied';
  const recorded = calls.records().then((records) => context.record([record, ...records], isWrite ? 'write' : 'read'));
  if (isWrite) await recorded;
  else context.waitUntil(recorded);
}

async function runRecord(
  { script, skills, allowedTools, context }: ExecuteInput,
  outcome: ScriptOutcome,
): Promise<SkillActionRecord> {
  const result = outcome.status === 'ok' ? 'ok' : outcome.status === 'illegal_access' ? 'denied' : 'failed';
  return {
    type: 'action',
    operation: 'codecall_execute',
    result,
    status: 0,
    inputHash: await hashValue({
      script,
      ...(skills && { skills }),
      ...(allowedTools && { allowedTools }),
      ...(context && { context }),
    }),
    outputHash: await hashValue(
      outcome.status === 'ok'
        ? { status: 'ok', result: outcome.resultText }
        : { status: outcome.status, code: outcome.error.code },
    ),
    durationMs: outcome.usage.durationMs,
  };
}

interface Report {
  step(operation: string): void;
  notify(event: string, payload: JsonValue): void;
}

/** Tells a client that asked for it how far the script has come. */
function createReport({ progress }: ToolRun): Report {
  let done = 0;
  const tell = (message: string): void => {
    done += 1;
    progress?.(done, message);
  };
  return {
    step: (operation) => tell(`${operation} answered`),
    notify: (event, payload) => tell(payload === null ? event : `${event}: ${JSON.stringify(payload)}`),
  };
}

function unknownSkills(names: readonly string[]): ToolFailure {
  const shown = names.slice(0, 5).map((name) => JSON.stringify(name.slice(0, 128)));
  return failure(
    'not_found',
    `No skill is called ${shown.join(' or ')}. Find names with codecall_searchSkills, or leave "skills" out.`,
  );
}

function busy(): ToolFailure {
  return { ...failure('busy', 'Too many scripts are running. Try again in a moment.'), retryable: true };
}
