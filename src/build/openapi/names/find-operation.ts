import { suggest } from '../../../contract/search/suggest.js';
import { shapeOf } from '../classify/path-shape.js';
import type { NamedOperation } from './name-operations.js';

/** The operations of a document, ready to be looked up. */
export interface OperationIndex {
  all: NamedOperation[];
  byId: ReadonlyMap<string, NamedOperation[]>;
  byName: ReadonlyMap<string, NamedOperation>;
  /** By `METHOD shape`; made when it is first asked for, as most mentions need no shape. */
  byShape: () => ReadonlyMap<string, NamedOperation[]>;
}

/** What a reference leads to. */
export type Lookup =
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
export function findOperation(index: OperationIndex, reference: string): Lookup {
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
