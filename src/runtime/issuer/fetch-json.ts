import { fromUtf8 } from '../../contract/encoding/bytes.js';
import { isJsonObject, parseJson, type JsonObject } from '../../contract/encoding/json.js';
import { abandon, readBody } from '../read-body.js';

/** How long an issuer or token endpoint may take for the whole answer, in milliseconds. */
const TIMEOUT_MS = 5_000;
/** The largest answer that is read, in bytes. */
const MAX_ANSWER_BYTES = 1_048_576;
const MAX_JSON_DEPTH = 32;

/** The `fetch` that is used; called without a receiver, as workerd demands. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** What came back: a JSON object with its status, or the reason why there is none. */
export type JsonAnswer =
  | { ok: true; status: number; value: JsonObject }
  | { ok: false; status?: number; fault: 'unreachable' | 'timeout' | 'redirect' | 'too_large' | 'not_json' };

/**
 * Asks for a JSON object. Redirects are refused, the answer is capped in time and size, and neither
 * headers nor bodies reach the outcome of a failure. Never throws.
 */
export async function fetchJson(fetchImpl: Fetch, url: string, init: RequestInit = {}): Promise<JsonAnswer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    // workerd knows no redirect mode "error".
    const response = await fetchImpl(url, { ...init, redirect: 'manual', signal });
    const { status } = response;
    if (status >= 300 && status < 400) {
      abandon(response.body);
      return { ok: false, status, fault: 'redirect' };
    }
    const read = await readBody(response, MAX_ANSWER_BYTES);
    if (read.outcome !== 'whole') return { ok: false, status, fault: 'too_large' };
    const value = parseObject(read.bytes);
    return value === undefined ? { ok: false, status, fault: 'not_json' } : { ok: true, status, value };
  } catch {
    return { ok: false, fault: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

function parseObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const outcome = parseJson(fromUtf8(bytes), { maxDepth: MAX_JSON_DEPTH });
    return outcome.ok && isJsonObject(outcome.value) ? outcome.value : undefined;
  } catch {
    return undefined;
  }
}
