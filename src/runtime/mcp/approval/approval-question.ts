import type { OperationDocument } from '../../../contract/bundle/bundle-index.js';
import { definitionName } from '../../../contract/encoding/definition-reference.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { buildRequest } from '../../../contract/request/build-request.js';
import type { CatalogOperation, LoadedOperation } from '../../catalog/open-catalog.js';

/** Most of one text, of the URL and of all arguments that is shown, in characters. */
const MAX_TEXT = 300;
const MAX_URL = 1000;
const MAX_ARGUMENTS = 4000;
const HIDDEN = '[hidden]';
/** What is not seen, or turns text round: a person must decide on what is there. Line ends are the layout's own. */
const UNSEEN = /[^\n\P{C}]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A call that waits for a person's yes. Its arguments fit the operation's schema. */
export interface WaitingCall extends LoadedOperation {
  operation: CatalogOperation;
  args: JsonObject;
}

/**
 * What a person is asked: operation, where the request goes, and its arguments. Credentials are no part of it, and
 * what the API's description calls a password (`format`) is hidden.
 */
export function approvalQuestion({ operation: { key, entry }, document, defs, args }: WaitingCall): string {
  const hidden = passwordNames(document.input, defs);
  const shown = JSON.parse(
    JSON.stringify(args, (name, value: JsonValue) => (hidden.has(name) ? HIDDEN : value)),
  ) as JsonObject;
  const lines = [
    `Allow ${key}? ${entry.summary}`.trim(),
    `${document.request.method} ${cut(urlOf(document, shown), MAX_URL)}`,
    `Operation ${entry.id} of spec ${entry.spec}, with the arguments:`,
    cut(
      JSON.stringify(shown, (_, value: JsonValue) => (typeof value === 'string' ? cut(value, MAX_TEXT) : value), 2),
      MAX_ARGUMENTS,
    ),
    'A yes is good for this one call.',
  ];
  return lines.join('\n').replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

function urlOf({ request }: OperationDocument, args: JsonObject): string {
  const built = buildRequest(request, args);
  return built.ok ? built.request.url : request.server + request.path;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}… (${text.length - length} more characters, not shown)` : text;
}

/**
 * Names of properties with `format: password`: their own, or that of a definition, form or item of theirs. Without recursion:
 * schemas may be deep.
 */
function passwordNames(schema: JsonObject, defs: JsonObject): Set<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const waiting: [owner: string, node: JsonValue | undefined][] = [['', schema]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [owner, node] = next;
    if (typeof node !== 'object' || node === null) continue;
    if ('format' in node && node.format === 'password') names.add(owner);
    for (const [keyword, inner] of Object.entries(node)) {
      const definition = keyword === '$ref' ? definitionName(inner) : undefined;
      const isMap = keyword === 'properties' && isJsonObject(inner);
      const mark = isMap ? inner : definition === undefined ? undefined : JSON.stringify([owner, definition]);
      if (mark !== undefined && seen.has(mark)) continue;
      seen.add(mark);
      if (isMap) for (const property of Object.entries(inner)) waiting.push(property);
      else waiting.push([owner, definition === undefined ? inner : defs[definition]]);
    }
  }
  // The name of what is shown as a whole.
  names.delete('');
  return names;
}
