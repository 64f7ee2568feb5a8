import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';

/** A JSON-RPC message, before anything is known of it but that it is an object. */
export type Message = {
  [key: string]: JsonValue | undefined;
  method?: string;
  id?: string | number;
  params?: JsonObject;
};

/** Maximum number of messages in one batch (2025-03-26). */
const MAX_BATCH = 50;
const REQUEST_MEMBERS = new Set(['jsonrpc', 'id', 'method', 'params']);

/** Returns the messages of a body: one, or those of a batch. `undefined` when it is neither. */
export function readMessages(body: JsonValue | undefined): Message[] | undefined {
  const all = Array.isArray(body) ? body : [body];
  if (all.length === 0 || all.length > MAX_BATCH) return undefined;
  return all.every((message) => isJsonObject(message) && message.jsonrpc === '2.0')
    ? (all as unknown as Message[])
    : undefined;
}

/** Whether a message is a request: it has a method and waits for an answer. */
export function isRequest({ method, id }: Message): boolean {
  return typeof method === 'string' && (typeof id === 'string' || typeof id === 'number');
}

/** Whether a message is the answer to a request of the server. */
export function isResponse({ method, id }: Message): boolean {
  return method === undefined && (typeof id === 'string' || typeof id === 'number');
}

/**
 * Names what keeps a message from being a request or notification of the protocol (JSON-RPC 2.0 section 4; MCP
 * schema, "JSONRPCRequest"); `undefined` when nothing does. `params: null` counts as absent, as several clients send it.
 */
export function messageProblem(message: Message): string | undefined {
  const { id, params } = message as { id?: unknown; params?: unknown };
  const foreign = Object.keys(message).find((member) => !REQUEST_MEMBERS.has(member));
  if (foreign !== undefined) return `${JSON.stringify(foreign.slice(0, 64))} is not a member of a request`;
  if (id !== undefined && !isId(id)) return 'id must be a string or an integer';
  if (params === undefined || params === null) return undefined;
  if (!isJsonObject(params)) return 'params must be an object';
  const { _meta: meta } = params;
  if (meta !== undefined && !isJsonObject(meta)) return 'params._meta must be an object';
  const isToken = meta?.progressToken === undefined || isId(meta.progressToken);
  return isToken ? undefined : 'params._meta.progressToken must be a string or an integer';
}

/** Parses the text of a body; `undefined` when it is not JSON. */
export function parseBody(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** The method that a body names; `undefined` for a batch and for everything else that names none. */
export function methodOf(body: JsonValue | undefined): string | undefined {
  return isJsonObject(body) && typeof body.method === 'string' ? body.method : undefined;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' || Number.isSafeInteger(value);
}
