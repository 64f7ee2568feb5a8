import type { OutputUnit } from '@cfworker/json-schema';
import { escapePointer, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { didYouMean, suggest } from '../../../contract/search/suggest.js';
import { describeExpected, describeValue, listValues } from './describe-value.js';

/** What an error is about. */
export interface Validated {
  /** As `prepareSchema` made it. */
  schema: JsonObject;
  args: JsonObject;
}

/** One error with what it is about, looked up. */
interface Found {
  error: OutputUnit;
  /** JSON pointer of the value; empty for the arguments. */
  pointer: string;
  value: JsonValue | undefined;
  /** The schema that holds the keyword. */
  schema: JsonObject;
  validated: Validated;
}

type Explain = (found: Found) => ArgumentProblem | undefined;

/** A problem whose message is the pointer and a rest. */
function problem(found: Found, rest: string, expected?: string): ArgumentProblem {
  return {
    pointer: found.pointer,
    message: `${found.pointer || 'The input'} ${rest}`,
    ...(expected !== undefined && { expected }),
    got: describeValue(found.value),
  };
}

/** A rule on a number of something: "must have at least 2 items". */
function bound(word: string, unit: string): Explain {
  return (found) => {
    const limit = found.schema[found.error.keyword];
    return problem(found, `must have ${word} ${String(limit)} ${unit}${limit === 1 ? '' : 's'}`);
  };
}

function compare(words: string): Explain {
  return (found) =>
    problem(found, `must be ${words} ${String(found.schema[found.error.keyword])}, got ${describeValue(found.value)}`);
}

const EXPLAIN: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ['type', explainExpected],
  ['const', explainExpected],
  ['enum', explainEnum],
  ['required', explainMissing],
  ['dependentRequired', explainMissing],
  ['not', explainRefused],
  ['minimum', compare('at least')],
  ['maximum', compare('at most')],
  ['exclusiveMinimum', compare('more than')],
  ['exclusiveMaximum', compare('less than')],
  ['multipleOf', compare('a multiple of')],
  ['minLength', bound('at least', 'character')],
  ['maxLength', bound('at most', 'character')],
  ['minItems', bound('at least', 'item')],
  ['maxItems', bound('at most', 'item')],
  ['minProperties', bound('at least', 'member')],
  ['maxProperties', bound('at most', 'member')],
  ['uniqueItems', (found) => problem(found, 'must not hold the same item twice')],
  [
    'pattern',
    (found) =>
      problem(
        found,
        `must match the pattern ${String(found.schema.pattern)}`,
        `a string that matches ${String(found.schema.pattern)}`,
      ),
  ],
  [
    'format',
    (found) =>
      problem(
        found,
        `must be a valid ${String(found.schema.format)}, got ${describeValue(found.value)}`,
        String(found.schema.format),
      ),
  ],
  ['contains', (found) => problem(found, 'lacks an item of the kind that it must hold')],
  ['propertyNames', (found) => problem(found, 'has a member whose name is not allowed')],
  ['anyOf', explainAlternatives],
  ['oneOf', explainAlternatives],
]);

/** One error of the validator as a problem, or nothing when another error says it already. */
export function explainError(error: OutputUnit, validated: Validated): ArgumentProblem | undefined {
  const segments = segmentsOf(error.keywordLocation);
  const found: Found = {
    error,
    pointer: segmentsOf(error.instanceLocation)
      .map((segment) => `/${escapePointer(segment)}`)
      .join(''),
    value: valueAtLocation(validated.args, error.instanceLocation),
    schema: schemaAtLocation(validated.schema, segments.slice(0, -1)),
    validated,
  };
  const explain = EXPLAIN.get(error.keyword);
  return explain ? explain(found) : problem(found, 'does not fit the schema');
}

function explainExpected(found: Found): ArgumentProblem {
  const expected = describeExpected(found.schema);
  return problem(found, `must be ${expected}, got ${describeValue(found.value)}`, expected);
}

