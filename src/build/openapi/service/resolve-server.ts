import type { DiagnosticSink } from '../../diagnostics/diagnostic.js';
import type { SpecDocument } from '../document/spec-document.js';
import type { NamedOperation } from '../names/name-operations.js';
import { documentServers, serversOf, type DocumentedServer } from './read-servers.js';
import { serverUrl } from './server-url.js';
import { createVariableFiller, reportOnce, unknownVariables } from './server-variables.js';

/** Finds the server of each operation of a spec. */
export interface ServerResolver {
  /** The server of an operation, or `undefined` after a report; the same fault is reported once a spec. */
  resolve(operation: NamedOperation): { url: string; origin: string } | undefined;
}

/**
 * Servers of a spec: `specs[].baseUrl` wins; else the operation's over the path item's over the document's, the entry that
 * `specs[].server` names, with its variables from `specs[].serverVariables` or their defaults.
 */
export function createServerResolver(document: SpecDocument, sink: DiagnosticSink): ServerResolver {
  const { source } = document;
  const known = new Map<string, { url: string; origin: string } | undefined>();
  const check = (url: string): { url: string; origin: string } | undefined => {
    if (known.has(url)) return known.get(url);
    const checked = serverUrl(url);
    if (!checked.ok) {
      const args = { spec: source.id, url, fault: checked.fault, fromManifest: source.baseUrl !== undefined };
      sink.report('openapi-server', args, source.location);
    }
    known.set(url, checked.ok ? { url: checked.url, origin: checked.origin } : undefined);
    return known.get(url);
  };
  const fill = createVariableFiller(source, sink);
  const shared = documentServers(document);
  const once = reportOnce();
  const reportIndex = (): undefined =>
    once('index', () =>
      sink.report(
        'openapi-server-index',
        { spec: source.id, index: source.server, count: shared.length },
        source.location,
      ),
    );
  const warnOfUnknown = (server: DocumentedServer): void => {
    for (const args of unknownVariables(source, server)) {
      once(args.variable, () => sink.report('openapi-server-variable-unknown', args, source.location));
    }
  };
  const noticeOverride = ({ name }: NamedOperation, { url }: DocumentedServer): void => {
    const args = { operation: `${source.binding}.${name}`, url };
    once(`${name} ${url}`, () => sink.report('openapi-server-overridden', args, source.location));
  };
  return {
    resolve(operation) {
      const [own] = serversOf(operation.node) ?? serversOf(operation.pathItem) ?? [];
      if (source.baseUrl !== undefined) {
        if (own) noticeOverride(operation, own);
        return check(source.baseUrl);
      }
      const server = own ?? shared[source.server];
      if (!server) return reportIndex();
      const url = fill(server);
      if (server !== own) warnOfUnknown(server);
      return url === undefined ? undefined : check(url);
    },
  };
}
