import { isJsonObject, type JsonObject, type JsonValue } from '../encoding/json.js';
import type { ParameterPlace, RequestTemplate } from './request-template.js';

/** A path parameter wins over a query parameter of the same name: templates fill the path first. */
const PLACES: readonly ParameterPlace[] = ['query', 'path'];

/** Reports why a value cannot be written, and stands for "no result". */
export type Fail = (message: string) => undefined;

/** An argument as the parameter styles see it (RFC 6570 section 2.3: string, list or associative array). */
export type StyleValue =
  | { kind: 'scalar'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'object'; entries: [string, string][] };

/** The value at a path of own properties, or `undefined`. */
export function valueAt(args: JsonObject, at: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = args;
  for (const key of at) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** The text of a string, finite number or boolean; fails for anything else. */
export function scalarText(value: JsonValue | undefined, fail: Fail): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? value : fail('is not valid Unicode text');
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : fail('is not a finite number');
  return fail('must be a string, a number or a boolean here');
}

/** Writes what stands inside a list or an object; `undefined` after a fault. */
type MemberText = (value: JsonValue, fail: Fail) => string | undefined;

/**
 * Sorts a value into what styles can write. Members that hold `null` are left out (RFC 6570: undefined). What the styles
 * leave undefined, a list or an object inside another, is refused unless `member` knows how to write it.
 */
export function styleValue(value: JsonValue, fail: Fail, member: MemberText = scalarText): StyleValue | undefined {
  if (Array.isArray(value)) return listValue(value, fail, member);
  if (isJsonObject(value)) return objectValue(value, fail, member);
  const text = scalarText(value, fail);
  return text === undefined ? undefined : { kind: 'scalar', text };
}

/** A nested list or object as JSON, as it travels in forms. */
export function jsonMember(value: JsonValue, fail: Fail): string | undefined {
  return typeof value === 'object' ? JSON.stringify(value) : scalarText(value, fail);
}

function listValue(value: JsonValue[], fail: Fail, member: MemberText): StyleValue | undefined {
  const items: string[] = [];
  for (const item of value) {
    if (item === null) continue;
    const text = member(item, nested(fail, 'every item'));
    if (text === undefined) return undefined;
    items.push(text);
  }
  return { kind: 'list', items };
}

function objectValue(value: JsonObject, fail: Fail, member: MemberText): StyleValue | undefined {
  const entries: [string, string][] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null || inner === undefined) continue;
    if (!key.isWellFormed()) return fail('has a property name that is not valid Unicode text');
    const text = member(inner, nested(fail, `the property ${JSON.stringify(key)}`));
    if (text === undefined) return undefined;
    entries.push([key, text]);
  }
  return { kind: 'object', entries };
}

function nested(fail: Fail, what: string): Fail {
  return (message) => fail(`${what} ${message}`);
}

/** The path and query arguments of a call by their names on the wire, for `renderUri`. */
export function wireValues(template: RequestTemplate, args: JsonObject): Map<string, JsonValue> {
  const values = new Map<string, JsonValue>();
  for (const place of PLACES) {
    for (const parameter of template.parameters) {
      const value = parameter.in === place ? valueAt(args, parameter.at) : undefined;
      if (value !== undefined) values.set(parameter.name, value);
    }
  }
  return values;
}
