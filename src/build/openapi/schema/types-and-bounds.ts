import type { JsonObject } from '../../../contract/encoding/json.js';
import { isTrue, memberValue, type SpecNode } from '../document/node.js';
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
