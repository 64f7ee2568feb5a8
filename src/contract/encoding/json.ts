/** What JSON can hold. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  [key: string]: JsonValue;
}

/** Keys that could reach a prototype; refused wherever a key comes from outside. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value is a plain JSON object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Why a text is not acceptable JSON from outside. */
export type JsonFault =
  | { fault: 'syntax'; detail: string }
  | { fault: 'depth'; limit: number }
  | { fault: 'forbidden_key'; pointer: string }
  | { fault: 'not_canonical' };

/** The outcome of {@link parseJson} and `parseCanonicalJson`. */
export type JsonOutcome = { ok: true; value: JsonValue } | ({ ok: false } & JsonFault);

/**
 * Parses JSON from outside: depth is bounded before the parser recurses, and keys that could
 * reach a prototype are refused.
 */
export function parseJson(text: string, limits: { maxDepth: number }): JsonOutcome {
  if (nestingDepth(text) > limits.maxDepth) return { ok: false, fault: 'depth', limit: limits.maxDepth };
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return { ok: false, fault: 'syntax', detail: error instanceof Error ? error.message : 'not JSON' };
  }
  const pointer = findForbiddenKey(value, '');
  return pointer === undefined ? { ok: true, value } : { ok: false, fault: 'forbidden_key', pointer };
}

/** Deepest nesting of brackets outside strings; an upper bound of what the parser will build. */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return deepest;
}

function findForbiddenKey(value: JsonValue, pointer: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (!Array.isArray(value) && FORBIDDEN_KEYS.has(key)) return at;
    const found = findForbiddenKey(member, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Escapes one segment of a JSON pointer (RFC 6901). */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
