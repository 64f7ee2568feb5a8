import { FORBIDDEN_KEYS, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { plainText } from '../document/spec-node.js';
import type { KeywordKind } from './keywords.js';

/** Longest title, format and the like. */
const MAX_TEXT = 200;

/** The value of a keyword that holds no schema; `undefined` when no validator would take it. */
export function plainKeyword(key: string, kind: KeywordKind, value: JsonValue | undefined): JsonValue | undefined {
  switch (kind) {
    case 'number':
      return typeof value === 'number' && isBound(key, value) ? value : undefined;
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
    case 'text':
      return typeof value === 'string' && value !== '' ? plainText(value, MAX_TEXT) : undefined;
    case 'flag':
      return value === true ? true : undefined;
    case 'strings':
      return names(value);
    case 'pattern':
      return typeof value === 'string' && value.isWellFormed() ? pattern(value) : undefined;
    case 'values':
      return values(value);
    case 'data':
      return copyJson(value);
    default:
      return undefined;
  }
}

function isBound(key: string, value: number): boolean {
  return Number.isFinite(value) && (key !== 'multipleOf' || value > 0);
}

/** Between slashes it is written as in a program: `^` behind a slash would match nothing. */
function pattern(text: string): string | undefined {
  const [, source = text] = /^\/(\^.*\$)\/$/s.exec(text) ?? [];
  return isSafePattern(source) ? source : undefined;
}

function names(list: JsonValue | undefined): JsonValue[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const found = list.filter((value) => typeof value === 'string' && value.isWellFormed() && !FORBIDDEN_KEYS.has(value));
  return found.length > 0 ? [...new Set(found)].sort() : undefined;
}

function values(list: JsonValue | undefined): JsonValue[] | undefined {
  if (!Array.isArray(list)) return undefined;
  // Lists of texts are taken as they are: large descriptions repeat them, and nobody changes one.
  if (list.length > 0 && list.every((value) => typeof value === 'string' && value.isWellFormed())) return list;
  const found = list.map((value) => copyJson(value));
  // An empty list would accept nothing, and a value without a JSON form cannot be sent.
  return found.length > 0 && !found.includes(undefined) ? (found as JsonValue[]) : undefined;
}

/** Deepest data that is kept. */
const MAX_DEPTH = 12;
/** Most values of one piece of data that are kept. */
const MAX_VALUES = 2000;

/**
 * Copies data of a document so that it has a canonical form: texts well-formed, numbers finite, no key that could reach a
 * prototype. Returns `undefined` for what has none, or is too large to be worth it.
 */
function copyJson(value: unknown, budget = { values: MAX_VALUES }, depth = 0): JsonValue | undefined {
  budget.values -= 1;
  if (budget.values < 0 || depth > MAX_DEPTH) return undefined;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return copyArray(value, budget, depth);
  return typeof value === 'object' ? copyObject(value, budget, depth) : undefined;
}

function copyArray(value: unknown[], budget: { values: number }, depth: number): JsonValue[] | undefined {
  const copied: JsonValue[] = [];
  for (const item of value) {
    const copy = copyJson(item, budget, depth + 1);
    if (copy === undefined) return undefined;
    copied.push(copy);
  }
  return copied;
}

function copyObject(value: object, budget: { values: number }, depth: number): JsonObject | undefined {
  const copied: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const copy = copyJson(member, budget, depth + 1);
    if (copy === undefined || FORBIDDEN_KEYS.has(key)) return undefined;
    copied[key.toWellFormed()] = copy;
  }
  return copied;
}

/** Longer patterns are lists of alternatives that nobody reads and validators choke on. */
const MAX_PATTERN_LENGTH = 512;
/** What remains of an inline flag such as `(?s)` after a converter has escaped it: nobody means these characters. */
const ESCAPED_FLAG = /\\\(\\\?/;
/** A group that repeats and is repeated: the usual cause of exponential matching. */
const NESTED_QUANTIFIER = /\)(?:[*+]|\{\d+,\d*\})/;
const QUANTIFIER = /[*+]|\{\d+,\d*\}/;

/**
 * Whether a pattern can be given to a validator: JavaScript must know it (ECMA-262 with the `u` flag), and it must not
 * repeat a repetition, as arguments are matched against it inside the Worker.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN_LENGTH || ESCAPED_FLAG.test(pattern) || repeatsRepetition(pattern)) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

function repeatsRepetition(pattern: string): boolean {
  // Escapes and classes hold no quantifier of their own.
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const open: number[] = [];
  for (let index = 0; index < bare.length; index += 1) {
    if (bare[index] === '(') open.push(index);
    if (bare[index] !== ')') continue;
    const start = open.pop() ?? 0;
    const isRepeated = NESTED_QUANTIFIER.exec(bare.slice(index, index + 12))?.index === 0;
    if (isRepeated && (QUANTIFIER.test(bare.slice(start, index)) || bare.slice(start, index).includes('|')))
      return true;
  }
  return false;
}
