const VERSION = '2026-07-28';

/**
 * Calls a tool in one stateless request of protocol 2026-07-28. Throws unless the tool did what was asked.
 * @param {string} origin of the Worker
 * @param {string} name
 * @param {object} args
 */
export async function callTool(origin, name, args) {
  const response = await fetch(`${origin}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': VERSION,
      'mcp-method': 'tools/call',
      'mcp-name': name,
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name, arguments: args, _meta: META },
    }),
  });
  const text = await response.text();
  const { result } = JSON.parse(/^data: (\{.*)$/m.exec(text)?.[1] ?? text);
  if (!result || result.isError) throw new Error(`${name} answered ${response.status}: ${text}`);
}

const META = {
  'io.modelcontextprotocol/protocolVersion': VERSION,
  'io.modelcontextprotocol/clientInfo': { name: 'journeys', version: '1.0.0' },
  'io.modelcontextprotocol/clientCapabilities': {},
};
