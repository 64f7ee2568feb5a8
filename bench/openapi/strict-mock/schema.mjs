// What the mock knows of schemas: which kinds of value one allows, and whether a value fits. A schema that says nothing
// readable allows anything; patterns and formats are left to the API.
import { list } from './document.mjs';

/** @import { AnySchema, MockDocument, Schema } from './document.mjs' */

const MAX_DEPTH = 40;

/**
 * The JSON types that a schema allows, as a set; empty when it does not say.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @returns {Set<string>}
 */
export function kindsOf(document, schema, depth = 0) {
  const node = document.follow(schema);
  if (!node || typeof node !== 'object' || depth > 8) return new Set();
  const own = new Set([node.type].flat().filter((type) => typeof type === 'string'));
  if (own.size > 0) return own;
  if (node.properties) return new Set(['object']);
  if (node.items) return new Set(['array']);
  const parts = [...list(node.allOf), ...list(node.oneOf), ...list(node.anyOf)];
  return new Set(parts.flatMap((part) => [...kindsOf(document, part, depth + 1)]));
}

/**
 * The schemas of an object's properties, those of `allOf` included; `undefined` when it is a choice, or no object.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @returns {Map<string, AnySchema> | undefined}
 */
export function propertiesOf(document, schema, depth = 0) {
  const node = document.follow(schema);
  if (!node || typeof node !== 'object' || depth > 20) return undefined;
  if (node.oneOf || node.anyOf) return undefined;
  const found = new Map(Object.entries(node.properties ?? {}));
  for (const part of list(node.allOf)) {
    const inner = propertiesOf(document, part, depth + 1);
    if (!inner) return undefined;
    for (const [name, member] of inner) found.set(name, member);
  }
  return found;
}

/**
 * Properties wherever they are listed: which alternative is meant does not show in a query.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @returns {Map<string, AnySchema>}
 */
export function deepProperties(document, schema, depth = 0) {
  const node = document.follow(schema);
  /** @type {Map<string, AnySchema>} */
  const none = new Map();
  if (!node || depth > 6) return none;
  const parts = [...list(node.allOf), ...list(node.oneOf), ...list(node.anyOf)];
  return new Map([
    ...parts.flatMap((part) => [...deepProperties(document, part, depth + 1)]),
    ...Object.entries(node.properties ?? {}),
  ]);
}

/**
 * Whether the caller may not send a property.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 */
export function isReadOnly(document, schema) {
  return (typeof schema === 'object' && schema.readOnly === true) || document.follow(schema)?.readOnly === true;
}

/**
 * The first thing that is wrong with a value, or `undefined`. `letIn` are names that the composition around a part of `allOf`
 * lists: a part that is closed means to be closed against what nobody lists.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {unknown} value
 * @param {string} [at]
 * @param {number} [depth]
 * @param {Map<string, AnySchema>} [letIn]
 * @returns {string | undefined}
 */
export function faultOf(document, schema, value, at = '', depth = 0, letIn = undefined) {
  if (schema === false) return `${at || 'the value'} is not allowed`;
  const node = document.follow(schema);
  if (!node || typeof node !== 'object' || depth > MAX_DEPTH) return undefined;
  if (value === null && (node.nullable || node['x-nullable'] || depth > 0)) return undefined;
  return (
    typeFault(node, value, at) ??
    enumFault(node, value, at) ??
    boundFault(node, value, at) ??
    memberFault(document, node, value, at, depth, letIn) ??
    partFault(document, node, value, at, depth, letIn)
  );
}

/** @type {Record<string, (value: unknown) => boolean>} */
const TESTS = {
  string: (value) => typeof value === 'string',
  file: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isPlainObject,
  null: (value) => value === null,
};

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isPlainObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * @param {Schema} node
 * @param {unknown} value
 * @param {string} at
 */
function typeFault(node, value, at) {
  const types = [node.type ?? []].flat().filter((type) => Object.hasOwn(TESTS, type));
  if (types.length === 0 || types.some((type) => TESTS[type]?.(value))) return undefined;
  // An enum without any value of the type contradicts it: then the enum alone counts.
  if (Array.isArray(node.enum) && !node.enum.some((known) => types.some((type) => TESTS[type]?.(known))))
    return undefined;
  return `${at || 'the value'} is no ${types.join(' or ')}`;
}

/**
 * @param {Schema} node
 * @param {unknown} value
 * @param {string} at
 */
