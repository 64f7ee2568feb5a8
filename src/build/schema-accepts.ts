import { isJsonObject, type JsonObject, type JsonValue } from '../contract/encoding/json.js';
import { findProblems } from '../contract/schema/find-problems.js';
import type { Schema } from '../contract/schema/schema-types.js';

/** Absolute, with an authority: what `new URL` and a fetch make of it, not only what RFC 3986 calls a URI. */
export const URI_PATTERN = '^[A-Za-z][A-Za-z0-9+.-]*://\\S+$';

const prepared = new WeakMap<object, Schema>();

/**
 * Whether a value is valid by one of schemas/, without generated code: nearly every value is, and compiling a schema of
 * that size costs more than the rest of a build. What is not valid needs a validator that says why.
 */
export function schemaAccepts(schema: object, value: unknown): boolean {
  let known = prepared.get(schema);
  if (!known) prepared.set(schema, (known = withAuthorities(schema as JsonObject) as Schema));
  return findProblems(known, value as JsonValue).length === 0;
}

/** `format: uri` with what this project asks of it. */
function withAuthorities(node: JsonValue): JsonValue {
  if (Array.isArray(node)) return node.map(withAuthorities);
  if (!isJsonObject(node)) return node;
  const copy: JsonObject = Object.fromEntries(
    Object.entries(node).map(([key, member]) => [key, withAuthorities(member)]),
  );
  return node['format'] === 'uri' ? { ...copy, anyOf: [{ pattern: URI_PATTERN }] } : copy;
}
