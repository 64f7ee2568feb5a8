import type { OperationEntry } from '../../../contract/bundle/bundle-index.js';
import { isJsonObject } from '../../../contract/encoding/json.js';
import type { FileTree } from '../../files/file-tree.js';
import { loadChain, type SpecDocument } from '../document/read-spec.js';
import { child, members, textOf, type SpecNode } from '../document/spec-node.js';
import { MAX_PATH_LENGTH } from '../openapi-limits.js';

/** One operation of a document, not resolved. */
export interface ListedOperation {
  method: OperationEntry['method'];
  path: string;
  /** As in the document, or `METHOD /path` when it has none. */
  id: string;
  node: SpecNode;
  pathItem: SpecNode;
}

const METHODS: ReadonlyMap<string, OperationEntry['method']> = new Map([
  ['get', 'GET'],
  ['head', 'HEAD'],
  ['post', 'POST'],
  ['put', 'PUT'],
  ['patch', 'PATCH'],
  ['delete', 'DELETE'],
  ['options', 'OPTIONS'],
  ['trace', 'TRACE'],
]);

/**
 * Every operation of a document, sorted by path and method so that the order of the document does not matter. Follows
 * references of path items and of operations; what cannot be followed is left out, and missed where it is referred to.
 */
export async function listOperations(files: FileTree, document: SpecDocument): Promise<ListedOperation[]> {
  const listed: ListedOperation[] = [];
  for (const [path, node] of members(child(document.root, 'paths'))) {
    if (!path.startsWith('/') || !path.isWellFormed() || path.length > MAX_PATH_LENGTH) continue;
    // Waits only where there is something to load: a large document has a hundred thousand of these.
    const pathItem = isReference(node) ? await target(files, document, node) : node;
    for (const [key, member] of members(pathItem)) {
      const method = METHODS.get(key);
      if (!method || !pathItem) continue;
      const operation = isReference(member) ? await target(files, document, member) : member;
      if (operation && isJsonObject(operation.value)) listed.push(listing(method, path, operation, pathItem));
    }
  }
  return listed.sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
}

function listing(method: OperationEntry['method'], path: string, node: SpecNode, pathItem: SpecNode): ListedOperation {
  const id = textOf(node, 'operationId')?.trim() || `${method} ${path}`;
  return { method, path, id, node, pathItem };
}

function isReference(node: SpecNode): boolean {
  return isJsonObject(node.value) && Object.hasOwn(node.value, '$ref');
}

async function target(files: FileTree, document: SpecDocument, node: SpecNode): Promise<SpecNode | undefined> {
  await loadChain(files, document.loaded, node);
  const followed = document.resolver.follow(node);
  return followed.ok ? followed.node : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
