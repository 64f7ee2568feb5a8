import { isSecureUrl } from '../../../contract/loopback.js';
import { suggest } from '../../../contract/search/suggest.js';
import { reportOnce } from '../../diagnostics/collector.js';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.js';
import type { SpecSource } from '../../stage-values.js';
import type { SpecDocument } from '../document/read-spec.js';
import { child, items, members, textOf, type SpecNode } from '../document/spec-node.js';
import type { NamedOperation } from '../names/name-operations.js';

/** Finds the server of each operation of a spec. */
interface ServerResolver {
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

/** Makes the function that fills the variables of a server's URL; it gives `undefined` after a report. */
function createVariableFiller(
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
function unknownVariables(
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

/** A server as documented: a URL with variables, from the document. */
interface DocumentedServer {
  url: string;
  variables: ReadonlyMap<string, { default?: string; values?: string[] }>;
}

/** The servers of a node (document, path item or operation), or `undefined` when it lists none. */
function serversOf(node: SpecNode): DocumentedServer[] | undefined {
  const servers = items(child(node, 'servers')).map((server): DocumentedServer => ({
    url: textOf(server, 'url') ?? '',
    variables: new Map(members(child(server, 'variables')).map(([name, variable]) => [name, variableOf(variable)])),
  }));
  return servers.length > 0 ? servers : undefined;
}

function variableOf(node: SpecNode): { default?: string; values?: string[] } {
  const values = items(child(node, 'enum')).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const stated = child(node, 'default')?.value;
  const fallback = typeof stated === 'string' || typeof stated === 'number' ? String(stated) : undefined;
  return { default: fallback, ...(values.length > 0 ? { values } : {}) };
}

/** The servers of a whole document: `servers`, or for 2.0 what `schemes`, `host` and `basePath` say. */
function documentServers({ root, dialect }: SpecDocument): DocumentedServer[] {
  const none = new Map<string, never>();
  if (dialect !== '2.0') return serversOf(root) ?? [{ url: '/', variables: none }];
  const host = textOf(root, 'host');
  const basePath = textOf(root, 'basePath') ?? '';
  if (!host) return [{ url: basePath || '/', variables: none }];
  const schemes = items(child(root, 'schemes')).map(({ value }) => value);
  // Without `schemes` the document's own address decides, which a file does not have.
  const scheme = schemes.includes('http') && !schemes.includes('https') ? 'http' : 'https';
  return [{ url: `${scheme}://${host}${basePath}`, variables: none }];
}

/** What is wrong with a URL that requests are to be sent to. */
type ServerFault = 'relative' | 'insecure' | 'invalid';

/** The outcome of {@link serverUrl}. */
type ServerUrl = { ok: true; url: string; origin: string } | { ok: false; fault: ServerFault };

/**
 * Checks an absolute server URL and brings it to its one spelling, without a trailing slash. Only https, and http to
 * loopback (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3); no credentials, query or fragment.
 */
export function serverUrl(text: string): ServerUrl {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) return { ok: false, fault: 'relative' };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && !url.username && !url.password && !/[?#]/.test(text);
  if (!isPlain || !['https:', 'http:'].includes(url.protocol)) return { ok: false, fault: 'invalid' };
  if (!isSecureUrl(url)) return { ok: false, fault: 'insecure' };
  return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, ''), origin: url.origin };
}
