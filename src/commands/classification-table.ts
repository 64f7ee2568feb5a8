import type { BuildResult } from '../build/build.js';
import type { ClassificationBasis } from '../build/stage-values.js';

/** How one operation appears in MCP, what a call of it changes, and what a person should look at. */
export interface ClassificationRow extends ClassificationBasis {
  /** `<binding>.<name>`. */
  operation: string;
  spec: string;
  method: string;
  path: string;
  surface: 'tool' | 'resource' | 'both';
  readOnly: boolean;
  /** URI template of the resource; absent for what is a tool only. */
  resource?: string;
  /** URI templates of the resources whose readers hear of a successful call. */
  updates: string[];
  /** The skills that may call it, sorted. */
  skills: string[];
}

/** The classification of every operation of the bundle, or of all that was resolved when there is none. Sorted by operation. */
export function classificationTable({
  operations,
  bundle,
}: Pick<BuildResult, 'operations' | 'bundle'>): ClassificationRow[] {
  const skills = skillsByOperation(operations?.bySkill ?? {});
  const isServed = (key: string) => bundle === undefined || Object.hasOwn(bundle.index.operations, key);
  const served = (operations?.operations ?? []).filter(({ key }) => isServed(key));
  return served.map(({ key, entry, basis }): ClassificationRow => ({
    operation: key,
    spec: entry.spec,
    method: entry.method,
    path: entry.path,
    ...basis,
    surface: entry.expose,
    readOnly: entry.readOnly,
    ...(entry.uriTemplate === undefined ? {} : { resource: entry.uriTemplate }),
    updates: entry.effects.map(({ uri }) => uri),
    skills: skills.get(key) ?? [],
  }));
}

function skillsByOperation(bySkill: Readonly<Record<string, readonly string[]>>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const skill of Object.keys(bySkill).sort()) {
    for (const key of bySkill[skill] ?? []) found.set(key, [...(found.get(key) ?? []), skill]);
  }
  return found;
}
