import { createMcpHandler, Server } from '@modelcontextprotocol/server';
import tools from 'bench:tools';

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

/**
 * The same by hand: no registration, no checks of what goes in and out.
 * @param {PeerEnv} env
 */
function makeServer({ ANSWERS, API }) {
  const server = new Server({ name: 'peer', version: '1.0.0' }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => ({ tools }));
  server.setRequestHandler('tools/call', async ({ params: { name } }) => {
    const value = name === 'codecall_invoke' ? await callApi(ANSWERS[name], API) : ANSWERS[name];
    return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value };
  });
  return server;
}

/**
 * @param {object | undefined} shape
 * @param {string} url
 */
async function callApi(shape, url) {
  const response = await fetch(url, { headers: { accept: 'application/json', authorization: 'Bearer token' } });
  return { ...shape, status: response.status, data: await response.json() };
}
