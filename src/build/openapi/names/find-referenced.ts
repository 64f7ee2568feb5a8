import type { DiagnosticSink } from '../../diagnostics/diagnostic.js';
import type { OpReference, SpecSource } from '../../stage-values.js';
import { findOperation, type OperationIndex } from './find-operation.js';
import type { NamedOperation } from './name-operations.js';
import type { UnsendableOperation } from './unsendable.js';

/** A mention of an operation, and the skill it stands in. */
export interface SkillReference {
  skill: string;
  reference: OpReference;
}

/**
 * The operations that mentions lead to, each with the skills that mention it. What leads nowhere, to several operations, to
 * one that cannot be sent, or to a change in a spec that is read-only, is reported where it is mentioned.
 */
export function findReferenced(
  source: SpecSource,
  index: OperationIndex,
  mentions: readonly SkillReference[],
  findUnsendable: (wanted: string) => UnsendableOperation | undefined,
  sink: DiagnosticSink,
): Map<NamedOperation, Set<string>> {
  const found = new Map<NamedOperation, Set<string>>();
  for (const { skill, reference } of mentions) {
    const operation = resolve(source, index, reference, findUnsendable, sink);
    if (!operation) continue;
    const skills = found.get(operation) ?? new Set();
    found.set(operation, skills.add(skill));
  }
  return found;
}

function resolve(
  source: SpecSource,
  index: OperationIndex,
  { operation: wanted, location }: OpReference,
  findUnsendable: (wanted: string) => UnsendableOperation | undefined,
  sink: DiagnosticSink,
): NamedOperation | undefined {
  const lookup = findOperation(index, wanted);
  if (lookup.found === 'none') {
    const { suggestions } = lookup;
    const unsendable = findUnsendable(wanted);
    if (unsendable)
      return void sink.report('openapi-method', { spec: source.id, operation: wanted, ...unsendable }, location);
    return void sink.report('openapi-unknown-operation', { spec: source.id, operation: wanted, suggestions }, location);
  }
  if (lookup.found === 'several') {
    const candidates = lookup.operations.map(({ method, path }) => `${method} ${path}`);
    return void sink.report(
      'openapi-ambiguous-operation',
      { spec: source.id, operation: wanted, candidates },
      location,
    );
  }
  const { operation } = lookup;
  if (source.readOnly && operation.method !== 'GET' && operation.method !== 'HEAD') {
    const { method, path } = operation;
    return void sink.report('openapi-read-only', { spec: source.id, operation: wanted, method, path }, location);
  }
  return operation;
}
