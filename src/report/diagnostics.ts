import { isAbsolute, join, relative, sep } from 'node:path';
import { hintOf, messageOf } from '../build/diagnostics/collector.js';
import type { Severity } from '../build/diagnostics/catalogue-row.js';
import type { Diagnostic, Location } from '../build/diagnostics/diagnostic.js';
import { plural } from './counts.js';
import { escapeHtml, htmlCode, htmlTable } from './markdown.js';
import { indent, plainLines, plainText, PLAIN, type Style } from './plain-text.js';

/** A summary holds 1 MiB; beyond this many rows the log is the better place. */
const MOST_ROWS = 200;

/** How diagnostics are written. */
export interface DiagnosticsTextOptions {
  /** No emphasis by default. */
  style?: Style;
  /** How a file's path is shown; as it is by default. */
  path?: (file: string) => string;
}

/**
 * Diagnostics as people and editors read them: `path:line:column severity code message`, the hint indented below, a blank
 * line between files, and a line with the counts at the end. Expects them sorted by place; ends with a line break.
 */
export function diagnosticsText(diagnostics: readonly Diagnostic[], options: DiagnosticsTextOptions = {}): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const diagnostic of diagnostics) {
    const its = diagnostic.location?.file ?? '';
    if (file !== undefined && its !== file) lines.push('');
    file = its;
    lines.push(...diagnosticLines(diagnostic, options));
  }
  if (lines.length > 0) lines.push('');
  return [...lines, closingLine(diagnostics, options.style ?? PLAIN)].join('\n') + '\n';
}

function diagnosticLines(
  diagnostic: Diagnostic,
  { style = PLAIN, path = (file) => file }: DiagnosticsTextOptions,
): string[] {
  const { code, severity, location } = diagnostic;
  const where = location ? `${style.bold(placeText({ ...location, file: path(location.file) }))} ` : '';
  const hint = hintOf(diagnostic);
  return [
    `${where}${emphasis(severity, style)(severity)} ${style.dim(code)} ${plainText(messageOf(diagnostic))}`,
    ...(hint === undefined ? [] : [indent(plainLines(hint), '    ')]),
  ];
}

/** Such as `skills/refund/SKILL.md:12:5`, as far as the place is known. */
export function placeText(location: Location): string {
  const { file, line, column } = location;
  return [plainText(file), line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
}

/** The colour of a severity. */
function emphasis(severity: Severity, style: Style): (text: string) => string {
  return severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.blue;
}

function closingLine(diagnostics: readonly Diagnostic[], style: Style): string {
  const counts = countBySeverity(diagnostics);
  const text = countsText(counts);
  if (counts.error > 0) return style.red(text);
  return counts.warning > 0 ? style.yellow(text) : style.green(text);
}

/** Diagnostics as a table for markdown, at most {@link MOST_ROWS}. */
export function diagnosticsTable(
  diagnostics: readonly Diagnostic[],
  path: (file: string) => string = (file) => file,
): string {
  const rows = diagnostics.slice(0, MOST_ROWS).map((diagnostic) => {
    const { severity, code, location } = diagnostic;
    const hint = hintOf(diagnostic);
    const where = location ? htmlCode(placeText({ ...location, file: path(location.file) })) : '';
    const said =
      escapeHtml(messageOf(diagnostic)) +
      (hint === undefined ? '' : `<br>${hint.split('\n').map(escapeHtml).join('<br>')}`);
    return [severity, where, htmlCode(code), said];
  });
  const rest = diagnostics.length - rows.length;
  const table = htmlTable(rows, ['', 'Where', 'Code', 'What']);
  return rest > 0 ? `${table}\n\n… and ${rest} more in the log.` : table;
}

/** A diagnostic as `--json` prints it. */
export interface JsonDiagnostic {
  severity: Severity;
  code: string;
  message: string;
  hint: string | null;
  file: string | null;
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
}

/** Diagnostics for programs: sentence and place, 1-based, in UTF-16 columns. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  path: (file: string) => string = (file) => file,
): JsonDiagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { severity, code, location } = diagnostic;
    return {
      severity,
      code,
      message: messageOf(diagnostic),
      hint: hintOf(diagnostic) ?? null,
      file: location ? path(location.file) : null,
      line: location?.line ?? null,
      column: location?.column ?? null,
      endLine: location?.endLine ?? null,
      endColumn: location?.endColumn ?? null,
    };
  });
}

/** How many diagnostics of each severity. */
export type SeverityCounts = Record<Severity, number>;

/** Counts diagnostics by severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const counts: SeverityCounts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** Such as `2 errors, 1 warning`, or `no problems`. */
export function countsText(counts: SeverityCounts): string {
  const said = (['error', 'warning', 'notice'] as const).filter((severity) => counts[severity] > 0);
  return said.length === 0 ? 'no problems' : said.map((severity) => plural(counts[severity], severity)).join(', ');
}

/**
 * Turns paths of a file tree into paths that can be opened from the working directory: relative where they lie below
 * it, absolute elsewhere; with `/`.
 */
export function createPathView(root: string, cwd: string): (file: string) => string {
  return (file) => {
    const absolute = join(root, ...file.split('/'));
    const below = relative(cwd, absolute);
    const isBelow = !isAbsolute(below) && below !== '..' && !below.startsWith(`..${sep}`);
    return (isBelow ? below : absolute).split(sep).join('/');
  };
}
