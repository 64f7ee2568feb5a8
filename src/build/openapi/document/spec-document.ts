import { isJsonObject } from '../../../contract/encoding/json.js';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.js';
import type { FileTree } from '../../files/file-tree.js';
import type { SpecSource } from '../../stage-values.js';
import { MAX_DOCUMENT_BYTES, MAX_PATHS } from '../limits.js';
import { locate } from './locate.js';
import { child, textOf, type SpecNode } from './node.js';
import { createResolver, type Resolver } from './resolver.js';
import { readSourceFile, type SourceOutcome } from './source-file.js';

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
