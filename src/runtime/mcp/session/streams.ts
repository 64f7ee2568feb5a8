import type { EventStore } from '../../store/events/event-store.js';
import { primingFrame, sseFrame } from '../http/sse-writer.js';
import type { Message } from '../message.js';

/** The stream that no request opened: what the server sends on its own. */
export const OWN_STREAM = 'own';
/** The one stream of a 2024-11-05 client; it has no event ids. */
export const SSE_STREAM = 'sse';

/** Where a socket stands in its stream; kept with the socket while the object is evicted. */
interface SocketState {
  stream: string;
  /** Number of the last event that was sent. */
  last: number;
  /** Whether replay is over. */
  live: boolean;
}

/** The streams of one session: events that are kept, and the sockets over which Workers pass them on. */
export interface SessionStreams {
  /** Keeps an event, passes it to the listener of the stream, and returns its frame. */
  send(stream: string, message: Message): Promise<string>;
  /** Takes a listener of a stream; events after `after` come first. `isOpen` is asked when they have come. */
  listen(
    stream: string,
    after: number | undefined,
    options: { isPrimed: boolean; isOpen: () => boolean },
  ): Promise<Response>;
  /** Ends a stream: nothing more will come. A listener that is still catching up is let go afterwards. */
  end(stream: string): void;
  endAll(): void;
}

/** Opens the streams of a session. */
export function openStreams(ctx: DurableObjectState, events: () => EventStore): SessionStreams {
  const stateOf = (socket: WebSocket): SocketState => socket.deserializeAttachment() as SocketState;
  const sendFrame = (socket: WebSocket, frame: string, state: SocketState): void => {
    socket.serializeAttachment(state);
    socket.send(frame);
  };
  /** One client, one message, one stream: only the newest listener gets it. */
  const pass = (stream: string, seq: number, frame: string): void => {
    const socket = ctx
      .getWebSockets(stream)
      .filter((each) => each.readyState === WebSocket.OPEN && stateOf(each).live)
      .at(-1);
    if (!socket) return;
    const state = stateOf(socket);
    if (seq === 0 || seq > state.last) sendFrame(socket, frame, { ...state, last: Math.max(seq, state.last) });
  };
  const replay = async (socket: WebSocket, state: SocketState): Promise<void> => {
    let { last } = state;
    for (
      let found = await events().after(state.stream, last);
      found.length > 0;
      found = await events().after(state.stream, last)
    ) {
      for (const { seq, data } of found)
        sendFrame(socket, sseFrame(data, `${state.stream}.${seq}`), { ...state, last: (last = seq) });
    }
    socket.serializeAttachment({ ...state, last, live: true });
  };
  const end = (stream: string): void =>
    ctx
      .getWebSockets(stream)
      .filter((socket) => stateOf(socket).live)
      .forEach((socket) => socket.close(1000, 'over'));
  return {
    async send(stream, message) {
      const data = JSON.stringify(message);
      const seq = stream === SSE_STREAM ? 0 : await events().append(stream, data);
      const frame = sseFrame(data, seq === 0 ? undefined : `${stream}.${seq}`);
      pass(stream, seq, frame);
      return frame;
    },
    async listen(stream, after, { isPrimed, isOpen }) {
      const { 0: client, 1: server } = new WebSocketPair();
      const last = after ?? (stream === SSE_STREAM ? 0 : await events().newest());
      const state: SocketState = { stream, last, live: after === undefined };
      ctx.acceptWebSocket(server, [stream]);
      server.serializeAttachment(state);
      if (isPrimed && after === undefined) sendFrame(server, primingFrame(`${stream}.${last}`), state);
      if (after !== undefined) await replay(server, state);
      if (!isOpen()) server.close(1000, 'over');
      return new Response(null, { status: 101, webSocket: client });
    },
    end,
    endAll: () => ctx.getWebSockets().forEach((socket) => socket.close(1000, 'over')),
  };
}

/** Where a client wants to go on (`Last-Event-ID`). `undefined` for what we never sent. */
export function readEventId(text: string): { stream: string; seq: number } | undefined {
  const [, stream, seq] = /^([A-Za-z0-9_-]{1,40})\.(\d{1,15})$/.exec(text) ?? [];
  return stream === undefined || seq === undefined ? undefined : { stream, seq: Number(seq) };
}
