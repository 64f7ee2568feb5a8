import { ProtocolError, ProtocolErrorCode, type Server, type StandardSchemaV1 } from '@modelcontextprotocol/server';
import { openCatalog } from '../catalog/open-catalog.js';
import { complete } from './completion/complete.js';
import type { McpContext } from './context.js';
import { getPrompt } from './prompts/get-prompt.js';
import { listPrompts } from './prompts/list-prompts.js';
import { listResources, listTemplates } from './resources/list-resources.js';
import { readResource } from './resources/read-resource.js';
import { readDirectory } from './skills-extension/read-directory.js';
import { getSkill, listSkills } from './skills-extension/skill-methods.js';

/** How long clients may keep what changes with every push, in milliseconds. */
const TTL_MS = 10_000;

/** How long and for whom an answer may be kept. */
export interface CacheHint {
  ttlMs: number;
  cacheScope: 'public' | 'private';
}

/** What a server announces for resources, prompts, completion and the skills extension (SEP-2640). */
export const SURFACE_CAPABILITIES = {
  resources: {},
  prompts: {},
  completions: {},
  extensions: { 'io.modelcontextprotocol/skills': { directoryRead: true } },
};

/** Hints for the lists, and for what is read out of the bundle. */
export function surfaceCacheHints(cacheScope: CacheHint['cacheScope']): Record<string, CacheHint> {
  const methods = ['resources/list', 'resources/templates/list', 'resources/read', 'prompts/list'];
  return Object.fromEntries(methods.map((method) => [method, { ttlMs: TTL_MS, cacheScope }]));
}

/** Adds everything but tools to a server: resources, prompts, completion, skills. */
export function addSurface(server: Server, context: McpContext, cacheScope: CacheHint['cacheScope']): void {
  const catalog = openCatalog(context.snapshot, context.caller);
  const guard = faultGuard(context.requestId);
  server.setRequestHandler('resources/list', ({ params }) => listResources(catalog, params?.cursor));
  server.setRequestHandler('resources/templates/list', ({ params }) => listTemplates(catalog, params?.cursor));
  server.setRequestHandler('resources/read', ({ params }, { mcpReq }) =>
    guard(readResource(context, catalog, params.uri, mcpReq.signal)),
  );
  server.setRequestHandler('prompts/list', ({ params }) => listPrompts(catalog, params?.cursor));
  server.setRequestHandler('prompts/get', ({ params }) =>
    guard(getPrompt(catalog, params.name, params.arguments?.task)),
  );
  server.setRequestHandler('completion/complete', ({ params }) => guard(complete(catalog, params)));
  const cached = <T extends object>(result: T) => ({ ...result, ttlMs: TTL_MS, cacheScope });
  server.setRequestHandler('skills/list', PARAMS, ({ cursor }) => cached(listSkills(catalog, cursor)));
  server.setRequestHandler('skills/get', PARAMS, ({ uri }) => cached(getSkill(catalog, uri ?? '')));
  server.setRequestHandler('resources/directory/read', PARAMS, ({ uri, cursor }) =>
    cached(readDirectory(catalog, uri ?? '', cursor)),
  );
}

/** Parameters of the extension's methods, as a Standard Schema: the SDK wants one for methods that are not its own. */
const PARAMS: { params: StandardSchemaV1<unknown, ExtensionParams> } = {
  params: { '~standard': { version: 1, vendor: 'frontmcp', validate: readParams } },
};

interface ExtensionParams {
  uri?: string;
  cursor?: string;
}

function readParams(value: unknown): { value: ExtensionParams } | { issues: { message: string }[] } {
  const { uri, cursor } = value as Record<string, unknown>;
  const isText = [uri, cursor].every((member) => member === undefined || typeof member === 'string');
  return isText
    ? { value: { uri, cursor } as ExtensionParams }
    : { issues: [{ message: 'uri and cursor must be strings' }] };
}

/** Lets errors of the protocol through. A fault of ours goes to the log, and the client gets its request id. */
function faultGuard(requestId: string): <T>(work: Promise<T>) => Promise<T> {
  return (work) =>
    work.catch((error: unknown) => {
      if (error instanceof ProtocolError) throw error;
      const fault = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
      console.error(JSON.stringify({ level: 'error', event: 'mcp_surface_fault', requestId, fault }));
      const message = `The server could not do this. Whoever runs it finds the reason under request id ${requestId}.`;
      throw new ProtocolError(ProtocolErrorCode.InternalError, message);
    });
}
