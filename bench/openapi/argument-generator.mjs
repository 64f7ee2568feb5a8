// Makes arguments for an operation from its input schema (JSON Schema 2020-12), from a seed: the same seed, the same arguments.
import { textFor } from './text-for-pattern.mjs';

/**
 * A schema that arguments are made for.
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {AnySchema[]} [allOf]
 * @property {AnySchema[]} [oneOf]
 * @property {AnySchema[]} [anyOf]
 * @property {{ required?: string[] }} [not]
 * @property {string | string[]} [type]
 * @property {unknown} [const]
 * @property {unknown[]} [enum]
 * @property {Record<string, AnySchema>} [properties]
 * @property {string[]} [required]
 * @property {AnySchema} [additionalProperties]
 * @property {Schema} [propertyNames]
 * @property {number} [minProperties]
 * @property {number} [maxProperties]
 * @property {AnySchema} [items]
 * @property {AnySchema[]} [prefixItems]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 * @property {boolean} [uniqueItems]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [exclusiveMinimum]
 * @property {number} [exclusiveMaximum]
 * @property {number} [multipleOf]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {string} [pattern]
 * @property {string} [format]
 * @property {string} [contentEncoding]
 */
/** @typedef {Schema | boolean} AnySchema */
/**
 * One run of the generator; `count` numbers its texts, `nodes` its values.
 * @typedef {{ $defs: Record<string, AnySchema>, random: () => number, all: boolean, turn: number, count: number, nodes: number }} Run
 */
/** @typedef {Run & { tails: string[], state: Run }} Context */

/** Optional members are given down to here; deeper, only what is required. */
const FULL_DEPTH = 4;
/** Nothing is nested deeper: a schema that requires itself has no finite value. */
const MAX_DEPTH = 24;
const MAX_NODES = 600;

/** No value can be made, in words. */
export class Unsatisfiable extends Error {}

/**
 * A small generator of numbers below one (mulberry32).
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Makes a value. `all` gives every optional member too; `tails` are the ends of the texts in a member of the root (`TAILS`, or
 * fewer where the document's way of writing cannot carry some); `turn` chooses among alternatives, so that another turn tries
 * another one.
 * @param {Schema} schema
 * @param {{ $defs: Record<string, AnySchema>, random: () => number, all: boolean, tails?: (name: string) => string[], turn?: number }} options
 */
export function generate(schema, { $defs, random, all, tails = () => TAILS, turn = 0 }) {
  const run = { $defs, random, all, turn, count: 0, nodes: 0 };
  const root = flat(schema, run);
  /** @type {Record<string, unknown>} */
  const value = Object.create(null);
  const required = new Set(root.required ?? []);
  for (const [name, member] of Object.entries(root.properties ?? {})) {
    const context = { ...run, tails: tails(name), state: run };
    if (required.has(name)) value[name] = make(member, context, 0);
    else if (all && member !== false) value[name] = make(member, context, 0);
  }
  return value;
}

/**
 * @param {AnySchema} schema
 * @param {Context} context
 * @param {number} depth
 * @returns {unknown}
 */
function make(schema, context, depth) {
  context.state.nodes += 1;
  if (schema === false) throw new Unsatisfiable('a schema accepts nothing');
  if (depth > MAX_DEPTH) throw new Unsatisfiable('a schema requires itself');
  const node = flat(schema, context);
  if ('const' in node) return node.const;
  if (Array.isArray(node.enum)) return chosenOf(node, node.enum, context);
  const type = typeOf(node, context);
  switch (type) {
    case 'object':
      return objectOf(node, context, depth);
    case 'array':
      return arrayOf(node, context, depth);
    case 'integer':
    case 'number':
      return numberOf(node, type, context.turn);
    case 'boolean':
      return context.random() < 0.5;
    case 'null':
      return null;
    default:
      return textOf(node, context);
  }
}

/**
 * @param {Schema} node
 * @param {unknown[]} values of its enum
 * @param {Context} context
 */
function chosenOf({ type }, values, { random, turn }) {
  const allowed = values.filter((value) => type === undefined || [type].flat().some((each) => isOf(each, value)));
  const usable = allowed.filter((value) => value !== null && value !== '');
  const from = usable.length > 0 ? usable : allowed;
  if (from.length === 0) throw new Unsatisfiable('an enum without a value of its type');
  return from[(Math.floor(random() * from.length) + turn) % from.length];
}

/**
 * @param {string} type
 * @param {unknown} value
 */
function isOf(type, value) {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  return type === 'object'
    ? value !== null && typeof value === 'object' && !Array.isArray(value)
    : typeof value === type;
}

/**
 * A schema without references and compositions: all of allOf, and one each of oneOf and anyOf.
 * @param {AnySchema | undefined} schema
 * @param {Run} context
 * @param {Set<string>} [seen]
 * @returns {Schema}
 */
