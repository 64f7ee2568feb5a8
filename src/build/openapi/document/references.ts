import { posix } from 'node:path';
import { parsePointer } from './pointer.js';

/** A `$ref`, taken apart. `file` is relative to the root of the file tree. */
export type ParsedReference =
  | { ok: true; file: string; path: string[]; pointer: string }
  | { ok: false; reason: 'remote' | 'outside' | 'anchor' | 'malformed' };

const SCHEME = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/;

/**
 * Takes apart a reference that stands in `from` (RFC 3986 section 4.2, RFC 6901 section 6). Only files of the tree are
 * named: absolute paths and URLs have their own reasons.
 */
export function parseReference(reference: string, from: string): ParsedReference {
  if (SCHEME.test(reference)) return { ok: false, reason: 'remote' };
  const mark = reference.indexOf('#');
  const file = decodePercent(mark === -1 ? reference : reference.slice(0, mark));
  const pointer = decodePercent(mark === -1 ? '' : reference.slice(mark + 1));
  if (file === undefined || pointer === undefined || file.includes('\0')) return { ok: false, reason: 'malformed' };
  const path = parsePointer(pointer);
  if (!path) return { ok: false, reason: 'anchor' };
  const target = file === '' ? from : posix.normalize(posix.join(posix.dirname(from), file));
  if (file.startsWith('/') || target === '..' || target.startsWith('../')) return { ok: false, reason: 'outside' };
  return { ok: true, file: target, path, pointer };
}

function decodePercent(text: string): string | undefined {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return undefined;
  }
}
