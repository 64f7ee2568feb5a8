import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';

const LONGEST_SHOWN = 40;
const MOST_SHOWN = 12;

/** A value in a few words, for a message: `the string "12"`, `an array of 3`, `null`. */
export function describeValue(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return `the ${typeof value} ${shorten(JSON.stringify(value))}`;
}

/** What a schema asks for, in a few words: `an integer`, `one of "a", "b"`. */
export function describeExpected(schema: JsonObject): string {
  if ('const' in schema) return shorten(JSON.stringify(schema.const));
  if (Array.isArray(schema.enum)) return `one of ${listValues(schema.enum)}`;
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
  if (types.length === 0) return 'a value that fits the schema';
  const format = typeof schema.format === 'string' ? ` (${schema.format})` : '';
  return types.map((type) => withArticle(String(type))).join(' or ') + format;
}

/** Values as JSON, separated by commas; long lists are cut. */
export function listValues(values: readonly JsonValue[]): string {
  const shown = values.slice(0, MOST_SHOWN).map((value) => shorten(JSON.stringify(value)));
  return values.length > MOST_SHOWN ? `${shown.join(', ')}, … (${values.length} in all)` : shown.join(', ');
}

function withArticle(type: string): string {
  if (type === 'null') return 'null';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
