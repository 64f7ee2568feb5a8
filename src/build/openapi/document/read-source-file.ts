import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import type { JsonValue } from '../../../contract/encoding/json.js';
import { createPositions } from '../../diagnostics/positions.js';
import type { FileFault, FileTree } from '../../files/file-tree.js';
import { decodeUtf8 } from '../../files/interpret-file.js';
import { parseLarge } from '../../yaml/parse-yaml.js';
import { MAX_DOCUMENT_BYTES } from '../openapi-limits.js';
import { findJsonFault } from './json-fault.js';

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
type SourceFault =
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

/** The outcome of {@link parseText}; line and column are 1-based. */
type ParsedText =
  | { ok: true; format: 'json' | 'yaml'; root: JsonValue }
  | { ok: false; reason: string; line?: number; column?: number };

/**
 * Parses a document, JSON or YAML by its first character. A key that stands twice is tolerated, the last
 * one counts.
 */
function parseText(text: string, path: string): ParsedText {
  if (!/^\s*[[{]/.test(text)) return parseYaml(text);
  try {
    return { ok: true, format: 'json', root: JSON.parse(text) as JsonValue };
  } catch (error) {
    // YAML may begin with a brace too; a file that says it is YAML gets the second try.
    if (/\.ya?ml$/i.test(path)) return parseYaml(text);
    return jsonFault(text, path, error);
  }
}

function jsonFault(text: string, path: string, error: unknown): ParsedText {
  const fault = findJsonFault(text);
  if (!fault) return { ok: false, reason: error instanceof Error ? error.message : 'it is no JSON' };
  const { line, column } = createPositions(path, text).at(fault.offset);
  return { ok: false, reason: fault.reason, line, column };
}

function parseYaml(text: string): ParsedText {
  const parsed = parseLarge(text);
  return parsed.ok ? { ...parsed, format: 'yaml' } : parsed;
}

/** So many bytes are looked through one by one, and so many stretches beyond ASCII are worth escaping. */
const SMALL_BYTES = 128;
const MOST_STRETCHES = 10_000;
/** White space before a document that is looked past. */
const MOST_LEADING_BYTES = 1024;

/**
 * Parses JSON that is ASCII but for a few characters, such as quotation marks in descriptions. One character beyond ASCII
 * makes the engine keep the whole text with two bytes a character; written as escapes (RFC 8259 section 7) these mean the
 * same, and it keeps one. Returns `undefined` for anything else, and for what is no JSON: whoever asks
 * then reads the text as it is. The bytes must be UTF-8.
 */
export function parseMostlyAscii(bytes: Uint8Array): JsonValue | undefined {
  const text = beginsAsJson(bytes) && !isAscii(bytes) ? escapedText(bytes) : undefined;
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function beginsAsJson(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, MOST_LEADING_BYTES).find((byte) => byte > 0x20);
  return first === 0x7b || first === 0x5b;
}

function escapedText(bytes: Uint8Array): string | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stretches = stretchesBeyondAscii(source);
  // Behind a backslash an escape would mean something else.
  if (!stretches || stretches.some(([start]) => source[start - 1] === 0x5c)) return undefined;
  const length = stretches.reduce((sum, [start, end]) => sum + (end - start) * 6, source.length);
  const copy = Buffer.allocUnsafeSlow(length);
  let [written, from] = [0, 0];
  for (const [start, end] of stretches) {
    written += source.copy(copy, written, from, start);
    written += copy.write(escaped(source.toString('utf8', start, end)), written, 'latin1');
    from = end;
  }
  written += source.copy(copy, written, from);
  return copy.toString('latin1', 0, written);
}

function escaped(text: string): string {
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** Where bytes beyond ASCII begin and end; `undefined` when there are too many. */
function stretchesBeyondAscii(source: Buffer): [number, number][] | undefined {
  const found: [number, number][] = [];
  collect(source, 0, source.length, found);
  return found.length > MOST_STRETCHES ? undefined : found;
}

/** Halves what is not ASCII until little is left to look through byte by byte: checking a whole half costs next to nothing. */
function collect(source: Buffer, start: number, end: number, found: [number, number][]): void {
  if (found.length > MOST_STRETCHES || isAscii(source.subarray(start, end))) return;
  if (end - start > SMALL_BYTES) {
    const middle = (start + end) >> 1;
    collect(source, start, middle, found);
    collect(source, middle, end, found);
    return;
  }
  for (let at = start; at < end; at += 1) {
    if ((source[at] as number) < 0x80) continue;
    const last = found.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
}
