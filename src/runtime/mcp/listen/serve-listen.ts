import { createMcpHandler, type ServerEventBus } from '@modelcontextprotocol/server';
import type { Snapshots } from '../../store/snapshots.js';
import type { BundleStore } from '../../store/bundle-store.js';
import type { ChangeEvent, ChannelMessage } from '../../store/channel.js';
import type { McpContext } from '../context.js';
import { rpcError } from '../rpc-error.js';
import { callerView, changedLists, mayHear } from './caller-view.js';
import { snapshotOf } from './current-generation.js';
import { createLiveServer } from './live-server.js';
import { listenerName } from './listener-name.js';
import { openChannel, type Channel } from './open-channel.js';

/** What a listening stream needs besides its request. */
export interface ListenPorts {
  store: Pick<BundleStore, 'fetch'>;
  snapshots: Snapshots;
}

/** How often a connection to `BundleDO` that broke is opened again before the stream ends, and the client asks anew. */
const RECONNECTS = 3;

/**
 * `subscriptions/listen` (2026-07-28): the stream is held here, what it says comes from `BundleDO`, so that a change is
 * heard whichever isolate caused it. The SDK checks the request, acknowledges and filters. The body has been read.
 */
export async function serveListen(
  request: Request,
  parsedBody: unknown,
  context: McpContext,
  ports: ListenPorts,
): Promise<Response> {
  const name = await listenerName(context.caller, request);
  const connect = () => openChannel(ports.store, name);
  const opened = await connect();
  if (!opened.ok)
    return opened.reason === 'full'
      ? rpcError(429, 'You hold too many subscriptions: close one, then try again.')
      : rpcError(503, 'The bundle store is out of reach.');
  const bus = channelBus(opened.channel, context, ports.snapshots, connect);
  const handler = createMcpHandler(() => createLiveServer(context), { bus, legacy: 'reject' });
  bus.onEnd(() => void handler.close());
  const response = await handler.fetch(request, { parsedBody });
  if (!bus.isUsed()) opened.channel.close();
  return response;
}

interface ChannelBus extends ServerEventBus {
  isUsed(): boolean;
  onEnd(end: () => void): void;
}

/** What the SDK listens to: the lists that differ for this caller after a push, and the events that they may know of. */
function channelBus(
  first: Channel,
  context: McpContext,
  snapshots: Snapshots,
  connect: () => ReturnType<typeof openChannel>,
): ChannelBus {
  let channel = first;
  let [used, over] = [false, false];
  let left = RECONNECTS;
  let end = (): void => undefined;
  let view = callerView(context.snapshot, context.caller);
  let { snapshot } = context;
  const translate = async (message: ChannelMessage): Promise<ChangeEvent[]> => {
    if (message.type === 'events') return message.events.filter((event) => mayHear(event, snapshot, context.caller));
    const fresh = await snapshotOf(snapshots, message.generation, context.waitUntil);
    if (!fresh) return [];
    const [before, after] = [view, callerView(fresh, context.caller)];
    [snapshot, view] = [fresh, after];
    return changedLists(before, after);
  };
  return {
    isUsed: () => used,
    onEnd: (then) => (end = then),
    publish: (event) => context.announce([event]),
    subscribe(listener) {
      used = true;
      // One after the other: what a push changed is told before what came after it.
      let turn = Promise.resolve();
      const hear = (message: ChannelMessage): void => {
        turn = turn.then(async () => (await translate(message)).forEach(listener)).catch(() => undefined);
      };
      const ended = async (): Promise<void> => {
        const again = !over && left-- > 0 ? await connect() : undefined;
        if (!again?.ok) return over ? undefined : end();
        channel = again.channel;
        if (over) channel.close();
        else channel.hear(hear, () => void ended());
      };
      channel.hear(hear, () => void ended());
      return () => {
        over = true;
        channel.close();
      };
    },
  };
}
