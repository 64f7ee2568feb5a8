import type { JsonObject } from '../../../contract/encoding/json.js';
import type { ChangeEvent } from '../../store/channel.js';
import type { McpContext } from '../context.js';
import { dispatch } from '../dispatch.js';
import { callerName } from '../http/caller-name.js';
import { accepts, type StatelessMessage } from '../http/request-checks.js';
import { openSseWriter, sseFrame } from '../http/sse-writer.js';
import type { Message } from '../message.js';
import { errorResponse } from '../protocol-error.js';
import { shapeResult, STATELESS_VERSION, statusOf } from '../versions.js';
import { changeNotification } from './caller-view.js';
import { openChangeFeed } from './change-feed.js';
import { selects, type ListenFilter } from './listen-filter.js';

/** Serves `subscriptions/listen`: the method is dispatched as every other, and its result opens the stream. */
export async function serveListener(
  request: Request,
  { message, capabilities }: StatelessMessage,
  context: McpContext,
): Promise<Response> {
  if (!accepts(request, 'text/event-stream'))
    return errorResponse(406, 'Not Acceptable: the client must accept text/event-stream', { id: message.id });
  const client = { version: STATELESS_VERSION, capabilities, send: () => undefined };
  const [answer] = await dispatch([message], context, client).answers;
  const { notifications } = (answer?.result ?? {}) as { notifications?: ListenFilter };
  if (!notifications) return Response.json(answer, { status: statusOf(STATELESS_VERSION, answer) });
  return openListenStream(message, notifications, request, context);
}

/**
 * Opens the stream of a `subscriptions/listen` request (2026-07-28). The stream is held here, what it says comes from
 * `BundleDO`, so that a change is announced whichever isolate caused it. A filter that selects nothing ends at once.
 */
async function openListenStream(
  { id }: Message,
  filter: ListenFilter,
  request: Request,
  context: McpContext,
): Promise<Response> {
  const { live, snapshot, caller } = context;
  const subscription = { 'io.modelcontextprotocol/subscriptionId': id };
  const frame = (message: object): string => sseFrame(JSON.stringify({ jsonrpc: '2.0', ...message }));
  const notify = ({ method, params }: Message): string => frame({ method, params: { ...params, _meta: subscription } });
  const acknowledged = notify({
    method: 'notifications/subscriptions/acknowledged',
    params: { notifications: filter as JsonObject },
  });
  const over = frame({ id, result: shapeResult(STATELESS_VERSION, { _meta: subscription }, snapshot) });
  if (!live || Object.keys(filter).length === 0) {
    const ended = openSseWriter(acknowledged + over);
    ended.close();
    return ended.response;
  }
  const opened = await openChangeFeed(context, live, await callerName(caller, request));
  if (!opened.ok)
    return opened.reason === 'full'
      ? errorResponse(429, 'You hold too many subscriptions: close one, then try again.', { id })
      : errorResponse(503, 'The bundle store is out of reach.', { id });
  const { feed } = opened;
  const stream = openSseWriter(acknowledged, feed.close);
  const tell = (event: ChangeEvent): void => {
    if (selects(filter, event)) stream.write(notify(changeNotification(event)));
  };
  feed.start(tell, () => {
    stream.write(over);
    stream.close();
  });
  const leave = (): void => {
    feed.close();
    stream.close();
  };
  request.signal.addEventListener('abort', leave, { once: true });
  return stream.response;
}
