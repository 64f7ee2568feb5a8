import { FORBIDDEN_KEYS, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';

/** Deepest data that is kept. */
const MAX_DEPTH = 12;
/** Most values of one piece of data that are kept. */
const MAX_VALUES = 2000;

/**
 * Copies data of a document so that it has a canonical form: texts well-formed, numbers finite, no key that could reach a
 * prototype. Returns `undefined` for what has none, or is too large to be worth it.
 */
export function copyJson(value: unknown, budget = { values: MAX_VALUES }, depth = 0): JsonValue | undefined {
  budget.values -= 1;
  if (budget.values < 0 || depth > MAX_DEPTH) return undefined;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return copyArray(value, budget, depth);
  return typeof value === 'object' ? copyObject(value, budget, depth) : undefined;
}

function copyArray(value: unknown[], budget: { values: number }, depth: number): JsonValue[] | undefined {
  const copied: JsonValue[] = [];
  for (const item of value) {
    const copy = copyJson(item, budget, depth + 1);
    if (copy === undefined) return undefined;
    copied.push(copy);
  }
  return copied;
}

function copyObject(value: object, budget: { values: number }, depth: number): JsonObject | undefined {
  const copied: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const copy = copyJson(member, budget, depth + 1);
    if (copy === undefined || FORBIDDEN_KEYS.has(key)) return undefined;
    copied[key.toWellFormed()] = copy;
  }
  return copied;
}
