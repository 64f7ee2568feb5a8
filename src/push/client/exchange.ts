import { gzipSync } from 'node:zlib';
import { PUSH_MEDIA_TYPE, STATEMENT_HEADER } from '../../contract/push/routes.js';
import { readAnswer, type Answer } from './read-answer.js';
import { readResponseText } from './read-response-text.js';
import { GZIP_ABOVE_BYTES, MAX_ANSWER_BYTES } from './client-limits.js';
import { networkError, tooLargeAnswer } from './client-errors.js';
import type { PushError } from './push-outcome.js';
import type { PushPorts } from './push-ports.js';
import type { PushTarget } from './push-target.js';

/** One request and what came of it. */
export type Exchange = Answer | { kind: 'timeout' } | { kind: 'cancelled' } | { kind: 'network'; error: PushError };

/** A request body as it goes over the wire. */
export interface WireBody {
  bytes: Uint8Array<ArrayBuffer>;
  encoding: 'gzip' | undefined;
}

/** Compresses a body where that pays. */
export function wireBody(text: string): WireBody {
  const plain = Buffer.from(text, 'utf8');
  if (plain.length <= GZIP_ABOVE_BYTES) return { bytes: Uint8Array.from(plain), encoding: undefined };
  return { bytes: Uint8Array.from(gzipSync(plain)), encoding: 'gzip' };
}

/** What one request is made of. */
export interface ExchangeRequest {
  url: string;
  statement: string;
  body: WireBody;
  timeoutMs: number;
}

/**
 * Sends one statement and reads the answer, within its timeout. Redirects are not followed, and of the answer no more
 * than 4 MiB are read. Never throws for what the network or the other side does.
 */
export async function exchange(
  request: ExchangeRequest,
  target: PushTarget,
  ports: PushPorts,
  redact: (text: string) => string,
): Promise<Exchange> {
  const stop = new AbortController();
  const cancel = () => stop.abort();
  if (ports.signal?.aborted) return { kind: 'cancelled' };
  ports.signal?.addEventListener('abort', cancel, { once: true });
  let timedOut = false;
  const finished = new AbortController();
  // Settles early, either way, once the exchange is over.
  void ports.sleep(request.timeoutMs, finished.signal).then(
    () => {
      if (finished.signal.aborted) return;
      timedOut = true;
      stop.abort();
    },
    () => undefined,
  );
  try {
    const response = await ports.fetch(request.url, { ...requestInit(request, target), signal: stop.signal });
    const text = await readResponseText(response, MAX_ANSWER_BYTES);
    return text === undefined
      ? { kind: 'answer-unusable', error: tooLargeAnswer(), httpStatus: response.status }
      : readAnswer(response, redact(text), target, redact);
  } catch (error) {
    if (timedOut) return { kind: 'timeout' };
    return ports.signal?.aborted ? { kind: 'cancelled' } : { kind: 'network', error: networkError(error, request.url) };
  } finally {
    finished.abort();
    ports.signal?.removeEventListener('abort', cancel);
  }
}

function requestInit({ statement, body }: ExchangeRequest, { access, version }: PushTarget) {
  return {
    method: 'POST',
    redirect: 'manual' as const,
    body: body.bytes,
    headers: {
      accept: 'application/json',
      'content-type': PUSH_MEDIA_TYPE,
      'user-agent': `frontmcp-deploy-action/${version ?? 'unknown'}`,
      [STATEMENT_HEADER]: statement,
      ...(body.encoding ? { 'content-encoding': body.encoding } : {}),
      ...(access ? { 'cf-access-client-id': access.clientId, 'cf-access-client-secret': access.clientSecret } : {}),
    },
  };
}
