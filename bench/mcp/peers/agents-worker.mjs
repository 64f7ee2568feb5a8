import { createMcpHandler } from 'agents/mcp/server';
import { makeServer } from './sdk-server.mjs';

/** @typedef {import('./sdk-server.mjs').PeerEnv} PeerEnv */

/** @type {ReturnType<typeof createMcpHandler> | undefined} */
let handler;

export default {
  /**
   * @param {Request} request
   * @param {PeerEnv} env
   * @param {ExecutionContext} context
   */
  fetch: (request, env, context) => (handler ??= createMcpHandler(() => makeServer(env)))(request, env, context),
};
