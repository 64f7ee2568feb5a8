import { definitionName } from '../../../contract/encoding/definition-reference.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import type { LoadedOperation } from '../../catalog/open-catalog.js';

/** Most references that are followed from one schema: they may go in circles. */
const MAX_REFERENCES = 8;

/**
 * The arguments of an operation that the variables of a URI give: each at its parameter's place, as a number or boolean
 * when its schema wants one. Whether they fit is checked when the operation is called.
 * @param values text by name on the wire
 */
export function argumentsOf({ document, defs }: LoadedOperation, values: ReadonlyMap<string, string>): JsonObject {
  const args = Object.create(null) as JsonObject;
  for (const { in: place, name, at } of document.request.parameters) {
    const text = values.get(name);
    if (text === undefined || (place !== 'path' && place !== 'query')) continue;
    setAt(args, at, typed(text, schemaAt(document.input, at, defs)));
  }
  return args;
}

/** The schema of an argument, references resolved; empty when there is none. */
export function schemaAt(input: JsonObject, at: readonly string[], defs: JsonObject): JsonObject {
  return at.reduce((schema, key) => resolve(member(resolve(schema, defs).properties, key), defs), input);
}

function resolve(schema: JsonObject, defs: JsonObject): JsonObject {
  let resolved = schema;
  for (let count = 0; count < MAX_REFERENCES; count += 1) {
    const name = definitionName(resolved.$ref);
    if (name === undefined) return resolved;
    resolved = member(defs, name);
  }
  return resolved;
}

function member(holder: JsonValue | undefined, key: string): JsonObject {
  const value = isJsonObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
  return isJsonObject(value) ? value : {};
}

function typed(text: string, { type }: JsonObject): JsonValue {
  const wants = (name: string): boolean => type === name || (Array.isArray(type) && type.includes(name));
  if (wants('string')) return text;
  if ((wants('integer') || wants('number')) && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return wants('boolean') && (text === 'true' || text === 'false') ? text === 'true' : text;
}

function setAt(target: JsonObject, at: readonly string[], value: JsonValue): void {
  const [key = '', ...rest] = at;
  if (rest.length === 0) target[key] = value;
  else setAt((target[key] ??= Object.create(null) as JsonObject) as JsonObject, rest, value);
}
