import type { JsonValue } from '../encoding/json.js';
import { scalarText } from './values.js';
import type { Fail } from './values.js';

/** Deeper nesting than any API documents; bounds the recursion on arguments from outside. */
const MAX_DEPTH = 32;

/**
 * Writes an object as `name[key]=value` pairs, not encoded. The specification defines one level of an object; deeper ones
 * get one bracket per level, lists their index, and a plain value no bracket, as the APIs that use this style read them.
 */
export function deepObjectPairs(name: string, value: JsonValue, fail: Fail): [string, string][] | undefined {
  const pairs: [string, string][] = [];
  return collect(name, value, { pairs, fail }, 0) ? pairs : undefined;
}

function collect(
  name: string,
  value: JsonValue,
  to: { pairs: [string, string][]; fail: Fail },
  depth: number,
): boolean {
  if (value === null || value === undefined) return true;
  if (depth > MAX_DEPTH) return to.fail(`is nested deeper than ${MAX_DEPTH} levels`) ?? false;
  if (typeof value === 'object') {
    return Object.entries(value).every(([key, member]) => collect(`${name}[${key}]`, member, to, depth + 1));
  }
  if (!name.isWellFormed()) return to.fail('has a property name that is not valid Unicode text') ?? false;
  const text = scalarText(value, to.fail);
  if (text !== undefined) to.pairs.push([name, text]);
  return text !== undefined;
}
