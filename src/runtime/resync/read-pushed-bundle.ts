import { MAX_PUSH_BODY_BYTES } from '../../contract/bundle/bundle-limits.js';
import { fromUtf8 } from '../../contract/encoding/bytes.js';
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import type { PushBody } from '../../contract/push/push-messages.js';
import { refuse, type Refusal } from '../../contract/push/refusals.js';
import { readBody } from '../read-body.js';
import { checkBundle, claimedSizeRefusal, type CheckedBundle } from './check-bundle.js';
import { refused, type AuthenticPush, type PushContext } from './push-context.js';
import { BODY_DEADLINE_SECONDS, MAX_BODY_DEPTH } from './push-limits.js';

const VERSION = 1;
const DIGEST = /^[0-9a-f]{64}$/;

/** A JSON string may spell each byte with six characters; the rest is for the members around it. */
const planLimit = (size: number): number => Math.min(MAX_PUSH_BODY_BYTES, size * 6 + 1024);

/** What a body carries once its index was checked. */
export type PushedOutcome =
  { ok: true; bundle: CheckedBundle; sent: Record<string, string> } | { ok: false; refusal: Refusal };

/** Reads the body of an apply or a plan, and checks its index. */
export async function readPushedBundle(
  request: Request,
  { statement }: AuthenticPush,
  { isolate }: PushContext,
): Promise<PushedOutcome> {
  const { claims } = statement;
  const withArtifacts = claims.op === 'apply';
  const oversize = claimedSizeRefusal(claims);
  if (oversize) return refused(oversize);
  const read = await readPushBody(request, withArtifacts ? MAX_PUSH_BODY_BYTES : planLimit(claims.size ?? 0));
  if (!read.ok) return read;
  const parsed = parseBody(read.text, withArtifacts);
  if (!parsed.ok) return parsed;
  const checked = await checkBundle(parsed.body.bundle, claims, isolate.compiled);
  return checked.ok ? { ok: true, bundle: checked.bundle, sent: parsed.body.artifacts } : checked;
}

/** A push body that was read whole. */
type PushBodyRead = { ok: true; text: string } | { ok: false; refusal: Refusal };

/**
 * Reads the body of a push, plain or one gzip member, as UTF-8. Counts the bytes that come out while they stream, so
 * that a bomb is stopped at the limit; gzip that is cut short or followed by anything is refused by the platform's
 * decoder.
 * @param limit most bytes after decoding
 */
export async function readPushBody(request: Request, limit: number): Promise<PushBodyRead> {
  if (!request.body) return malformed('it is empty');
  const gzip = request.headers.get('Content-Encoding') === 'gzip';
  const declared = Number(request.headers.get('Content-Length') ?? 0);
  if (!gzip && declared > limit) return tooLarge(declared, limit);
  const body = gzip ? request.body.pipeThrough(new DecompressionStream('gzip')) : request.body;
  try {
    const read = await readBody({ body }, limit, BODY_DEADLINE_SECONDS * 1000);
    switch (read.outcome) {
      case 'whole':
        return { ok: true, text: fromUtf8(read.bytes) };
      case 'too_large':
        return tooLarge(null, limit);
      case 'timeout':
        return refused(refuse('timeout', { seconds: BODY_DEADLINE_SECONDS }));
    }
  } catch (error) {
    return malformed(
      gzip ? 'it is not one whole gzip member of UTF-8 text' : `it could not be read (${String(error)})`,
    );
  }
}

function tooLarge(size: number | null, limit: number): { ok: false; refusal: Refusal } {
  return refused(refuse('too_large', { size, limit, what: 'The push body' }));
}

function malformed(reason: string): { ok: false; refusal: Refusal } {
  return refused(refuse('malformed_body', { reason }));
}

/** A body narrowed to the push format. */
type ParsedBody = { ok: true; body: Required<PushBody> } | { ok: false; refusal: Refusal };

/**
 * Narrows the text of a push body: exactly `v`, `bundle` and, where they may be sent, `artifacts` by digest.
 * @param withArtifacts whether the intent sends artifacts
 */
function parseBody(text: string, withArtifacts: boolean): ParsedBody {
  const parsed = parseJson(text, { maxDepth: MAX_BODY_DEPTH });
  if (!parsed.ok) return malformed(`it is not JSON that is accepted here (${parsed.fault})`);
  if (!isJsonObject(parsed.value)) return malformed('it is not an object');
  const { v, bundle, artifacts = {} } = parsed.value;
  if (v !== VERSION) return refused(refuse('unsupported_version', { version: v ?? null, supported: [VERSION] }));
  const unknown = Object.keys(parsed.value).find(
    (key) => !['v', 'bundle', ...(withArtifacts ? ['artifacts'] : [])].includes(key),
  );
  if (unknown !== undefined) return malformed(`it has the member "${unknown.slice(0, 64)}"`);
  if (typeof bundle !== 'string') return malformed('"bundle" must be the index as a string');
  if (!isArtifactMap(artifacts)) return malformed('"artifacts" must map digests to texts');
  return { ok: true, body: { v: VERSION, bundle, artifacts } };
}

function isArtifactMap(value: JsonValue): value is JsonObject & Record<string, string> {
  return (
    isJsonObject(value) &&
    Object.entries(value).every(([digest, text]) => DIGEST.test(digest) && typeof text === 'string')
  );
}
