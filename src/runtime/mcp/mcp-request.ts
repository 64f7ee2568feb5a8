import type { JsonObject, JsonValue } from '../../contract/encoding/json.js';
import type { McpContext } from './context.js';
import type { Message } from './message.js';

/** The client of dispatched requests: what is known of it, and how it is reached while they run. */
export interface Client {
  /** The protocol version that it speaks. */
  version: string;
  /** What it declared that it can do; absent when that is not known. */
  capabilities?: JsonObject;
  /** Sends a notification that belongs to the requests, or a question of theirs. */
  send(message: Message): void;
  /** Prefix of the ids of questions; absent where a client cannot answer one while its request waits. */
  questions?: string;
  /** Changes what the client's session is subscribed to. Throws a `ProtocolError` when it may not. Absent without a session. */
  subscribe?(uri: string, isOn: boolean): Promise<void>;
  /** Ends the stream before its answer, so that the client comes back for it (SEP-1699). */
  closeStream?(): void;
}

/** One request, as the handler of its method sees it. */
export interface McpRequest {
  /** They fit the schema of the method. */
  params: JsonObject;
  context: McpContext;
  client: Client;
  /** Ends when the client has gone, or has cancelled the request. */
  signal: AbortSignal;
  /** Sends a notification before the answer. */
  notify(method: string, params: JsonObject): void;
  /**
   * Asks the client, and waits for its answer. Rejects when it answers with an error, not in time, or when the request
   * ends. Only where `client.questions` is set.
   */
  ask(method: string, params: JsonObject, timeoutMs: number): Promise<JsonValue>;
}
