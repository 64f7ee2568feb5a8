import { items, members, memberValue, type SpecNode } from './node.js';
import type { ParsedReference } from './references.js';
import type { SourceFile } from './source-file.js';

/** The schemas of a file by `$anchor`; `undefined` for a name that several have. */
type Anchors = ReadonlyMap<string, SpecNode | undefined>;

/** Finding them reads the whole file, so it happens once, and only where one is referred to. */
const known = new WeakMap<SourceFile, Anchors>();

/**
 * Where the pointer of a reference begins: the root of its file, or the schema with its `$anchor` (JSON Schema 2020-12 "Core",
 * section 8.2.2). `undefined` when there is no such schema, or more than one.
 */
export function startOf(file: SourceFile, { anchor }: Extract<ParsedReference, { ok: true }>): SpecNode | undefined {
  if (anchor === undefined) return { value: file.root, file, pointer: '' };
  const anchors = known.get(file) ?? anchorsOf(file);
  known.set(file, anchors);
  return anchors.get(anchor);
}

function anchorsOf(file: SourceFile): Anchors {
  const found = new Map<string, SpecNode | undefined>();
  const seen = new Set<unknown>();
  const queue: SpecNode[] = [{ value: file.root, file, pointer: '' }];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (typeof node.value !== 'object' || node.value === null || seen.has(node.value)) continue;
    seen.add(node.value);
    const anchor = memberValue(node, '$anchor');
    if (typeof anchor === 'string') found.set(anchor, found.has(anchor) ? undefined : node);
    for (const [, member] of members(node)) queue.push(member);
    for (const item of items(node)) queue.push(item);
  }
  return found;
}
