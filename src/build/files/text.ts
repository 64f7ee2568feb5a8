import { fromUtf8, utf8 } from '../../contract/encoding/bytes.js';
import { isBinaryName, isMarkdown, mediaTypeOf } from './media-types.js';

/** As git does: a NUL this early means that a file is no text. */
const SNIFFED_BYTES = 8 * 1024;
/** The pointer format allows less than this. */
const MAX_LFS_POINTER_BYTES = 1024;
const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const LF = 0x0a;

/** What a file's bytes are. */
export type FileBody =
  | { kind: 'text'; mediaType: string; text: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'binary'; mediaType: string; bytes: Uint8Array<ArrayBuffer> }
  /** A markdown file that is not UTF-8, with the first line that is not. */
  | { kind: 'not-utf8'; line: number }
  /** A Git LFS pointer: the content itself was not checked out. */
  | { kind: 'lfs-pointer' };

/**
 * Tells text from binary and normalises text: UTF-8 without byte order mark, lines ended by LF. Binary is what its
 * ending says, what has a NUL in its first 8 KiB, or what is not UTF-8; markdown must be text.
 */
export function interpretFile(path: string, bytes: Uint8Array<ArrayBuffer>): FileBody {
  if (isLfsPointer(bytes)) return { kind: 'lfs-pointer' };
  const text = isBinaryName(path) || hasNul(bytes) ? undefined : decodeText(bytes);
  if (text !== undefined)
    return { kind: 'text', mediaType: mediaTypeOf(path) ?? 'text/plain', text, bytes: utf8(text) };
  if (isMarkdown(path)) return { kind: 'not-utf8', line: firstBrokenLine(bytes) };
  return { kind: 'binary', mediaType: mediaTypeOf(path) ?? 'application/octet-stream', bytes };
}

/** Decodes UTF-8 strictly, drops the byte order mark, and makes every line end LF; undefined when it is not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return fromUtf8(bytes)
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

/** Whether a file is a Git LFS pointer instead of the content it stands for. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  if (bytes.length >= MAX_LFS_POINTER_BYTES) return false;
  return decodeText(bytes)?.startsWith(LFS_POINTER) === true;
}

function hasNul(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SNIFFED_BYTES).includes(0);
}

/** LF is never part of a longer UTF-8 sequence, so lines can be decoded one by one. */
function firstBrokenLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(LF, start);
    const content = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (end === -1 || content.includes(0) || decodeText(content) === undefined) return line;
    start = end + 1;
  }
}
