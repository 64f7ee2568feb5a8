import type { JsonValue } from '../../contract/encoding/json.js';
import type { ScriptLimits } from './script-limits.js';
import { preflight } from './preflight/preflight.js';
import { runScript, type ScriptPorts } from './run-script.js';
import { namespacesOf } from './guest-setup.js';
import type { ScriptOutcome, ScriptScope } from './script-types.js';

/** A script as an agent sends it. */
export interface AgentScript {
  script: string;
  context: JsonValue;
  limits: ScriptLimits;
  /**
   * What it may call. Gets the names that the script uses, so that what is costly to load is loaded only for a
   * script that asks for it.
   */
  scope(names: ReadonlySet<string>): Promise<ScriptScope>;
  /** The same names without their descriptions: enough for the preflight. */
  tools: ScriptScope['tools'];
}

/** Checks a script and runs it. Never throws for what a script does; throws when `scope` does. */
export async function runAgentScript(
  { script, context, limits, scope, tools }: AgentScript,
  ports: ScriptPorts,
): Promise<ScriptOutcome> {
  const started = ports.now();
  const checked = preflight(script, { namespaces: namespacesOf({ tools }) });
  if (!checked.ok) {
    const usage = { calls: 0, ticks: 0, memoryBytes: 0, durationMs: ports.now() - started };
    return { status: checked.status, error: checked.error, logs: [], notes: [], usage };
  }
  return runScript({ script, edits: checked.edits, context, limits, scope: await scope(checked.names) }, ports);
}
