import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import type { JsonValue } from '../../../contract/encoding/json.js';
import type { FileFault, FileTree } from '../../files/file-tree.js';
import { MAX_DOCUMENT_BYTES } from '../limits.js';
import { parseMostlyAscii } from './mostly-ascii.js';
import { parseText } from './parse-text.js';

/** One file of an API description, parsed. */
export interface SourceFile {
  /** Relative to the root of the file tree. */
  path: string;
  format: 'json' | 'yaml';
  /** Kept as bytes, and decoded only to place a finding on its line. */
  bytes: Uint8Array<ArrayBuffer>;
  root: JsonValue;
}

/** Why a file gives no document. */
export type SourceFault =
  | { fault: FileFault; detail?: string }
  | { fault: 'encoding' }
  | { fault: 'syntax'; reason: string; line?: number; column?: number };

/** The outcome of {@link readSourceFile}. */
export type SourceOutcome = { ok: true; file: SourceFile } | ({ ok: false; path: string } & SourceFault);

/** Reads and parses one file, JSON or YAML by its content. Never throws for what the file holds. */
export async function readSourceFile(files: FileTree, path: string): Promise<SourceOutcome> {
  const content = await files.read(path, { maxBytes: MAX_DOCUMENT_BYTES });
  if (!content.ok) return { ...content, path };
  const root = isUtf8(content.bytes) ? parseMostlyAscii(content.bytes) : undefined;
  if (root !== undefined) return { ok: true, file: { path, format: 'json', bytes: content.bytes, root } };
  const text = decode(content.bytes);
  if (text === undefined) return { ok: false, path, fault: 'encoding' };
  const parsed = parseText(text, path);
  if (!parsed.ok) return { ...parsed, path, fault: 'syntax' };
  return { ok: true, file: { path, format: parsed.format, bytes: content.bytes, root: parsed.root } };
}

/** The text of a file's bytes without its byte order mark; `undefined` when they are no UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const { buffer, byteOffset, byteLength } = bytes;
  // Text of one byte a character takes half the memory, and is read in half the time.
  const text = Buffer.from(buffer, byteOffset, byteLength).toString(isAscii(bytes) ? 'latin1' : 'utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
