import { createMcpHandler } from '@modelcontextprotocol/server';
import type { McpContext } from './context.js';
import { createServer } from './create-server.js';

/** Largest request body, in bytes: the largest arguments of an operation, with room for the envelope. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/**
 * Answers one request to `/mcp` without a session: protocol 2026-07-28, and the generations before it as far as
 * they need none (GET and DELETE answer 405). The caller is known and allowed; Origin and Host are checked.
 */
export async function handleMcp(request: Request, context: McpContext): Promise<Response> {
  const handler = createMcpHandler(() => createServer(context), { maxRequestBodySize: MAX_REQUEST_BYTES });
  return handler.fetch(request);
}
