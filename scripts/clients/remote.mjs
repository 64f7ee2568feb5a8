import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { CHECKS } from './checks.mjs';

/** @typedef {import('./checks.mjs').Check} Check */
/** @typedef {import('./inspector.mjs').Result} Result */

/** @type {import('@modelcontextprotocol/client').ClientOptions} */
const MODERN = { versionNegotiation: { mode: 'auto' } };
/** What the proxy speaks to the Worker, and the official client to the proxy. */
const WAYS = [
  { way: 'mcp-remote, legacy', path: '/mcp', options: ['--transport', 'http-only'], client: {} },
  {
    way: 'mcp-remote, modern',
    path: '/mcp',
    options: ['--transport', 'http-only', '--protocol', 'auto'],
    client: MODERN,
  },
  { way: 'mcp-remote, sse', path: '/sse', options: ['--transport', 'sse-only'], client: {} },
];

/**
 * Runs every check by the official client over stdio, with mcp-remote between it and the Worker.
 * @param {string} program
 * @param {string} mcpUrl
 * @param {Record<string, string>} env
 */
export async function runRemote(program, mcpUrl, env) {
  /** @type {Result[]} */
  const results = [];
  for (const { way, path, options, client: clientOptions } of WAYS) {
    const target = new URL(path, mcpUrl).href;
    const args = [program, target, '--allow-http', ...options];
    const transport = new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' });
    const client = new Client({ name: 'clients-check', version: '1.0.0' }, clientOptions);
    const connected = client.connect(transport);
    for (const check of CHECKS) {
      const problem = await connected.then(() => ask(client, check)).catch((error) => String(error));
      results.push({ way, title: check.title, problem });
    }
    await client.close();
  }
  return results;
}

/**
 * @param {Client} client
 * @param {Check} check
 */
async function ask(client, { method, params = {}, holds }) {
  const { name = '', uri = '', arguments: args = {} } = params;
  /** @type {Record<Check['method'], () => Promise<unknown>>} */
  const calls = {
    'tools/list': () => client.listTools(),
    'tools/call': () => client.callTool({ name, arguments: args }),
    'resources/list': () => client.listResources(),
    'resources/templates/list': () => client.listResourceTemplates(),
    'resources/read': () => client.readResource({ uri }),
    'prompts/list': () => client.listPrompts(),
    'prompts/get': () => client.getPrompt({ name, arguments: /** @type {Record<string, string>} */ (args) }),
  };
  const answer = await calls[method]();
  return holds(/** @type {import('./checks.mjs').Answer} */ (answer))
    ? undefined
    : `an answer that is not right: ${JSON.stringify(answer).slice(0, 500)}`;
}
