import { once } from 'node:events';
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Headers that the push channel is about. */
const TOLD = ['content-type', 'content-encoding', 'frontmcp-push', 'user-agent'];

/**
 * A request of the push client, and what the Worker answered.
 * @typedef {object} Exchange
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} headers
 * @property {Buffer<ArrayBuffer>} body
 * @property {number} status
 * @property {import('../../src/contract/push/push-messages.js').Receipt} answer
 */

/**
 * Stands between the push client and a Worker, and keeps what both say.
 * @param {string} address of the Worker
 */
export async function startRecorder(address) {
  /** @type {Exchange[]} */
  const exchanges = [];
  const server = createServer(async (request, response) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const { method = '', url: path = '' } = request;
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const headers = Object.fromEntries(
      TOLD.flatMap((name) => (request.headers[name] ? [[name, String(request.headers[name])]] : [])),
    );
    const answer = await fetch(new URL(path, address), {
      method,
      headers,
      body: body.length === 0 ? undefined : body,
    });
    const text = await answer.text();
    exchanges.push({
      method,
      path,
      headers,
      body: headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body,
      status: answer.status,
      answer: JSON.parse(text),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    exchanges,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
