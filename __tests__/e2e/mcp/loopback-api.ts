import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the API saw. */
export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** An API on loopback. */
export interface LoopbackApi {
  url: string;
  seen: SeenRequest[];
  /** Answers a path; without a handler it is 404. */
  on(path: string, answer: (request: SeenRequest, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** Starts an API whose answers a test gives. */
export async function startApi(): Promise<LoopbackApi> {
  const handlers = new Map<string, (request: SeenRequest, response: ServerResponse) => void>();
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const record = { method, url, headers, body: Buffer.concat(chunks).toString() };
    seen.push(record);
    const handler = handlers.get(url.split('?')[0] ?? '');
    if (handler) handler(record, response);
    else response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"no such path"}');
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    on: (path, handler) => void handlers.set(path, handler),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends JSON. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
