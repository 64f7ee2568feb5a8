import type { ListedOperation } from '../names/list-operations.js';
import { pathSteps } from './path-shape.js';

/** First words of ids, and last words of paths, of POSTs that only read. */
const READING = new Set(
  (
    'aggregate autocomplete batchget calculate compare count describe estimate fetch filter find get list lookup preview query quote ' +
    'read search simulate suggest validate'
  ).split(' '),
);

/** Of a POST beside a GET on the same path, only these are a longer way to ask. */
const ASKING = new Set(['query', 'search']);

/** First words of ids, and last words of paths, of GETs that change something. */
const WRITING = new Set(
  (
    'activate approve cancel create deactivate delete disable enable insert logout reject remove reset restart revoke signout ' +
    'subscribe trigger unsubscribe update'
  ).split(' '),
);

/** Anywhere in an id, these speak against reading: `listCreate` creates a list. */
const CHANGING = new Set([
  ...WRITING,
  ...'add apply assign edit import make post put save send set start stop store upload write'.split(' '),
]);

/** Whether a POST only reads, by its name. A word alone decides, so whatever also sounds like a change does not count. */
export function isReadingPost(operation: ListedOperation, hasGet: boolean): boolean {
  const words = idWords(operation);
  const last = lastWord(operation);
  if (words.some((word) => CHANGING.has(word))) return false;
  if (hasGet) return ASKING.has(last);
  return READING.has(last) || READING.has(words[0] ?? '') || (words[0] === 'batch' && words[1] === 'get');
}

/** Whether a GET is named like a change. */
export function isWritingGet(operation: ListedOperation): boolean {
  return WRITING.has(lastWord(operation)) || WRITING.has(idWords(operation)[0] ?? '');
}

/** `searchOrders` → search, orders; `issues/list-for-repo` → list, for, repo: the words of an id behind its namespace. */
function idWords({ id, method, path }: ListedOperation): string[] {
  if (id === `${method} ${path}`) return [];
  const [own = ''] = id.split(/[./]/).slice(-1);
  return (own.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}

/** The last step of the path, when it is a word. */
function lastWord({ path }: ListedOperation): string {
  const last = pathSteps(path).at(-1);
  return last && !last.isParameter ? last.shape.replace(/^[/:_]+/, '').toLowerCase() : '';
}
