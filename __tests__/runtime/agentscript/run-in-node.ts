import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { JsonValue } from '../../../src/contract/encoding/json.js';
import { runAgentScript } from '../../../src/runtime/agentscript/agentscript.js';
import { createQuickJsEngine } from '../../../src/runtime/agentscript/engine/quickjs-engine.js';
import { DEFAULT_LIMITS, type ScriptLimits } from '../../../src/runtime/agentscript/script-limits.js';
import type { CallOutcome, ScriptOutcome, ScriptTool } from '../../../src/runtime/agentscript/script-types.js';

const file = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

/** The engine as the Worker has it; Node may compile it itself. */
export const engine = createQuickJsEngine(new WebAssembly.Module(readFileSync(file)));

/** What a test may change of a run. */
export interface RunOptions {
  tools?: string[];
  context?: JsonValue;
  limits?: Partial<ScriptLimits>;
  call?: (name: string, input: JsonValue, signal: AbortSignal) => Promise<CallOutcome>;
  notify?: (event: string, payload: JsonValue) => void;
  signal?: AbortSignal;
  now?: () => number;
}

/** Answers every call with its own name and input. */
export async function echo(name: string, input: JsonValue): Promise<CallOutcome> {
  return { ok: true, data: { name, input } };
}

/** An answer of an API that failed. */
export function failed(status: number, message = `The API answered with status ${status}.`): CallOutcome {
  return { ok: false, error: { code: 'EXECUTION', message, reason: 'upstream_error', status, retryable: false } };
}

/** Runs a script as the Worker does. */
export function run(script: string, options: RunOptions = {}): Promise<ScriptOutcome> {
  const {
    tools: names = ['acme.getOrder', 'acme.listOrders'],
    context = {},
    limits = {},
    call = echo,
    notify,
  } = options;
  const tools = new Map(
    names.map((name): [string, ScriptTool] => [name, { name, description: `About ${name}`, readOnly: true }]),
  );
  return runAgentScript(
    { script, context, limits: { ...DEFAULT_LIMITS, ...limits }, tools, scope: async () => ({ tools }) },
    {
      engine,
      call,
      notify,
      signal: options.signal ?? new AbortController().signal,
      now: options.now ?? Date.now,
      seed: () => [1, 2, 3, 4],
    },
  );
}

/** The result of a script that must end well. */
export async function resultOf(script: string, options: RunOptions = {}): Promise<unknown> {
  const outcome = await run(script, options);
  if (outcome.status !== 'ok')
    throw new Error(`The script ended with ${outcome.status}: ${JSON.stringify(outcome.error)}`);
  return JSON.parse(outcome.resultText);
}

/** The error of a script that must not end well, with its status. */
export async function errorOf(script: string, options: RunOptions = {}): Promise<Record<string, unknown>> {
  const outcome = await run(script, options);
  if (outcome.status === 'ok') throw new Error(`The script ended well: ${outcome.resultText}`);
  return { status: outcome.status, ...outcome.error };
}
