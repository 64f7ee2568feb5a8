import { refusedAnswer, type Refusal } from '../../contract/push/refusals.js';
import { PUSH_PROTOCOL } from '../../contract/push/routes.js';
import type { Head, Receipt } from '../../contract/push/push-messages.js';
import type { PushContext, ReceiptFacts } from './push-context.js';

const NO_STORE = { 'Cache-Control': 'no-store' };

/** The answer to an accepted statement. */
export function acceptedResponse(facts: ReceiptFacts, { requestId, now }: PushContext): Response {
  const receipt: Receipt = { protocol: PUSH_PROTOCOL, requestId, ...facts, serverTime: new Date(now()).toISOString() };
  return Response.json(receipt, { headers: NO_STORE });
}

/** The answer to a refused statement. `head` only for who has been authenticated. */
export function refusedResponse(refusal: Refusal, head: Head | null, { requestId, now }: PushContext): Response {
  const { status, body, retryAfterSeconds } = refusedAnswer(refusal, { requestId, head, now: now() });
  const headers = new Headers(NO_STORE);
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds));
  if (refusal.code === 'method_not_allowed') headers.set('Allow', refusal.facts.allowed.join(', '));
  return Response.json(body, { status, headers });
}
