import { suggest } from '../../../contract/search/suggest.js';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.js';
import type { SpecSource } from '../../stage-values.js';
import type { DocumentedServer } from './read-servers.js';

/** Runs a report the first time its key is met. */
export function reportOnce(): (key: string, report: () => void) => undefined {
  const reported = new Set<string>();
  return (key, report) => {
    if (!reported.has(key)) report();
    reported.add(key);
  };
}

/** Makes the function that fills the variables of a server's URL; it gives `undefined` after a report. */
export function createVariableFiller(
  source: SpecSource,
  sink: DiagnosticSink,
): (server: DocumentedServer) => string | undefined {
  const once = reportOnce();
  return (server) => {
    let isComplete = true;
    const url = server.url.replace(/\{([^{}]*)\}/g, (_, name: string) => {
      const value = variableValue(server, name, source.serverVariables);
      if (typeof value === 'string') return value;
      isComplete = false;
      const args = { spec: source.id, variable: name, ...value };
      once(name, () => sink.report('openapi-server-variable', args, source.location));
      return '';
    });
    return isComplete ? url : undefined;
  };
}

/** What `specs[].serverVariables` sets although the server has no such variable. */
export function unknownVariables(
  source: SpecSource,
  server: DocumentedServer,
): { spec: string; variable: string; suggestions: string[] }[] {
  return Object.keys(source.serverVariables)
    .filter((name) => !server.url.includes(`{${name}}`))
    .map((variable) => ({ spec: source.id, variable, suggestions: suggest(variable, server.variables.keys()) }));
}

/** The value of a variable, or what is wrong with it ("Server Variable Object"). */
function variableValue(
  server: DocumentedServer,
  name: string,
  given: Readonly<Record<string, string>>,
): string | { value?: string; allowed: string[] } {
  const variable = server.variables.get(name);
  const value = Object.hasOwn(given, name) ? given[name] : variable?.default;
  const allowed = variable?.values ?? [];
  // A default that the enumeration does not list is the document's own affair.
  const isRefused = Object.hasOwn(given, name) && allowed.length > 0 && !allowed.includes(value as string);
  return value === undefined || isRefused ? { ...(value === undefined ? {} : { value }), allowed } : value;
}
