import { LISTENER_HEADER, type ChannelMessage } from '../../store/channel.js';
import type { BundleStore } from '../../store/bundle-store.js';

/** A connection to `BundleDO`. */
export interface Channel {
  /** Starts hearing: first which generation is live, then every change. Nothing is lost before it. */
  hear(listener: (message: ChannelMessage) => void, ended: () => void): void;
  close(): void;
}

/** A channel, or why there is none: `full` when the caller holds too many. */
export type ChannelOutcome = { ok: true; channel: Channel } | { ok: false; reason: 'full' | 'unreachable' };

/** Opens a connection to `BundleDO` that costs it nothing while nothing happens. Never throws. */
export async function openChannel(store: Pick<BundleStore, 'fetch'>, listener: string): Promise<ChannelOutcome> {
  const request = new Request('https://bundle/listen', {
    headers: { Upgrade: 'websocket', [LISTENER_HEADER]: listener },
  });
  const response = await store.fetch(request).catch(() => undefined);
  const socket = response?.webSocket;
  if (socket) return { ok: true, channel: channelOver(socket) };
  return { ok: false, reason: response?.status === 429 ? 'full' : 'unreachable' };
}

function channelOver(socket: WebSocket): Channel {
  let [heard, closed] = [false, false];
  return {
    hear(listener, ended) {
      socket.addEventListener('message', ({ data }) => listener(JSON.parse(String(data)) as ChannelMessage));
      const end = () => {
        if (!closed) ended();
        closed = true;
      };
      socket.addEventListener('close', end);
      socket.addEventListener('error', end);
      heard = true;
      socket.accept();
    },
    close() {
      closed = true;
      // workerd closes only what was accepted.
      if (!heard) socket.accept();
      socket.close(1000);
    },
  };
}