function flat(schema, context, seen = new Set()) {
  if (schema === true || schema === undefined) return {};
  if (schema === false) throw new Unsatisfiable('a schema accepts nothing');
  const { $ref, allOf, oneOf, anyOf, ...own } = schema;
  let node = own;
  if ($ref !== undefined) {
    const name = $ref.slice('#/$defs/'.length);
    if (!Object.hasOwn(context.$defs, name)) throw new Error(`no $defs/${name}`);
    if (seen.has(name)) return node;
    node = merge(node, flat(context.$defs[name] ?? true, context, new Set([...seen, name])));
  }
  for (const part of allOf ?? []) node = merge(node, flat(part, context, seen));
  for (const parts of [oneOf, anyOf]) if (parts) node = merge(node, flat(pick(parts, context), context, seen));
  return node;
}

/**
 * @param {AnySchema[]} parts
 * @param {Run} run
 */
function pick(parts, { turn }) {
  const useful = parts.filter((part) => part !== false && (part === true || part.type !== 'null'));
  return useful.length > 0 ? useful[turn % useful.length] : parts[0];
}

/**
 * @param {Schema} a
 * @param {Schema} b
 * @returns {Schema}
 */
function merge(a, b) {
  const merged = { ...a, ...b };
  const [members, others] = [a.properties, b.properties];
  if (members && others) merged.properties = mergeMembers(members, others);
  if (a.required && b.required) merged.required = [...new Set([...a.required, ...b.required])];
  if (a.type && b.type) merged.type = common([a.type].flat(), [b.type].flat());
  if (a.enum && b.enum)
    merged.enum = a.enum.filter((value) => b.enum?.some((other) => JSON.stringify(other) === JSON.stringify(value)));
  if (a.items && b.items && a.items !== b.items) merged.items = { allOf: [a.items, b.items] };
  for (const key of /** @type {const} */ (['minimum', 'minLength', 'minItems', 'minProperties']))
    if (a[key] !== undefined && b[key] !== undefined) merged[key] = Math.max(a[key], b[key]);
  for (const key of /** @type {const} */ (['maximum', 'maxLength', 'maxItems', 'maxProperties']))
    if (a[key] !== undefined && b[key] !== undefined) merged[key] = Math.min(a[key], b[key]);
  return merged;
}

/**
 * @param {Record<string, AnySchema>} a
 * @param {Record<string, AnySchema>} b
 */
function mergeMembers(a, b) {
  const members = { ...a };
  for (const [name, member] of Object.entries(b)) {
    const before = Object.hasOwn(a, name) ? a[name] : undefined;
    const isBoth = before !== undefined && before !== true && member !== true && before !== member;
    members[name] = isBoth ? { allOf: [before, member] } : member;
  }
  return members;
}

/**
 * @param {string[]} a
 * @param {string[]} b
 */
function common(a, b) {
  const both = a.filter((type) => b.includes(type));
  if (both.length > 0) return both;
  if (a.includes('integer') && b.includes('number')) return ['integer'];
  if (b.includes('integer') && a.includes('number')) return ['integer'];
  throw new Unsatisfiable('types that exclude each other');
}

/**
 * @param {Schema} node
 * @param {Run} run
 */
function typeOf(node, { turn }) {
  const types = [node.type ?? []].flat();
  const useful = types.filter((type) => type !== 'null');
  if (useful.length > 0) return useful[turn % useful.length];
  if (types.includes('null')) return 'null';
  if (node.properties || node.additionalProperties || node.required || node.minProperties) return 'object';
  if (node.items || node.prefixItems || node.minItems) return 'array';
  return 'minimum' in node || 'maximum' in node ? 'number' : 'string';
}

/**
 * @param {Schema} node
 * @param {Context} context
 * @param {number} depth
 */
function objectOf(node, context, depth) {
  /** @type {Record<string, unknown>} */
  const value = Object.create(null);
  const required = new Set(node.required ?? []);
  const isFull = context.all && depth < FULL_DEPTH && context.state.nodes < MAX_NODES;
  const properties = node.properties ?? {};
  const { maxProperties = Infinity } = node;
  let room = maxProperties - required.size;
  for (const [name, member] of Object.entries(properties)) {
    if (required.has(name)) value[name] = make(member, context, depth + 1);
    else if (isFull && member !== false && room-- > 0) addOptional(value, name, member, context, depth);
  }
  const extra = node.additionalProperties;
  for (const name of required)
    if (!Object.hasOwn(value, name) && extra !== false) value[name] = make(extra ?? true, context, depth + 1);
  // An argument that is an empty object would not be seen in a query.
  const isSeen = depth === 0 || (isFull && Object.keys(properties).length === 0 && extra !== false);
  const wanted = Math.min(maxProperties, Math.max(node.minProperties ?? 0, isSeen ? 1 : 0));
  for (let index = 0; Object.keys(value).length < wanted && index < 100; index += 1)
    addExtra(value, index, node, context, depth);
  return withoutForbidden(value, node);
}

/**
 * `not: {required: [a, b]}`: not all of them at once.
 * @param {Record<string, unknown>} value
 * @param {Schema} node
 */
function withoutForbidden(value, { not, required = [] }) {
  const names = not?.required ?? [];
  const spare = names.find((name) => !required.includes(name));
  if (spare !== undefined && names.every((name) => Object.hasOwn(value, name))) delete value[spare];
  return value;
}

