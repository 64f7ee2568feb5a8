import { escapePointer, isJsonObject, type JsonObject, type JsonValue } from '../encoding/json.js';
import type { Schema, SchemaProblem } from './schema-types.js';

/**
 * Every way in which a value breaks a schema; empty when it is valid (JSON Schema draft 7, the subset of
 * {@link Schema}). A library would be larger than the rest of the push channel in the Worker (12 KB gzip as
 * generated code) or fifty times slower (as an interpreter of all of JSON Schema); the tests hold this one
 * against ajv. Recursion is bounded by the depth of the value, which its parser bounds.
 */
export function findProblems(root: Schema, value: JsonValue): SchemaProblem[] {
  return check({ root, patterns: new Map() }, root, value, '');
}

interface Context {
  root: Schema;
  patterns: Map<string, RegExp>;
}

function check(context: Context, schema: Schema | boolean, value: JsonValue, pointer: string): SchemaProblem[] {
  if (schema === true) return [];
  if (schema === false) return [{ pointer, keyword: 'false', message: 'is not allowed' }];
  if (schema.$ref !== undefined) return check(context, resolve(context.root, schema.$ref), value, pointer);
  const found = typeProblem(schema, value);
  if (found) return [{ pointer, ...found }];
  const problems: SchemaProblem[] = [];
  const report = (keyword: string, message: string) => problems.push({ pointer, keyword, message });
  checkValue(schema, value, report);
  if (typeof value === 'string') checkText(context, schema, value, report);
  else if (typeof value === 'number') checkNumber(schema, value, report);
  else if (Array.isArray(value)) problems.push(...checkArray(context, schema, value, pointer, report));
  else if (isJsonObject(value)) problems.push(...checkObject(context, schema, value, pointer, report));
  return [...problems, ...checkAlternatives(context, schema, value, pointer)];
}

type Report = (keyword: string, message: string) => void;

function resolve(root: Schema, reference: string): Schema {
  const target = root.$defs?.[reference.slice('#/$defs/'.length)];
  if (!target) throw new Error(`The schema refers to ${reference}, which it does not define.`);
  return target;
}

function typeProblem({ type }: Schema, value: JsonValue): { keyword: string; message: string } | undefined {
  if (type === undefined || isType(type, value)) return undefined;
  return { keyword: 'type', message: `must be of type ${type}` };
}

function isType(type: NonNullable<Schema['type']>, value: JsonValue): boolean {
  if (type === 'object') return isJsonObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}

function checkValue(schema: Schema, value: JsonValue, report: Report): void {
  if (schema.const !== undefined && value !== schema.const) report('const', `must be ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value as string)) report('enum', `must be one of ${schema.enum.join(', ')}`);
}

function checkText(context: Context, schema: Schema, value: string, report: Report): void {
  const { minLength = 0, maxLength = Infinity, pattern, format } = schema;
  // Lengths count code points (RFC 8259 leaves it open, JSON Schema does not); code units can only be more.
  const length = value.length > maxLength || value.length < minLength * 2 ? [...value].length : value.length;
  if (length < minLength) report('minLength', `must have at least ${minLength} characters`);
  if (length > maxLength) report('maxLength', `must have at most ${maxLength} characters`);
  if (pattern !== undefined && !compile(context, pattern).test(value)) report('pattern', `must match ${pattern}`);
  if (format === 'uri' && !URL.canParse(value)) report('format', 'must be an absolute URL');
}

function compile({ patterns }: Context, pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known) return known;
  const compiled = new RegExp(pattern, 'u');
  patterns.set(pattern, compiled);
  return compiled;
}

function checkNumber({ minimum, maximum }: Schema, value: number, report: Report): void {
  if (minimum !== undefined && value < minimum) report('minimum', `must be at least ${minimum}`);
  if (maximum !== undefined && value > maximum) report('maximum', `must be at most ${maximum}`);
}

function checkArray(
  context: Context,
  schema: Schema,
  value: JsonValue[],
  pointer: string,
  report: Report,
): SchemaProblem[] {
  const { minItems = 0, maxItems = Infinity, items = true } = schema;
  if (value.length < minItems) report('minItems', `must have at least ${minItems} items`);
  if (value.length > maxItems) report('maxItems', `must have at most ${maxItems} items`);
  return value.flatMap((item, index) => check(context, items, item, `${pointer}/${index}`));
}

function checkObject(
  context: Context,
  schema: Schema,
  value: JsonObject,
  pointer: string,
  report: Report,
): SchemaProblem[] {
  const { required = [], minProperties = 0, maxProperties = Infinity } = schema;
  const keys = Object.keys(value);
  for (const name of required) if (!Object.hasOwn(value, name)) report('required', `lacks "${name}"`);
  if (keys.length < minProperties) report('minProperties', `must have at least ${minProperties} members`);
  if (keys.length > maxProperties) report('maxProperties', `must have at most ${maxProperties} members`);
  return keys.flatMap((key) =>
    checkMember(context, schema, key, value[key] as JsonValue, `${pointer}/${escapePointer(key)}`),
  );
}

function checkMember(
  context: Context,
  schema: Schema,
  key: string,
  member: JsonValue,
  pointer: string,
): SchemaProblem[] {
  const { properties = {}, additionalProperties = true, propertyNames = true } = schema;
  const named = check(context, propertyNames, key, pointer).map((problem) => ({
    ...problem,
    message: `has a name that ${problem.message}`,
  }));
  if (Object.hasOwn(properties, key)) return [...named, ...check(context, properties[key] as Schema, member, pointer)];
  if (additionalProperties === false)
    return [...named, { pointer, keyword: 'additionalProperties', message: 'is unknown' }];
  return [...named, ...check(context, additionalProperties, member, pointer)];
}

function checkAlternatives(context: Context, schema: Schema, value: JsonValue, pointer: string): SchemaProblem[] {
  const matches = (alternatives: readonly (Schema | boolean)[]) =>
    alternatives.filter((each) => check(context, each, value, pointer).length === 0).length;
  const none = (keyword: string) => ({ pointer, keyword, message: 'has none of the allowed forms' });
  return [
    ...(schema.oneOf && matches(schema.oneOf) !== 1 ? [none('oneOf')] : []),
    ...(schema.anyOf && matches(schema.anyOf) === 0 ? [none('anyOf')] : []),
  ];
}
