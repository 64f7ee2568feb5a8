import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import { MAX_INITIALIZE_LENGTH } from './session-limits.js';
import { dispatch } from '../dispatch.js';
import { openPostAnswer } from '../http/post-answer.js';
import { primingFrame } from '../http/sse-writer.js';
import { isRequest, isResponse, readMessages, type Message } from '../message.js';
import type { Client } from '../mcp-request.js';
import { mayTakeLong } from '../methods.js';
import { openContext } from '../open-context.js';
import { CODES, errorResponse, sessionNotFound } from '../protocol-error.js';
import { isPrimed } from '../versions.js';
import { touchSession } from './lifetime.js';
import { attachSession, keepView } from './notifications.js';
import { isAlive, type Session, type SessionCall } from './session.js';
import { SSE_STREAM } from './streams.js';
import { changeSubscription } from './subscriptions.js';

/** Handles what a client posts: its notifications and answers reach the calls that run, its requests are answered. */
export async function handlePost(call: SessionCall): Promise<Response> {
  const { session, request, caller } = call;
  const messages = readMessages((await request.json().catch(() => undefined)) as JsonValue | undefined);
  if (!messages) return errorResponse(400, 'Parse error: Invalid JSON-RPC message', { code: CODES.parse });
  const begins = messages.some(({ method }) => method === 'initialize');
  const rejected = begins ? rejectHandshake(session, messages) : isAlive(session) ? undefined : sessionNotFound();
  if (rejected) return rejected;
  if (!begins) touchSession(session, caller);
  messages.filter((message) => !isRequest(message)).forEach((message) => deliver(session, message));
  const requests = messages.filter(isRequest);
  return requests.length === 0 ? new Response(null, { status: 202 }) : answerRequests(call, requests);
}

/** A session begins once, and by a message that comes alone and can be kept. */
function rejectHandshake(session: Session, messages: Message[]): Response | undefined {
  if (isAlive(session) || messages.length > 1)
    return errorResponse(400, 'Invalid Request: Server already initialized', { code: CODES.invalidRequest });
  return JSON.stringify(messages).length > MAX_INITIALIZE_LENGTH
    ? errorResponse(413, `An initialize request must not exceed ${MAX_INITIALIZE_LENGTH} characters`)
    : undefined;
}

/** Passes a client's answer to the call that asked, and a cancellation to the call that it names. */
function deliver({ running }: Session, message: Message): void {
  if (!isResponse(message)) {
    if (message.method === 'notifications/cancelled')
      running.forEach(({ cancel }) => cancel(message.params?.requestId));
    return;
  }
  const [, name = '', number = ''] = /^([^:]+):(\d+)$/.exec(String(message.id)) ?? [];
  running.get(name)?.answerQuestion(Number(number), message);
}

/** Answers the requests of one POST, wholly from one generation: 503 where there is none at the moment. */
async function answerRequests(call: SessionCall, requests: Message[]): Promise<Response> {
  const { session, isolate, requestId, caller, transport, acceptsStream = true } = call;
  const { env, waitUntil, record, streams, running } = session;
  const current = await isolate.snapshots.current(waitUntil);
  if (!current.ok) return errorResponse(503, current.reason);
  const context = openContext({ isolate, env, requestId, waitUntil }, current.snapshot, caller);
  const name = crypto.randomUUID().slice(0, 18);
  const isOverSse = transport === 'sse';
  const version = record.get('version') ?? '';
  const canResume = !isOverSse && isPrimed(version);
  const answer = openPostAnswer({
    frame: (message) => streams.send(name, message),
    first: canResume ? primingFrame(`${name}.0`) : undefined,
    acceptsStream: acceptsStream && !isOverSse,
    mayTakeLong: requests.some(mayTakeLong),
    isBatch: requests.length > 1,
  });
  const say = isOverSse ? (message: Message) => void streams.send(SSE_STREAM, message) : answer.send;
  const client: Client = {
    version,
    capabilities: clientCapabilities(session),
    send: say,
    // A client that accepts JSON only has no stream to be asked over.
    ...((acceptsStream || isOverSse) && { questions: name }),
    subscribe: async (uri, isOn) => {
      changeSubscription(record, uri, isOn);
      await attachSession(session, isolate);
    },
    ...(canResume && { closeStream: answer.close }),
  };
  const dispatched = dispatch(requests, context, client);
  running.set(name, dispatched);
  const answered = dispatched.answers.then((answers) => {
    rememberHandshake(call, requests, answers, context);
    if (isOverSse) answers.forEach(say);
    answer.finish(answers);
  });
  // A call runs until its answer is kept: a client that comes back in between must find the one or the other.
  const over = Promise.all([answered, answer.done]).then(() => {
    running.delete(name);
    streams.end(name);
  });
  waitUntil(over);
  return isOverSse ? new Response(null, { status: 202 }) : answer.response;
}

/** What the client declared when the session began. */
function clientCapabilities({ record }: Session): JsonObject | undefined {
  const initialize = record.get('initialize');
  if (initialize === undefined) return undefined;
  return (JSON.parse(initialize) as Message).params?.capabilities as JsonObject | undefined;
}

/** `initialize` begins the session, once it is answered. What was refused changes nothing. */
function rememberHandshake(
  { session, isolate, caller, transport }: SessionCall,
  [request]: Message[],
  [answer]: Message[],
  { snapshot }: ReturnType<typeof openContext>,
): void {
  const { protocolVersion } = (answer?.result ?? {}) as { protocolVersion?: string };
  if (request?.method !== 'initialize' || protocolVersion === undefined) return;
  const { record, waitUntil } = session;
  record.set('initialize', JSON.stringify(request));
  record.set('version', protocolVersion);
  waitUntil(keepView(session, snapshot, caller));
  touchSession(session, caller);
  // Its one stream is open already; the others say by GET that they listen.
  if (transport === 'sse') waitUntil(attachSession(session, isolate));
}
