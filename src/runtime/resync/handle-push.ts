import { refuse, refusedAnswer, type Refusal } from '../../contract/push/refusals.js';
import { BLOB_PATH_PREFIX, PUSH_PROTOCOL, RESYNC_PATH } from '../../contract/push/routes.js';
import type { Head, Intent, Receipt } from '../../contract/push/push-messages.js';
import { log } from '../log.js';
import { drainBody } from '../read-body.js';
import { StoreUnreachable } from '../store/snapshots/bindings.js';
import { applyPush } from './apply-push.js';
import { authenticatePush } from './authenticate-push.js';
import { blobFormRefusal, storeBlob } from './store-blob.js';
import { servedHead } from './live-snapshot.js';
import { BODY_DEADLINE_SECONDS, MAX_DRAINED_BYTES } from './push-limits.js';
import { leaveHint } from './nonce-hint.js';
import { planPush } from './plan-push.js';
import { refused, type AuthenticPush, type PushContext, type PushOutcome, type ReceiptFacts } from './push-context.js';
import { reportStatus } from './report-status.js';
import { pushFormRefusal } from './request-form.js';
import { rollBack } from './roll-back.js';

const NO_STORE = { 'Cache-Control': 'no-store' };

/** A route of the push channel. */
interface PushRoute {
  intents: readonly Intent[];
  formRefusal(request: Request): Refusal | undefined;
  handle(request: Request, push: AuthenticPush, context: PushContext): Promise<PushOutcome>;
}

const RESYNC: PushRoute = {
  intents: ['apply', 'plan', 'rollback', 'status'],
  formRefusal: pushFormRefusal,
  handle: (request, push, context) => {
    switch (push.statement.claims.op) {
      case 'apply':
        return applyPush(request, push, context);
      case 'plan':
        return planPush(request, push, context);
      case 'rollback':
        return rollBack(push, context);
      default:
        return reportStatus(push, context);
    }
  },
};

const BLOBS: PushRoute = { intents: ['blob'], formRefusal: blobFormRefusal, handle: storeBlob };

/** Answers everything below `/_frontmcp/`: form, statement, then what the statement asks for. */
export async function handlePush(request: Request, context: PushContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  const route = findRoute(pathname);
  if (!route) return refuseAnonymous(refuse('not_found', { path: pathname }), context);
  const form = route.formRefusal(request);
  if (form) return refuseAnonymous(form, context);
  const authentic = await authenticatePush(request, context, route.intents);
  if (!authentic.ok) {
    const { refusal, spent } = authentic;
    return spent ? conclude(request, refused(refusal), spent, context) : refuseAnonymous(refusal, context);
  }
  const outcome = await attempt(() => route.handle(request, authentic.push, context));
  return conclude(request, outcome, authentic.push.spent, context);
}

function findRoute(pathname: string): PushRoute | undefined {
  if (pathname === RESYNC_PATH) return RESYNC;
  return pathname.startsWith(BLOB_PATH_PREFIX) ? BLOBS : undefined;
}

/** Counted, not recorded: an audit that anybody can write to is none. */
function refuseAnonymous(refusal: Refusal, context: PushContext): Response {
  context.isolate.unauthenticatedRefusals += 1;
  logOutcome(context, refusal.code, { total: context.isolate.unauthenticatedRefusals });
  return refusedResponse(refusal, null, context);
}

async function attempt(work: () => Promise<PushOutcome>): Promise<PushOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreUnreachable)) throw error;
    log('error', 'bundle_store_out_of_reach', { reason: String(error.cause) });
    return refused(refuse('unavailable', { reason: 'the bundle store is out of reach', retryAfterSeconds: 2 }));
  }
}

async function conclude(
  request: Request,
  outcome: PushOutcome,
  spent: AuthenticPush['spent'],
  context: PushContext,
): Promise<Response> {
  const { compiled, bindings } = context.isolate;
  const { name, environment, windowSeconds } = compiled.identity;
  logOutcome(context, outcome.ok ? outcome.receipt.status : outcome.refusal.code, { kid: spent.kid });
  if (spends(outcome)) context.waitUntil(leaveHint(bindings.nonces, spent.jti, windowSeconds));
  if (outcome.ok) return acceptedResponse(outcome.receipt, context);
  // Only for senders who have been authenticated.
  await drainBody(request, MAX_DRAINED_BYTES, BODY_DEADLINE_SECONDS * 1000);
  if (!outcome.recorded) {
    const report = { worker: { name, environment }, statement: spent, code: outcome.refusal.code };
    context.waitUntil(bindings.store.reportRefusal(report).catch(() => undefined));
  }
  const head = outcome.recorded ? outcome.recorded.head : await servedHead(context);
  return refusedResponse(outcome.refusal, head, context);
}

/** Whatever reached the store spent its statement, unless it was spent before or could not be remembered. */
function spends(outcome: PushOutcome): boolean {
  return outcome.ok || (outcome.recorded !== undefined && !['replayed', 'rate_limited'].includes(outcome.refusal.code));
}

function logOutcome({ requestId }: PushContext, result: string, facts: object): void {
  log('info', 'push', { requestId, result, ...facts });
}

/** The answer to an accepted statement. */
function acceptedResponse(facts: ReceiptFacts, { requestId, now }: PushContext): Response {
  const receipt: Receipt = { protocol: PUSH_PROTOCOL, requestId, ...facts, serverTime: new Date(now()).toISOString() };
  return Response.json(receipt, { headers: NO_STORE });
}

/** The answer to a refused statement. `head` only for who has been authenticated. */
function refusedResponse(refusal: Refusal, head: Head | null, { requestId, now }: PushContext): Response {
  const { status, body, retryAfterSeconds } = refusedAnswer(refusal, { requestId, head, now: now() });
  const headers = new Headers(NO_STORE);
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds));
  if (refusal.code === 'method_not_allowed') headers.set('Allow', refusal.facts.allowed.join(', '));
  return Response.json(body, { status, headers });
}
