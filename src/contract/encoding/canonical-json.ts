import canonicalizeLibrary from 'canonicalize';
import { utf8 } from './bytes.js';
import { parseJson, type JsonOutcome, type JsonValue } from './json.js';

// The package's types describe a CommonJS default; both engines load the ES module.
const serialize = canonicalizeLibrary as unknown as (value: unknown) => string | undefined;

/**
 * The canonical JSON text of a value (RFC 8785, JCS).
 * Throws on what JSON cannot hold: NaN, infinities, lone surrogates, cycles, `undefined` at the root.
 */
export function canonicalJson(value: JsonValue | object): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('canonicalJson: the value has no JSON form');
  return text;
}

/** The UTF-8 bytes of {@link canonicalJson}. */
export function canonicalBytes(value: JsonValue | object): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson(value));
}

/** As {@link parseJson}, and the text must be its own canonical form (RFC 8785). */
export function parseCanonicalJson(text: string, limits: { maxDepth: number }): JsonOutcome {
  const outcome = parseJson(text, limits);
  if (!outcome.ok) return outcome;
  try {
    return canonicalJson(outcome.value) === text ? outcome : { ok: false, fault: 'not_canonical' };
  } catch {
    // Lone surrogates parse but have no canonical form.
    return { ok: false, fault: 'not_canonical' };
  }
}
