// The strict mock: given an operation of a document and a request, says whether an API that takes its document literally
// would accept it. What is documented and not sent although everything was given counts as dropped, and fails.
import { readBody } from './body.mjs';
import { readParameters } from './parameters.mjs';

/** @import { BuiltRequest } from '../../../src/contract/request/request-template.js' */
/** @import { MockDocument, Operation } from './document.mjs' */

/**
 * What is found out about a request: what is wrong, and the values that arrived.
 * @typedef {{ problems: string[], values: unknown[], expectsAll: boolean }} Verdict
 */
/** @typedef {Omit<BuiltRequest, 'url'> & { path: string, query: string }} ReadRequest */

/**
 * Judges a request. `base` is the server's URL; `expectsAll` says that every documented argument was given; `sent` is what
 * was given: each of its scalars has to arrive somewhere.
 * @param {MockDocument} document
 * @param {Operation} operation
 * @param {BuiltRequest} request
 * @param {{ base: string, expectsAll: boolean, sent: unknown }} given
 * @returns {string[]} what is wrong
 */
export function judge(document, operation, request, { base, expectsAll, sent }) {
  /** @type {Verdict} */
  const verdict = { problems: [], values: [], expectsAll };
  if (request.method !== operation.method) verdict.problems.push('the method is another');
  if (!request.url.startsWith(base)) return ['the URL is not below its server'];
  const [path, query = ''] = split(request.url.slice(base.length));
  const read = { ...request, path, query };
  readParameters(document, operation, read, verdict);
  readBody(document, operation, read, verdict);
  if (verdict.problems.length === 0) verdict.problems.push(...lost(sent, verdict.values));
  return [...new Set(verdict.problems)];
}

/**
 * @param {string} text
 * @returns {[path: string, query?: string]}
 */
function split(text) {
  const at = text.indexOf('?');
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Scalars that were given and did not arrive.
 * @param {unknown} sent
 * @param {unknown[]} values
 */
function lost(sent, values) {
  /** @type {Map<string, number>} */
  const arrived = new Map();
  for (const text of scalars(values)) arrived.set(text, (arrived.get(text) ?? 0) + 1);
  for (const text of scalars(sent)) {
    const count = arrived.get(text) ?? 0;
    if (count === 0) return [`a value that was given did not arrive (${text.slice(0, 24)})`];
    arrived.set(text, count - 1);
  }
  return [];
}

/**
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
function* scalars(value) {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') return yield String(value);
  for (const member of Object.values(value)) yield* scalars(member);
}
