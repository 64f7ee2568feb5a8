import type { JsonObject } from '../../../contract/encoding/json.js';
import type { FileTree } from '../../files/file-tree.js';
import { MAX_FILES } from '../limits.js';
import { child } from './node.js';
import type { SpecNode } from './node.js';
import { parseReference } from './references.js';
import { referenceOf } from './resolver.js';
import { readSourceFile } from './source-file.js';
import type { SourceOutcome } from './source-file.js';

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
  const followed = new Set<string>();
  // Bare values: half a million of them are visited, and none needs to know its pointer.
  const queue: (Pick<SpecNode, 'value' | 'file'> & { isNamed?: boolean })[] = [...from];
  for (let node = queue.pop(); node; node = queue.pop()) {
    const { value, file, isNamed = Array.isArray(node.value) } = node;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const reference = (value as JsonObject)['$ref'];
    const mark = typeof reference === 'string' ? `${file.path}\n${reference}` : undefined;
    if (mark !== undefined && !followed.has(mark)) {
      followed.add(mark);
      const target = await loadTarget(files, loaded, { ...node, pointer: '' });
      if (target) queue.push(target);
    }
    for (const key of Object.keys(value)) {
      const member = (value as JsonObject)[key];
      if (typeof member !== 'object' || member === null) continue;
      const isData = !isNamed && (DATA.has(key) || key.startsWith('x-'));
      if (!isData) queue.push({ value: member, file, ...(NAMED.has(key) && !isNamed ? { isNamed: true } : {}) });
    }
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
  const parsed = reference === undefined ? undefined : parseReference(reference, node.file.path);
  if (!parsed?.ok) return undefined;
  let outcome = parsed.file === node.file.path ? ({ ok: true, file: node.file } as const) : loaded.get(parsed.file);
  if (!outcome && loaded.size < MAX_FILES) {
    outcome = await readSourceFile(files, parsed.file);
    loaded.set(parsed.file, outcome);
  }
  if (!outcome?.ok) return undefined;
  let target: SpecNode | undefined = { value: outcome.file.root, file: outcome.file, pointer: '' };
  for (const segment of parsed.path) target = target && child(target, segment);
  return target;
}
