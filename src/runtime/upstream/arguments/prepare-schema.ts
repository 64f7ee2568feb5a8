import { definitionName } from '../../../contract/encoding/definition-reference.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { isSafePattern } from './safe-pattern.js';

/** Deepest schema that is followed; below it everything is accepted. */
const MAX_SCHEMA_DEPTH = 100;

/** What is done with a keyword: its value is kept, is a schema, a list of schemas, or a map of schemas. */
const KEYWORDS: ReadonlyMap<string, 'value' | 'schema' | 'list' | 'map'> = new Map([
  ...(
    'type enum const required dependentRequired minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength ' +
    'minItems maxItems uniqueItems minContains maxContains minProperties maxProperties'
  )
    .split(' ')
    .map((keyword) => [keyword, 'value'] as const),
  ...'items additionalProperties unevaluatedProperties unevaluatedItems propertyNames contains not if then else'
    .split(' ')
    .map((keyword) => [keyword, 'schema'] as const),
  ...'allOf anyOf oneOf prefixItems'.split(' ').map((keyword) => [keyword, 'list'] as const),
  ...'properties dependentSchemas'.split(' ').map((keyword) => [keyword, 'map'] as const),
]);

/** What a schema is prepared for. */
export interface PrepareOptions {
  /** Leaves `pattern`, `patternProperties` and `format` out: for very long strings, on which they could run long. */
  withoutPatterns?: boolean;
}

/**
 * A copy of a schema (JSON Schema 2020-12) that the validator takes as it is: only keywords that
 * constrain, references to `$defs` under names that need no escaping, `false` written as `{"not": {}}` so that
 * every error has its true location. Patterns that could run long, or do not compile, are left out.
 * @param defs where `#/$defs/<name>` points
 */
export function prepareSchema(schema: JsonObject, defs: JsonObject, options: PrepareOptions = {}): JsonObject {
  const context: Context = { names: new Map(), withoutPatterns: options.withoutPatterns === true };
  const copy = copySchema(schema, 0, context);
  const prepared = emptyObject();
  // Copying one definition can name more; the map grows while it is read, and a Map allows that.
  for (const [name, safeName] of context.names) {
    const definition = Object.hasOwn(defs, name) ? defs[name] : undefined;
    prepared[safeName] = copySchema(definition ?? true, 0, context);
  }
  return { ...(isJsonObject(copy) ? copy : {}), $defs: prepared };
}

interface Context {
  /** Name of a definition → name in the copy. */
  names: Map<string, string>;
  withoutPatterns: boolean;
}

function emptyObject(): JsonObject {
  return Object.create(null) as JsonObject;
}

function copySchema(schema: JsonValue, depth: number, context: Context): JsonObject {
  const copy = emptyObject();
  if (schema === false) copy.not = emptyObject();
  if (!isJsonObject(schema) || depth > MAX_SCHEMA_DEPTH) return copy;
  for (const [keyword, value] of Object.entries(schema)) copyKeyword(keyword, value, copy, depth, context);
  if (isJsonObject(schema.patternProperties)) copyPatternProperties(schema.patternProperties, copy, depth, context);
  return copy;
}

function copyKeyword(keyword: string, value: JsonValue, copy: JsonObject, depth: number, context: Context): void {
  const kind = KEYWORDS.get(keyword);
  if (keyword === '$ref') copyReference(value, copy, context);
  else if (keyword === 'pattern' || keyword === 'format') copyTextRule(keyword, value, copy, context);
  else if (kind === 'value') copy[keyword] = value;
  else if (kind === 'schema') copy[keyword] = copySchema(value, depth + 1, context);
  else if (kind === 'list' && Array.isArray(value))
    copy[keyword] = value.map((item) => copySchema(item, depth + 1, context));
  else if (kind === 'map' && isJsonObject(value)) copy[keyword] = copyMap(value, depth, context);
}

function copyMap(map: JsonObject, depth: number, context: Context): JsonObject {
  const copy = emptyObject();
  for (const [key, schema] of Object.entries(map)) copy[key] = copySchema(schema, depth + 1, context);
  return copy;
}

function copyReference(value: JsonValue, copy: JsonObject, { names }: Context): void {
  const name = definitionName(value);
  if (name === undefined) return;
  const safeName = names.get(name) ?? `d${names.size}`;
  names.set(name, safeName);
  copy.$ref = `#/$defs/${safeName}`;
}

function copyTextRule(keyword: string, value: JsonValue, copy: JsonObject, { withoutPatterns }: Context): void {
  if (typeof value !== 'string' || withoutPatterns) return;
  if (keyword === 'format' || isSafePattern(value)) copy[keyword] = value;
}

/** When a pattern is left out, it is unknown which keys it would have let through: no key is refused then. */
function copyPatternProperties(map: JsonObject, copy: JsonObject, depth: number, context: Context): void {
  const patterns = Object.entries(map);
  const kept = patterns.filter(([pattern]) => !context.withoutPatterns && isSafePattern(pattern));
  copy.patternProperties = copyMap(Object.fromEntries(kept), depth, context);
  if (kept.length === patterns.length) return;
  delete copy.additionalProperties;
  delete copy.unevaluatedProperties;
}
