import { hintOf, messageOf } from '../build/diagnostics/collector.js';
import type { Severity } from '../build/diagnostics/catalogue-row.js';
import type { Diagnostic, Location } from '../build/diagnostics/diagnostic.js';
import { plainLines, plainText } from './plain-text.js';

const PROPERTIES = [
  ['file', 'file'],
  ['startLine', 'line'],
  ['endLine', 'endLine'],
  ['startColumn', 'col'],
  ['endColumn', 'endColumn'],
  ['title', 'title'],
] as const;

/** An annotation as the runner's `error`, `warning` and `notice` commands take it. */
export interface Annotation {
  level: Severity;
  title: string;
  message: string;
  file?: string;
  startLine?: number;
  endLine?: number;
  startColumn?: number;
  endColumn?: number;
}

/** GitHub keeps this many annotations of each level a step, and drops the rest without a word. */
export const MAX_ANNOTATIONS_PER_LEVEL = 10;

/** How annotations are made. */
export interface AnnotationOptions {
  /** Path of a file relative to the workspace; as it is by default. */
  path?: (file: string) => string;
  /** Most annotations of a level; {@link MAX_ANNOTATIONS_PER_LEVEL} by default. */
  most?: Partial<Record<Severity, number>>;
}

/** Diagnostics as annotations, as many as GitHub shows, and those that did not fit. */
export function annotationsOf(
  diagnostics: readonly Diagnostic[],
  options: AnnotationOptions = {},
): { shown: Annotation[]; left: Diagnostic[] } {
  const used: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  const shown: Annotation[] = [];
  const left: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const most = options.most?.[diagnostic.severity] ?? MAX_ANNOTATIONS_PER_LEVEL;
    used[diagnostic.severity] += 1;
    if (used[diagnostic.severity] > most) left.push(diagnostic);
    else shown.push(annotationOf(diagnostic, options));
  }
  return { shown, left };
}

function annotationOf(diagnostic: Diagnostic, { path = (file) => file }: AnnotationOptions): Annotation {
  const hint = hintOf(diagnostic);
  return {
    level: diagnostic.severity,
    title: diagnostic.code,
    message: plainText(messageOf(diagnostic)) + (hint === undefined ? '' : `\n${plainLines(hint)}`),
    ...(diagnostic.location ? placeOf(diagnostic.location, path) : {}),
  };
}

/** GitHub takes columns only when the annotation starts and ends on one line. */
function placeOf(location: Location, path: (file: string) => string): Partial<Annotation> {
  const { line, column, endLine = line, endColumn } = location;
  if (line === undefined) return { file: path(location.file) };
  const columns =
    endLine === line && column !== undefined ? { startColumn: column, endColumn: endColumn ?? column } : {};
  return { file: path(location.file), startLine: line, endLine, ...columns };
}

/** An annotation as the runner reads it from a log: one workflow command, without a line break. */
export function workflowCommand(annotation: Annotation): string {
  const properties = PROPERTIES.flatMap(([field, name]) => {
    const value = annotation[field];
    return value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`];
  });
  return `::${annotation.level} ${properties.join(',')}::${escapeData(annotation.message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
