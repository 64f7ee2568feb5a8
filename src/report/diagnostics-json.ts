import { hintOf, messageOf } from '../build/diagnostics/collector.js';
import type { Diagnostic } from '../build/diagnostics/diagnostic.js';
import type { Severity } from '../build/diagnostics/catalogue-row.js';

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
