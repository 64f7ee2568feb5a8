import type { Snapshot } from '../../snapshot.js';
import type { BundleStore } from '../../store/bundle-store.js';
import { LISTENER_HEADER, type ChangeEvent, type ChannelMessage } from '../../store/channel.js';
import type { Snapshots } from '../../store/snapshots/snapshots.js';
import type { LivePorts, McpContext } from '../context.js';
import { callerView, changedLists, mayHear } from './caller-view.js';

/** How often a connection to `BundleDO` that broke is opened again before the stream ends, and the client subscribes anew. */
const RECONNECTS = 3;

/** Changes that one caller may know of, from whichever isolate caused them. */
export interface ChangeFeed {
  /**
   * Starts it. Nothing is lost between opening and starting.
   * @param onEnd is called when the connection cannot be opened any more
   */
  start(listener: (event: ChangeEvent) => void, onEnd: () => void): void;
  close(): void;
}

/** A feed, or why there is none: `full` when the caller holds too many. */
export type FeedOutcome = { ok: true; feed: ChangeFeed } | { ok: false; reason: 'full' | 'unreachable' };

/**
 * Opens a feed over a connection to `BundleDO`, which costs that nothing while nothing happens. Never throws.
 * @param listener under which name it counts
 */
export async function openChangeFeed(context: McpContext, live: LivePorts, listener: string): Promise<FeedOutcome> {
  const connect = (): Promise<SocketOutcome> => openSocket(live.store, listener);
  const first = await connect();
  return first.ok ? { ok: true, feed: feedOver(first.socket, connect, context, live.snapshots) } : first;
}

function feedOver(
  first: WebSocket,
  connect: () => Promise<SocketOutcome>,
  context: McpContext,
  snapshots: Snapshots,
): ChangeFeed {
  const { caller, waitUntil } = context;
  let socket = first;
  let [isStarted, isClosed] = [false, false];
  let left = RECONNECTS;
  let { snapshot } = context;
  let view = callerView(snapshot, caller);
  const translate = async (message: ChannelMessage): Promise<ChangeEvent[]> => {
    if (message.type === 'events') return message.events.filter((event) => mayHear(event, snapshot, caller));
    const fresh = await snapshotOf(snapshots, message.generation, waitUntil);
    if (!fresh) return [];
    const before = view;
    [snapshot, view] = [fresh, callerView(fresh, caller)];
    return changedLists(before, view);
  };
  return {
    start(listener, onEnd) {
      isStarted = true;
      // One after the other: what a push changed comes before what happened after it.
      let turn = Promise.resolve();
      const receive = (message: ChannelMessage): void => {
        turn = turn.then(async () => (await translate(message)).forEach(listener)).catch(() => undefined);
      };
      const reconnect = async (): Promise<void> => {
        const again = !isClosed && left-- > 0 ? await connect() : undefined;
        if (!again?.ok) return isClosed ? undefined : onEnd();
        socket = again.socket;
        if (isClosed) closeUnread(socket);
        else readSocket(socket, receive, () => void reconnect());
      };
      readSocket(socket, receive, () => void reconnect());
    },
    close() {
      isClosed = true;
      if (isStarted) socket.close(1000);
      else closeUnread(socket);
    },
  };
}

/**
 * The snapshot after `BundleDO` announced a generation: the isolate asks again unless it has it already. `undefined` when
 * there is none at the moment.
 */
export async function snapshotOf(
  snapshots: Snapshots,
  generation: number,
  keepAlive: (work: Promise<unknown>) => void,
): Promise<Snapshot | undefined> {
  const first = await snapshots.current(keepAlive);
  if (first.ok && first.snapshot.generation >= generation) return first.snapshot;
  snapshots.expire();
  const again = await snapshots.current(keepAlive);
  return again.ok ? again.snapshot : undefined;
}

type SocketOutcome = { ok: true; socket: WebSocket } | { ok: false; reason: 'full' | 'unreachable' };

async function openSocket(store: Pick<BundleStore, 'fetch'>, listener: string): Promise<SocketOutcome> {
  const request = new Request('https://bundle/listen', {
    headers: { Upgrade: 'websocket', [LISTENER_HEADER]: listener },
  });
  const response = await store.fetch(request).catch(() => undefined);
  const socket = response?.webSocket;
  if (socket) return { ok: true, socket };
  return { ok: false, reason: response?.status === 429 ? 'full' : 'unreachable' };
}

/** Reads a connection: first which generation is live, then every change. */
function readSocket(socket: WebSocket, receive: (message: ChannelMessage) => void, onEnd: () => void): void {
  let isOver = false;
  const end = (): void => {
    if (!isOver) onEnd();
    isOver = true;
  };
  socket.addEventListener('message', ({ data }) => receive(JSON.parse(String(data)) as ChannelMessage));
  socket.addEventListener('close', end);
  socket.addEventListener('error', end);
  socket.accept();
}

/** Closes a connection that was never read: workerd closes only what was accepted. */
function closeUnread(socket: WebSocket): void {
  socket.accept();
  socket.close(1000);
}
