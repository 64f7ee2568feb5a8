import { isJsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { cutJson } from '../../upstream/answer/cut-json.js';
import { isIdempotent } from '../../upstream/send.js';
import type { ApiAnswer, CallFailure, Truncation } from '../../upstream/api-call.js';
import type { ToolFailure } from '../tool-failure.js';

/** A successful call. */
export interface OperationAnswer {
  ok: true;
  status: number;
  data: JsonValue;
  /** Set when `data` is text or base64. */
  mediaType?: string;
  /** Set when `data` is binary. */
  encoding?: 'base64';
  truncated?: Truncation;
}

/** Most of an API's error body that is passed on, in characters. */
const MAX_DETAILS = 16_384;
const MAX_MESSAGE = 300;
/** The request was not carried out: trying again does no harm whatever the method. */
const NOT_CARRIED_OUT = new Set([425, 429, 503]);
const PASSING = new Set([408, 500, 502, 504]);

/** What an agent gets of an API's answer. Of an error only its JSON body is passed on, never a page or a stack. */
export function operationAnswer(outcome: ApiAnswer | CallFailure, method: string): OperationAnswer | ToolFailure {
  if (outcome.kind === 'failure') {
    const { code, message, retryable } = outcome;
    return { ok: false, status: 0, code, message, retryable };
  }
  return outcome.status < 400 ? success(outcome) : upstreamError(outcome, method);
}

function success({ status, data, form, mediaType, truncated }: ApiAnswer): OperationAnswer {
  return {
    ok: true,
    status,
    data,
    ...(form !== 'json' && mediaType !== undefined && { mediaType }),
    ...(form === 'base64' && { encoding: 'base64' }),
    ...(truncated && { truncated }),
  };
}

function upstreamError({ status, data, form, retryAfterSeconds }: ApiAnswer, method: string): ToolFailure {
  const details = form === 'json' ? cutDetails(data) : undefined;
  const said = messageIn(details);
  return {
    ok: false,
    status,
    code: 'upstream_error',
    message: `The API answered with status ${status}${said === undefined ? '.' : `: ${said}`}`,
    retryable: NOT_CARRIED_OUT.has(status) || (PASSING.has(status) && isIdempotent(method)),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(details !== undefined && { details }),
  };
}

function cutDetails(data: JsonValue): JsonValue | undefined {
  const text = JSON.stringify(data);
  if (text.length <= MAX_DETAILS) return data;
  const cut = cutJson(text.slice(0, MAX_DETAILS));
  return cut === undefined ? undefined : (JSON.parse(cut) as JsonValue);
}

/** The sentence in an error body: RFC 9457 problem details, or one of the usual members. */
function messageIn(details: JsonValue | undefined): string | undefined {
  if (!isJsonObject(details)) return undefined;
  const { detail, message, error_description: description, error, title } = details;
  const inner = isJsonObject(error) ? error.message : error;
  const said = [detail, message, description, inner, title].find((value) => typeof value === 'string' && value !== '');
  return typeof said === 'string' ? said.slice(0, MAX_MESSAGE) : undefined;
}
