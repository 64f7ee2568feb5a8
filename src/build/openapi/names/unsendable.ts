import { shapeOf } from '../classify/path-shape.js';
import { child, members, textOf, type SpecNode } from '../document/node.js';
import type { SpecDocument } from '../document/spec-document.js';
import { camelCase } from './camel-case.js';

/** An operation whose method the Worker cannot send. */
export interface UnsendableOperation {
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
