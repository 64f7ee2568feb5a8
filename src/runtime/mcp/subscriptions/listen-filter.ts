import type { ServerCapabilities } from '@modelcontextprotocol/server';
import type { Schema } from '../../../contract/schema/schema-types.js';
import type { ChangeEvent } from '../../store/channel.js';

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

/** Whether a filter selects a change. */
export function selects(filter: ListenFilter, event: ChangeEvent): boolean {
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
