import type { JsonValue } from '../../contract/encoding/json.js';
import type { BuiltRequest } from '../../contract/request/request-template.js';

/** The `fetch` that reaches the API; called without a receiver, as workerd demands. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** What a request carries so that the API knows who asks. Query values are not encoded. */
export interface CallCredentials {
  headers: readonly [string, string][];
  query: readonly [string, string][];
  cookies: readonly [string, string][];
}

/** Bounds of one call. */
export interface CallLimits {
  /** Wall time of the whole call, retries and the answer's body included, in milliseconds. */
  timeoutMs: number;
  /** Most bytes of the answer's body that are passed on. */
  responseBytes: number;
}

/** One call of an API. */
export interface ApiCall {
  request: BuiltRequest;
  credentials: CallCredentials;
  /** The origins that the signed bundle lets this service call. */
  origins: readonly string[];
  limits: CallLimits;
}

/** Why there is no answer of the API. */
export type FailureCode = 'origin_refused' | 'redirect_refused' | 'timeout' | 'unreachable' | 'busy' | 'cancelled';

/** A call that ended without an answer. The message holds nothing that the API or the network said. */
export interface CallFailure {
  kind: 'failure';
  code: FailureCode;
  message: string;
  /** Whether the same call may be tried again without harm. */
  retryable: boolean;
}

/** What was left out of an answer. */
export interface Truncation {
  /** Bytes that were passed on. */
  keptBytes: number;
  /** Bytes of the whole, when the API said. */
  totalBytes?: number;
  note: string;
}

/** An API's answer, decoded by its media type. */
export interface ApiAnswer {
  kind: 'answer';
  status: number;
  /** Without parameters, in lower case; absent for an empty body. */
  mediaType?: string;
  /** JSON as it is, text as a string, anything else as base64; `null` for an empty body. */
  data: JsonValue;
  /** How `data` is to be read: `json`, `text`, `base64`, or `empty`. */
  form: 'json' | 'text' | 'base64' | 'empty';
  truncated?: Truncation;
  /** `Retry-After`, in seconds. */
  retryAfterSeconds?: number;
}
