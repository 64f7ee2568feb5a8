import type { JsonObject } from '../../../contract/encoding/json.js';
import type { FileTree } from '../../files/file-tree.js';
import { MAX_FILES } from '../limits.js';
import { startOf } from './anchors.js';
import { child, type SpecNode } from './node.js';
import { parseReferenceIn } from './references.js';
import { referenceOf } from './resolver.js';
import { readSourceFile, type SourceFile, type SourceOutcome } from './source-file.js';

/** Members whose own members are names that somebody chose, not keywords. */
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas', 'content', 'encoding', 'headers']);
/** Members that hold data, not descriptions: what looks like a reference there is none. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const']);

/**
 * Loads every file that can be reached from some nodes over references, so that resolving needs to wait for nothing.
 * Looks only where references may stand; a file that cannot be read is remembered, and reported where it is needed.
 */
export async function loadReachable(
  files: FileTree,
  loaded: Map<string, SourceOutcome>,
  from: readonly SpecNode[],
): Promise<void> {
  const seen = new Set<unknown>();
  const followed = new Map<SourceFile, Set<unknown>>();
  // Bare values: half a million of them are visited, and none needs to know its pointer.
  const queue: Visit[] = [...from];
  for (let node = queue.pop(); node; node = queue.pop()) {
    const { value, file } = node;
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '$ref') && isNew(followed, file, (value as JsonObject)['$ref'])) {
      const target = await loadTarget(files, loaded, { value, file, pointer: '' });
      if (target) queue.push(target);
    }
    visitMembers(node, seen, queue);
  }
}

/** A value to look into; the members of a named one are called what somebody chose. */
type Visit = Pick<SpecNode, 'value' | 'file'> & { isNamed?: boolean };

/** Whether a reference has not been met in its file. */
function isNew(followed: Map<SourceFile, Set<unknown>>, file: SourceFile, reference: unknown): boolean {
  const known = followed.get(file) ?? new Set();
  followed.set(file, known);
  return known.size < known.add(reference).size;
}

/** Queues what may hold references. A value that holds nothing to look into is not remembered: most are such. */
function visitMembers(
  { value, file, isNamed = Array.isArray(value) }: Visit,
  seen: Set<unknown>,
  queue: Visit[],
): void {
  let isLeaf = true;
  for (const key of Object.keys(value as JsonObject)) {
    const member = (value as JsonObject)[key];
    if (typeof member !== 'object' || member === null) continue;
    if (!isNamed && (DATA.has(key) || key.startsWith('x-'))) continue;
    if (isLeaf && seen.has(value)) return;
    if (isLeaf) seen.add(value);
    isLeaf = false;
    queue.push({ value: member, file, isNamed: Array.isArray(member) || (NAMED.has(key) && !isNamed) });
  }
}

/** Loads the file of the chain that begins at a node, without looking into what it finds. */
export async function loadChain(files: FileTree, loaded: Map<string, SourceOutcome>, node: SpecNode): Promise<void> {
  const seen = new Set<unknown>();
  for (let at: SpecNode | undefined = node; at && !seen.has(at.value); at = await loadTarget(files, loaded, at)) {
    seen.add(at.value);
  }
}

/** The node a reference points to, its file loaded; `undefined` when there is no reference or no such node. */
async function loadTarget(
  files: FileTree,
  loaded: Map<string, SourceOutcome>,
  node: SpecNode,
): Promise<SpecNode | undefined> {
  const reference = referenceOf(node);
  const parsed = reference === undefined ? undefined : parseReferenceIn(node.file, reference);
  if (!parsed?.ok) return undefined;
  let outcome = parsed.file === node.file.path ? ({ ok: true, file: node.file } as const) : loaded.get(parsed.file);
  if (!outcome && loaded.size < MAX_FILES) {
    outcome = await readSourceFile(files, parsed.file);
    loaded.set(parsed.file, outcome);
  }
  if (!outcome?.ok) return undefined;
  let target = startOf(outcome.file, parsed);
  for (const segment of parsed.path) target = target && child(target, segment);
  return target;
}
