// The mock's own reading of an OpenAPI document. It shares no code with src/, so that a mistake there is not made here too.
import { CORE_SCHEMA, load } from 'js-yaml';

/**
 * A schema as a document writes it. Nothing of it was checked, so that a field may hold something else.
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {string} [$anchor]
 * @property {string | string[]} [type]
 * @property {string} [format]
 * @property {unknown[]} [enum]
 * @property {boolean} [nullable]
 * @property {boolean} [x-nullable]
 * @property {boolean} [readOnly]
 * @property {Record<string, AnySchema>} [properties]
 * @property {Record<string, AnySchema>} [patternProperties]
 * @property {AnySchema} [additionalProperties]
 * @property {string[] | boolean} [required]
 * @property {AnySchema} [items]
 * @property {AnySchema[]} [allOf]
 * @property {AnySchema[]} [oneOf]
 * @property {AnySchema[]} [anyOf]
 * @property {{ propertyName: string, mapping?: Record<string, string> }} [discriminator]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 * @property {number} [maxProperties]
 */
/** @typedef {Schema | boolean | undefined} AnySchema */
/**
 * A parameter; that of 2.0 is its own schema.
 * @typedef {Schema & { in: string, name: string, schema?: AnySchema, style?: string, explode?: boolean, content?: Record<string, Media>, collectionFormat?: string }} Parameter
 */
/** @typedef {{ style?: string, explode?: boolean, contentType?: string }} Encoding */
/** @typedef {{ schema?: AnySchema, encoding?: Record<string, Encoding> }} Media */
/** @typedef {{ required?: boolean, content?: Record<string, Media> }} RequestBody */
/** @typedef {{ operationId?: string, parameters?: Parameter[], requestBody?: RequestBody, consumes?: string[] }} OperationNode */
/** @typedef {{ swagger?: string, paths?: Record<string, PathItem>, consumes?: string[] }} Root */
/** @typedef {{ parameters?: Parameter[] } & Partial<Record<typeof METHODS[number], OperationNode>>} PathItem */
/**
 * Follows the references of a node; `undefined` when one leads nowhere.
 * @typedef {{ <T extends object>(node: T | undefined): T | undefined, (node: AnySchema): Schema | undefined }} Follow
 */
/** @typedef {{ root: Root, isOld: boolean, follow: Follow }} MockDocument */
/** @typedef {{ method: string, path: string, node: OperationNode, parameters: Parameter[] }} Operation */

const METHODS = /** @type {const} */ (['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/**
 * Parses a document and returns it with a way to follow its references.
 * @param {string} text
 * @returns {MockDocument}
 */
export function openDocument(text) {
  /** @type {Root} */
  const root = /^\s*[{[]/.test(text) ? JSON.parse(text) : load(text, { schema: CORE_SCHEMA, json: true });
  // What a node is follows from where it stands, not from what it holds.
  const following = /** @type {Follow} */ ((/** @type {unknown} */ node) => follow(root, node));
  return { root, isOld: root.swagger !== undefined, follow: following };
}

/**
 * The value behind a reference within the document; `undefined` when it leads nowhere.
 * @param {Root} root
 * @param {unknown} node
 * @returns {unknown}
 */
function follow(root, node) {
  let at = node;
  for (let hop = 0; isObject(at) && typeof at.$ref === 'string'; hop += 1) {
    if (hop > 50 || !at.$ref.startsWith('#')) return undefined;
    at = lookUp(root, at.$ref.slice(1), hop);
  }
  return at;
}

/**
 * @param {Root} root
 * @param {string} pointer
 * @param {number} hop
 * @returns {unknown}
 */
function lookUp(root, pointer, hop) {
  /** @type {unknown} */
  let at = pointer === '' || pointer.startsWith('/') ? root : withAnchor(root, pointer);
  for (const raw of pointer.split('/').slice(1)) {
    const key = unescape(raw);
    if (isObject(at) && !Object.hasOwn(at, key) && typeof at.$ref === 'string' && hop < 20) at = follow(root, at);
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/**
 * The schema with this `$anchor`, wherever it stands.
 * @param {unknown} node
 * @param {string} anchor
 * @returns {unknown}
 */
function withAnchor(node, anchor) {
  if (!isObject(node)) return undefined;
  if (node.$anchor === anchor) return node;
  for (const member of Object.values(node)) {
    const found = withAnchor(member, anchor);
    if (found) return found;
  }
  return undefined;
}

/** @param {string} segment */
function unescape(segment) {
  let text = segment;
  try {
    text = decodeURIComponent(segment);
  } catch {
    // A percent sign of its own.
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}

/**
 * Every operation: method, path, its own node, and its parameters (those of the path below its own).
 * @param {MockDocument} document
 */
export function operationsOf(document) {
  /** @type {Operation[]} */
  const found = [];
  for (const [path, declared] of Object.entries(document.root.paths ?? {})) {
    if (path.startsWith('x-')) continue;
    const item = document.follow(declared);
    for (const method of METHODS) {
      if (!item || typeof item !== 'object' || !Object.hasOwn(item, method)) continue;
      const node = document.follow(item[method]);
      if (!node || typeof node !== 'object') continue;
      found.push({ method: method.toUpperCase(), path, node, parameters: parametersOf(document, item, node) });
    }
  }
  return found;
}

/**
 * @param {MockDocument} document
 * @param {PathItem} item
 * @param {OperationNode} node
 */
function parametersOf(document, item, node) {
  /** @type {Map<string, Parameter>} */
  const byKey = new Map();
  for (const declared of [...list(item.parameters), ...list(node.parameters)]) {
    const parameter = document.follow(declared);
    if (parameter && typeof parameter === 'object')
      byKey.set(JSON.stringify([parameter.in, nameOf(parameter)]), parameter);
  }
  return [...byKey.values()];
}

/**
 * Names of headers are the same in any case (RFC 9110 section 5.1).
 * @param {Parameter} parameter
 */
function nameOf({ in: place, name }) {
  return place === 'header' ? String(name).toLowerCase() : name;
}

/**
 * Tells objects and lists from everything else.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return value !== null && typeof value === 'object';
}

/**
 * Returns what should be a list; empty when it is none.
 * @template T
 * @param {T[] | boolean | undefined} value
 * @returns {T[]}
 */
export function list(value) {
  return Array.isArray(value) ? value : [];
}
