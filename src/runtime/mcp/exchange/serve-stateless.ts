import type { Server } from '@modelcontextprotocol/server';
import type { JsonValue } from '../../../contract/encoding/json.js';
import type { McpContext } from '../context.js';
import { keepList, plainAnswer } from '../plain-answer.js';
import { rpcError } from '../rpc-error.js';
import { openAnswer } from './answer-stream.js';
import { isRequest, readMessages, sseFrame } from './messages.js';
import { formRefusal, versionRefusal } from './refusals.js';
import { startExchange, type RunningExchange } from './start-exchange.js';

/**
 * Answers a request of the generations before 2026-07-28 that belongs to no session. `body` is what a POST sent, parsed;
 * `undefined` when it was no JSON. Nothing is kept, so that the server can neither ask the client nor tell it anything later.
 */
export async function serveStateless(
  request: Request,
  body: JsonValue | undefined,
  createServer: () => Server,
  context: McpContext,
): Promise<Response> {
  if (request.method !== 'POST') return rpcError(405, 'Method not allowed.', { headers: { Allow: 'POST' } });
  const refused = formRefusal(request);
  if (refused) return refused;
  if (body === undefined) return rpcError(400, 'Parse error: Invalid JSON', { code: -32700 });
  const unknown = versionRefusal(request);
  if (unknown) return unknown;
  const messages = readMessages(body);
  if (!messages)
    return rpcError(400, 'Invalid Request: neither a JSON-RPC message nor a batch of at most 50', { code: -32600 });
  // Who shakes hands in a batch would be known to its other calls, which might ask what nobody can answer here.
  if (messages.length > 1 && messages.some(({ method }) => method === 'initialize'))
    return rpcError(400, 'Invalid Request: initialize must come alone', { code: -32600 });
  const requests = messages.filter(isRequest);
  if (requests.length === 0) return new Response(null, { status: 202 });
  const plain = plainAnswer(body, context, 'legacy', request.signal);
  if (plain) return plain();
  const server = createServer();
  let running: RunningExchange | undefined;
  const end = (): void => running?.end();
  const answer = openAnswer(async (message) => sseFrame(JSON.stringify(message)), {
    mayTakeLong: requests.some(({ method }) => method === 'tools/call'),
    isBatch: requests.length > 1,
    onGone: end,
  });
  const finish: typeof answer.finish = (answers) => {
    end();
    keepList(context.snapshot.index, 'legacy', body, answers[0]?.result);
    answer.finish(answers);
  };
  request.signal.addEventListener('abort', end, { once: true });
  await startExchange(
    { name: 'stateless', messages: requests, server, request, before: [] },
    { say: answer.say, finish },
    (started) => (running = started),
  );
  return answer.response;
}
