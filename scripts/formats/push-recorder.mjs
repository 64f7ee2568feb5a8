import { once } from 'node:events';
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Headers that the push channel is about. */
const TOLD = ['content-type', 'content-encoding', 'frontmcp-push', 'user-agent'];

/**
 * Stands between the push client and a Worker, and keeps what both say.
 * @param address of the Worker
 */
export async function startRecorder(address) {
  const exchanges = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const headers = Object.fromEntries(
      TOLD.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])),
    );
    const answer = await fetch(new URL(request.url, address), {
      method: request.method,
      headers,
      body: body.length === 0 ? undefined : body,
    });
    const text = await answer.text();
    exchanges.push({
      method: request.method,
      path: request.url,
      headers,
      body: headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body,
      status: answer.status,
      answer: JSON.parse(text),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') });
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    exchanges,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
