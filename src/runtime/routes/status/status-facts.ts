import type { StructuralManifest } from '../../../contract/bundle/bundle-index.js';
import { VERSION } from '../../../contract/version.js';
import type { Caller } from '../../auth/caller.js';
import { openCatalog, type CatalogSkill } from '../../catalog/open-catalog.js';
import type { Snapshot } from '../../snapshot.js';
import type { KeptGeneration } from '../../store/bundle-store.js';
import { connectSnippets, type Snippet } from './connect-snippets.js';

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
