const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const SESSION_VERSION = '2025-11-25';
const STATELESS_VERSION = '2026-07-28';

/**
 * An answer: a result, or an error.
 * @typedef {{ result: Result, error?: undefined } | { result?: undefined, error: object }} Message
 */
/**
 * The parts of results that are looked at.
 * @typedef {{ structuredContent: Record<string, unknown>, requestState?: string, isError?: boolean }} Result
 */

/**
 * Begins a session of 2025-11-25. By hand: what is kept are ids that a client library hides.
 * @param {string} url
 */
export async function beginSession(url) {
  let last = 0;
  /**
   * @param {string} method
   * @param {object} params
   * @param {Record<string, string>} [headers]
   */
  const post = async (method, params, headers = {}) => {
    const id = (last += 1);
    const response = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: { ...HEADERS, ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
    });
    return { id: response.headers.get('mcp-session-id'), message: messageOf(await response.text()) };
  };
  const clientInfo = { name: 'formats', version: '1.0.0' };
  const params = { protocolVersion: SESSION_VERSION, capabilities: {}, clientInfo };
  const { id, message } = await post('initialize', params);
  if (id === null) throw new Error(`no session: ${JSON.stringify(message)}`);
  const headers = { 'mcp-session-id': id, 'mcp-protocol-version': SESSION_VERSION };
  return {
    id,
    /**
     * @param {string} method
     * @param {object} [params]
     */
    async call(method, params = {}) {
      const { message } = await post(method, params, headers);
      if (message.error) throw new Error(`${method}: ${JSON.stringify(message.error)}`);
      return message.result;
    },
    /** Opens the session's stream; its first event has an id and no data. */
    async listen() {
      const cut = new AbortController();
      const response = await fetch(`${url}/mcp`, {
        headers: { ...HEADERS, accept: 'text/event-stream', ...headers },
        signal: cut.signal,
      });
      if (!response.body) throw new Error(`no stream: ${response.status}`);
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      return {
        async next() {
          for (;;) {
            const [frame = '', ...others] = rest.split('\n\n');
            if (others.length > 0) {
              rest = others.join('\n\n');
              const [, id] = /^id: (.*)$/m.exec(frame) ?? [];
              if (id !== undefined) return { id, data: /^data: ?(.*)$/m.exec(frame)?.[1] ?? '' };
              continue;
            }
            const { value, done } = await reader.read();
            if (done) throw new Error('the stream ended');
            rest += value;
          }
        },
        cut: () => cut.abort(),
      };
    },
  };
}

/**
 * A call of 2026-07-28. `more` goes into its parameters.
 * @param {string} url
 * @param {string} name
 * @param {object} args
 * @param {object} [more]
 */
export async function callTool(url, name, args, more = {}) {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': STATELESS_VERSION,
    'io.modelcontextprotocol/clientCapabilities': { elicitation: {} },
  };
  const params = { name, arguments: args, ...more, _meta };
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { ...HEADERS, 'mcp-protocol-version': STATELESS_VERSION, 'mcp-method': 'tools/call', 'mcp-name': name },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  });
  const { result, error } = messageOf(await response.text());
  if (error) throw new Error(`${name}: ${JSON.stringify(error)}`);
  return result;
}

/**
 * @param {string} text
 * @returns {Message}
 */
const messageOf = (text) => JSON.parse(/^data: (\{.*)$/m.exec(text)?.[1] ?? text);
