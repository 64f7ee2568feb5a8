import type { JsonObject } from '../../../contract/encoding/json.js';
import { isTrue, type SpecNode } from '../document/node.js';

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
