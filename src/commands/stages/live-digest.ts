import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { RESYNC_PATH } from '../../contract/push/routes.js';
import { cleanText } from '../../push/client/clean-text.js';
import { networkError } from '../../push/client/client-errors.js';
import { readResponseText } from '../../push/client/read-response-text.js';
import { resyncEndpoint } from '../../push/client/resync-endpoint.js';
import type { Failure, Ports } from '../ports.js';

/** Largest answer of /readyz that is read, in bytes. */
const MAX_ANSWER_BYTES = 64 * 1024;
/** How long /readyz may take, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** What a Worker tells anybody: the digest and generation it serves. */
export type LiveDigest = { ok: true; head: { sha256?: string; generation?: number } } | { ok: false; failure: Failure };

/** Where to ask, with a Cloudflare Access service token where one is needed. */
export interface LiveTarget {
  url: string;
  access?: { clientId: string; clientSecret: string };
}

/** Reads `/readyz` of a Worker; needs no key. A Worker without a bundle answers with an empty head. */
export async function readLiveDigest(
  { url, access }: LiveTarget,
  ports: Pick<Ports, 'fetch' | 'signal'>,
): Promise<LiveDigest> {
  const endpoint = resyncEndpoint(url);
  if (!endpoint.ok) return { ok: false, failure: endpoint.error };
  const address = `${endpoint.url.slice(0, -RESYNC_PATH.length)}/readyz`;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await ports.fetch(address, {
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...(access ? { 'cf-access-client-id': access.clientId, 'cf-access-client-secret': access.clientSecret } : {}),
      },
      signal: ports.signal ? AbortSignal.any([ports.signal, timeout]) : timeout,
    });
    return interpret(response.status, parseObject(await readResponseText(response, MAX_ANSWER_BYTES)), address);
  } catch (error) {
    if (timeout.aborted)
      return unreachable(`${address} did not answer within ${TIMEOUT_MS / 1000} seconds.`, CHECK_ADDRESS);
    const { message, hint } = networkError(error, address);
    return unreachable(message, hint);
  }
}

const CHECK_ADDRESS =
  'Check the address. A sign-in page in front of the Worker needs a service token (access-client-id and its secret).';

function unreachable(message: string, hint = CHECK_ADDRESS): LiveDigest {
  return { ok: false, failure: { code: 'worker-unreachable', message, hint } };
}

function interpret(httpStatus: number, body: JsonObject | undefined, address: string): LiveDigest {
  const { bundleSha256: sha256, generation, error } = body ?? {};
  if (httpStatus === 200 && typeof sha256 === 'string' && typeof generation === 'number')
    return { ok: true, head: { sha256, generation } };
  const { code, message } = isJsonObject(error) ? error : {};
  if (httpStatus === 503 && code === 'not_ready') return { ok: true, head: {} };
  if (typeof code === 'string' && typeof message === 'string')
    return unreachable(`${address} answered HTTP ${httpStatus}: ${cleanText(message)}`);
  return unreachable(`${address} answered HTTP ${httpStatus}, and not as a FrontMCP Worker does.`);
}

/** The body, when it is a JSON object of a size that a Worker answers with. */
function parseObject(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
