import { escapePointer } from '../../contract/encoding/json.js';
import type { Location } from '../diagnostics/diagnostic.js';

/** A value of a YAML file that still knows where it was written. Trees are never changed, only replaced. */
export type Tree = ScalarTree | ListTree | MapTree;

export interface ScalarTree {
  kind: 'scalar';
  value: string | number | boolean | null;
  /** As it stands in the file, without quotes; what a message may quote. */
  source: string;
  /** The reader already refused it: nothing more can be said about the value. */
  unreadable?: true;
  at: Location;
}

interface ListTree {
  kind: 'list';
  items: readonly Tree[];
  at: Location;
}

export interface MapTree {
  kind: 'map';
  entries: ReadonlyMap<string, Entry>;
  at: Location;
}

/** A key, where it stands, and its value. */
export interface Entry {
  key: Location;
  value: Tree;
}

/** The JSON value of a tree; objects have no prototype, as their keys come from outside. */
export function valueOf(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(valueOf);
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, { value }] of tree.entries) object[key] = valueOf(value);
  return object;
}

/** The member of a map or the item of a list (by its decimal index). */
function childOf(tree: Tree | undefined, segment: string): Tree | undefined {
  if (tree?.kind === 'map') return tree.entries.get(segment)?.value;
  if (tree?.kind === 'list') return /^\d+$/.test(segment) ? tree.items[Number(segment)] : undefined;
  return undefined;
}

/** What a JSON pointer (RFC 6901) leads to. */
export function treeAt(tree: Tree, pointer: string): Tree | undefined {
  return segmentsOf(pointer).reduce<Tree | undefined>(childOf, tree);
}

/** Where the value that a JSON pointer leads to stands; for one that does not exist, its nearest ancestor. */
export function locate(tree: Tree, pointer: string): Location {
  let current = tree;
  for (const segment of segmentsOf(pointer)) {
    const next = childOf(current, segment);
    if (!next) break;
    current = next;
  }
  return current.at;
}

/** Where a key of the map at a JSON pointer stands. */
export function locateKey(tree: Tree, pointer: string, key: string): Location {
  const map = treeAt(tree, pointer);
  return (map?.kind === 'map' ? map.entries.get(key)?.key : undefined) ?? locate(tree, pointer);
}

/** Every scalar below a tree, with its JSON pointer, in document order. */
export function* scalarsOf(tree: Tree, pointer = ''): Generator<{ pointer: string; scalar: ScalarTree }> {
  if (tree.kind === 'scalar') yield { pointer, scalar: tree };
  else if (tree.kind === 'list')
    for (const [index, item] of tree.items.entries()) yield* scalarsOf(item, `${pointer}/${index}`);
  else for (const [key, { value }] of tree.entries) yield* scalarsOf(value, `${pointer}/${escapePointer(key)}`);
}

/** The same tree with its scalars replaced. */
export function mapScalars(
  tree: Tree,
  replace: (scalar: ScalarTree, pointer: string) => ScalarTree,
  pointer = '',
): Tree {
  if (tree.kind === 'scalar') return replace(tree, pointer);
  if (tree.kind === 'list') {
    return { ...tree, items: tree.items.map((item, index) => mapScalars(item, replace, `${pointer}/${index}`)) };
  }
  const entries = [...tree.entries].map(([key, { key: at, value }]): [string, Entry] => [
    key,
    { key: at, value: mapScalars(value, replace, `${pointer}/${escapePointer(key)}`) },
  ]);
  return { ...tree, entries: new Map(entries) };
}

/** The same tree with the member at the end of a path replaced, or removed when there is nothing to put there. */
export function replaceAt(tree: Tree, [segment, ...rest]: readonly string[], replacement: Tree | undefined): Tree {
  const child = segment === undefined ? undefined : childOf(tree, segment);
  if (segment === undefined || !child) return tree;
  const next = rest.length === 0 ? replacement : replaceAt(child, rest, replacement);
  if (tree.kind === 'list')
    return { ...tree, items: tree.items.flatMap((item) => (item !== child ? item : (next ?? []))) };
  if (tree.kind !== 'map') return tree;
  const entries = new Map(tree.entries);
  if (next) entries.set(segment, { ...tree.entries.get(segment)!, value: next });
  else entries.delete(segment);
  return { ...tree, entries };
}

/** The segments of a JSON pointer, unescaped. */
export function segmentsOf(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A JSON pointer as people write it: `signing.trustRoots[0].kid`; `the manifest` for the root. */
export function pathText(pointer: string): string {
  const text = segmentsOf(pointer).reduce(
    (path, segment) => (/^\d+$/.test(segment) ? `${path}[${segment}]` : path === '' ? segment : `${path}.${segment}`),
    '',
  );
  return text === '' ? 'the manifest' : text;
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
