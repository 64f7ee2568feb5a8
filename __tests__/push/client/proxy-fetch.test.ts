import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetch } from '../../../src/push/client/proxy-fetch.js';

const servers: Server[] = [];

/** A server that notes what it is asked for and answers everything; as a proxy it refuses every tunnel. */
async function startServer(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('ok');
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
});

describe('fetch with the proxies of the environment', () => {
  test.each(['HTTPS_PROXY', 'https_proxy'])('goes through %s', async (name) => {
    const proxy = await startServer();
    const { fetch, close } = createFetch({ [name]: proxy.url });
    await expect(fetch('https://shop.example.com/')).rejects.toThrow();
    expect(proxy.asked).toEqual(['CONNECT shop.example.com:443']);
    await close();
  });

  test('prefers the lower case, as curl does', async () => {
    const [lower, upper] = [await startServer(), await startServer()];
    const { fetch, close } = createFetch({ https_proxy: lower.url, HTTPS_PROXY: upper.url });
    await expect(fetch('https://shop.example.com/')).rejects.toThrow();
    expect([lower.asked.length, upper.asked.length]).toEqual([1, 0]);
    await close();
  });

  test('goes past the proxy for NO_PROXY', async () => {
    const proxy = await startServer();
    const { fetch, close } = createFetch({ HTTPS_PROXY: proxy.url, NO_PROXY: '*' });
    await expect(fetch('https://127.0.0.2:1/')).rejects.toThrow();
    expect(proxy.asked).toEqual([]);
    await close();
  });

  test('never sends what is for this machine through a proxy', async () => {
    const [proxy, worker] = [await startServer(), await startServer()];
    const { fetch, close } = createFetch({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url });
    await (await fetch(`${worker.url}/x`)).text();
    expect([proxy.asked, worker.asked]).toEqual([[], ['GET /x']]);
    await close();
  });

  test('looks at the variables it is given and at nothing else', async () => {
    const proxy = await startServer();
    process.env.https_proxy = proxy.url;
    try {
      const { fetch, close } = createFetch({});
      await expect(fetch('https://127.0.0.2:1/')).rejects.toThrow();
      expect(proxy.asked).toEqual([]);
      await close();
    } finally {
      delete process.env.https_proxy;
    }
  });

  test.each(['not a url', 'ftp://user:hunter2@proxy', 'user:hunter2@proxy:3128'])(
    'refuses the proxy %j by the name of its variable only',
    (address) => {
      expect(() => createFetch({ HTTPS_PROXY: address })).toThrow(
        'HTTPS_PROXY is not the address of a proxy, such as http://proxy.example:3128.',
      );
    },
  );

  test('lets the server go when it is closed', async () => {
    const worker = await startServer();
    const { fetch, close } = createFetch({});
    await (await fetch(worker.url)).text();
    await close();
    const [server] = servers.splice(0) as [Server];
    // Without a connection left this ends by itself.
    await new Promise((resolve) => server.close(resolve));
    await expect(fetch(worker.url)).rejects.toThrow();
  });
});
