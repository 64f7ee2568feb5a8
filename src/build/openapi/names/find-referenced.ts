import { suggest } from '../../../contract/search/suggest.js';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.js';
import type { OpReference, SpecSource } from '../../stage-values.js';
import { shapeOf } from '../document/path-shape.js';
import type { SpecDocument } from '../document/read-spec.js';
import { child, members, textOf, type SpecNode } from '../document/spec-node.js';
import { camelCase, type NamedOperation } from './name-operations.js';

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

/** The operations of a document, ready to be looked up. */
interface OperationIndex {
  all: NamedOperation[];
  byId: ReadonlyMap<string, NamedOperation[]>;
  byName: ReadonlyMap<string, NamedOperation>;
  /** By `METHOD shape`; made when it is first asked for, as most mentions need no shape. */
  byShape: () => ReadonlyMap<string, NamedOperation[]>;
}

/** What a reference leads to. */
type Lookup =
  | { found: 'one'; operation: NamedOperation }
  | { found: 'several'; operations: NamedOperation[] }
  | { found: 'none'; suggestions: string[] };

const METHOD_AND_PATH = /^([A-Za-z]+) +(\/.*)$/;

/** Indexes the operations of a document by everything a reference may say. */
export function indexOperations(all: NamedOperation[]): OperationIndex {
  let shapes: ReadonlyMap<string, NamedOperation[]> | undefined;
  return {
    all,
    byId: groups(all, ({ id }) => id),
    byName: new Map(all.map((operation) => [operation.name, operation])),
    byShape: () => (shapes ??= groups(all, ({ method, path }) => `${method} ${shapeOf(path)}`)),
  };
}

/** Finds an operation by id, by name, or by `METHOD /path`, where parameter names do not matter. */
function findOperation(index: OperationIndex, reference: string): Lookup {
  const wanted = reference.trim();
  const byId = index.byId.get(wanted);
  if (byId) return lookup(byId);
  const byName = index.byName.get(wanted);
  if (byName) return { found: 'one', operation: byName };
  const byPath = findByPath(index, wanted);
  return byPath ? lookup(byPath) : { found: 'none', suggestions: suggestions(index, wanted) };
}

function findByPath(index: OperationIndex, wanted: string): NamedOperation[] | undefined {
  const [, method = '', path = ''] = METHOD_AND_PATH.exec(wanted) ?? [];
  if (path === '') return undefined;
  const candidates = index.byShape().get(`${method.toUpperCase()} ${shapeOf(path)}`);
  const exact = candidates?.filter((operation) => operation.path === path);
  return exact && exact.length > 0 ? exact : candidates;
}

function lookup(operations: NamedOperation[]): Lookup {
  const [operation] = operations;
  return operation && operations.length === 1 ? { found: 'one', operation } : { found: 'several', operations };
}

function suggestions(index: OperationIndex, wanted: string): string[] {
  if (METHOD_AND_PATH.test(wanted))
    return suggest(
      wanted,
      index.all.map(({ method, path }) => `${method} ${path}`),
    );
  // Somebody who wrote a separator meant the id as it stands in the document.
  const isName = /^[\w$]*$/.test(wanted);
  return suggest(
    wanted,
    index.all.map(({ id, name }) => (isName ? name : id)),
  );
}

function groups(
  operations: NamedOperation[],
  keyOf: (operation: NamedOperation) => string,
): Map<string, NamedOperation[]> {
  const found = new Map<string, NamedOperation[]>();
  for (const operation of operations) {
    const key = keyOf(operation);
    const group = found.get(key);
    if (group) group.push(operation);
    else found.set(key, [operation]);
  }
  return found;
}

/** An operation whose method the Worker cannot send. */
interface UnsendableOperation {
  method: string;
  path: string;
}

/**
 * Makes the function that finds an operation under `query` or `additionalOperations` ("Path Item Object" of OpenAPI 3.2) by
 * what a skill calls it. Such operations are never listed; whoever mentions one learns why.
 */
export function createUnsendableFinder(document: SpecDocument): (wanted: string) => UnsendableOperation | undefined {
  let known: Map<string, UnsendableOperation> | undefined;
  return (wanted) => {
    known ??= indexed(document);
    const [, method = '', path = ''] = /^(\S+) +(\/.*)$/.exec(wanted.trim()) ?? [];
    return known.get(wanted.trim()) ?? known.get(`${method} ${shapeOf(path)}`);
  };
}

function indexed({ root, resolver }: SpecDocument): Map<string, UnsendableOperation> {
  const found = new Map<string, UnsendableOperation>();
  for (const [path, node] of members(child(root, 'paths'))) {
    const followed = resolver.follow(node);
    if (!followed.ok || !path.startsWith('/')) continue;
    for (const [method, operation] of unsendable(followed.node)) {
      const id = textOf(operation, 'operationId')?.trim();
      const named = { method, path };
      for (const key of [`${method} ${shapeOf(path)}`, ...(id ? [id, camelCase(id)] : [])]) found.set(key, named);
    }
  }
  return found;
}

function unsendable(pathItem: SpecNode): [string, SpecNode][] {
  const query = child(pathItem, 'query');
  return [
    ...(query ? [['QUERY', query] as [string, SpecNode]] : []),
    ...members(child(pathItem, 'additionalOperations')),
  ];
}
