import type { JsonObject } from '../../../contract/encoding/json.js';

/**
 * Reads compositions as their authors mean them. `oneOf` lists shapes to choose from, and they mostly overlap: a value that
 * fits two of them is not wrong. An object that is closed and made of parts means to let in what its parts list, which is
 * `unevaluatedProperties` in 2020-12 ("Core", section 11.3).
 */
export function loosenComposition(schema: JsonObject): void {
  const { oneOf, anyOf, allOf } = schema;
  if (oneOf !== undefined) {
    delete schema['oneOf'];
    if (anyOf === undefined) schema['anyOf'] = oneOf;
    else schema['allOf'] = [...(Array.isArray(allOf) ? allOf : []), { anyOf: oneOf }];
  }
  const isComposed = ['allOf', 'anyOf', '$ref'].some((keyword) => schema[keyword] !== undefined);
  if (schema['additionalProperties'] !== false || !isComposed) return;
  delete schema['additionalProperties'];
  schema['unevaluatedProperties'] ??= false;
}
