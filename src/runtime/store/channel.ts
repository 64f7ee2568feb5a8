/** What clients that listen are told of; the shape that the MCP SDK's event bus takes. */
export type ChangeEvent =
  | { kind: 'tools_list_changed' | 'prompts_list_changed' | 'resources_list_changed' }
  | {
      kind: 'resource_updated';
      uri: string;
      /** The operation that changed it: only callers who may use it are told. */ operation?: string;
    };

/** What travels from `BundleDO` to whoever listens there. */
export type ChannelMessage =
  /** Which generation is live. Sent when a listener connects, and after every push. */
  { type: 'head'; generation: number } | { type: 'events'; events: ChangeEvent[] };

/** What `BundleDO` asks of a session: `false` when the session is over. */
export interface SessionListener {
  hear(message: ChannelMessage): Promise<boolean>;
}

/** Header of a listening request: whose it is, to bound how many one caller holds. */
export const LISTENER_HEADER = 'Frontmcp-Listener';
