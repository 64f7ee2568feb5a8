import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { refuse, type Refusal } from '../../contract/push/refusals.js';
import type { PushBody } from '../../contract/push/push-messages.js';
import { MAX_BODY_DEPTH } from './limits.js';

const VERSION = 1;
const DIGEST = /^[0-9a-f]{64}$/;

/** A body narrowed to the push format. */
export type ParsedBody = { ok: true; body: Required<PushBody> } | { ok: false; refusal: Refusal };

/**
 * Narrows the text of a push body: exactly `v`, `bundle` and, where they may be sent, `artifacts` by digest.
 * @param withArtifacts whether the intent sends artifacts
 */
export function parseBody(text: string, withArtifacts: boolean): ParsedBody {
  const parsed = parseJson(text, { maxDepth: MAX_BODY_DEPTH });
  if (!parsed.ok) return malformed(`it is not JSON that is accepted here (${parsed.fault})`);
  if (!isJsonObject(parsed.value)) return malformed('it is not an object');
  const { v, bundle, artifacts = {} } = parsed.value;
  if (v !== VERSION)
    return { ok: false, refusal: refuse('unsupported_version', { version: v ?? null, supported: [VERSION] }) };
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

function malformed(reason: string): ParsedBody {
  return { ok: false, refusal: refuse('malformed_body', { reason }) };
}
