import { FORBIDDEN_KEYS, type JsonValue } from '../../../contract/encoding/json.js';
import { plainText } from '../operation/texts.js';
import { copyJson } from './copy-json.js';
import type { KeywordKind } from './keywords.js';
import { isSafePattern } from './safe-pattern.js';

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
