import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { utf8 } from '../../contract/encoding/bytes.js';

/** As git does: a NUL this early means that a file is no text. */
const SNIFFED_BYTES = 8 * 1024;
/** The pointer format allows less than this. */
const MAX_LFS_POINTER_BYTES = 1024;
const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const LF = 0x0a;

/** What a file's bytes are. */
type FileBody =
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

/** Decodes UTF-8 strictly and drops the byte order mark; undefined when it is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const { buffer, byteOffset, byteLength } = bytes;
  // Text of one byte a character takes half the memory, and is read in half the time.
  const text = Buffer.from(buffer, byteOffset, byteLength).toString(isAscii(bytes) ? 'latin1' : 'utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Decodes as {@link decodeUtf8} and makes every line end LF. */
export function decodeText(bytes: Uint8Array): string | undefined {
  return decodeUtf8(bytes)?.replace(/\r\n?/g, '\n');
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

interface MediaType {
  type: string;
  /** Set when files with this ending are never text, whatever their first bytes look like. */
  binary?: true;
}

const BINARY = (type: string): MediaType => ({ type, binary: true });
const TEXT = (type: string): MediaType => ({ type });

/** Endings that skills really have; everything else is told apart by content. */
const BY_ENDING = new Map<string, MediaType>([
  ...['md', 'markdown', 'mdx'].map((ending): [string, MediaType] => [ending, TEXT('text/markdown')]),
  ['txt', TEXT('text/plain')],
  ['json', TEXT('application/json')],
  ['jsonl', TEXT('application/jsonl')],
  ['yaml', TEXT('application/yaml')],
  ['yml', TEXT('application/yaml')],
  ['toml', TEXT('application/toml')],
  ['csv', TEXT('text/csv')],
  ['tsv', TEXT('text/tab-separated-values')],
  ['xml', TEXT('application/xml')],
  ['xsd', TEXT('application/xml')],
  ['html', TEXT('text/html')],
  ['htm', TEXT('text/html')],
  ['css', TEXT('text/css')],
  ['svg', TEXT('image/svg+xml')],
  ['js', TEXT('text/javascript')],
  ['mjs', TEXT('text/javascript')],
  ['cjs', TEXT('text/javascript')],
  ['ts', TEXT('text/x-typescript')],
  ['py', TEXT('text/x-python')],
  ['sh', TEXT('application/x-sh')],
  ['sql', TEXT('application/sql')],
  ['png', BINARY('image/png')],
  ['jpg', BINARY('image/jpeg')],
  ['jpeg', BINARY('image/jpeg')],
  ['gif', BINARY('image/gif')],
  ['webp', BINARY('image/webp')],
  ['avif', BINARY('image/avif')],
  ['ico', BINARY('image/vnd.microsoft.icon')],
  ['pdf', BINARY('application/pdf')],
  ['docx', BINARY('application/vnd.openxmlformats-officedocument.wordprocessingml.document')],
  ['xlsx', BINARY('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')],
  ['pptx', BINARY('application/vnd.openxmlformats-officedocument.presentationml.presentation')],
  ['zip', BINARY('application/zip')],
  ['gz', BINARY('application/gzip')],
  ['tgz', BINARY('application/gzip')],
  ['tar', BINARY('application/x-tar')],
  ['mp3', BINARY('audio/mpeg')],
  ['wav', BINARY('audio/wav')],
  ['mp4', BINARY('video/mp4')],
  ['webm', BINARY('video/webm')],
  ['woff', BINARY('font/woff')],
  ['woff2', BINARY('font/woff2')],
  ['ttf', BINARY('font/ttf')],
  ['otf', BINARY('font/otf')],
  ['wasm', BINARY('application/wasm')],
  ['sqlite', BINARY('application/vnd.sqlite3')],
  ['parquet', BINARY('application/vnd.apache.parquet')],
]);

/** The media type of a path by its ending, without parameters; undefined when the ending says nothing. */
export function mediaTypeOf(path: string): string | undefined {
  return BY_ENDING.get(endingOf(path))?.type;
}

/** Whether the ending alone says that a file is binary. */
function isBinaryName(path: string): boolean {
  return BY_ENDING.get(endingOf(path))?.binary === true;
}

/** Whether the ending says markdown. */
export function isMarkdown(path: string): boolean {
  return mediaTypeOf(path) === 'text/markdown';
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
