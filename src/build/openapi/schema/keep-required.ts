import type { JsonObject } from '../../../contract/encoding/json.js';

/** Leaves those names in `required` that are to be kept; none leave no list. */
export function keepRequired(schema: JsonObject, isKept: (name: string) => boolean): void {
  const { required } = schema;
  if (!Array.isArray(required)) return;
  const left = required.filter((name) => isKept(name as string));
  if (left.length > 0) schema['required'] = left;
  else delete schema['required'];
}
