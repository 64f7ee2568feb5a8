import type { Server } from '@modelcontextprotocol/server';
import type { McpContext } from '../context.js';
import { createServer } from '../create-server.js';

/** The server of one request, where changes are told: it says so, which is what makes clients listen. */
export function createLiveServer(context: McpContext): Server {
  const server = createServer(context);
  const { resources, prompts } = server.getCapabilities();
  server.registerCapabilities({
    ...(resources && { resources: { subscribe: true, listChanged: true } }),
    ...(prompts && { prompts: { listChanged: true } }),
  });
  return server;
}
