import { Validator } from '@cfworker/json-schema';
import { escapePointer, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { prepareSchema } from './prepare-schema.js';
import type { ArgumentProblem } from './explain-error.js';
import { repairProblems } from './repair-problems.js';

/** Longest string on which patterns and formats are checked, in UTF-16 units: even a harmless one takes its time. */
const LONGEST_CHECKED_STRING = 4096;
/** Deepest nesting of arguments. Bounds the validator, which recurses with them. */
const MAX_ARGUMENT_DEPTH = 32;
/** Most values in one set of arguments. Bounds checks that compare every pair, such as `uniqueItems`. */
const MAX_ARGUMENT_VALUES = 10_000;

/** Validated arguments: objects without a prototype. */
export type ValidatedArguments = { ok: true; args: JsonObject } | { ok: false; problems: ArgumentProblem[] };

/** Checks arguments against one schema. */
export type ArgumentValidator = (input: unknown) => ValidatedArguments;

/**
 * Compiles a schema (JSON Schema 2020-12) into a validator. Every problem is reported, at most ten, in words
 * that let an agent repair its call. Nothing is compiled to code: workerd forbids it.
 * @param defs where `#/$defs/<name>` of the schema points
 */
export function argumentValidator(schema: JsonObject, defs: JsonObject = {}): ArgumentValidator {
  const full = lazy(() => compile(schema, defs, false));
  const withoutPatterns = lazy(() => compile(schema, defs, true));
  return (input) => {
    const copied = copyArguments(input);
    if (!copied.ok) return { ok: false, problems: [copied.problem] };
    const { args } = copied;
    const { prepared, validator } = hasLongString(args) ? withoutPatterns() : full();
    const { valid, errors } = validator.validate(args);
    return valid ? { ok: true, args } : { ok: false, problems: repairProblems(errors, { schema: prepared, args }) };
  };
}

function compile(
  schema: JsonObject,
  defs: JsonObject,
  withoutPatterns: boolean,
): { prepared: JsonObject; validator: Validator } {
  const prepared = prepareSchema(schema, defs, { withoutPatterns });
  return { prepared, validator: new Validator(prepared, '2020-12', false) };
}

function hasLongString(value: JsonValue): boolean {
  if (typeof value === 'string') return value.length > LONGEST_CHECKED_STRING;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLongString);
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The outcome of {@link copyArguments}. */
type CopiedArguments = { ok: true; args: JsonObject } | { ok: false; problem: ArgumentProblem };

/**
 * Copies arguments from outside into objects without a prototype, so that no key can reach one.
 * Refuses what is too deep, too large or no valid Unicode, numbers that JSON cannot write again (`1e999` is read as
 * Infinity), and the key `__proto__`.
 */
function copyArguments(input: unknown): CopiedArguments {
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
