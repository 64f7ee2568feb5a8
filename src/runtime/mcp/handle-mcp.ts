import { createMcpHandler } from '@modelcontextprotocol/server';
import type { McpContext } from './context.js';
import { createServer } from './create-server.js';
import { serveListen, type ListenPorts } from './listen/serve-listen.js';

/** Largest request body, in bytes: the largest arguments of an operation, with room for the envelope. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/** What reaches beyond one request; without it there are neither listeners nor sessions. */
export type McpPorts = ListenPorts;

/**
 * Answers one request to `/mcp`: protocol 2026-07-28, and the generations before it. The caller is known and allowed;
 * Origin and Host are checked.
 */
export async function handleMcp(request: Request, context: McpContext, ports?: McpPorts): Promise<Response> {
  // 2026-07-28 repeats the method in a header, and the SDK refuses a request where the two differ.
  if (ports && request.headers.get('Mcp-Method') === 'subscriptions/listen') return serveListen(request, context, ports);
  const handler = createMcpHandler(() => createServer(context), { maxRequestBodySize: MAX_REQUEST_BYTES });
  return handler.fetch(request);
}
