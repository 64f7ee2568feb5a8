import type { JsonValue } from '../../contract/encoding/json.js';
import { readBody } from '../read-body.js';
import type { McpContext } from './context.js';
import { callerName } from './http/caller-name.js';
import { createFloodGuard } from './http/flood-guard.js';
import { checkStatelessRequest, isStatelessRequest } from './http/request-checks.js';
import { answerStateless, answerWithoutSession } from './http/stateless.js';
import { isRequest, methodOf, parseBody } from './message.js';
import { errorResponse } from './protocol-error.js';
import { beginSession, inSession, serveSession } from './session/http-handlers.js';
import { openSseSession, postSseMessage } from './session/legacy-sse.js';
import { serveListener } from './subscriptions/listen.js';

/** Maximum size of a request body, in bytes: the largest arguments of an operation, with room for the envelope. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/** One per isolate, as what it counts. */
const isCalmCaller = createFloodGuard();

/**
 * Answers one request to `/mcp`: every protocol version on one URL. The caller is known and allowed; Origin and Host are
 * checked. A POST is read once, and then served as a request of 2026-07-28, within its session, or without one.
 */
export async function serveMcp(request: Request, context: McpContext): Promise<Response> {
  const sessions = context.live?.sessions;
  if (request.method !== 'POST')
    return sessions && inSession(request)
      ? serveSession(request, undefined, context, sessions)
      : errorResponse(405, 'Method not allowed.', { headers: { Allow: 'POST' } });
  const text = await readText(request);
  if (text === undefined) return tooLarge();
  const body = parseBody(text);
  if (!(await isCalm(request, body, context))) return tooMany();
  if (isStatelessRequest(request, body)) return serveStateless(request, body, context);
  if (sessions && inSession(request)) return serveSession(request, text, context, sessions);
  if (sessions && methodOf(body) === 'initialize') return beginSession(text, request, context, sessions);
  return answerWithoutSession(request, body, context);
}

/** A request of 2026-07-28: checked, then answered or listened to. */
async function serveStateless(request: Request, body: JsonValue | undefined, context: McpContext): Promise<Response> {
  const outcome = checkStatelessRequest(request, body);
  if (!outcome.ok) return outcome.response;
  const { checked } = outcome;
  const isListener = isRequest(checked.message) && checked.message.method === 'subscriptions/listen';
  return isListener ? serveListener(request, checked, context) : answerStateless(request, checked, context);
}

/** Answers one request of the 2024-11-05 transport: `GET /sse` and `POST /messages`. */
export async function serveLegacySse(request: Request, context: McpContext): Promise<Response> {
  const sessions = context.live?.sessions;
  if (!sessions) return errorResponse(404, 'This Worker has no binding for sessions.');
  // The stream is the session, so that it counts as one that begins.
  if (new URL(request.url).pathname === '/sse')
    return (await isCalm(request, { method: 'initialize' }, context))
      ? openSseSession(request, context, sessions)
      : tooMany();
  if (request.method !== 'POST') return errorResponse(405, 'Method not allowed.', { headers: { Allow: 'POST' } });
  const text = await readText(request);
  if (text === undefined) return tooLarge();
  if (!(await isCalm(request, parseBody(text), context))) return tooMany();
  return postSseMessage(request, text, context, sessions);
}

/**
 * Reads the body of a request; `undefined` when it is too large. A body of declared length is read at once, which is several
 * times cheaper: the platform holds it to that length.
 */
async function readText(request: Request): Promise<string | undefined> {
  const length = request.headers.get('Content-Length');
  const isBounded = length !== null && Number(length) <= MAX_REQUEST_BYTES && !request.headers.has('Transfer-Encoding');
  if (isBounded) return request.text();
  const read = await readBody(request, MAX_REQUEST_BYTES);
  return read.outcome === 'whole' ? new TextDecoder().decode(read.bytes) : undefined;
}

/** A batch of one counts as what is in it: sessions take it as that. */
function isCalm(request: Request, body: JsonValue | undefined, context: McpContext): Promise<boolean> {
  const method = methodOf(Array.isArray(body) && body.length === 1 ? body[0] : body);
  return isCalmCaller(() => callerName(context.caller, request), method, Date.now());
}

function tooLarge(): Response {
  return errorResponse(413, `Request body must not exceed ${MAX_REQUEST_BYTES} bytes`);
}

function tooMany(): Response {
  return errorResponse(429, 'Too many sessions or subscriptions in a row: wait, then begin one.');
}
