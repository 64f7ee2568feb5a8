import type { JsonValue } from '../../../contract/encoding/json.js';
import { MAX_INITIALIZE_LENGTH } from '../../store/limits.js';
import { isAnswer, isRequest, readMessages, type Message } from '../exchange/messages.js';
import { rpcError } from '../rpc-error.js';
import { runExchange } from './run-exchange.js';
import { isAlive, type Session, type SessionCall } from './session.js';
import { touchSession } from './session-life.js';
import { sessionNotFound } from './session-not-found.js';
import { answerSubscription } from './subscriptions.js';

/** Takes what a client posts: its notifications and answers reach the calls that run, its requests are answered. */
export async function takePost(call: SessionCall): Promise<Response> {
  const { session, request, caller } = call;
  const messages = readMessages((await request.json().catch(() => undefined)) as JsonValue | undefined);
  if (!messages) return rpcError(400, 'Parse error: Invalid JSON-RPC message', { code: -32700 });
  const begins = messages.some(({ method }) => method === 'initialize');
  const refused = begins ? beginRefusal(session, messages) : isAlive(session) ? undefined : sessionNotFound();
  if (refused) return refused;
  if (!begins) touchSession(session, caller);
  messages.filter((message) => !isRequest(message)).forEach((message) => deliver(session, message));
  if (!messages.some(isRequest)) return new Response(null, { status: 202 });
  return (await answerSubscription(call, messages)) ?? runExchange(call, messages);
}

/** A session begins once, and by a message that comes alone and can be kept. */
function beginRefusal(session: Session, messages: Message[]): Response | undefined {
  if (isAlive(session) || messages.length > 1)
    return rpcError(400, 'Invalid Request: Server already initialized', { code: -32600 });
  return JSON.stringify(messages).length > MAX_INITIALIZE_LENGTH
    ? rpcError(413, `An initialize request must not exceed ${MAX_INITIALIZE_LENGTH} characters`)
    : undefined;
}

/** A client's answer to a question, or its notification, reaches the call that it is about. */
function deliver({ running }: Session, message: Message): void {
  if (!isAnswer(message)) return running.forEach((exchange) => exchange.deliver(message));
  const [, name = '', id = ''] = /^([^:]+):(\d+)$/.exec(String(message.id)) ?? [];
  running.get(name)?.deliver({ ...message, id: Number(id) });
}
