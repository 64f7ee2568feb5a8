import { ProtocolError, ProtocolErrorCode, Server, type ServerContext } from '@modelcontextprotocol/server';
import { serverInstructions } from '../catalog/server-instructions.js';
import { callTool, type ClientSide } from './call-tool.js';
import { APPROVAL_MS } from './approval/approve-call.js';
import { clientAsking } from './approval/client-asking.js';
import type { McpContext } from './context.js';
import { serverInfo } from './server-info.js';
import { addSurface, SURFACE_CAPABILITIES, surfaceCacheHints } from './surface.js';
import { findTool, LISTED_TOOLS } from './tools/table.js';

/** How long clients may keep the list of tools, which changes with the runtime only, in milliseconds. */
const TOOLS_TTL_MS = 300_000;
/** The same for `server/discover`, whose instructions change with every push. */
const DISCOVER_TTL_MS = 10_000;

/** Makes the MCP server of one request: what it serves is the snapshot that the request pinned. */
export function createServer(context: McpContext): Server {
  const isPublic = context.snapshot.index.manifest.structural.auth.provider === 'none';
  const cacheScope = isPublic ? 'public' : 'private';
  const server = new Server(serverInfo(context.snapshot), {
    capabilities: { tools: {}, ...SURFACE_CAPABILITIES },
    requestState: { verify: (state) => context.requestStates.verify(state) },
    inputRequired: { roundTimeoutMs: APPROVAL_MS },
    instructions: serverInstructions(context.snapshot, context.caller),
    cacheHints: {
      ...surfaceCacheHints(cacheScope),
      'tools/list': { ttlMs: TOOLS_TTL_MS, cacheScope },
      'server/discover': { ttlMs: DISCOVER_TTL_MS, cacheScope },
    },
  });
  addSurface(server, context, cacheScope);
  server.setRequestHandler('tools/list', () => ({ tools: LISTED_TOOLS }));
  server.setRequestHandler('tools/call', ({ params }, { mcpReq }) => {
    const tool = findTool(params.name);
    if (!tool)
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `Unknown tool: ${JSON.stringify(params.name.slice(0, 128))}`,
      );
    return callTool(tool, params.arguments, context, { ...clientSide(mcpReq), asking: clientAsking(server, mcpReq) });
  });
  return server;
}

/** How a call reaches its client: progress only for one that asked for it. */
function clientSide({ signal, _meta, notify }: ServerContext['mcpReq']): Omit<ClientSide, 'asking'> {
  const progressToken = _meta?.progressToken;
  if (progressToken === undefined) return { signal };
  const progress = (done: number, message: string): void => {
    // A client that has gone hears nothing, and the signal says so.
    void notify({ method: 'notifications/progress', params: { progressToken, progress: done, message } }).catch(
      () => undefined,
    );
  };
  return { signal, progress };
}
