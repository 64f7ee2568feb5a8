import { hintOf, messageOf } from '../build/diagnostics/collector.js';
import type { Diagnostic, Location } from '../build/diagnostics/diagnostic.js';
import type { Severity } from '../build/diagnostics/catalogue-row.js';
import { countBySeverity, countsText } from './counts.js';
import { indent, plainLines, plainText } from './plain.js';
import { PLAIN, type Style } from './style.js';

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
export function emphasis(severity: Severity, style: Style): (text: string) => string {
  return severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.blue;
}

function closingLine(diagnostics: readonly Diagnostic[], style: Style): string {
  const counts = countBySeverity(diagnostics);
  const text = countsText(counts);
  if (counts.error > 0) return style.red(text);
  return counts.warning > 0 ? style.yellow(text) : style.green(text);
}
