import type { DiagnosticArguments, DiagnosticCode, DiagnosticSink, Location } from '../diagnostics/diagnostic.js';

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
