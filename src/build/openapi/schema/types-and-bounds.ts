import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import { isTrue, memberValue, type SpecNode } from '../document/spec-node.js';
import { TYPES } from './keywords.js';

/** Adds the types of a schema that JSON Schema knows; `file` of 2.0 is base64 text. */
export function addTypes(node: SpecNode, schema: JsonObject): void {
  const type = memberValue(node, 'type');
  if (type === 'file') Object.assign(schema, { type: 'string', contentEncoding: 'base64' });
  else if (TYPES.has(type)) schema['type'] = type as string;
  if (!Array.isArray(type)) return;
  const known = [...new Set(type.filter((name) => TYPES.has(name)))];
  if (known.length > 0) schema['type'] = known;
}

/** Adds exclusive bounds: 2.0 and 3.0 say that a bound is exclusive with a flag beside it. */
export function addBounds(node: SpecNode, schema: JsonObject): void {
  for (const [bound, flag] of [
    ['maximum', 'exclusiveMaximum'],
    ['minimum', 'exclusiveMinimum'],
  ] as const) {
    const value = memberValue(node, bound);
    if (isTrue(node, flag) && typeof value === 'number' && Number.isFinite(value)) schema[flag] = value;
  }
}

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

/** Whether a schema of 2.0 or 3.0 also accepts `null`. */
export function isNullable(node: SpecNode): boolean {
  return isTrue(node, 'nullable') || isTrue(node, 'x-nullable');
}

/**
 * Lets a schema accept `null` in the words of 2020-12. The specification gives `nullable` an effect only beside `type`;
 * authors mean it beside `allOf` and `$ref` too.
 */
export function applyNullable(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  if (typeof type === 'string' && type !== 'null') {
    const nullable: JsonObject = { ...schema, type: [type, 'null'] };
    if (Array.isArray(values) && !values.includes(null)) nullable['enum'] = [...values, null];
    return nullable;
  }
  const { description, ...rest } = schema;
  if (Object.keys(rest).length === 0) return schema;
  return { ...(description === undefined ? {} : { description }), anyOf: [rest, { type: 'null' }] };
}
