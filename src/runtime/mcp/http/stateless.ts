import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import type { McpContext } from '../context.js';
import { dispatch } from '../dispatch.js';
import { isRequest, readMessages, type Message } from '../message.js';
import { mayTakeLong } from '../methods.js';
import { CODES, errorResponse } from '../protocol-error.js';
import { SESSION_VERSIONS, STATELESS_VERSION, statusOf } from '../versions.js';
import { openPostAnswer } from './post-answer.js';
import { accepts, rejectForm, rejectVersion, type StatelessMessage } from './request-checks.js';

/** Answers a request or notification of 2026-07-28. Nothing is kept: it describes its client itself. */
export async function answerStateless(
  request: Request,
  { message, capabilities }: StatelessMessage,
  context: McpContext,
): Promise<Response> {
  if (!isRequest(message)) return new Response(null, { status: 202 });
  return answerPost([message], { request, context, version: STATELESS_VERSION, capabilities });
}

/**
 * Answers a POST of the versions before that belongs to no session: the server can neither ask the client nor notify it later,
 * and knows nothing that a handshake told.
 */
export async function answerWithoutSession(
  request: Request,
  body: JsonValue | undefined,
  context: McpContext,
): Promise<Response> {
  const rejected = rejectForm(request);
  if (rejected) return rejected;
  if (body === undefined) return errorResponse(400, 'Parse error: Invalid JSON', { code: CODES.parse });
  const unknown = rejectVersion(request);
  if (unknown) return unknown;
  const messages = readMessages(body);
  if (!messages)
    return errorResponse(400, 'Invalid Request: neither a JSON-RPC message nor a batch of at most 50', {
      code: CODES.invalidRequest,
    });
  // The batch's other calls could ask questions that this transport cannot deliver.
  if (messages.length > 1 && messages.some(({ method }) => method === 'initialize'))
    return errorResponse(400, 'Invalid Request: initialize must come alone', { code: CODES.invalidRequest });
  const requests = messages.filter(isRequest);
  if (requests.length === 0) return new Response(null, { status: 202 });
  const version = request.headers.get('MCP-Protocol-Version')?.trim() ?? (SESSION_VERSIONS[0] as string);
  return answerPost(requests, { request, context, version });
}

/** What the requests of a POST are answered with. */
interface PostRun {
  request: Request;
  context: McpContext;
  version: string;
  capabilities?: JsonObject;
}

function answerPost(
  requests: readonly Message[],
  { request, context, version, capabilities }: PostRun,
): Promise<Response> {
  let end = (): void => undefined;
  const answer = openPostAnswer({
    acceptsStream: accepts(request, 'text/event-stream'),
    // 2026-07-28 has no way to come back for an answer.
    mayTakeLong: version !== STATELESS_VERSION && requests.some(mayTakeLong),
    isBatch: requests.length > 1,
    status: (only) => statusOf(version, only),
    onGone: () => end(),
  });
  const dispatched = dispatch(requests, context, { version, capabilities, send: answer.send });
  end = dispatched.end;
  request.signal.addEventListener('abort', end, { once: true });
  void dispatched.answers.then(answer.finish);
  return answer.response;
}
