import type { JSONRPCMessage, MessageExtraInfo, Server, Transport } from '@modelcontextprotocol/server';
import { isAnswer, isRequest, type Message } from './messages.js';

/** What an exchange does with what the server says. */
export interface ExchangePorts {
  /** A notification or a question, before the answer. */
  say(message: Message): void;
  /** All answers of the exchange, in the order in which they came. */
  finish(answers: Message[]): void;
  /** The server wants the client to come back for the answer (2025-11-25). */
  closeStream?(): void;
}

/** One POST of a client: its messages, a server that lives as long as they do, and what the client must be known for. */
export interface Exchange {
  /** Name of the exchange, unique while it runs: it marks the server's questions. */
  name: string;
  messages: readonly Message[];
  server: Server;
  request: Request;
  /** Played before the messages: the client's own `initialize`, and what else the server must know. */
  before: readonly Message[];
}

/** A running exchange. */
export interface RunningExchange {
  /** Gives the server an answer to its question, or a notification. */
  deliver(message: Message): void;
  end(): void;
}

/**
 * Serves the messages of one POST by a server of their own: nothing of a session has to stay in memory between two
 * requests, so it survives eviction, and each answer comes wholly from one generation.
 */
export async function startExchange(
  { name, messages, server, request, before }: Exchange,
  ports: ExchangePorts,
  started: (running: RunningExchange) => void,
): Promise<void> {
  const open = new Set(messages.filter(isRequest).map(({ id }) => id));
  const answers: Message[] = [];
  const played = new Map<string, () => void>();
  const outgoing = (message: Message): void => {
    if (!isAnswer(message))
      return ports.say(isRequest(message) ? { ...message, id: `${name}:${message.id}` } : message);
    const resolve = played.get(String(message.id));
    // A client may choose the same id for a request of its own.
    if (resolve && played.delete(String(message.id))) return resolve();
    answers.push(message);
    open.delete(message.id);
    if (open.size === 0) ports.finish(answers);
  };
  const transport: Transport = {
    start: async () => undefined,
    close: async () => transport.onclose?.(),
    send: async (message) => outgoing(message as unknown as Message),
  };
  await server.connect(transport);
  const give = (message: Message, extra?: MessageExtraInfo): void =>
    transport.onmessage?.(message as unknown as JSONRPCMessage, extra);
  const deliver = (message: Message): void => {
    give(message);
    // What was cancelled is not answered any more.
    if (message.method !== 'notifications/cancelled' || !open.delete(message.params?.requestId as string | number))
      return;
    if (open.size === 0) ports.finish(answers);
  };
  started({ deliver, end: () => void server.close().catch(() => undefined) });
  for (const [position, message] of before.entries()) {
    if (!isRequest(message)) {
      give(message);
      continue;
    }
    const id = `before:${position}`;
    const done = new Promise<void>((resolve) => played.set(id, resolve));
    give({ ...message, id });
    await done;
  }
  for (const message of messages) {
    // What the SDK does not take for a message it reports at once, and never answers.
    server.onerror = () =>
      outgoing({ jsonrpc: '2.0', id: message.id, error: { code: -32600, message: 'Invalid Request' } });
    give(message, { request, ...(ports.closeStream && { closeSSEStream: ports.closeStream }) } as MessageExtraInfo);
    server.onerror = undefined;
  }
}