function explainEnum(found: Found): ArgumentProblem {
  const allowed = Array.isArray(found.schema.enum) ? found.schema.enum : [];
  const names = allowed.filter((value) => typeof value === 'string');
  const hint = typeof found.value === 'string' ? didYouMean(suggest(found.value, names)) : '';
  const expected = `one of ${listValues(allowed)}`;
  return problem(found, `must be ${expected}, got ${describeValue(found.value)}.${hint}`, expected);
}

/** The validator names the missing member in its text only, between the last pair of quotes. */
function explainMissing(found: Found): ArgumentProblem {
  const name = /"([^"]*)"\.?$/.exec(found.error.error)?.[1] ?? '';
  const pointer = `${found.pointer}/${escapePointer(name)}`;
  const properties = isJsonObject(found.schema.properties) ? found.schema.properties : {};
  const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const expected = isJsonObject(schema) ? describeExpected(resolve(schema, found.validated.schema)) : undefined;
  return {
    pointer,
    message: `${pointer} is required${expected === undefined ? '' : `: ${expected}`}`,
    ...(expected !== undefined && { expected }),
    got: 'nothing',
  };
}

function resolve(schema: JsonObject, root: JsonObject): JsonObject {
  const target = typeof schema.$ref === 'string' ? valueAtLocation(root, schema.$ref) : undefined;
  return isJsonObject(target) ? target : schema;
}

/** `{"not": {}}` stands for `false`: below `additionalProperties` it is a member that the schema does not know. */
function explainRefused(found: Found): ArgumentProblem | undefined {
  const path = segmentsOf(found.error.keywordLocation);
  const rule = path.at(-2);
  if (rule !== 'additionalProperties' && rule !== 'unevaluatedProperties') return problem(found, 'is not allowed');
  const name = segmentsOf(found.error.instanceLocation).at(-1) ?? '';
  const outer = schemaAtLocation(found.validated.schema, path.slice(0, -2));
  const known = isJsonObject(outer.properties) ? Object.keys(outer.properties) : [];
  // The validator also reports known members whose value is wrong; their own error says more.
  if (known.includes(name)) return undefined;
  const hint = didYouMean(suggest(name, known)) || (known.length > 0 ? ` Known here: ${listValues(known)}.` : '');
  return {
    ...problem(found, `is not known.${hint}`),
    expected: known.length > 0 ? `one of ${listValues(known)}` : 'no further member',
  };
}

function explainAlternatives(found: Found): ArgumentProblem {
  const alternatives = found.schema[found.error.keyword];
  const list = Array.isArray(alternatives) ? alternatives.filter(isJsonObject) : [];
  const kinds = [...new Set(list.map((schema) => describeExpected(resolve(schema, found.validated.schema))))];
  const matches = /\((\d+) matches\)/.exec(found.error.error)?.[1];
  if (matches !== undefined && matches !== '0')
    return problem(found, `fits ${matches} of its alternatives, but must fit exactly one`);
  return problem(
    found,
    `fits none of its alternatives (${kinds.join('; ')}), got ${describeValue(found.value)}`,
    kinds.join('; '),
  );
}

/** The value at a location of the validator, such as `#/a/0`. */
function valueAtLocation(root: JsonValue, location: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const segment of segmentsOf(location)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as JsonObject)[segment];
  }
  return value;
}

/** The schema at a location of the validator, references followed. */
function schemaAtLocation(root: JsonObject, segments: readonly string[]): JsonObject {
  let node: JsonValue | undefined = root;
  for (const segment of segments) {
    if (typeof node !== 'object' || node === null) break;
    node = (node as JsonObject)[segment];
    if (segment === '$ref' && typeof node === 'string') node = valueAtLocation(root, node);
  }
  return isJsonObject(node) ? node : {};
}

/** The unescaped segments of a location such as `#/a~1b/0`. */
function segmentsOf(location: string): string[] {
  return location
    .split('/')
    .slice(1)
    .map((segment) => decodeURI(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** One thing that is wrong with the arguments of a call, in words that let an agent repair it. */
export interface ArgumentProblem {
  /** JSON pointer into the arguments (RFC 6901); empty for the arguments as a whole. */
  pointer: string;
  message: string;
  expected?: string;
  got?: string;
}
