// Reads and checks the body of a request in the media type that it says it has.
import { list } from './document.mjs';
import { isJson, OLD_STYLES, ofMediaType, scalar } from './decode.mjs';
import { readPairs, splitPairs } from './parameters.mjs';
import { faultOf, isReadOnly, kindsOf, propertiesOf } from './schema.mjs';

/** @import { BuiltRequest } from '../../../src/contract/request/request-template.js' */
/** @import { AnySchema, Encoding, MockDocument, Operation, Parameter } from './document.mjs' */
/** @import { Writing } from './decode.mjs' */
/** @import { ReadRequest, Verdict } from './judge.mjs' */

/**
 * A media type that a body may have; `fields` are the form fields of 2.0.
 * @typedef {{ type: string, schema: AnySchema, encoding: Record<string, Encoding>, fields?: Parameter[] }} BodyMedia
 */
/** @typedef {{ required: boolean, media: BodyMedia[] }} DocumentedBody */
/** @typedef {NonNullable<BuiltRequest['body']>} Body */

/**
 * Checks the body of a request against what is documented.
 * @param {MockDocument} document
 * @param {Operation} operation
 * @param {ReadRequest} request
 * @param {Verdict} verdict
 */
export function readBody(document, operation, request, verdict) {
  const documented = document.isOld ? oldBody(document, operation) : newBody(document, operation);
  if (!documented) {
    if (request.body !== undefined) verdict.problems.push('there is a body, and none is documented');
    return;
  }
  if (request.body === undefined) {
    const isDropped = verdict.expectsAll && documented.media.some(({ schema }) => saysSomething(document, schema));
    if (documented.required || isDropped) verdict.problems.push('the body is missing');
    return;
  }
  const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const media = bestMedia(documented.media, type);
  if (!media) return void verdict.problems.push(`the media type "${essence(type)}" is not documented`);
  try {
    checkContent(document, media, type, request.body, verdict);
  } catch (error) {
    verdict.problems.push(`the body cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * @param {MockDocument} document
 * @param {Operation} operation
 * @returns {DocumentedBody | undefined}
 */
function newBody(document, operation) {
  if (operation.node.requestBody === undefined) return undefined;
  const node = document.follow(operation.node.requestBody);
  if (!node) return { required: false, media: [] };
  const media = Object.entries(node.content ?? {}).map(([type, declared]) => {
    const value = document.follow(declared) ?? {};
    return { type, schema: value.schema, encoding: value.encoding ?? {} };
  });
  return { required: node.required === true, media };
}

/**
 * @param {MockDocument} document
 * @param {Operation} operation
 * @returns {DocumentedBody | undefined}
 */
function oldBody(document, operation) {
  const consumes = list(operation.node.consumes ?? document.root.consumes);
  const whole = operation.parameters.find((each) => each.in === 'body');
  const types = consumes.length > 0 ? consumes : ['application/json'];
  if (whole)
    return {
      required: whole.required === true,
      media: types.map((type) => ({ type, schema: whole.schema, encoding: {} })),
    };
  const fields = operation.parameters.filter((each) => each.in === 'formData');
  if (fields.length === 0) return undefined;
  /** @type {AnySchema} */
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((each) => [each.name, { ...each, required: undefined }])),
    required: fields.filter((each) => each.required === true).map((each) => each.name),
  };
  const media = ['multipart/form-data', 'application/x-www-form-urlencoded'].map((type) => ({
    type,
    schema,
    encoding: {},
    fields,
  }));
  return { required: fields.some((each) => each.required === true), media };
}

/**
 * A body whose schema lists nothing at all may be left out: there is nothing to say in it.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 */
function saysSomething(document, schema) {
  if (schema === undefined) return true;
  const properties = propertiesOf(document, schema);
  const node = document.follow(schema);
  const isObject = kindsOf(document, schema).has('object') && properties !== undefined;
  if (!isObject) return true;
  const sendable = [...properties].filter(([, member]) => !isReadOnly(document, member));
  return (
    sendable.length > 0 ||
    (properties.size === 0 && node?.additionalProperties !== false && node?.properties === undefined && !node?.allOf)
  );
}

/** @param {string} type */
function essence(type) {
  return type.replace(/;.*$/s, '').trim().toLowerCase();
}

/**
 * @param {BodyMedia[]} media
 * @param {string} type
 */
function bestMedia(media, type) {
  const wanted = essence(type);
  const exact =
    media.find((each) => each.type.trim().toLowerCase() === type.trim().toLowerCase()) ??
    media.find((each) => essence(each.type) === wanted);
  return exact ?? media.find((each) => matchesRange(essence(each.type), wanted));
}

/**
 * @param {string} range
 * @param {string} type
 */
function matchesRange(range, type) {
  if (range === '*/*' || range === '*') return true;
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1));
}

/**
 * @param {MockDocument} document
 * @param {BodyMedia} media
 * @param {string} type
 * @param {Body} body
 * @param {Verdict} verdict
 */
function checkContent(document, media, type, body, verdict) {
  const kind = essence(type);
  if (kind.startsWith('multipart/')) return checkMultipart(document, media, type, bytesOf(body), verdict);
  if (kind === 'application/x-www-form-urlencoded') return checkForm(document, media, String(body), verdict);
  if (isJson(kind) || (typeof body === 'string' && isStructured(document, media.schema) && !/xml|^text\//.test(kind)))
    return checkValue(document, media, JSON.parse(textOf(body)), verdict);
  verdict.values.push(typeof body === 'string' ? body : Buffer.from(body).toString('base64'));
  if (body.length === 0) verdict.problems.push('the body is empty');
}

/**
 * @param {MockDocument} document
 * @param {AnySchema} schema
 */
function isStructured(document, schema) {
  const kinds = kindsOf(document, schema);
  return kinds.has('object') || kinds.has('array');
}

/**
 * @param {MockDocument} document
 * @param {BodyMedia} media
 * @param {unknown} value
 * @param {Verdict} verdict
 */
function checkValue(document, media, value, verdict) {
  verdict.values.push(value);
  const fault = faultOf(document, media.schema, value);
  if (fault) verdict.problems.push(`the body: ${fault}`);
  checkAll(document, media.schema, value, verdict);
}

/**
 * When every argument was given, every property that is documented and can be sent has to be there.
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {unknown} value
 * @param {Verdict} verdict
 */
function checkAll(document, schema, value, verdict) {
  if (!verdict.expectsAll || value === null || typeof value !== 'object' || Array.isArray(value)) return;
  const properties = propertiesOf(document, schema) ?? new Map();
  if ((document.follow(schema)?.maxProperties ?? Infinity) < properties.size) return;
  for (const [name, member] of properties) {
    if (name !== '__proto__' && member !== false && !Object.hasOwn(value, name) && !isReadOnly(document, member))
      verdict.problems.push(`the body lacks "${name}"`);
  }
}

/**
 * @param {MockDocument} document
 * @param {BodyMedia} media
 * @param {string} text
 * @param {Verdict} verdict
 */
function checkForm(document, media, text, verdict) {
  const kinds = kindsOf(document, media.schema);
  // Documented as one text: the form as a whole, written by the caller.
  if (kinds.size === 1 && kinds.has('string')) {
    verdict.values.push(text);
    const fault = faultOf(document, media.schema, text);
    if (fault) verdict.problems.push(`the body: ${fault}`);
    return;
  }
  const pairs = splitPairs(text);
  const properties = propertiesOf(document, media.schema) ?? new Map();
  /** @type {Set<string>} */
  const present = new Set();
  for (const [name, schema] of properties) {
    const before = pairs.length;
    const field = { in: 'form field', name };
    const inner = { ...verdict, expectsAll: false };
    readPairs(document, field, formWriting(document, media, name, schema), pairs, inner);
    if (pairs.length < before) present.add(name);
  }
  checkPresence(document, media.schema, present, verdict);
  if (properties.size > 0 && document.follow(media.schema)?.additionalProperties === false) {
    for (const { name } of pairs) verdict.problems.push(`the form holds "${name}", which is not known`);
  } else verdict.values.push(...pairs.map(({ value }) => decodeURIComponent(value)));
}

/**
 * @param {MockDocument} document
 * @param {BodyMedia} media
 * @param {string} name
 * @param {AnySchema} schema
 * @returns {Writing}
 */
function formWriting(document, media, name, schema) {
  const old = media.fields?.find((each) => each.name === name);
  if (old) {
    const format = old.collectionFormat ?? 'csv';
    return {
      style: OLD_STYLES.get(format) ?? 'form',
      explode: format === 'multi',
      schema,
    };
  }
  const { style, explode, contentType } = media.encoding[name] ?? {};
  if (style !== undefined || explode !== undefined)
    return { style: style ?? 'form', explode: explode ?? (style ?? 'form') === 'form', schema };
  if (contentType !== undefined && isJson(contentType)) return { mediaType: contentType, schema };
  const kinds = kindsOf(document, schema);
  // Without an encoding an object travels as JSON, and a list repeats its name, each item by the same rule.
  if (kinds.has('object')) return { mediaType: 'application/json', schema };
  const items = kinds.has('array') ? document.follow(schema)?.items : undefined;
  if (items && isStructured(document, items)) return { style: 'jsonItems', schema };
  return { style: 'form', explode: true, schema };
}

/**
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {Set<string>} present
 * @param {Verdict} verdict
 */
function checkPresence(document, schema, present, verdict) {
  const required = new Set(requiredOf(document, schema));
  for (const [name, member] of propertiesOf(document, schema) ?? []) {
    if (present.has(name) || isReadOnly(document, member) || name === '__proto__') continue;
    if (required.has(name) || verdict.expectsAll) verdict.problems.push(`the body lacks "${name}"`);
  }
}

/**
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @returns {string[]}
 */
function requiredOf(document, schema, depth = 0) {
  const node = document.follow(schema);
  if (!node || depth > 20) return [];
  return [...list(node.required), ...list(node.allOf).flatMap((part) => requiredOf(document, part, depth + 1))];
}

/**
 * @param {MockDocument} document
 * @param {BodyMedia} media
 * @param {string} type
 * @param {Buffer} bytes
 * @param {Verdict} verdict
 */
function checkMultipart(document, media, type, bytes, verdict) {
  const parts = splitParts(type, bytes);
  /** @type {Set<string>} */
  const present = new Set();
  const properties = propertiesOf(document, media.schema) ?? new Map();
  for (const { name, filename, contentType, content } of parts) {
    present.add(name);
    if (properties.size > 0 && !properties.has(name) && document.follow(media.schema)?.additionalProperties === false)
      verdict.problems.push(`the part "${name}" is not known`);
    const asText = content.toString('utf8');
    if (filename !== undefined) verdict.values.push(filename, contentType, content.toString('base64'));
    else verdict.values.push(contentType && isJson(contentType) ? ofMediaType(contentType, asText) : asText);
    checkPart(document, properties.get(name), { name, filename, contentType, asText }, verdict);
  }
  checkPresence(document, media.schema, present, verdict);
}

/**
 * @param {MockDocument} document
 * @param {AnySchema} schema
 * @param {{ name: string, filename: string | undefined, contentType: string | undefined, asText: string }} part
 * @param {Verdict} verdict
 */
function checkPart(document, schema, { name, filename, contentType, asText }, verdict) {
  const node = document.follow(schema);
  const isFile = (/** @type {import('./document.mjs').Schema | undefined} */ each) =>
    each && (each.type === 'file' || each.format === 'binary');
  const item = node?.type === 'array' ? document.follow(node.items) : node;
  if (isFile(item)) {
    if (filename === undefined) verdict.problems.push(`the file "${name}" has no file name`);
    return;
  }
  const isList = node?.type === 'array';
  const value =
    contentType && isJson(contentType) ? JSON.parse(asText) : scalar(document, isList ? node.items : schema, asText);
  const fault =
    isList && !Array.isArray(value) ? faultOf(document, node.items, value) : faultOf(document, schema, value);
  if (fault) verdict.problems.push(`the part "${name}": ${fault}`);
}

/**
 * Parts by the boundary of the header (RFC 2046 section 5.1).
 * @param {string} type
 * @param {Buffer} bytes
 */
function splitParts(type, bytes) {
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  if (!boundary) throw new Error('multipart without a boundary');
  const text = bytes.toString('latin1');
  const pieces = text.split(`--${boundary}`);
  if (!pieces.at(-1)?.startsWith('--')) throw new Error('the last boundary is missing');
  return pieces.slice(1, -1).map((piece) => {
    const at = piece.indexOf('\r\n\r\n');
    const head = Buffer.from(piece.slice(2, at), 'latin1').toString('utf8');
    const name = /[; ]name="([^"]*)"/.exec(head)?.[1];
    if (name === undefined) throw new Error('a part has no name');
    const raw = {
      name: unquote(name),
      filename: /filename="([^"]*)"/.exec(head)?.[1],
      contentType: /^content-type: *(.+)$/im.exec(head)?.[1],
    };
    return { ...raw, content: Buffer.from(piece.slice(at + 4, -2), 'latin1') };
  });
}

/** @param {string} text */
function unquote(text) {
  return text.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

/** @param {Body} body */
function bytesOf(body) {
  return typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body);
}

/** @param {Body} body */
function textOf(body) {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}
