import { isUtf8 } from 'node:buffer';
import type { JsonValue } from '../../../contract/encoding/json.js';
import type { FileFault, FileTree } from '../../files/file-tree.js';
import { decodeUtf8 } from '../../files/interpret-file.js';
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
  const text = decodeUtf8(content.bytes);
  if (text === undefined) return { ok: false, path, fault: 'encoding' };
  const parsed = parseText(text, path);
  if (!parsed.ok) return { ...parsed, path, fault: 'syntax' };
  return { ok: true, file: { path, format: parsed.format, bytes: content.bytes, root: parsed.root } };
}
