import { canonicalJson } from '../../contract/encoding/canonical-json.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import type { SchemaChange } from './schema-change.js';

/** A schema and the shared schemas that it refers to. */
interface SchemaSide {
  schema: JsonValue;
  $defs: JsonObject;
}

const BOUNDS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
];
/** Keywords that are told by name alone. */
const NAMED = [
  'pattern',
  'format',
  'const',
  'default',
  'multipleOf',
  'uniqueItems',
  'not',
  'propertyNames',
  'contentEncoding',
];
const MAX_DEPTH = 24;
/** Nobody reads more of one operation. */
const MAX_CHANGES = 100;

interface Walk {
  before: JsonObject;
  after: JsonObject;
  found: SchemaChange[];
  /** Pairs of references that were compared. */
  seen: Set<string>;
}

/** Everything in which two schemas differ for who sends or reads a value; texts do not count. */
export function compareSchemas(before: SchemaSide, after: SchemaSide): SchemaChange[] {
  const walk: Walk = { before: before.$defs, after: after.$defs, found: [], seen: new Set() };
  compare(before.schema, after.schema, '', 0, walk);
  return walk.found;
}

function compare(before: JsonValue, after: JsonValue, at: string, depth: number, walk: Walk): void {
  if (depth > MAX_DEPTH || walk.found.length >= MAX_CHANGES) return;
  const pair = `${referenceOf(before)} ${referenceOf(after)}`;
  if (pair !== ' ' && walk.seen.has(pair)) return;
  walk.seen.add(pair);
  const [old, fresh] = [resolved(before, walk.before), resolved(after, walk.after)];
  compareTypes(old, fresh, at, walk);
  compareEnums(old, fresh, at, walk);
  for (const keyword of BOUNDS) compareBound(old, fresh, at, keyword, walk);
  for (const keyword of NAMED)
    if (!isSame(old[keyword], fresh[keyword])) walk.found.push({ kind: 'keyword', at, keyword });
  compareProperties(old, fresh, at, depth, walk);
  compareInner(old, fresh, at, depth, walk);
}

function referenceOf(schema: JsonValue): string {
  return isJsonObject(schema) && typeof schema['$ref'] === 'string' ? schema['$ref'] : '';
}

/** The schema behind a reference, with what stands beside it. */
function resolved(schema: JsonValue, $defs: JsonObject): JsonObject {
  const reference = referenceOf(schema);
  if (!isJsonObject(schema)) return schema === false ? { not: {} } : {};
  const name = reference.slice('#/$defs/'.length);
  const target = reference !== '' && Object.hasOwn($defs, name) ? $defs[name] : undefined;
  if (!isJsonObject(target)) return schema;
  const beside = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$ref'));
  return { ...target, ...beside };
}

function compareTypes(old: JsonObject, fresh: JsonObject, at: string, { found }: Walk): void {
  const [from, to] = [texts(old['type']), texts(fresh['type'])];
  if (!isSame(from, to)) found.push({ kind: 'types', at, from, to });
}

function compareEnums(old: JsonObject, fresh: JsonObject, at: string, { found }: Walk): void {
  const [before, after] = [old['enum'], fresh['enum']];
  if (!Array.isArray(before) || !Array.isArray(after)) {
    if (before !== undefined || after !== undefined) found.push({ kind: 'keyword', at, keyword: 'enum' });
    return;
  }
  const [from, to] = [before.map((value) => JSON.stringify(value)), after.map((value) => JSON.stringify(value))];
  const [added, removed] = [to.filter((value) => !from.includes(value)), from.filter((value) => !to.includes(value))];
  if (added.length + removed.length > 0) found.push({ kind: 'enum', at, added, removed });
}

function compareBound(old: JsonObject, fresh: JsonObject, at: string, keyword: string, { found }: Walk): void {
  const [from, to] = [old[keyword], fresh[keyword]];
  if (from === to) return;
  found.push({
    kind: 'bound',
    at,
    keyword,
    ...(typeof from === 'number' ? { from } : {}),
    ...(typeof to === 'number' ? { to } : {}),
  });
}

function compareProperties(old: JsonObject, fresh: JsonObject, at: string, depth: number, walk: Walk): void {
  const [before, after] = [objectOf(old['properties']), objectOf(fresh['properties'])];
  const [wasRequired, isRequired] = [texts(old['required']), texts(fresh['required'])];
  for (const name of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const place = at === '' ? name : `${at}.${name}`;
    if (!Object.hasOwn(before, name)) {
      walk.found.push({ kind: 'property-added', at: place, required: isRequired.includes(name) });
    } else if (!Object.hasOwn(after, name)) walk.found.push({ kind: 'property-removed', at: place });
    else {
      const flips = Number(isRequired.includes(name)) - Number(wasRequired.includes(name));
      if (flips !== 0) walk.found.push({ kind: flips > 0 ? 'now-required' : 'now-optional', at: place });
      compare(before[name] as JsonValue, after[name] as JsonValue, place, depth + 1, walk);
    }
  }
  const [wasClosed, isClosed] = [old, fresh].map((side) => side['additionalProperties'] === false);
  if (wasClosed !== isClosed) walk.found.push({ kind: isClosed ? 'closed' : 'opened', at });
}

function compareInner(old: JsonObject, fresh: JsonObject, at: string, depth: number, walk: Walk): void {
  for (const [keyword, mark] of [
    ['items', '[]'],
    ['additionalProperties', '.*'],
  ] as const) {
    const [before, after] = [old[keyword], fresh[keyword]];
    if (isJsonObject(before) || isJsonObject(after)) compare(before ?? true, after ?? true, at + mark, depth + 1, walk);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const [before, after] = [listOf(old[keyword]), listOf(fresh[keyword])];
    if (before.length !== after.length) {
      walk.found.push({ kind: 'alternatives', at, from: before.length, to: after.length });
    } else before.forEach((part, index) => compare(part, after[index] as JsonValue, at, depth + 1, walk));
  }
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** One text or several, sorted. */
function texts(value: JsonValue | undefined): string[] {
  return [value ?? []]
    .flat()
    .filter((text): text is string => typeof text === 'string')
    .sort();
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson([a]) === canonicalJson([b]));
}
