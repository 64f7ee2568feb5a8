import { posix } from 'node:path';
import { isJsonObject } from '../../../contract/encoding/json.js';
import { parsePointer } from './pointer.js';
import type { SourceFile } from './source-file.js';

/** A `$ref`, taken apart. `file` is relative to the root of the file tree. */
export type ParsedReference =
  | { ok: true; file: string; path: string[]; pointer: string; anchor?: string }
  | { ok: false; reason: 'remote' | 'outside' | 'malformed' };

/** JSON Schema 2020-12 "Core", section 8.2.2. */
const ANCHOR = /^[A-Za-z_][-\w.]*$/;

const SCHEME = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/;

/**
 * Takes apart a reference that stands in a file. The address that a document gives itself (`$self` of OpenAPI 3.2) is the
 * document: nothing is fetched for it.
 */
export function parseReferenceIn(file: SourceFile, reference: string): ParsedReference {
  const self = isJsonObject(file.root) ? file.root['$self'] : undefined;
  const isOwn = typeof self === 'string' && self !== '' && reference.startsWith(self);
  const rest = isOwn ? reference.slice(self.length) : reference;
  return parseReference(isOwn && (rest === '' || rest.startsWith('#')) ? rest : reference, file.path);
}

/**
 * Takes apart a reference that stands in `from` (RFC 3986 section 4.2, RFC 6901 section 6). Only files of the tree are
 * named: absolute paths and URLs have their own reasons.
 */
export function parseReference(reference: string, from: string): ParsedReference {
  // Nearly all references stay in their file, and a large document has thousands of them.
  if (reference.startsWith('#')) return parseFragment(reference.slice(1), from);
  if (SCHEME.test(reference)) return { ok: false, reason: 'remote' };
  const mark = reference.indexOf('#');
  const file = decodePercent(mark === -1 ? reference : reference.slice(0, mark));
  if (file === undefined || file.includes('\0')) return { ok: false, reason: 'malformed' };
  const target = file === '' ? from : posix.normalize(posix.join(posix.dirname(from), file));
  const parsed = parseFragment(mark === -1 ? '' : reference.slice(mark + 1), target);
  const isOutside = file.startsWith('/') || target === '..' || target.startsWith('../');
  return parsed.ok && isOutside ? { ok: false, reason: 'outside' } : parsed;
}

function parseFragment(fragment: string, file: string): ParsedReference {
  const pointer = decodePercent(fragment);
  if (pointer === undefined) return { ok: false, reason: 'malformed' };
  const path = parsePointer(pointer);
  if (path) return { ok: true, file, path, pointer };
  return ANCHOR.test(pointer)
    ? { ok: true, file, path: [], pointer, anchor: pointer }
    : { ok: false, reason: 'malformed' };
}

function decodePercent(text: string): string | undefined {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return undefined;
  }
}
