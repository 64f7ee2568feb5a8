import { treeAt, type Entry, type MapTree, type Tree } from '../../yaml/tree.js';
import type { Problem } from '../problem.js';
import { holdsPlaceholder } from '../variables.js';

/** What a check across fields looks at: the manifest of one environment, valid by itself or not. */
export interface CheckContext {
  tree: MapTree;
  /** The manifest without the overlay, when this is an environment: says which values the overlay brought. */
  base?: MapTree;
}

/** Compares parts of the manifest that each may be fine alone. */
export type Check = (context: CheckContext) => Problem[];

/** A text of the manifest and the node it stands in. */
export interface Text {
  text: string;
  node: Tree;
}

/** The text at a pointer below a tree, when it is one and its final value is known. */
export function textAt(tree: Tree | undefined, pointer: string): Text | undefined {
  const node = tree && treeAt(tree, pointer);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string' || holdsPlaceholder(node.value)) return undefined;
  return { text: node.value, node };
}

/** The items at a pointer; none when there is no list. */
export function itemsAt(tree: Tree, pointer: string): readonly Tree[] {
  const node = treeAt(tree, pointer);
  return node?.kind === 'list' ? node.items : [];
}

/** The members at a pointer; none when there is no map. */
export function membersAt(tree: Tree, pointer: string): readonly [string, Entry][] {
  const node = treeAt(tree, pointer);
  return node?.kind === 'map' ? [...node.entries] : [];
}

/** The texts of a list at a pointer, or of one field of each item. */
export function textsAt(tree: Tree, pointer: string, field = ''): Text[] {
  return itemsAt(tree, pointer).flatMap((item) => textAt(item, field) ?? []);
}

/** Whether all items of a list, or one field of each, are known: only then can a name be missing from it. No list is an empty one. */
export function isComplete(tree: Tree, pointer: string, field = ''): boolean {
  const node = treeAt(tree, pointer);
  return (
    (node === undefined || node.kind === 'list') &&
    textsAt(tree, pointer, field).length === itemsAt(tree, pointer).length
  );
}

/** Whether the value at a pointer was brought by the overlay. */
export function isFromOverlay({ tree, base }: CheckContext, pointer: string): boolean {
  const node = treeAt(tree, pointer);
  return base !== undefined && node !== undefined && treeAt(base, pointer)?.at !== node.at;
}
