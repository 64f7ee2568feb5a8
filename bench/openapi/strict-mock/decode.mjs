// Reads parameter values back from the wire, style by style (OpenAPI Specification, "Style Values" and "Style Examples").
import { deepProperties, faultOf, kindsOf, propertiesOf } from './schema.mjs';

/** @import { AnySchema, MockDocument, Parameter } from './document.mjs' */

/**
 * How a value is written: in a style, or as text of a media type.
 * @typedef {{ schema: AnySchema, style?: string, explode?: boolean, mediaType?: string }} Writing
 */
/**
 * How the text of one value is taken apart; `read` undoes the encoding.
 * @typedef {{ separator: string | RegExp, explode?: boolean, read: (text: string) => string }} Shape
 */

const JSON_TYPE = /^[^;]*[/+]json\b/i;

/** Styles of 3.x, by the collectionFormat of 2.0. */
export const OLD_STYLES = new Map([
  ['multi', 'form'],
  ['ssv', 'spaceDelimited'],
  ['pipes', 'pipeDelimited'],
  ['tsv', 'tabDelimited'],
]);
const ALLOWED_STYLES = new Map([
  ['path', ['simple', 'label', 'matrix']],
  ['query', ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject']],
  ['header', ['simple']],
  ['cookie', ['form']],
]);

/**
 * How a parameter is written, in the words of 3.x; `schema` is what its value must fit.
 * @param {MockDocument} document
 * @param {Parameter} parameter
 * @returns {Writing}
 */
export function writingOf(document, parameter) {
  const where = parameter.in;
  if (document.isOld) {
    const format = where === 'query' || where === 'formData' ? (parameter.collectionFormat ?? 'csv') : 'csv';
    const plain = where === 'query' || where === 'formData' ? 'form' : 'simple';
    const style = format === 'csv' ? plain : (OLD_STYLES.get(format) ?? 'form');
    return { style, explode: format === 'multi', schema: parameter };
  }
  const [content] = Object.entries(parameter.content ?? {});
  if (content !== undefined) return { mediaType: content[0], schema: document.follow(content[1])?.schema };
  const allowed = ALLOWED_STYLES.get(where);
  const style = allowed?.find((each) => each === parameter.style) ?? allowed?.[0];
  return { style, explode: parameter.explode ?? style === 'form', schema: parameter.schema };
}

/**
 * Turns text into what the schema asks for; text that is no such thing stays text, and fails the check.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {string} text
 * @returns {unknown}
 */
export function scalar(document, schema, text) {
  const kinds = kindsOf(document, schema);
  /** @type {unknown[]} */
  const candidates = [];
  if (kinds.has('string') || kinds.size === 0) candidates.push(text);
  if ((kinds.has('number') || kinds.has('integer')) && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text))
    candidates.push(Number(text));
  if (kinds.has('boolean') && (text === 'true' || text === 'false')) candidates.push(text === 'true');
  // What the styles leave undefined, an object or list inside another, travels as JSON.
  if ((kinds.has('object') || kinds.has('array')) && /^[[{]/.test(text)) candidates.push(JSON.parse(text));
  const [first = text] = candidates;
  return candidates.length < 2
    ? first
    : (candidates.find((value) => faultOf(document, schema, value) === undefined) ?? first);
}

/**
 * Decodes the text of one value: list, object or scalar by its schema; `pieces` are raw, `read` undoes the encoding.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {string} raw
 * @param {Shape} shape
 */
export function shaped(document, schema, raw, { separator, explode, read }) {
  const kinds = kindsOf(document, schema);
  if (kinds.has('array'))
    return raw.split(separator).map((piece) => scalar(document, itemsOf(document, schema), read(piece)));
  if (kinds.has('object')) return objectFrom(document, schema, raw, { separator, explode, read });
  return scalar(document, schema, read(raw));
}

/**
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {string} raw
 * @param {Shape} shape
 */
function objectFrom(document, schema, raw, { separator, explode, read }) {
  const pieces = raw.split(separator);
  const isPaired = explode ? pieces.every((piece) => piece.includes('=')) : pieces.length % 2 === 0;
  if (raw !== '' && !isPaired) throw new Error('an object is written as pairs of names and values');
  const pairs = explode
    ? pieces.map((piece) => /** @type {const} */ ([piece.split('=', 1)[0] ?? '', piece.slice(piece.indexOf('=') + 1)]))
    : Array.from(
        { length: Math.floor(pieces.length / 2) },
        (_, index) => /** @type {const} */ ([pieces[2 * index] ?? '', pieces[2 * index + 1] ?? '']),
      );
  return fromPairs(
    document,
    schema,
    pairs.map(([name, value]) => /** @type {const} */ ([read(name), read(value)])),
  );
}

/**
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {(readonly [name: string, text: string])[]} pairs
 */
export function fromPairs(document, schema, pairs) {
  const properties = propertiesOf(document, schema);
  const others = document.follow(schema)?.additionalProperties;
  /** @type {Record<string, unknown>} */
  const value = Object.create(null);
  for (const [name, text] of pairs)
    value[name] = scalar(document, properties?.get(name) ?? (typeof others === 'object' ? others : undefined), text);
  return value;
}

/**
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @returns {AnySchema}
 */
export function itemsOf(document, schema) {
  const node = document.follow(schema);
  return (
    node?.items ??
    [...(node?.allOf ?? []), ...(node?.oneOf ?? []), ...(node?.anyOf ?? [])]
      .map((part) => document.follow(part)?.items)
      .find(Boolean)
  );
}

/**
 * The value of text in a media type.
 * @param {string} mediaType
 * @param {string} text
 * @returns {unknown}
 */
export function ofMediaType(mediaType, text) {
  return JSON_TYPE.test(mediaType) ? JSON.parse(text) : text;
}

/** @param {string} mediaType */
export function isJson(mediaType) {
  return JSON_TYPE.test(mediaType);
}

/** @typedef {{ [step: string]: string | Tree }} Tree */

/**
 * `name[a][b]=x` pairs as one object; lists are objects with the keys 0, 1, …, or pairs that end in `[]`.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {string} name
 * @param {(readonly [key: string, text: string])[]} pairs
 */
export function deepObject(document, schema, name, pairs) {
  /** @type {Tree} */
  const root = Object.create(null);
  for (const [key, text] of pairs) {
    const path = [...key.slice(name.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
    let at = root;
    for (const step of path.slice(0, -1)) at = /** @type {Tree} */ (at[step] ??= Object.create(null));
    at[path.at(-1) ?? ''] = text;
  }
  return typed(document, schema, root);
}

/**
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {string | Tree} value
 * @param {number} [depth]
 * @returns {unknown}
 */
function typed(document, schema, value, depth = 0) {
  if (typeof value === 'string') return scalar(document, schema, value);
  const kinds = kindsOf(document, schema);
  const keys = Object.keys(value);
  const isList = !kinds.has('object') && (kinds.has('array') || keys.every((key, index) => key === String(index)));
  if (isList) return keys.map((key) => typed(document, itemsOf(document, schema), value[key] ?? '', depth + 1));
  const properties = deepProperties(document, schema);
  return Object.fromEntries(
    keys.map((key) => [key, typed(document, properties.get(key), value[key] ?? '', depth + 1)]),
  );
}
