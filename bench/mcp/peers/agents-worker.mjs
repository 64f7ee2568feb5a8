import { createMcpHandler } from 'agents/mcp/server';
import { makeServer } from './sdk-server.mjs';

let handler;

export default {
  fetch: (request, env, context) => (handler ??= createMcpHandler(() => makeServer(env)))(request, env, context),
};
