import { canonicalJson } from './jcs.js';
import { parseJson, type JsonOutcome } from './json.js';

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
