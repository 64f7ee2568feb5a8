/** Silence after which a comment is sent, so that nothing between client and Worker closes the stream, in milliseconds. */
const KEEP_ALIVE_MS = 15_000;
const KEEP_ALIVE = ': keepalive\n\n';
/** How long a client that was cut off waits before it comes back, in milliseconds. */
const RETRY_MS = 1000;

/** A stream of server-sent events that is being written. Writing to one that has ended does nothing. */
export interface SseWriter {
  response: Response;
  write(frame: string): void;
  close(): void;
}

/**
 * Opens a stream of server-sent events.
 * @param first is written at once
 * @param onGone is called when the client goes away before the stream ended
 */
export function openSseWriter(first = '', onGone: () => void = () => undefined): SseWriter {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let ticking: ReturnType<typeof setInterval> | null = null;
  const end = (): void => {
    clearInterval(ticking);
    controller = undefined;
  };
  const write = (frame: string): void => {
    try {
      controller?.enqueue(encoder.encode(frame));
    } catch {
      end();
    }
  };
  const body = new ReadableStream<Uint8Array>({
    start: (started) => void (controller = started),
    cancel: () => {
      end();
      onGone();
    },
  });
  if (first !== '') write(first);
  ticking = setInterval(() => (controller ? write(KEEP_ALIVE) : clearInterval(ticking)), KEEP_ALIVE_MS);
  return {
    response: new Response(body, {
      headers: {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      },
    }),
    write,
    close: () => {
      try {
        controller?.close();
      } catch {
        // The client closed it first.
      }
      end();
    },
  };
}

/** One message as a frame; JSON holds no line ends. */
export function sseFrame(data: string, id?: string): string {
  return `event: message\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`;
}

/** A frame that only says from where to resume, and when (2025-11-25, SEP-1699). */
export function primingFrame(id: string): string {
  return `id: ${id}\nretry: ${RETRY_MS}\ndata: \n\n`;
}
