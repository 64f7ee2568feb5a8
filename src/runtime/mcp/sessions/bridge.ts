import { KEEP_ALIVE, KEEP_ALIVE_MS } from '../exchange/answer-stream.js';

/** A stream of server-sent events, held by the Worker: what the session sends over the socket goes out as it is. */
export function bridgeSocket(socket: WebSocket, first = ''): Response {
  const encoder = new TextEncoder();
  let ticking: ReturnType<typeof setInterval> | null = null;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      const end = (): void => {
        clearInterval(ticking);
        try {
          controller.close();
        } catch {
          // The client closed it first.
        }
      };
      if (first !== '') write(first);
      socket.addEventListener('message', ({ data }) => write(String(data)));
      socket.addEventListener('close', end);
      socket.addEventListener('error', end);
      ticking = setInterval(() => write(KEEP_ALIVE), KEEP_ALIVE_MS);
      socket.accept();
    },
    cancel() {
      clearInterval(ticking);
      socket.close(1000);
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
