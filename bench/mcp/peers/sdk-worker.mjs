import { createMcpHandler } from '@modelcontextprotocol/server';
import { makeServer } from './sdk-server.mjs';

let handler;

export default {
  fetch: (request, env) => (handler ??= createMcpHandler(() => makeServer(env))).fetch(request),
};
