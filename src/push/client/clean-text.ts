import { isJsonObject, type JsonValue } from '../../contract/encoding/json.js';

/** Longest text of a stranger in one of our sentences, in characters. */
const MAX_CHARACTERS = 500;
// Control characters can move a terminal's cursor, and line breaks can start a workflow command; the
// directional marks can reorder what a reader sees.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A text from outside as one printable line, cut to 500 characters. */
export function cleanText(text: string): string {
  const line = text.replaceAll(UNPRINTABLE, ' ').trim();
  return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS).toWellFormed()}…` : line;
}

/** The same JSON with every string, keys included, printable. Depth is bounded by whoever parsed it. */
export function cleanJson(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.replaceAll(UNPRINTABLE, ' ');
  if (Array.isArray(value)) return value.map(cleanJson);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.replaceAll(UNPRINTABLE, ' '), cleanJson(member)]),
  );
}

/** Makes a function that hides secrets in a text. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  // The longest first, so that a part never leaves the rest of a whole behind.
  const forms = [...new Set(secrets)].filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((current, secret) => current.replaceAll(secret, '***'), text);
}
