// One client for every Worker: the same requests over kept connections, in either generation, with or without a session.
import { Pool } from 'undici';

/**
 * A request: its method, and its parameters, of which some are headers too.
 * @typedef {[method: string, params?: { name?: string, uri?: string, [more: string]: unknown }]} Request
 */
/** @typedef {{ status: number, text: string }} Answer */
/** @typedef {Awaited<ReturnType<typeof openClient>>} BenchClient */
/** @typedef {typeof MODERN | typeof LEGACY} Generation */

export const MODERN = '2026-07-28';
export const LEGACY = '2025-11-25';

const META = {
  'io.modelcontextprotocol/protocolVersion': MODERN,
  'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};
const CLIENT = { protocolVersion: LEGACY, capabilities: {}, clientInfo: { name: 'bench', version: '1' } };

/**
 * Opens a client.
 * @param {string} url origin of the Worker
 * @param {object} options
 * @param {Generation} options.generation
 * @param {boolean} [options.withSession] whether to shake hands first and to stay in the session
 * @param {number} [options.connections]
 */
export async function openClient(url, { generation, withSession = false, connections = 1 }) {
  const pool = new Pool(url, { connections, headersTimeout: 60_000, bodyTimeout: 0 });
  const base = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': generation,
  };
  /** @type {Record<string, string> | undefined} */
  let session;
  let last = 0;
  /**
   * @param {Request[0]} method
   * @param {NonNullable<Request[1]>} params
   */
  const send = async (method, params) => {
    const isModern = generation === MODERN;
    const name = params.name ?? params.uri;
    const headers = {
      ...base,
      ...session,
      ...(isModern && { 'mcp-method': method, ...(name !== undefined && { 'mcp-name': name }) }),
    };
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: (last += 1),
      method,
      params: isModern ? { ...params, _meta: META } : params,
    });
    return pool.request({ method: 'POST', path: '/mcp', headers, body });
  };
  if (withSession) {
    const answer = await send('initialize', CLIENT);
    const id = answer.headers['mcp-session-id'];
    await answer.body.dump();
    if (typeof id !== 'string') throw new Error(`no session: ${answer.statusCode}`);
    session = { 'mcp-session-id': id };
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
    await (await pool.request({ method: 'POST', path: '/mcp', headers: { ...base, ...session }, body })).body.dump();
  }
  return {
    /**
     * Sends a request and reads its answer.
     * @param {Request} request
     * @returns {Promise<Answer>}
     */
    async ask(...[method, params = {}]) {
      const { statusCode, body } = await send(method, params);
      return { status: statusCode, text: await body.text() };
    },
    /** Opens the stream that tells of changes; `next(method)` waits for a message of that method, or for any. */
    async listen() {
      const notifications = { resourcesListChanged: true, promptsListChanged: true };
      const answer =
        generation === MODERN
          ? await send('subscriptions/listen', { notifications })
          : await pool.request({
              method: 'GET',
              path: '/mcp',
              headers: { ...base, ...session, accept: 'text/event-stream' },
            });
      if (answer.statusCode !== 200) throw new Error(`no stream: ${answer.statusCode} ${await answer.body.text()}`);
      return events(answer.body);
    },
    close: () => pool.destroy(),
  };
}

/** @param {import('node:stream').Readable} body */
function events(body) {
  const iterator = body.setEncoding('utf8')[Symbol.asyncIterator]();
  let rest = '';
  /**
   * @param {string} [method]
   * @returns {Promise<{ method: string }>}
   */
  const next = async (method) => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const data = /^data: ?(\S.*)$/m.exec(rest.slice(0, end))?.[1];
        rest = rest.slice(end + 2);
        const message = data === undefined ? undefined : JSON.parse(data);
        if (message && (method === undefined || message.method === method)) return message;
        continue;
      }
      const { done, value } = await iterator.next();
      if (done) throw new Error('the stream ended');
      rest += value;
    }
  };
  return { next };
}

/**
 * The result in an answer, which is JSON or a stream of one message; throws for an error.
 * @param {Answer} answer
 * @returns {{ structuredContent?: object }}
 */
export function resultOf({ status, text }) {
  const message = JSON.parse(/^data: (\{.*)$/m.exec(text)?.[1] ?? text);
  if (status !== 200 || message.error || message.result?.isError) throw new Error(`${status} ${text.slice(0, 400)}`);
  return message.result;
}
