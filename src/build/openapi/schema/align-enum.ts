import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';

/**
 * Brings the values of an `enum` to the type beside it: descriptions list `1` for a string and `"1"` for a number, which no
 * value would satisfy. Where no value can be brought to the type, the list says more than the type, which is left out.
 */
export function alignEnum(schema: JsonObject): void {
  const { type, enum: values } = schema;
  if (type === undefined || !Array.isArray(values)) return;
  const types = [type].flat();
  if (values.every((value) => types.some((name) => isOf(name, value)))) return;
  const aligned = values.flatMap((value) => toType(types, value));
  if (aligned.length === 0) delete schema['type'];
  else schema['enum'] = [...new Set(aligned)];
}

function isOf(type: JsonValue, value: JsonValue): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

/** The value as one of the types, or nothing. */
function toType(types: readonly JsonValue[], value: JsonValue): JsonValue[] {
  if (types.some((type) => isOf(type, value))) return [value];
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) return [String(value)];
  if (typeof value !== 'string') return [];
  if (types.includes('boolean') && (value === 'true' || value === 'false')) return [value === 'true'];
  const number = Number(value);
  const isNumber = value === String(number) && types.some((type) => type === 'number' || type === 'integer');
  return isNumber && types.some((type) => isOf(type, number)) ? [number] : [];
}
