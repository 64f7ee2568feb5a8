import type { Location } from '../../diagnostics/diagnostic.js';
import { toIdentifier } from '../patterns.js';
import { problem, type Problem } from '../problem.js';
import type { SpecDraft } from './list-specs.js';
import { RESERVED_BINDINGS } from './reserved-names.js';

/** Longest binding name that the bundle takes. */
const MAX_BINDING_LENGTH = 64;

/** A spec with its namespace. */
export interface NamedSpec extends SpecDraft {
  binding: string;
}

/**
 * Gives every spec its namespace in AgentScript: `bindingName`, or the id in camel case. Two specs never share an id or
 * a namespace, not even in another case: agents would mix them up, and some file systems do.
 */
export function nameSpecs(drafts: readonly SpecDraft[]): { specs: NamedSpec[]; problems: Problem[] } {
  const ids = new Map<string, SpecDraft>();
  const bindings = new Map<string, NamedSpec>();
  const problems: Problem[] = [];
  const specs: NamedSpec[] = [];
  for (const spec of drafts) {
    const named = { ...spec, binding: spec.bindingName ?? toIdentifier(spec.id) };
    const fault = duplicateId(named, ids) ?? bindingFault(named) ?? duplicateBinding(named, bindings);
    if (fault) problems.push(fault);
    if (!ids.has(spec.id.toLowerCase())) ids.set(spec.id.toLowerCase(), spec);
    if (fault?.code === 'manifest-spec-duplicate') continue;
    if (!bindings.has(named.binding.toLowerCase())) bindings.set(named.binding.toLowerCase(), named);
    specs.push(named);
  }
  return { specs, problems };
}

function duplicateId(spec: SpecDraft, ids: ReadonlyMap<string, SpecDraft>): Problem | undefined {
  const other = ids.get(spec.id.toLowerCase());
  if (!other) return undefined;
  const args = {
    id: spec.id,
    file: spec.file,
    otherId: other.id,
    otherFile: other.file,
    ...lineOf(other.idAt, spec.idAt),
  };
  return problem('manifest-spec-duplicate', args, spec.idAt);
}

/** Whether a name can be a namespace at all. An explicit one that is no identifier is refused by the schema. */
function bindingFault({ id, binding, bindingName, bindingAt }: NamedSpec): Problem | undefined {
  if (RESERVED_BINDINGS.has(binding)) {
    return problem('manifest-spec-binding', { id, binding, fault: 'reserved' }, bindingAt);
  }
  if (bindingName !== undefined) return undefined;
  const fault = binding === '' ? 'empty' : binding.length > MAX_BINDING_LENGTH ? 'long' : undefined;
  return fault && problem('manifest-spec-binding', { id, binding, fault }, bindingAt);
}

function duplicateBinding(spec: NamedSpec, bindings: ReadonlyMap<string, NamedSpec>): Problem | undefined {
  const other = bindings.get(spec.binding.toLowerCase());
  if (!other) return undefined;
  const args = { binding: spec.binding, id: spec.id, otherId: other.id, ...lineOf(other.bindingAt, spec.bindingAt) };
  return problem('manifest-spec-binding-duplicate', args, spec.bindingAt);
}

/** The line of the first one, where it helps: two files of one directory stand in the same place of the manifest. */
function lineOf(first: Location, second: Location): { firstLine?: number } {
  return first.line === undefined || first === second ? {} : { firstLine: first.line };
}