/**
 * A member that has no value may stay away.
 * @param {Record<string, unknown>} value
 * @param {string} name
 * @param {AnySchema} member
 * @param {Context} context
 * @param {number} depth
 */
function addOptional(value, name, member, context, depth) {
  try {
    value[name] = make(member, context, depth + 1);
  } catch (error) {
    if (!(error instanceof Unsatisfiable)) throw error;
  }
}

/**
 * @param {Record<string, unknown>} value
 * @param {number} index
 * @param {Schema} node
 * @param {Context} context
 * @param {number} depth
 */
function addExtra(value, index, node, context, depth) {
  const open = Object.entries(node.properties ?? {}).find(
    ([name, member]) => !Object.hasOwn(value, name) && member !== false,
  );
  if (open !== undefined) value[open[0]] = make(open[1], context, depth + 1);
  else if (node.additionalProperties !== false) {
    const name = node.propertyNames
      ? String(make({ type: 'string', ...node.propertyNames }, { ...context, tails: PLAIN }, depth + 1))
      : `extra${index}`;
    value[name] = make(node.additionalProperties ?? true, context, depth + 1);
  }
}

/**
 * @param {Schema} node
 * @param {Context} context
 * @param {number} depth
 */
function arrayOf(node, context, depth) {
  /** @type {unknown[]} */
  const value = [];
  const isFull = context.all && depth < FULL_DEPTH && context.state.nodes < MAX_NODES;
  // A list in a form is seen only when it holds something, so plain ones do far down too.
  const plenty = isFull || depth === 0 ? 2 : isScalar(node.items, context) ? 1 : 0;
  const wanted = Math.max(node.minItems ?? 0, Math.min(plenty, node.maxItems ?? plenty));
  const isUnique = node.uniqueItems === true;
  for (let tries = 0; value.length < wanted && tries < wanted + 50; tries += 1) {
    const item = make(
      node.prefixItems?.[value.length] ?? node.items ?? true,
      { ...context, turn: isUnique ? tries : context.turn },
      depth + 1,
    );
    if (!isUnique || !value.some((other) => JSON.stringify(other) === JSON.stringify(item))) value.push(item);
    else if (value.length >= (node.minItems ?? 0) && tries > 8) break;
  }
  return value;
}

/**
 * @param {AnySchema | undefined} schema
 * @param {Context} context
 */
function isScalar(schema, context) {
  return [flat(schema, context).type ?? []]
    .flat()
    .some((type) => ['string', 'number', 'integer', 'boolean'].includes(type));
}

/**
 * @param {Schema} node
 * @param {'integer' | 'number'} type
 * @param {number} turn
 */
function numberOf(node, type, turn) {
  const low =
    node.minimum ??
    (node.exclusiveMinimum !== undefined ? node.exclusiveMinimum + (type === 'integer' ? 1 : 0.5) : undefined);
  const high =
    node.maximum ??
    (node.exclusiveMaximum !== undefined ? node.exclusiveMaximum - (type === 'integer' ? 1 : 0.5) : undefined);
  let value = low ?? (high !== undefined ? Math.min(high, 7) : 7);
  if (low !== undefined && high !== undefined && low > high) throw new Unsatisfiable('a minimum above its maximum');
  if (low !== undefined && node.exclusiveMinimum !== undefined && value <= node.exclusiveMinimum)
    value = node.exclusiveMinimum + (type === 'integer' ? 1 : 0.5);
  if (type === 'integer') value = Math.ceil(value);
  if (node.multipleOf) value = Math.ceil(value / node.multipleOf) * node.multipleOf;
  const step = turn * (node.multipleOf ?? 1);
  if (high === undefined || value + step <= high) value += step;
  return Object.is(value, -0) ? 0 : value;
}

/** Ends of texts that a writer has to encode. */
export const TAILS = ['', ' b', '&c=d', '/é', '%41+', '[0]', '#?;,'];
/** Letters and digits only. */
export const PLAIN = [''];
const FORMATS = new Map([
  ['date', '2026-03-04'],
  ['date-time', '2026-03-04T05:06:07Z'],
  ['uuid', '123e4567-e89b-42d3-a456-426614174000'],
  ['email', 'a@example.com'],
  ['uri', 'https://example.com/a'],
]);

/**
 * @param {Schema} node
 * @param {Context} context
 */
function textOf(node, context) {
  context.state.count += 1;
  const { minLength = 0, maxLength = Infinity, pattern } = node;
  if (maxLength < minLength) throw new Unsatisfiable('a minLength above its maxLength');
  if (pattern !== undefined)
    return textFor(pattern, {
      minLength,
      maxLength,
      random: context.random,
      fail: (why) => {
        throw new Unsatisfiable(why);
      },
    });
  if (node.contentEncoding === 'base64') return Buffer.from(`bytes ${context.state.count}`).toString('base64');
  const format = FORMATS.get(node.format ?? '');
  if (format && format.length >= minLength && format.length <= maxLength) return format;
  const tail = context.tails[Math.floor(context.random() * context.tails.length)] ?? '';
  const text = `v${context.state.count}${tail}`.padEnd(minLength, 'x');
  return [...text].slice(0, maxLength).join('');
}
