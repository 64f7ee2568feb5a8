import { escapePointer, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import type { ArgumentProblem } from './problem.js';

/** Deepest nesting of arguments. Bounds the validator, which recurses with them. */
export const MAX_ARGUMENT_DEPTH = 32;
/** Most values in one set of arguments. Bounds checks that compare every pair, such as `uniqueItems`. */
export const MAX_ARGUMENT_VALUES = 10_000;

/** The outcome of {@link copyArguments}. */
export type CopiedArguments = { ok: true; args: JsonObject } | { ok: false; problem: ArgumentProblem };

/**
 * Copies arguments from outside into objects without a prototype, so that no key can reach one.
 * Refuses what is too deep, too large or no valid Unicode, numbers that JSON cannot write again (`1e999` is read as
 * Infinity), and the key `__proto__`.
 */
export function copyArguments(input: unknown): CopiedArguments {
  if (!isJsonObject(input)) return { ok: false, problem: { pointer: '', message: 'The arguments must be an object.' } };
  const budget = { left: MAX_ARGUMENT_VALUES };
  try {
    return { ok: true, args: copyObject(input, '', 1, budget) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Ends the copy from any depth. */
class Refused extends Error {
  constructor(readonly problem: ArgumentProblem) {
    super(problem.message);
  }
}

function refuse(pointer: string, message: string): never {
  throw new Refused({ pointer, message });
}

function copyObject(source: JsonObject, pointer: string, depth: number, budget: { left: number }): JsonObject {
  const target = Object.create(null) as JsonObject;
  for (const [key, value] of Object.entries(source)) {
    if (key === '__proto__')
      refuse(pointer, `The key "__proto__" is not accepted${pointer === '' ? '' : ` at ${pointer}`}.`);
    if (!key.isWellFormed()) refuse(pointer, 'A key is not valid Unicode text.');
    target[key] = copyValue(value, `${pointer}/${escapePointer(key)}`, depth + 1, budget);
  }
  return target;
}

function copyValue(value: JsonValue, pointer: string, depth: number, budget: { left: number }): JsonValue {
  budget.left -= 1;
  if (budget.left < 0) refuse('', `The arguments hold more than ${MAX_ARGUMENT_VALUES} values.`);
  if (typeof value === 'string' && !value.isWellFormed()) refuse(pointer, `${pointer} is not valid Unicode text.`);
  if (typeof value === 'number' && !Number.isFinite(value)) refuse(pointer, `${pointer} is too large for a number.`);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_ARGUMENT_DEPTH) refuse('', `The arguments are nested deeper than ${MAX_ARGUMENT_DEPTH} levels.`);
  if (!Array.isArray(value)) return copyObject(value, pointer, depth, budget);
  return value.map((item, index) => copyValue(item, `${pointer}/${index}`, depth + 1, budget));
}
