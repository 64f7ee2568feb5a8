import { isJsonObject, type JsonObject } from '../../../contract/encoding/json.js';
import type { Closure } from './closed-parts.js';
import { keepRequired } from './keep-required.js';

/**
 * Reads compositions as their authors mean them. `oneOf` lists shapes to choose from, and they mostly overlap: a value that
 * fits two of them is not wrong. An object that is closed and made of parts means to let in what its parts list, which is
 * `unevaluatedProperties` in 2020-12 ("Core", section 11.3); so does one with closed parts, and a part leaves closing to it.
 */
export function loosenComposition(schema: JsonObject, role: Closure | 'part' | 'output'): void {
  const { oneOf, anyOf, allOf } = schema;
  if (oneOf !== undefined) {
    delete schema['oneOf'];
    if (anyOf === undefined) schema['anyOf'] = oneOf;
    else schema['allOf'] = [...(Array.isArray(allOf) ? allOf : []), { anyOf: oneOf }];
  }
  // What comes back is never refused.
  if (role === 'output') return;
  const others = schema['additionalProperties'] ?? (role === 'closed' ? false : undefined);
  const isComposed = ['allOf', 'anyOf', '$ref'].some((keyword) => schema[keyword] !== undefined);
  const isOpen = others === undefined || others === true;
  if (role !== 'part' && (isOpen || !isComposed)) return;
  delete schema['additionalProperties'];
  if (role === 'part') delete schema['unevaluatedProperties'];
  else schema['unevaluatedProperties'] ??= others as JsonObject | false;
}

/** A closed object cannot hold a name that it does not list, so it does not mean to require one. */
export function dropImpossible(schema: JsonObject): void {
  const { properties = {}, patternProperties } = schema;
  if (schema['additionalProperties'] !== false || patternProperties !== undefined) return;
  keepRequired(schema, (name) => isJsonObject(properties) && Object.hasOwn(properties, name));
}
