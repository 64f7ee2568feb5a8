import type { StructuralManifest } from '../../../contract/bundle/bundle-index.js';
import { VERSION } from '../../../contract/version.js';
import type { Caller } from '../../auth/caller.js';
import { openCatalog, type CatalogSkill } from '../../catalog/open-catalog.js';
import type { Snapshot } from '../../snapshot.js';
import type { KeptGeneration } from '../../store/bundle-store.js';

/** What the pages for people and agents tell. */
export interface StatusFacts {
  /** Title of the server, or its name. */
  title: string;
  version: string;
  runtimeVersion: string;
  environment: string;
  /** Digest of the bundle that is served. */
  sha256: string;
  generation: number;
  /** ISO 8601; `null` for the bundle that the Worker was deployed with. */
  since: string | null;
  instructions: string;
  /** Address of the MCP endpoint. */
  mcpUrl: string;
  /** What the caller can find, sorted by id. */
  skills: CatalogSkill[];
  /** How many operations the caller may call. */
  operations: number;
  snippets: Snippet[];
  /** Newest first; empty when the store is out of reach. */
  pushes: readonly KeptGeneration[];
}

/** Gathers what a caller may know. */
export function statusFacts(
  snapshot: Snapshot,
  caller: Caller,
  origin: string,
  structural: StructuralManifest,
  pushes: readonly KeptGeneration[],
): StatusFacts {
  const { index, sha256, generation, appliedAt } = snapshot;
  const { info, instructions = '' } = index.manifest.hot.server;
  const catalog = openCatalog(snapshot, caller);
  const mcpUrl = `${(structural.deployment.url ?? origin).replace(/\/$/, '')}/mcp`;
  return {
    title: info.title ?? info.name,
    version: info.version,
    runtimeVersion: VERSION,
    environment: index.environment,
    sha256,
    generation,
    since: appliedAt,
    instructions,
    mcpUrl,
    skills: catalog.discoverable(),
    operations: catalog.operationKeys().length,
    snippets: connectSnippets(index.name, mcpUrl, structural.auth),
    pushes,
  };
}

/** How to connect one kind of client. */
interface Snippet {
  client: string;
  text: string;
}

/** How to connect: placeholders of the shell stand for credentials. Providers that sign people in need none. */
function connectSnippets(name: string, url: string, auth: StructuralManifest['auth']): Snippet[] {
  const server = name.replace(/[^A-Za-z0-9_-]/g, '-');
  const headers = credentialHeaders(auth);
  const options = headers
    .map(([header, variable]) => ` \\\n  --header "${header.replace(/[$`"\\]/g, '\\$&')}: $${variable}"`)
    .join('');
  const configured = headers.length > 0 && {
    headers: Object.fromEntries(headers.map(([header, variable]) => [header, `\${${variable}}`])),
  };
  return [
    { client: 'Claude Code', text: `claude mcp add --transport http ${server} ${shellWord(url)}${options}` },
    {
      client: 'Other clients',
      text: JSON.stringify({ mcpServers: { [server]: { type: 'http', url, ...configured } } }, null, 2),
    },
  ];
}

/** Header → variable that holds its value. */
function credentialHeaders(auth: StructuralManifest['auth']): [string, string][] {
  if (auth.provider === 'apiKey') return [[auth.apiKey.header ?? 'X-API-Key', 'FRONTMCP_API_KEY']];
  const access: [string, string][] = [
    ['CF-Access-Client-Id', 'CF_ACCESS_CLIENT_ID'],
    ['CF-Access-Client-Secret', 'CF_ACCESS_CLIENT_SECRET'],
  ];
  return auth.provider === 'cloudflareAccess' ? access : [];
}

/** A word that a POSIX shell takes as it is. */
function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
