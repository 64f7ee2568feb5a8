import { McpAgent } from 'agents/mcp';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import tools from 'bench:tools';

/** @typedef {import('./sdk-server.mjs').PeerEnv} PeerEnv */

/** A session for each client, each in an object of its own, over the SDK before this one. @extends {McpAgent<PeerEnv>} */
export class Agent extends McpAgent {
  server = new Server({ name: 'peer', version: '1.0.0' }, { capabilities: { tools: {} } });

  async init() {
    const { ANSWERS, API } = this.env;
    this.server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
    this.server.setRequestHandler(CallToolRequestSchema, async ({ params: { name } }) => {
      const value = name === 'codecall_invoke' ? await callApi(ANSWERS[name], API) : ANSWERS[name];
      return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value };
    });
  }
}

/**
 * @param {object | undefined} shape
 * @param {string} url
 */
async function callApi(shape, url) {
  const response = await fetch(url, { headers: { accept: 'application/json', authorization: 'Bearer token' } });
  return { ...shape, status: response.status, data: await response.json() };
}

const served = Agent.serve('/mcp', { binding: 'AGENT' });

export default {
  /**
   * @param {Request} request
   * @param {PeerEnv} env
   * @param {ExecutionContext} context
   */
  fetch: (request, env, context) =>
    new URL(request.url).pathname === '/mcp'
      ? served.fetch(request, env, context)
      : new Response('Not found', { status: 404 }),
};
