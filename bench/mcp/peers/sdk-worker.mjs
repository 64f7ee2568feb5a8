import { createMcpHandler } from '@modelcontextprotocol/server';
import { makeServer } from './sdk-server.mjs';

/** @typedef {import('./sdk-server.mjs').PeerEnv} PeerEnv */

/** @type {ReturnType<typeof createMcpHandler> | undefined} */
let handler;

export default {
  /**
   * @param {Request} request
   * @param {PeerEnv} env
   */
  fetch: (request, env) => (handler ??= createMcpHandler(() => makeServer(env))).fetch(request),
};
