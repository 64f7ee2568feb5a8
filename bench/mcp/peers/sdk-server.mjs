import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
import tools from 'bench:tools';

/**
 * Bindings of a peer: what its tools answer, and the API that one of them calls.
 * @typedef {{ ANSWERS: Record<string, Record<string, unknown>>, API: string }} PeerEnv
 */

const listed = tools.map(({ name, inputSchema, outputSchema, ...rest }) => ({
  name,
  config: { ...rest, inputSchema: fromJsonSchema(inputSchema), outputSchema: fromJsonSchema(outputSchema) },
}));

/**
 * A server of the official SDK with the same five tools. They do no work: their answers are given, and one API is called.
 * @param {PeerEnv} env
 */
export function makeServer({ ANSWERS, API }) {
  const server = new McpServer({ name: 'peer', version: '1.0.0' });
  for (const { name, config } of listed) {
    server.registerTool(name, config, async () =>
      answer(name === 'codecall_invoke' ? await callApi(ANSWERS[name], API) : ANSWERS[name]),
    );
  }
  return server;
}

/** @param {Record<string, unknown> | undefined} value */
const answer = (value) => ({
  content: [{ type: /** @type {const} */ ('text'), text: JSON.stringify(value) }],
  structuredContent: value,
});

/**
 * @param {object | undefined} shape
 * @param {string} url
 */
async function callApi(shape, url) {
  const response = await fetch(url, { headers: { accept: 'application/json', authorization: 'Bearer token' } });
  return { ...shape, status: response.status, data: await response.json() };
}
