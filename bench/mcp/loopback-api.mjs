// The API behind the operations: answers at once, so that what remains is the Worker's.
import { once } from 'node:events';
import { createServer } from 'node:http';

const ANSWER = JSON.stringify({ id: 'a1', state: 'open', total: 37.5, tags: ['first', 'second'] });

/** Starts it on loopback. */
export async function startApi() {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': ANSWER.length }).end(ANSWER),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
