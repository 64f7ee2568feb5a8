// Reads parameter values back from the wire, style by style (OpenAPI Specification, "Style Values" and "Style Examples").
import { deepProperties, faultOf, kindsOf, propertiesOf } from './schema.mjs';

const JSON_TYPE = /^[^;]*[/+]json\b/i;

/** How a parameter is written, in the words of 3.x; `schema` is what its value must fit. */
export function writingOf(document, parameter) {
  const where = parameter.in;
  if (document.isOld) {
    const format = where === 'query' || where === 'formData' ? (parameter.collectionFormat ?? 'csv') : 'csv';
    const style = {
      csv: where === 'query' || where === 'formData' ? 'form' : 'simple',
      multi: 'form',
      ssv: 'spaceDelimited',
      pipes: 'pipeDelimited',
      tsv: 'tabDelimited',
    }[format];
    return { style: style ?? 'form', explode: format === 'multi', schema: parameter };
  }
  const [mediaType] = Object.keys(parameter.content ?? {});
  if (mediaType !== undefined) return { mediaType, schema: document.follow(parameter.content[mediaType])?.schema };
  const allowed = {
    path: ['simple', 'label', 'matrix'],
    query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
    header: ['simple'],
    cookie: ['form'],
  }[where];
  const style = allowed?.includes(parameter.style) ? parameter.style : allowed?.[0];
  return { style, explode: parameter.explode ?? style === 'form', schema: parameter.schema };
}

/** Turns text into what the schema asks for; text that is no such thing stays text, and fails the check. */
export function scalar(document, schema, text) {
  const kinds = kindsOf(document, schema);
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

/** Decodes the text of one value: list, object or scalar by its schema; `pieces` are raw, `read` undoes the encoding. */
export function shaped(document, schema, raw, { separator, explode, read }) {
  const kinds = kindsOf(document, schema);
  if (kinds.has('array'))
    return raw.split(separator).map((piece) => scalar(document, itemsOf(document, schema), read(piece)));
  if (kinds.has('object')) return objectFrom(document, schema, raw, { separator, explode, read });
  return scalar(document, schema, read(raw));
}

function objectFrom(document, schema, raw, { separator, explode, read }) {
  const pieces = raw.split(separator);
  const isPaired = explode ? pieces.every((piece) => piece.includes('=')) : pieces.length % 2 === 0;
  if (raw !== '' && !isPaired) throw new Error('an object is written as pairs of names and values');
  const pairs = explode
    ? pieces.map((piece) => [piece.split('=', 1)[0], piece.slice(piece.indexOf('=') + 1)])
    : Array.from({ length: Math.floor(pieces.length / 2) }, (_, index) => [pieces[2 * index], pieces[2 * index + 1]]);
  return fromPairs(
    document,
    schema,
    pairs.map(([name, value]) => [read(name), read(value)]),
  );
}

export function fromPairs(document, schema, pairs) {
  const properties = propertiesOf(document, schema) ?? new Map();
  const others = document.follow(schema)?.additionalProperties;
  const value = Object.create(null);
  for (const [name, text] of pairs)
    value[name] = scalar(document, properties.get(name) ?? (typeof others === 'object' ? others : undefined), text);
  return value;
}

export function itemsOf(document, schema) {
  const node = document.follow(schema);
  return (
    node?.items ??
    [...(node?.allOf ?? []), ...(node?.oneOf ?? []), ...(node?.anyOf ?? [])]
      .map((part) => document.follow(part)?.items)
      .find(Boolean)
  );
}

/** The value of text in a media type. */
export function ofMediaType(mediaType, text) {
  return JSON_TYPE.test(mediaType) ? JSON.parse(text) : text;
}

export function isJson(mediaType) {
  return JSON_TYPE.test(mediaType);
}

/** `name[a][b]=x` pairs as one object; lists are objects with the keys 0, 1, …, or pairs that end in `[]`. */
export function deepObject(document, schema, name, pairs) {
  const root = Object.create(null);
  for (const [key, text] of pairs) {
    const path = [...key.slice(name.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]);
    let at = root;
    for (const step of path.slice(0, -1)) at = at[step] ??= Object.create(null);
    at[path.at(-1)] = text;
  }
  return typed(document, schema, root);
}

function typed(document, schema, value, depth = 0) {
  if (typeof value === 'string') return scalar(document, schema, value);
  const kinds = kindsOf(document, schema);
  const keys = Object.keys(value);
  const isList = !kinds.has('object') && (kinds.has('array') || keys.every((key, index) => key === String(index)));
  if (isList) return keys.map((key) => typed(document, itemsOf(document, schema), value[key], depth + 1));
  const properties = deepProperties(document, schema);
  return Object.fromEntries(keys.map((key) => [key, typed(document, properties.get(key), value[key], depth + 1)]));
}
