import { catalogue } from './catalogue.js';
import type { CatalogueRow } from './define.js';
import type { Diagnostic, DiagnosticArguments, DiagnosticCode, DiagnosticSink } from './types.js';

/** A sink that keeps what it is told, in order. */
export interface DiagnosticCollector extends DiagnosticSink {
  readonly diagnostics: Diagnostic[];
}

/** Makes an empty collector. */
export function collectDiagnostics(): DiagnosticCollector {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report(code, args, location) {
      const { severity } = row(code);
      diagnostics.push({ code, args, severity, ...(location ? { location } : {}) } as Diagnostic);
    },
  };
}

/** Whether any finding stops the push. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** The sentence of a finding. */
export function messageOf<C extends DiagnosticCode>(diagnostic: Diagnostic<C>): string {
  return row(diagnostic.code).message(diagnostic.args);
}

/** The next step for a finding, when there is one. */
export function hintOf<C extends DiagnosticCode>(diagnostic: Diagnostic<C>): string | undefined {
  return row(diagnostic.code).hint?.(diagnostic.args);
}

/** Orders findings by file, line and column; those without a place come first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.location?.file ?? '', b.location?.file ?? '') ||
      (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
      (a.location?.column ?? 0) - (b.location?.column ?? 0),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function row<C extends DiagnosticCode>(code: C): CatalogueRow<DiagnosticArguments<C>> {
  return catalogue[code] as unknown as CatalogueRow<DiagnosticArguments<C>>;
}
