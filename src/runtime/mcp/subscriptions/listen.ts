import type { ServerCapabilities } from '@modelcontextprotocol/server';
import type { JsonObject } from '../../../contract/encoding/json.js';
import type { Schema } from '../../../contract/schema/schema-types.js';
import type { ChangeEvent } from '../../store/channel.js';
import type { McpContext } from '../context.js';
import { callerName } from '../http/caller-name.js';
import { openSseWriter, sseFrame } from '../http/sse-writer.js';
import type { Message } from '../message.js';
import { errorResponse } from '../protocol-error.js';
import { shapeResult, STATELESS_VERSION } from '../versions.js';
import { changeNotification } from './caller-view.js';
import { openChangeFeed } from './change-feed.js';

/** What a client of 2026-07-28 wants to be notified of ("SubscriptionFilter"). */
export interface ListenFilter {
  toolsListChanged?: boolean;
  promptsListChanged?: boolean;
  resourcesListChanged?: boolean;
  resourceSubscriptions?: string[];
}

const BOOLEAN: Schema = { type: 'boolean' };
/** Parameters of `subscriptions/listen`. */
export const LISTEN_PARAMS: Schema = {
  type: 'object',
  properties: {
    notifications: {
      type: 'object',
      properties: {
        toolsListChanged: BOOLEAN,
        promptsListChanged: BOOLEAN,
        resourcesListChanged: BOOLEAN,
        resourceSubscriptions: { type: 'array', items: { type: 'string' } },
      },
    },
  },
  required: ['notifications'],
};

/** What of a filter the server serves: only changes that it declares it announces. */
export function servedFilter(wanted: ListenFilter, { tools, prompts, resources }: ServerCapabilities): ListenFilter {
  const { resourceSubscriptions = [] } = wanted;
  return {
    ...(wanted.toolsListChanged && tools?.listChanged && { toolsListChanged: true }),
    ...(wanted.promptsListChanged && prompts?.listChanged && { promptsListChanged: true }),
    ...(wanted.resourcesListChanged && resources?.listChanged && { resourcesListChanged: true }),
    ...(resourceSubscriptions.length > 0 && resources?.subscribe && { resourceSubscriptions }),
  };
}

/**
 * Opens the stream of a `subscriptions/listen` request (2026-07-28). The stream is held here, what it says comes from
 * `BundleDO`, so that a change is announced whichever isolate caused it. A filter that selects nothing ends at once.
 */
export async function openListenStream(
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

function selects(filter: ListenFilter, event: ChangeEvent): boolean {
  switch (event.kind) {
    case 'tools_list_changed':
      return filter.toolsListChanged === true;
    case 'prompts_list_changed':
      return filter.promptsListChanged === true;
    case 'resources_list_changed':
      return filter.resourcesListChanged === true;
    case 'resource_updated':
      return filter.resourceSubscriptions?.includes(event.uri) === true;
  }
}