function enumFault(node, value, at) {
  if (!Array.isArray(node.enum) || node.enum.length === 0) return undefined;
  // Documents list 1 for "1" and the other way round; the wire does not know the difference.
  const same = (/** @type {unknown} */ known) =>
    JSON.stringify(known) === JSON.stringify(value) || String(known) === String(value);
  return node.enum.some(same) ? undefined : `${at || 'the value'} is none of the enum`;
}

/**
 * @param {Schema} node
 * @param {unknown} value
 * @param {string} at
 */
function boundFault(node, value, at) {
  if (typeof value === 'number') {
    if (typeof node.minimum === 'number' && value < node.minimum) return `${at} is below the minimum`;
    if (typeof node.maximum === 'number' && value > node.maximum) return `${at} is above the maximum`;
  }
  if (typeof value === 'string') {
    const length = [...value].length;
    if ((node.minLength ?? 0) > length) return `${at} is too short`;
    if ((node.maxLength ?? Infinity) < length) return `${at} is too long`;
  }
  if (Array.isArray(value)) {
    if ((node.minItems ?? 0) > value.length) return `${at} has too few items`;
    if ((node.maxItems ?? Infinity) < value.length) return `${at} has too many items`;
  }
  return undefined;
}

/**
 * @param {MockDocument} document
 * @param {Schema} node
 * @param {unknown} value
 * @param {string} at
 * @param {number} depth
 * @param {Map<string, AnySchema> | undefined} letIn
 */
function memberFault(document, node, value, at, depth, letIn) {
  if (Array.isArray(value)) {
    const { items } = node;
    if (!items || Array.isArray(items)) return undefined;
    return first(value, (item, index) => faultOf(document, items, item, `${at}[${index}]`, depth + 1));
  }
  if (!isPlainObject(value)) return undefined;
  const properties = node.properties ?? {};
  const missing = list(node.required).find(
    (name) => typeof name === 'string' && !Object.hasOwn(value, name) && !isReadOnly(document, properties[name]),
  );
  if (missing !== undefined && Object.hasOwn(properties, missing)) return `${at}.${missing} is required`;
  return first(Object.entries(value), ([name, member]) => {
    if (Object.hasOwn(properties, name)) return faultOf(document, properties[name], member, `${at}.${name}`, depth + 1);
    // Closed, and made of parts: what the parts list is meant to be let in.
    const isListed = () => letIn?.has(name) || deepProperties(document, node).has(name);
    if (node.additionalProperties === false && !node.patternProperties && !isListed())
      return `${at}.${name} is not known`;
    return undefined;
  });
}

/**
 * @param {MockDocument} document
 * @param {Schema} node
 * @param {unknown} value
 * @param {string} at
 * @param {number} depth
 * @param {Map<string, AnySchema>} [letIn]
 */
function partFault(document, node, value, at, depth, letIn = new Map()) {
  const names = node.allOf && new Map([...letIn, ...deepProperties(document, node)]);
  const all = first(list(node.allOf), (part) => faultOf(document, part, value, at, depth + 1, names));
  if (all) return all;
  const kind = kindFault(document, node, value, at, depth);
  if (kind) return kind;
  for (const key of /** @type {const} */ (['oneOf', 'anyOf'])) {
    const parts = list(node[key]);
    const fits =
      parts.length === 0 || parts.some((part) => faultOf(document, part, value, at, depth + 1) === undefined);
    if (!fits) return `${at || 'the value'} fits no part of ${key}`;
  }
  return undefined;
}

/**
 * A choice with a mapped discriminator: its value names the alternative that has to fit.
 * @param {MockDocument} document
 * @param {Schema} node
 * @param {unknown} value
 * @param {string} at
 * @param {number} depth
 */
function kindFault(document, node, value, at, depth) {
  const { propertyName = '', mapping } = node.discriminator ?? {};
  if (!mapping || !(node.oneOf || node.anyOf) || !isPlainObject(value) || !Object.hasOwn(value, propertyName))
    return undefined;
  const meant = (/** @type {string} */ target) =>
    document.follow(/** @type {Schema} */ ({ $ref: target.includes('#') ? target : `#/components/schemas/${target}` }));
  // A mapping into files that were bundled away says nothing any more.
  if (!Object.values(mapping).every(meant)) return undefined;
  const kind = String(value[propertyName]);
  const schema = meant((Object.hasOwn(mapping, kind) && mapping[kind]) || kind);
  return schema ? faultOf(document, schema, value, at, depth + 1) : `${at}.${propertyName} names no alternative`;
}

/**
 * @template T
 * @param {T[]} values
 * @param {(value: T, index: number) => string | undefined} test
 */
function first(values, test) {
  for (const [index, value] of values.entries()) {
    const found = test(value, index);
    if (found) return found;
  }
  return undefined;
}
