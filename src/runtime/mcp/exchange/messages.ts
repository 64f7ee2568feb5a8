import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';

/** A JSON-RPC message, as far as sessions look into it. */
export type Message = {
  [key: string]: JsonValue | undefined;
  method?: string;
  id?: string | number;
  params?: JsonObject;
};

/** Most messages of one batch (2025-03-26). */
const MAX_BATCH = 50;

/** The messages of a body: one, or a batch. `undefined` when it is neither. */
export function readMessages(body: JsonValue | undefined): Message[] | undefined {
  const list = Array.isArray(body) ? body : [body];
  if (list.length === 0 || list.length > MAX_BATCH) return undefined;
  return list.every((message) => isJsonObject(message) && message.jsonrpc === '2.0')
    ? (list as unknown as Message[])
    : undefined;
}

/** Whether a message wants an answer. */
export function isRequest({ method, id }: Message): boolean {
  return typeof method === 'string' && (typeof id === 'string' || typeof id === 'number');
}

/** Whether a message answers a question of ours. */
export function isAnswer({ method, id }: Message): boolean {
  return method === undefined && (typeof id === 'string' || typeof id === 'number');
}

/** One frame of a stream of server-sent events; JSON holds no line ends. */
export function sseFrame(data: string, id?: string): string {
  return `event: message\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`;
}

/** How long a client that was cut off waits before it comes back, in milliseconds. */
const RETRY_MS = 1000;

/** A frame that only says from where to go on, and when (2025-11-25, SEP-1699). */
export function primingFrame(id: string): string {
  return `id: ${id}\nretry: ${RETRY_MS}\ndata: \n\n`;
}
