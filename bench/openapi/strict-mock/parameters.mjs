// Finds and checks the parameters of a request: path, query, headers, cookies.
import { deepObject, fromPairs, itemsOf, ofMediaType, scalar, shaped, writingOf } from './decode.mjs';
import { list } from './document.mjs';
import { deepProperties, faultOf, kindsOf, propertiesOf } from './schema.mjs';

/** @import { AnySchema, MockDocument, Operation, Parameter } from './document.mjs' */
/** @import { Writing } from './decode.mjs' */
/** @import { ReadRequest, Verdict } from './judge.mjs' */

/**
 * One pair of a query or form, with its text as it was sent.
 * @typedef {{ raw: string, name: string, value: string }} Pair
 */

/**
 * What was sent of a value: text, pairs, or the pairs of an object by their names.
 * @typedef {string | Pair[] | (readonly [name: string, text: string])[]} Raw
 */

/** Headers that the specification takes out of parameters, and those that HTTP clients own. */
const NOT_PARAMETERS =
  /^(?:accept|content-type|authorization|host|content-length|connection|cookie|expect|keep-alive|proxy-authorization|te|trailer|transfer-encoding|upgrade)$/i;

const asIs = (/** @type {string} */ text) => text;

/**
 * Takes the values of all parameters from a request into `found`; problems go into `problems`.
 * @param {MockDocument} document
 * @param {Operation} operation
 * @param {ReadRequest} request
 * @param {Verdict} verdict
 */
export function readParameters(document, operation, request, verdict) {
  const path = readPath(document, operation, request.path, verdict);
  if (!path) return;
  readQuery(document, operation, request.query, verdict);
  for (const parameter of operation.parameters.filter(
    (each) => each.in === 'header' && !NOT_PARAMETERS.test(each.name),
  )) {
    const lines = request.headers.filter(([name]) => name.toLowerCase() === parameter.name.toLowerCase());
    if (lines.length > 1) verdict.problems.push(`header ${parameter.name} is sent twice`);
    take(document, parameter, lines[0]?.[1], verdict, (raw, writing) =>
      shaped(document, writing.schema, raw, { separator: ',', explode: writing.explode, read: asIs }),
    );
  }
  readCookies(document, operation, request, verdict);
}

/**
 * @param {MockDocument} document
 * @param {Operation} operation
 * @param {string} path
 * @param {Verdict} verdict
 */
