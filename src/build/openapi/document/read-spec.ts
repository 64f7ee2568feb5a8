import { isJsonObject, type JsonObject } from '../../../contract/encoding/json.js';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.js';
import type { FileTree } from '../../files/file-tree.js';
import type { SpecSource } from '../../stage-values.js';
import { MAX_DOCUMENT_BYTES, MAX_FILES, MAX_PATHS } from '../openapi-limits.js';
import { locate } from './locate.js';
import { readSourceFile, type SourceFile, type SourceOutcome } from './read-source-file.js';
import { createResolver, parseReferenceIn, referenceOf, startOf, type Resolver } from './resolve-reference.js';
import { child, textOf, type SpecNode } from './spec-node.js';

/** Which rules a document is read by. 3.2 reads as 3.1: nothing that is used here differs. */
export type Dialect = '2.0' | '3.0' | '3.1';

/** One API description, read but not resolved. */
export interface SpecDocument {
  source: SpecSource;
  dialect: Dialect;
  root: SpecNode;
  resolver: Resolver;
  /** Files that were loaded, by path. */
  loaded: Map<string, SourceOutcome>;
}

/** Reads the file of a spec. Everything that keeps it from being an API description is one diagnostic. */
export async function readSpec(
  files: FileTree,
  source: SpecSource,
  sink: DiagnosticSink,
): Promise<SpecDocument | undefined> {
  const outcome = await readSourceFile(files, source.file);
  if (!outcome.ok) return reportUnreadable(outcome, source, sink);
  const root: SpecNode = { value: outcome.file.root, file: outcome.file, pointer: '' };
  const dialect = dialectOf(root, sink);
  if (!dialect) return undefined;
  if (hasTooManyPaths(root, sink)) return undefined;
  const loaded = new Map<string, SourceOutcome>([[outcome.file.path, outcome]]);
  return { source, dialect, root, resolver: createResolver(loaded), loaded };
}

/** Naming and sorting what nobody wrote by hand would take minutes. */
function hasTooManyPaths(root: SpecNode, sink: DiagnosticSink): boolean {
  const paths = child(root, 'paths');
  const count = isJsonObject(paths?.value) ? Object.keys(paths.value).length : 0;
  if (!paths || count <= MAX_PATHS) return false;
  sink.report('openapi-too-many-paths', { count, limit: MAX_PATHS }, locate(paths));
  return true;
}

function reportUnreadable(
  outcome: Extract<SourceOutcome, { ok: false }>,
  source: SpecSource,
  sink: DiagnosticSink,
): undefined {
  const { path: file } = outcome;
  if (outcome.fault === 'syntax') {
    const { reason, line, column } = outcome;
    return void sink.report('openapi-syntax', { reason }, { file, line, column });
  }
  if (outcome.fault === 'too-large') {
    return void sink.report('openapi-too-large', { file, limit: MAX_DOCUMENT_BYTES }, source.location);
  }
  sink.report('openapi-unreadable', { file, fault: outcome.fault }, source.location);
}

function dialectOf(root: SpecNode, sink: DiagnosticSink): Dialect | undefined {
  const start = { file: root.file.path, line: 1, column: 1 };
  if (!isJsonObject(root.value)) return void sink.report('openapi-no-description', {}, start);
  const key = child(root, 'openapi') ? 'openapi' : 'swagger';
  const version = child(root, key);
  if (!version) return void sink.report('openapi-no-description', {}, start);
  // YAML reads an unquoted version as a number.
  const text = typeof version.value === 'number' ? version.value.toFixed(1) : (textOf(root, key) ?? '');
  const [, major] = /^(2\.0|3\.[012])(?:[.-]|$)/.exec(text) ?? [];
  if (major === undefined || (major === '2.0') !== (key === 'swagger')) {
    return void sink.report('openapi-version', { version: text.slice(0, 40) }, locate(version));
  }
  return major === '2.0' || major === '3.0' ? major : '3.1';
}

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
