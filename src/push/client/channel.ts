import type { Intent, PushClaims, Receipt, Refused } from '../../contract/push/push-messages.js';
import { backoffMs, retryAfterMs } from './backoff.js';
import { redactor } from './clean-text.js';
import { cancelled, deadlinePassed, timedOut, triesUsedUp } from './client-errors.js';
import { resyncEndpoint } from './resync-endpoint.js';
import { exchange, type Exchange, type WireBody } from './exchange.js';
import { explainRefusal } from './explain-refusal.js';
import { DEFAULT_DEADLINE_MS, DEFAULT_REQUEST_TIMEOUT_MS, MAX_TRIES } from './client-limits.js';
import { signPush } from '../sign.js';
import type { PushError, Sent } from './push-outcome.js';
import type { PushPorts } from './push-ports.js';
import type { PushTarget } from './push-target.js';

/** What to ask the Worker; signed anew for every try. */
export interface Question {
  intent: Intent;
  body: WireBody;
  expect?: PushClaims['expect'];
  subject?: { sha256: string };
}

/** The Worker's answer to a question, or why there is none. */
export type Reply =
  { ok: true; receipt: Receipt; statement: string } | { ok: false; error: PushError; refused?: Refused };

/** A conversation with one Worker: one deadline, one count of what was sent. */
export interface Channel {
  ask(question: Question): Promise<Reply>;
  sent: Sent;
}

/** Opens a channel; nothing is sent yet. */
export function openChannel(
  options: PushTarget,
  ports: PushPorts,
): { ok: true; channel: Channel } | { ok: false; error: PushError } {
  const endpoint = resyncEndpoint(options.url);
  if (!endpoint.ok) return endpoint;
  const target = withTrimmedAccess(options);
  const refusal = accessError(target);
  if (refusal) return { ok: false, error: refusal };
  const sent: Sent = { attempts: 0, artifacts: 0, bytes: 0 };
  const started = ports.now();
  const context: Context = {
    target,
    ports,
    sent,
    url: endpoint.url,
    remaining: () => started + (target.deadlineMs ?? DEFAULT_DEADLINE_MS) - ports.now(),
    redact: redactor([
      ...target.key.secretForms,
      ...(target.access ? [target.access.clientSecret, target.access.clientId] : []),
    ]),
  };
  return { ok: true, channel: { sent, ask: (question) => ask(question, context) } };
}

interface Context {
  target: PushTarget;
  ports: PushPorts;
  sent: Sent;
  url: string;
  /** Milliseconds until the deadline. */
  remaining(): number;
  redact(text: string): string;
}

type Tried = { done: Reply } | { again: PushError; askedMs?: number };

async function ask(question: Question, context: Context): Promise<Reply> {
  const { ports, target } = context;
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryOnce(question, attempt, context);
    if ('done' in tried) return tried.done;
    if (attempt === MAX_TRIES) return { ok: false, error: triesUsedUp(tried.again) };
    const delayMs = backoffMs(attempt, tried.askedMs, ports.random);
    if (delayMs >= context.remaining())
      return { ok: false, error: deadlinePassed(target.deadlineMs ?? DEFAULT_DEADLINE_MS, tried.again) };
    ports.reporter?.({ kind: 'retry', intent: question.intent, attempt, delayMs, reason: tried.again.message });
    // A sleep that rejects was ended by the signal, which the next try sees.
    await ports.sleep(delayMs, ports.signal).catch(() => undefined);
  }
}

/** One try, with a statement of its own: a copy of one that was already used would be refused. */
async function tryOnce(question: Question, attempt: number, context: Context): Promise<Tried> {
  const { target, ports, sent } = context;
  if (ports.signal?.aborted) return { done: { ok: false, error: cancelled() } };
  const { intent, expect, subject, body } = question;
  const { compact } = await signPush({
    ...target,
    intent,
    expect,
    subject,
    now: Math.floor(ports.now() / 1000),
    random: ports.random,
  });
  ports.reporter?.({ kind: 'request', intent, attempt, bytes: body.bytes.length });
  sent.attempts += 1;
  sent.bytes += body.bytes.length;
  const timeoutMs = Math.max(1, Math.min(target.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS, context.remaining()));
  const came = await exchange({ url: context.url, statement: compact, body, timeoutMs }, target, ports, context.redact);
  return judge(came, compact, timeoutMs, context);
}

/** Decides what an exchange means: an answer, or a reason to try again. */
function judge(came: Exchange, statement: string, timeoutMs: number, { target, ports }: Context): Tried {
  switch (came.kind) {
    case 'receipt':
      return { done: { ok: true, receipt: came.receipt, statement } };
    case 'cancelled':
      return { done: { ok: false, error: cancelled() } };
    case 'network':
      return { again: came.error };
    case 'timeout':
      return { again: timedOut(timeoutMs) };
    case 'answer-unusable':
      return (
        again(came.httpStatus, came.error, retryAfterMs(came.retryAfter, ports.now())) ?? {
          done: { ok: false, error: came.error },
        }
      );
    case 'refused': {
      const error = explainRefusal(came.refused, came.httpStatus, target, ports.now());
      return (
        again(came.httpStatus, error, retryAfterMs(came.retryAfter, ports.now())) ?? {
          done: { ok: false, error, refused: came.refused },
        }
      );
    }
  }
}

/** Answers that may be another one next time; every other 4xx says that the same push will fail again. */
function again(httpStatus: number, error: PushError, askedMs: number | undefined): Tried | undefined {
  return httpStatus === 408 || httpStatus === 429 || httpStatus >= 500 ? { again: error, askedMs } : undefined;
}

/** Secrets that were pasted often end with a line break. */
function withTrimmedAccess(target: PushTarget): PushTarget {
  const { access } = target;
  return access
    ? { ...target, access: { clientId: access.clientId.trim(), clientSecret: access.clientSecret.trim() } }
    : target;
}

/** Half a service token, or one with a line break inside, would fail in a way nobody could read. */
function accessError({ access }: PushTarget): PushError | undefined {
  if (!access) return undefined;
  const lacking =
    access.clientId === '' ? 'access-client-id' : access.clientSecret === '' ? 'access-client-secret' : undefined;
  const hint = 'Give both halves of the Cloudflare Access service token, or neither.';
  if (lacking !== undefined) return { code: 'access_token_incomplete', message: `${lacking} is empty.`, hint };
  const isClean = [access.clientId, access.clientSecret].every((value) => /^[\x21-\x7e]+$/.test(value));
  return isClean
    ? undefined
    : {
        code: 'access_token_invalid',
        message: 'The Cloudflare Access service token has characters that no header can carry.',
        hint,
      };
}
