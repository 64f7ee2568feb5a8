import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { findProblems } from '../../contract/schema/find-problems.js';
import type { McpContext } from './context.js';
import { messageProblem, type Message } from './message.js';
import type { Client, McpRequest } from './mcp-request.js';
import { findMethod, type Method } from './methods.js';
import { CODES, ProtocolError, reportFault } from './protocol-error.js';
import { shapeResult } from './versions.js';

/** Requests that are being answered. */
export interface Dispatched {
  /** The answers in the order in which they came. A cancelled request has none. */
  answers: Promise<Message[]>;
  /** Takes the client's answer to a question. */
  answerQuestion(number: number, answer: Message): void;
  /** Cancels a request: it is not answered any more. */
  cancel(id: JsonValue | undefined): void;
  /** Ends all of them. */
  end(): void;
}

/** A question that waits for its answer. */
type Waiting = (answer: Message) => void;

/** Answers the requests of one POST, all at the same time and wholly from one snapshot. Never throws. */
export function dispatch(messages: readonly Message[], context: McpContext, client: Client): Dispatched {
  const running = new Map<Message, AbortController>(messages.map((message) => [message, new AbortController()]));
  const questions = new Map<number, Waiting>();
  const answers: Message[] = [];
  let settle: (answers: Message[]) => void = () => undefined;
  const settled = new Promise<Message[]>((resolve) => (settle = resolve));
  const drop = (message: Message): void => {
    running.delete(message);
    if (running.size === 0) settle(answers);
  };
  const cancel = (which: (message: Message) => boolean): void => {
    for (const [message, controller] of running) {
      if (!which(message)) continue;
      controller.abort();
      drop(message);
    }
  };
  for (const [message, { signal }] of running) {
    void answer(message, context, client, signal, questions).then((reply) => {
      if (!running.has(message)) return;
      answers.push(reply);
      drop(message);
    });
  }
  return {
    answers: settled,
    answerQuestion: (number, reply) => questions.get(number)?.(reply),
    cancel: (id) => cancel((message) => message.id === id),
    end: () => cancel(() => true),
  };
}

async function answer(
  message: Message,
  context: McpContext,
  client: Client,
  signal: AbortSignal,
  questions: Map<number, Waiting>,
): Promise<Message> {
  const envelope = { jsonrpc: '2.0', id: message.id };
  try {
    const { method, params } = readRequest(message, client.version);
    const request = { params, context, client, signal, ...conversation(client, signal, questions) };
    const result = await method.handle(request);
    return { ...envelope, result: shapeResult(client.version, result, context.snapshot, method.ttlMs) };
  } catch (error) {
    return { ...envelope, error: errorOf(error, message, context, signal) };
  }
}

/** Finds the method of a request and checks its parameters. Throws a `ProtocolError` for what a client may not send. */
function readRequest(message: Message, version: string): { method: Method; params: JsonObject } {
  const problem = messageProblem(message);
  if (problem !== undefined) throw new ProtocolError(CODES.invalidRequest, `Invalid request: ${problem}`);
  const method = findMethod(message.method as string, version);
  if (!method) throw new ProtocolError(CODES.methodNotFound, 'Method not found');
  const params = message.params ?? {};
  const [first] = findProblems(method.params, params);
  if (!first) return { method, params };
  const where = `params${first.pointer.replaceAll('/', '.')}`;
  throw new ProtocolError(CODES.invalidParams, `Invalid params: ${where} ${first.message}`);
}

/** Errors of the protocol are answered as they are; of a fault of the Worker the client gets the request id only. */
function errorOf(error: unknown, { method }: Message, { requestId }: McpContext, signal: AbortSignal): JsonObject {
  if (error instanceof ProtocolError) {
    const { code, message, data } = error;
    return { code, message, ...(data !== undefined && { data }) };
  }
  // What fails because the client has gone is not a fault, and nobody reads the answer.
  const message = signal.aborted ? 'The request was cancelled.' : reportFault(requestId, error, { method });
  return { code: CODES.internal, message };
}

/** What a handler may say to the client while it works. */
function conversation(
  client: Client,
  signal: AbortSignal,
  questions: Map<number, Waiting>,
): Pick<McpRequest, 'notify' | 'ask'> {
  return {
    notify: (method, params) => {
      if (!signal.aborted) client.send({ jsonrpc: '2.0', method, params });
    },
    ask: async (method, params, timeoutMs) => {
      const number = questions.size;
      const { promise, resolve, reject } = Promise.withResolvers<Message>();
      questions.set(number, resolve);
      const late = setTimeout(() => reject(new Error('the client did not answer in time')), timeoutMs);
      const cancelled = (): void => reject(new Error('the request was cancelled'));
      signal.addEventListener('abort', cancelled, { once: true });
      client.send({ jsonrpc: '2.0', id: `${client.questions}:${number}`, method, params });
      const { error, result } = await promise.finally(() => {
        clearTimeout(late);
        signal.removeEventListener('abort', cancelled);
      });
      if (error !== undefined) throw new Error(isJsonObject(error) ? String(error.message) : 'the client failed');
      return result ?? null;
    },
  };
}
