import type { Gate } from '../gate.js';
import { decodeAnswer } from './answer/decode-answer.js';
import { redaction } from './redact.js';
import { isIdempotent, send } from './send.js';
import type { ApiAnswer, ApiCall, CallFailure, Fetch } from './api-call.js';

/** Most calls in flight to one host, per isolate: what a small API survives. */
export const MAX_CALLS_PER_HOST = 10;

/** The `fetch` of the platform, which must be called without a receiver. */
export const globalFetch: Fetch = (input, init) => fetch(input, init);

/** What a call needs of the world. */
export interface CallPorts {
  fetch: Fetch;
  /** Bounds the calls in flight to one host. */
  gate: Gate;
  /** The caller's: its abort ends the call. */
  signal?: AbortSignal;
}

/**
 * Calls an API within its limits and decodes the answer. Never throws for what the API or the network does;
 * no secret, header or network message reaches the outcome.
 */
export async function callApi(call: ApiCall, ports: CallPorts): Promise<ApiAnswer | CallFailure> {
  const leave = await ports.gate.enter(Date.now() + call.limits.timeoutMs, { key: new URL(call.request.url).host });
  if (!leave) return busy();
  if (ports.signal?.aborted) {
    leave();
    return cancelled(call);
  }
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  ports.signal?.addEventListener('abort', cancel, { once: true });
  const timer = setTimeout(() => controller.abort(), call.limits.timeoutMs);
  try {
    const outcome = await send(call, { fetch: ports.fetch, signal: controller.signal });
    if (outcome.kind === 'failure') return outcome;
    return await decodeAnswer(outcome.response, call.limits.responseBytes, redaction(call.credentials));
  } catch {
    // What went wrong is not told on: network errors name hosts, addresses and sometimes headers.
    if (ports.signal?.aborted) return cancelled(call);
    return controller.signal.aborted ? timedOut(call) : unreachable(call);
  } finally {
    clearTimeout(timer);
    ports.signal?.removeEventListener('abort', cancel);
    leave();
  }
}

function busy(): CallFailure {
  const message = 'Too many calls to this API are in flight. Try again in a moment.';
  return { kind: 'failure', code: 'busy', message, retryable: true };
}

function cancelled({ request }: ApiCall): CallFailure {
  const message = `The call was cancelled: nobody waits for it any more.${caution(request.method)}`;
  return { kind: 'failure', code: 'cancelled', message, retryable: isIdempotent(request.method) };
}

function timedOut({ request, limits }: ApiCall): CallFailure {
  const message = `The API did not answer within ${limits.timeoutMs / 1000} seconds.${caution(request.method)}`;
  return { kind: 'failure', code: 'timeout', message, retryable: isIdempotent(request.method) };
}

function unreachable({ request }: ApiCall): CallFailure {
  const message = `The connection to the API failed.${caution(request.method)}`;
  return { kind: 'failure', code: 'unreachable', message, retryable: isIdempotent(request.method) };
}

function caution(method: string): string {
  return isIdempotent(method) ? '' : ' It may have carried the request out all the same: look before you repeat it.';
}
