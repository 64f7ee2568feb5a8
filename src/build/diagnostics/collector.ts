import type { CatalogueRow } from './catalogue-row.js';
import { catalogue } from './catalogue.js';
import type { Diagnostic, DiagnosticArguments, DiagnosticCode, DiagnosticSink, Location } from './diagnostic.js';

/** A sink that keeps what it is told, in order. */
interface DiagnosticCollector extends DiagnosticSink {
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

/** Runs a report the first time its key is met. */
export function reportOnce(): (key: string, report: () => void) => undefined {
  const reported = new Set<string>();
  return (key, report) => {
    if (!reported.has(key)) report();
    reported.add(key);
  };
}

/** A finding before it is reported. */
export interface Problem<C extends DiagnosticCode = DiagnosticCode> {
  code: C;
  args: DiagnosticArguments<C>;
  location: Location;
}

/** Makes a finding; the code decides the arguments. */
export function problem<C extends DiagnosticCode>(code: C, args: DiagnosticArguments<C>, location: Location): Problem {
  return { code, args, location } as unknown as Problem;
}

/** Equal for two findings that say the same about the same place, whichever environment they were made for. */
export function identityOf({ code, args, location }: Problem): string {
  return JSON.stringify([
    code,
    location.file,
    location.line,
    location.column,
    { ...(args as object), environment: undefined },
  ]);
}

/** The same finding, said about one environment. */
export function inEnvironment(found: Problem, environment: string): Problem {
  return { ...found, args: { ...(found.args as object), environment } } as Problem;
}

/** Reports findings in the order of their places. */
export function reportAll(problems: readonly Problem[], sink: DiagnosticSink): void {
  const ordered = [...problems].sort(
    (a, b) => (a.location.line ?? 0) - (b.location.line ?? 0) || (a.location.column ?? 0) - (b.location.column ?? 0),
  );
  for (const { code, args, location } of ordered) sink.report(code, args, location);
}
