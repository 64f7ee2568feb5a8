import { needsApproval } from '../../../contract/bundle/approval.js';
import type { HotManifest } from '../../../contract/bundle/bundle-index.js';
import { DEFAULT_LIMITS, type ScriptLimits } from '../../agentscript/script-limits.js';
import type { ScriptTool } from '../../agentscript/script-types.js';
import { isAlwaysLoaded, loadOperation, type Catalog, type CatalogSkill } from '../../catalog/open-catalog.js';
import { selfContained } from '../../catalog/schema-closure.js';

/** What an agent asks for. */
export interface ScopeRequest {
  skills?: readonly string[];
  allowedTools?: readonly string[];
}

/** What a script may call, and what was asked for in vain. */
export interface OpenScope {
  /** By exact key. */
  tools: Map<string, ScriptTool>;
  unknownSkills: string[];
  unknownTools: string[];
}

/**
 * The operations of the named skills and of those that are always loaded; of all skills that the caller can find
 * when none is named. `allowedTools` narrows them, and never widens.
 */
export function openScope(catalog: Catalog, { skills: names = [], allowedTools }: ScopeRequest): OpenScope {
  const { index } = catalog.snapshot;
  const open = catalog.skillNames().map((name) => catalog.skill(name) as CatalogSkill);
  const named =
    names.length === 0
      ? catalog.discoverable()
      : names.map((name) => catalog.skill(name)).filter((skill) => skill !== undefined);
  const chosen = new Set([...named, ...open.filter((skill) => isAlwaysLoaded(index, skill))]);
  const keys = new Set([...chosen].flatMap(({ entry }) => entry.operations));
  const tools = new Map<string, ScriptTool>();
  for (const key of [...keys].sort()) {
    const operation = catalog.operation(key);
    if (!operation || (allowedTools && !allowedTools.includes(key))) continue;
    const { summary, readOnly } = operation.entry;
    const approval = needsApproval(index.manifest.hot.execution, key);
    tools.set(key, { name: key, description: summary, readOnly, ...(approval && { approvalRequired: true }) });
  }
  return {
    tools,
    unknownSkills: names.filter((name) => !catalog.skill(name)),
    unknownTools: (allowedTools ?? []).filter((key) => !tools.has(key)),
  };
}

/** Adds the schemas that `getTool` shows; loaded only for a script that mentions it. */
export async function addSchemas(
  catalog: Catalog,
  tools: ReadonlyMap<string, ScriptTool>,
): Promise<Map<string, ScriptTool>> {
  const entries = [...tools].map(async ([key, tool]): Promise<[string, ScriptTool]> => {
    const operation = catalog.operation(key);
    if (!operation) return [key, tool];
    const { document, defs } = await loadOperation(catalog.snapshot, operation);
    const outputSchema = document.output && selfContained(document.output, defs);
    return [key, { ...tool, inputSchema: selfContained(document.input, defs), ...(outputSchema && { outputSchema }) }];
  });
  return new Map(await Promise.all(entries));
}

/** The budgets of a script, as the manifest sets them. */
export function scriptLimits(execution: HotManifest['execution']): ScriptLimits {
  const { timeoutMs, maxCalls, maxConcurrency, memoryMb } = execution;
  return {
    ...DEFAULT_LIMITS,
    ...(timeoutMs !== undefined && { wallMs: timeoutMs }),
    ...(maxCalls !== undefined && { calls: maxCalls }),
    ...(maxConcurrency !== undefined && { concurrency: maxConcurrency }),
    ...(memoryMb !== undefined && { memoryBytes: memoryMb * 1024 * 1024 }),
  };
}
