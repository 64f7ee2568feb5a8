import { Buffer, isAscii } from 'node:buffer';
import type { JsonValue } from '../../../contract/encoding/json.js';

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
