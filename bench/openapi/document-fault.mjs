// Why an operation that fails could not be requested by anybody who takes its description literally: asked only after a failure,
// and still a failure; it names the class.
import { writingOf } from './strict-mock/decode.mjs';
import { list } from './strict-mock/document.mjs';
import { isReadOnly, kindsOf, propertiesOf } from './strict-mock/schema.mjs';

/** @import { MockDocument, Operation, Parameter } from './strict-mock/document.mjs' */

/**
 * Looks for one kind of fault.
 * @typedef {(document: MockDocument, operation: Operation) => string | false | undefined} FaultTest
 */

/**
 * The fault of a description, in words, or `undefined`.
 * @param {MockDocument} document
 * @param {Operation} operation
 */
export function documentFault(document, operation) {
  return [fragmentFault, nameFault, neighbourFault, mediaFault, sharedNameFault, nestedFault, emptyFault]
    .map((test) => test(document, operation) || undefined)
    .find((fault) => fault !== undefined);
}

/** @type {FaultTest} */
function fragmentFault(_document, { path, parameters }) {
  const fragment = path.split('#').slice(1).join('#');
  if (fragment.includes('{')) return 'a placeholder in the fragment of the path';
  const asked = fragment.split('&').flatMap((piece) => (piece.includes('=') ? piece.split('=', 1) : []));
  return (
    asked.some((name) => !parameters.some((each) => each.name === name)) &&
    'a fragment that asks for what no parameter sends'
  );
}

/** @type {FaultTest} */
function nameFault(_document, { parameters }) {
  return parameters.some(({ name }) => typeof name !== 'string' || name === '') && 'a parameter without a name';
}

/** @type {FaultTest} */
function neighbourFault(_document, { path }) {
  return path.includes('}{') && 'placeholders with nothing between them';
}

/** @type {FaultTest} */
function mediaFault(document, { node }) {
  const content = document.follow(node.requestBody)?.content;
  if (!content || Object.keys(content).length === 0) return undefined;
  const types = Object.keys(content).map((type) => type.replace(/;.*$/s, '').trim().toLowerCase());
  if (!types.some((type) => /^[^/\s]+\/[^/\s]+$/.test(type))) return 'a body without a media type';
  const isNameless = (/** @type {string} */ type) =>
    /^(?:multipart\/|application\/x-www-form)/.test(type) &&
    !kindsOf(document, Object.values(content)[types.indexOf(type)]?.schema).has('object');
  return types.every(isNameless) && 'a form that is no object, so that its fields have no names';
}

/**
 * The members of an exploded object are parameters of their own on the wire.
 * @type {FaultTest}
 */
function sharedNameFault(document, { parameters }) {
  const names = parameters
    .filter((each) => each.in === 'query')
    .flatMap((each) => {
      const { style, explode, schema } = writingOf(document, each);
      const isSpread = style === 'form' && explode && kindsOf(document, schema).has('object');
      const members = [...(propertiesOf(document, schema)?.keys() ?? [])];
      // One that lists nothing may hold any name.
      return !isSpread ? [each.name] : members.length > 0 ? members : ['(any)'];
    });
  return (
    new Set(names).size < names.length && 'query parameters that share a name on the wire (members of exploded objects)'
  );
}

/** @type {FaultTest} */
function nestedFault(document, { parameters }) {
  const isNested = (/** @type {Parameter} */ each) => {
    const { schema, mediaType } = writingOf(document, each);
    const node = document.follow(schema);
    const inner = kindsOf(document, schema).has('array')
      ? [node?.items]
      : [...(propertiesOf(document, schema)?.values() ?? [])];
    return (
      mediaType === undefined &&
      inner.some((part) => ['array', 'object'].some((kind) => kindsOf(document, part).has(kind)))
    );
  };
  return (
    parameters.some((each) => (each.in === 'path' || each.in === 'header') && isNested(each)) &&
    'a value inside another in a path or header, for which there is no style'
  );
}

/** @type {FaultTest} */
function emptyFault(document, { parameters }) {
  const isEmpty = (/** @type {Parameter} */ { schema }) => {
    const members = propertiesOf(document, schema);
    return (
      members !== undefined && members.size > 0 && [...members.values()].every((member) => isReadOnly(document, member))
    );
  };
  return (
    list(parameters).some((each) => each.in === 'path' && isEmpty(each)) &&
    'an object in the path that can hold nothing'
  );
}
