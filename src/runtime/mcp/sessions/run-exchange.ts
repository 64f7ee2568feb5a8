import { mcpContext } from '../../routes/mcp-context.js';
import type { McpContext } from '../context.js';
import { isRequest, type Message } from '../exchange/messages.js';
import { startExchange } from '../exchange/start-exchange.js';
import { createLiveServer } from '../listen/live-server.js';
import { keepList, plainAnswer } from '../plain-answer.js';
import { rpcError } from '../rpc-error.js';
import { handshake, needsClient, rememberClient } from './known-client.js';
import type { SessionCall } from './session.js';
import { openSessionAnswer } from './session-answer.js';

/** Answers the requests of one POST, wholly from one generation: 503 where there is none to be had. */
export async function runExchange(call: SessionCall, messages: Message[]): Promise<Response> {
  const { session, isolate, request, requestId, caller, transport } = call;
  const { env, waitUntil } = session;
  const current = await isolate.snapshots.current(waitUntil);
  if (!current.ok) return rpcError(503, current.reason);
  const context = mcpContext({ isolate, env, requestId, waitUntil }, current.snapshot, caller);
  const alone = messages.length === 1 && transport === 'http' ? messages[0] : undefined;
  const plain = plainAnswer(alone, context, 'legacy', request.signal);
  return plain ? plain() : serve(call, messages, context, alone);
}

/** @param alone the message that came alone over Streamable HTTP: lists asked for in that way are kept for the next client */
async function serve(
  call: SessionCall,
  messages: Message[],
  context: McpContext,
  alone: Message | undefined,
): Promise<Response> {
  const { session, request } = call;
  const { record, running, streams } = session;
  const name = crypto.randomUUID().slice(0, 18);
  const requests = messages.filter(isRequest);
  const mayTakeLong = needsClient(requests);
  const answer = openSessionAnswer(call, name, { mayTakeLong, isBatch: requests.length > 1 });
  const finish = (answers: Message[]): void => {
    running.get(name)?.end();
    rememberClient(call, context.snapshot, messages, answers);
    keepList(context.snapshot.index, 'legacy', alone, answers[0]?.result);
    answer.finish(answers);
  };
  const server = createLiveServer(context);
  await startExchange(
    { name, messages: requests, server, request, before: mayTakeLong ? handshake(record) : [] },
    { ...answer, finish },
    (started) => running.set(name, started),
  );
  // A call runs until its answer is kept: whoever comes back in between must find the one or the other.
  const over = answer.done.then(() => {
    running.delete(name);
    streams.end(name);
  });
  session.waitUntil(over);
  return answer.response;
}
