import { LISTENER_HEADER, type ChannelMessage } from '../channel.js';
import { MAX_LISTENERS, MAX_LISTENERS_PER_CALLER } from './bundle-do-limits.js';

/**
 * Takes a listener: a WebSocket that costs nothing while nothing happens, as the object may be evicted meanwhile. It hears
 * at once which generation is live, so that nothing is missed between asking and listening. Answers 429 to a caller
 * who holds too many.
 */
export function acceptListener(ctx: DurableObjectState, request: Request, generation: number): Response {
  const listener = request.headers.get(LISTENER_HEADER) ?? '';
  if (request.headers.get('Upgrade') !== 'websocket' || listener === '') return new Response(null, { status: 426 });
  const isFull =
    ctx.getWebSockets(listener).length >= MAX_LISTENERS_PER_CALLER || ctx.getWebSockets().length >= MAX_LISTENERS;
  if (isFull) return new Response(null, { status: 429 });
  const { 0: client, 1: server } = new WebSocketPair();
  ctx.acceptWebSocket(server, [listener]);
  server.send(JSON.stringify({ type: 'head', generation } satisfies ChannelMessage));
  return new Response(null, { status: 101, webSocket: client });
}

/** Tells every listener. One that is gone is no error: its isolate hears of it by the close. */
export function tellListeners(ctx: DurableObjectState, message: ChannelMessage): void {
  const text = JSON.stringify(message);
  for (const socket of ctx.getWebSockets()) {
    try {
      socket.send(text);
    } catch {
      socket.close(1011, 'gone');
    }
  }
}