function readPath(document, operation, path, verdict) {
  // A fragment only tells operations apart in the document; no request carries it.
  const [template = ''] = operation.path.split(/[?#]/, 1);
  const { names, expression } = matcherFor(operation, template);
  const match = expression.exec(path);
  if (!match) {
    verdict.problems.push('the path does not match its template');
    return false;
  }
  takePlaceholders(document, operation, names, match, verdict);
  return true;
}

/**
 * A placeholder matches what has no slash; one with an enum its values, so that neighbours can be told apart.
 * @param {Operation} operation
 * @param {string} template
 */
function matcherFor(operation, template) {
  /** @type {string[]} */
  const names = [];
  const source = template.replace(/\{([^{}]*)\}|[^{}]+|[{}]/g, (match, name) => {
    if (name === undefined) return asSent(match).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(name);
    const declared = operation.parameters.find((each) => each.in === 'path' && each.name === name);
    const { schema } = declared ?? {};
    const values = list(typeof schema === 'object' ? schema.enum : undefined).map((value) =>
      encodeURIComponent(String(value)).replace(/[.*+?^${}()|[\]\\!']/g, eitherWay),
    );
    return values.length > 0 ? `(${values.join('|')})` : '([^/&]+)';
  });
  return { names, expression: new RegExp(`^${source}$`) };
}

/**
 * These may be percent-encoded or not, and mean the same (RFC 3986 section 2.2: none separates anything in a path).
 * @param {string} character
 */
function eitherWay(character) {
  return /[!'()*]/.test(character)
    ? `(?:\\${character}|%${character.charCodeAt(0).toString(16).toUpperCase()})`
    : `\\${character}`;
}

/**
 * What a URL cannot hold is percent-encoded on the wire (WHATWG URL, "path percent-encode set").
 * @param {string} literal
 */
function asSent(literal) {
  return literal.replace(/[^\x21-\x7e]|["<>`{}]/gu, encodeURIComponent);
}

/**
 * @param {MockDocument} document
 * @param {Operation} operation
 * @param {string[]} names
 * @param {RegExpExecArray} match
 * @param {Verdict} verdict
 */
function takePlaceholders(document, operation, names, match, verdict) {
  names.forEach((name, index) => {
    const declared = operation.parameters.find((each) => each.in === 'path' && each.name === name) ?? {
      in: 'path',
      name,
      schema: { type: 'string' },
      type: 'string',
    };
    take(document, declared, match[index + 1], verdict, (raw, writing) => pathValue(document, name, raw, writing));
  });
}

/**
 * @param {MockDocument} document
 * @param {string} name
 * @param {string} raw
 * @param {Writing} writing
 */
function pathValue(document, name, raw, { style, explode, schema }) {
  const read = decodeURIComponent;
  if (style === 'label') {
    if (!raw.startsWith('.')) throw new Error('a label begins with a dot');
    return shaped(document, schema, raw.slice(1), { separator: explode ? '.' : ',', explode, read });
  }
  if (style !== 'matrix') return shaped(document, schema, raw, { separator: ',', explode, read });
  const pairs = raw
    .split(';')
    .slice(1)
    .map((piece) => /** @type {const} */ ([read(piece.split('=', 1)[0] ?? ''), piece.slice(piece.indexOf('=') + 1)]));
  const kinds = kindsOf(document, schema);
  if (explode && kinds.has('object'))
    return fromPairs(
      document,
      schema,
      pairs.map(([key, text]) => [key, read(text)]),
    );
  if (pairs.some(([key]) => key !== name)) throw new Error('a matrix parameter repeats its name');
  if (explode && kinds.has('array'))
    return pairs.map(([, text]) => scalar(document, itemsOf(document, schema), read(text)));
  return shaped(document, schema, pairs[0]?.[1] ?? '', { separator: ',', explode: false, read });
}

/**
 * Query strings and forms are read alike; `fields` are parameters or body fields.
 * @param {MockDocument} document
 * @param {Operation} operation
 * @param {string} query
 * @param {Verdict} verdict
 */
function readQuery(document, operation, query, verdict) {
  const fixed = (operation.path.split('#', 1)[0]?.split('?')[1] ?? '').split('&').filter(Boolean);
  const pairs = splitPairs(query);
  for (const piece of fixed) {
    const { names, expression } = matcherFor(operation, piece);
    const pair = pairs.find(({ raw }) => expression.test(raw));
    const match = pair && expression.exec(pair.raw);
    if (!match) verdict.problems.push('the query of the path itself is missing');
    else {
      pairs.splice(pairs.indexOf(pair), 1);
      takePlaceholders(document, operation, names, match, verdict);
    }
  }
  // Those that know their names come first; an object without listed members takes what is left.
  const parameters = operation.parameters
    .filter((each) => each.in === 'query')
    .sort((a, b) => Number(isOpen(document, a)) - Number(isOpen(document, b)));
  for (const parameter of parameters) readPairs(document, parameter, writingOf(document, parameter), pairs, verdict);
  for (const { name } of pairs) verdict.problems.push(`the query holds "${name}", which is no parameter`);
}

/**
 * @param {MockDocument} document
 * @param {Parameter} parameter
 */
function isOpen(document, parameter) {
  const { style, explode, schema } = writingOf(document, parameter);
  return style === 'form' && explode && kindsOf(document, schema).has('object');
}

/**
 * @param {string} text
 * @returns {Pair[]}
 */
export function splitPairs(text) {
  return text
    .split('&')
    .filter((raw) => raw !== '')
    .map((raw) => {
      const at = raw.includes('=') ? raw.indexOf('=') : raw.length;
      return { raw, name: decodeForm(raw.slice(0, at)), value: raw.slice(at + 1) };
    });
}

/**
 * Servers read a plus as a space.
 * @param {string} text
 */
export function decodeForm(text) {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

/**
 * A value without brackets in the style deepObject: an object never travels like this.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {string} text
 */
function plainValue(document, schema, text) {
  const kinds = kindsOf(document, schema);
  if (kinds.size > 0 && [...kinds].every((kind) => kind === 'object' || kind === 'array'))
    throw new Error('an object needs a bracket for each member');
  return scalar(document, schema, text);
}

/** Separators of list items, by style. */
const SEPARATORS = new Map([
  ['spaceDelimited', /%20|\+/],
  ['pipeDelimited', /%7C|\|/i],
  ['tabDelimited', /%09/],
]);

/**
 * Takes the pairs of one field out of `pairs`.
 * @param {MockDocument} document
 * @param {Pick<Parameter, 'in' | 'name' | 'required'>} parameter
 * @param {Writing} writing
 * @param {Pair[]} pairs
 * @param {Verdict} verdict
 */
export function readPairs(document, parameter, writing, pairs, verdict) {
  const { name } = parameter;
  const takeWhere = (/** @type {(pair: Pair) => boolean} */ test) => {
    const taken = pairs.filter(test);
    for (const pair of taken) pairs.splice(pairs.indexOf(pair), 1);
    return taken;
  };
  const { style, explode, schema } = writing;
  const kinds = kindsOf(document, schema);
  if (style === 'deepObject') {
    const taken = takeWhere((pair) => pair.name.startsWith(`${name}[`));
    const plain = taken.length === 0 ? takeWhere((pair) => pair.name === name) : [];
    const decoded = taken.map((pair) => /** @type {const} */ ([pair.name, decodeForm(pair.value)]));
    return take(
      document,
      parameter,
      taken.length > 0 ? decoded : plain[0] && decodeForm(plain[0].value),
      verdict,
      (raw, { schema: meant }) =>
        typeof raw === 'string' ? plainValue(document, meant, raw) : deepObject(document, meant, name, raw),
      writing,
    );
  }
  // Of a choice between an object and a plain value, the plain one carries the parameter's own name.
  const isPlain =
    [...kinds].some((kind) => kind !== 'object' && kind !== 'null') && pairs.some((pair) => pair.name === name);
  if (style === 'form' && explode && kinds.has('object') && !isPlain) {
    const properties = propertiesOf(document, schema) ?? deepProperties(document, schema);
    const isClosed = properties && properties.size > 0;
    const taken = takeWhere((pair) => (isClosed ? properties.has(pair.name) : true));
    return take(
      document,
      parameter,
      taken.length > 0 ? taken : undefined,
      verdict,
      (raw) =>
        fromPairs(
          document,
          schema,
          raw.map((pair) => [pair.name, decodeForm(pair.value)]),
        ),
      writing,
    );
  }
  const taken = takeWhere((pair) => pair.name === name);
  if (style === 'jsonItems') {
    return take(
      document,
      parameter,
      taken.length > 0 ? taken : undefined,
      verdict,
      (raw) => raw.map((pair) => JSON.parse(decodeForm(pair.value))),
      writing,
    );
  }
  const separator = SEPARATORS.get(style ?? '') ?? ',';
  take(
    document,
    parameter,
    taken.length > 0 ? taken : undefined,
    verdict,
    (raw, { schema: meant }) => {
      const isRepeated = style === 'form' && explode && kindsOf(document, meant).has('array');
      if (isRepeated) return raw.map((pair) => scalar(document, itemsOf(document, meant), decodeForm(pair.value)));
      if (raw.length > 1) throw new Error(`it is sent ${raw.length} times`);
      return shaped(document, meant, raw[0]?.value ?? '', { separator, explode: false, read: decodeForm });
    },
    writing,
  );
}

/**
 * @param {MockDocument} document
 * @param {Operation} operation
 * @param {ReadRequest} request
 * @param {Verdict} verdict
 */
function readCookies(document, operation, request, verdict) {
  const line = request.headers.find(([name]) => name.toLowerCase() === 'cookie')?.[1] ?? '';
  const pairs = splitPairs(line.split('; ').join('&'));
  for (const parameter of operation.parameters.filter((each) => each.in === 'cookie')) {
    readPairs(document, parameter, writingOf(document, parameter), pairs, verdict);
  }
  for (const { name } of pairs) verdict.problems.push(`the cookie "${name}" is no parameter`);
}

/**
 * Decodes and checks one value; one that is absent is a fault when it is required, or when everything was given.
 * @template {Raw} Given
 * @param {MockDocument} document
 * @param {Pick<Parameter, 'in' | 'name' | 'required'>} parameter
 * @param {Given | undefined} raw
 * @param {Verdict} verdict
 * @param {(raw: Given, writing: Writing) => unknown} decode
 * @param {Writing} writing
 */
function take(document, parameter, raw, verdict, decode, writing = writingOf(document, parameter)) {
  const label = `${parameter.in} "${parameter.name}"`;
  if (raw === undefined) {
    if (parameter.required === true || verdict.expectsAll) verdict.problems.push(`${label} is missing`);
    return;
  }
  /** @type {string[]} */
  const faults = [];
  for (const each of meanings(document, writing)) {
    try {
      const value =
        each.mediaType === undefined ? decode(raw, each) : ofMediaType(each.mediaType, decodeContent(parameter, raw));
      const fault = faultOf(document, each.schema, value);
      if (fault === undefined) return void verdict.values.push(value);
      faults.push(`${label}: ${fault}`);
    } catch (error) {
      faults.push(`${label} cannot be read: ${error instanceof Error ? error.message : error}`);
    }
  }
  verdict.problems.push(...faults.slice(0, 1));
}

/**
 * The schema as a whole, and each alternative of a choice: text does not show which one was meant.
 * @param {MockDocument} document
 * @param {Writing} writing
 * @returns {Generator<Writing, void>}
 */
function* meanings(document, writing) {
  yield writing;
  const node = document.follow(writing.schema);
  for (const schema of [...list(node?.oneOf), ...list(node?.anyOf)]) yield { ...writing, schema };
}

/**
 * @param {Pick<Parameter, 'in'>} parameter
 * @param {Raw} raw
 */
function decodeContent(parameter, raw) {
  if (typeof raw === 'string') return parameter.in === 'header' ? raw : decodeForm(raw);
  const [pair] = raw;
  if (!pair || !('value' in pair)) throw new Error('it has no text');
  return decodeForm(pair.value);
}
