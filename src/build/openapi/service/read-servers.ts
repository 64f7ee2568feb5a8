import { child, items, members, textOf, type SpecNode } from '../document/node.js';
import type { SpecDocument } from '../document/spec-document.js';

/** A server as documented: a URL with variables, from the document. */
export interface DocumentedServer {
  url: string;
  variables: ReadonlyMap<string, { default?: string; values?: string[] }>;
}

/** The servers of a node (document, path item or operation), or `undefined` when it lists none. */
export function serversOf(node: SpecNode): DocumentedServer[] | undefined {
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
export function documentServers({ root, dialect }: SpecDocument): DocumentedServer[] {
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
