import type { Head, Receipt, Refused } from '../../contract/push/push-messages.js';
import { isJsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { cleanText } from './clean-text.js';

/** Why a push did not work; every text is safe to print. */
export interface PushError {
  /** A refusal code of the Worker, or one of this client's. */
  code: string;
  /** What happened, one sentence. */
  message: string;
  /** What to do next. */
  hint: string;
  /** The Worker's request id, when it answered. */
  requestId?: string;
  httpStatus?: number;
  /** The facts that the Worker gave with its refusal. */
  details?: Record<string, unknown>;
}

/** What the push has cost. */
export interface Sent {
  /** Requests, retries included. */
  attempts: number;
  /** Artifacts in the last push body. */
  artifacts: number;
  /** Bytes of all request bodies, as sent. */
  bytes: number;
}

/** What a push came to. */
export type PushOutcome = { sent: Sent } & (
  | {
      result: 'applied' | 'unchanged' | 'planned';
      receipt: Receipt;
      /** The statement that the Worker accepted. */
      statement: string;
    }
  | { result: 'redeploy_required'; pointers: string[]; error: PushError }
  | { result: 'conflict'; expected: Head | null; head: Head | null; error: PushError }
  | {
      result: 'failed';
      error: PushError;
      /** What is live, where it was asked for after a failure. */
      live?: Head | null;
    }
);

/** What is live according to a receipt or refusal; `null` before the first push. */
export function headOf(answer: Pick<Receipt | Refused, 'generation' | 'bundleSha256'>): Head | null {
  const { generation, bundleSha256 } = answer;
  // Generation 0 is the copy the Worker was deployed with: nothing has been pushed yet.
  return generation === null || generation < 1 || bundleSha256 === null ? null : { generation, sha256: bundleSha256 };
}

/** A failed outcome. */
export function failed(
  error: PushError,
  sent: Sent = { attempts: 0, artifacts: 0, bytes: 0 },
  live?: Head | null,
): PushOutcome {
  return { result: 'failed', error, sent, ...(live === undefined ? {} : { live }) };
}

/** The outcome of a reply that is no success; some refusals are results of their own, for the caller to decide on. */
export function failedReply({ error, refused }: { error: PushError; refused?: Refused }, sent: Sent): PushOutcome {
  if (refused?.error.code === 'redeploy_required')
    return { result: 'redeploy_required', pointers: pointersOf(refused), error, sent };
  if (refused?.error.code === 'conflict') {
    const expected = asHead(refused.error.details.expected as JsonValue | undefined);
    return { result: 'conflict', expected, head: headOf(refused), error, sent };
  }
  return failed(error, sent);
}

function pointersOf(refused: Refused): string[] {
  const { pointers } = refused.error.details;
  return Array.isArray(pointers) ? pointers.filter((pointer) => typeof pointer === 'string').map(cleanText) : [];
}

function asHead(value: JsonValue | undefined): Head | null {
  if (!isJsonObject(value) || typeof value.generation !== 'number' || typeof value.sha256 !== 'string') return null;
  return { generation: value.generation, sha256: cleanText(value.sha256) };
}
