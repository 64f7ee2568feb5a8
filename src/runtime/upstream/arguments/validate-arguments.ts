import { Validator } from '@cfworker/json-schema';
import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import { copyArguments } from './copy-arguments.js';
import { prepareSchema } from './prepare-schema.js';
import type { ArgumentProblem } from './problem.js';
import { repairProblems } from './repair-problems.js';

/** Longest string on which patterns and formats are checked, in UTF-16 units: even a harmless one takes its time. */
const LONGEST_CHECKED_STRING = 4096;

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
