import { decodeText, interpretFile, isLfsPointer, mediaTypeOf } from '../../../src/build/files/interpret-file.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const BOM = '\ufeff';

test.each([
  ['CRLF', 'a\r\nb\r\n', 'a\nb\n'],
  ['lone CR', 'a\rb\r\r\nc', 'a\nb\n\nc'],
  ['a byte order mark', `${BOM}a`, 'a'],
  ['only the first byte order mark', `${BOM}${BOM}a`, `${BOM}a`],
  ['nothing', '', ''],
])('normalises %s', (_, from, to) => {
  expect(interpretFile('a.md', utf8(from))).toEqual({
    kind: 'text',
    mediaType: 'text/markdown',
    text: to,
    bytes: utf8(to),
  });
});

test('gives the same bytes for a checkout with CRLF and one with LF', () => {
  expect(interpretFile('a.csv', utf8('x,y\r\n1,2\r\n'))).toEqual(interpretFile('a.csv', utf8('x,y\n1,2\n')));
});

test('leaves binary files as they are, by ending or by a NUL in the first 8 KiB', () => {
  const png = utf8('\x89PNG\r\n');
  expect(interpretFile('a.PNG', png)).toEqual({ kind: 'binary', mediaType: 'image/png', bytes: png });
  const nul = utf8(`${'a'.repeat(8191)}\0`);
  expect(interpretFile('data', nul)).toMatchObject({ kind: 'binary', mediaType: 'application/octet-stream' });
  expect(interpretFile('data', utf8(`${'a'.repeat(8192)}\0`))).toMatchObject({ kind: 'text', mediaType: 'text/plain' });
});

test('takes a table in another encoding for binary, and markdown in another encoding for a mistake', () => {
  const latin1 = Uint8Array.of(0x61, 0x0a, 0x0a, 0xe9, 0x0a);
  expect(interpretFile('a.csv', latin1)).toEqual({ kind: 'binary', mediaType: 'text/csv', bytes: latin1 });
  expect(interpretFile('a.md', latin1)).toEqual({ kind: 'not-utf8', line: 3 });
  const utf16 = Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00);
  expect(interpretFile('a.md', utf16)).toEqual({ kind: 'not-utf8', line: 1 });
});

test.each(['a\xc0\xaf', '\xed\xa0\x80', '\xf5', '\xe2\x82'])('does not decode %j', (bytes) => {
  expect(decodeText(Uint8Array.from(bytes, (character) => character.charCodeAt(0)))).toBeUndefined();
});

test('recognises a Git LFS pointer, and not a text that speaks of one', () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
  expect(isLfsPointer(utf8(pointer))).toBe(true);
  expect(isLfsPointer(utf8(pointer.replaceAll('\n', '\r\n')))).toBe(true);
  expect(interpretFile('a.png', utf8(pointer))).toEqual({ kind: 'lfs-pointer' });
  expect(isLfsPointer(utf8(`# LFS\n${pointer}`))).toBe(false);
  expect(isLfsPointer(utf8(pointer + 'x'.repeat(1024)))).toBe(false);
});

test.each([
  ['a.md', 'text/markdown'],
  ['b/A.MDX', 'text/markdown'],
  ['a.yml', 'application/yaml'],
  ['a.tar.gz', 'application/gzip'],
  ['LICENSE', undefined],
  ['.png/x', undefined],
  ['a.constructor', undefined],
])('knows the media type of %s', (path, type) => {
  expect(mediaTypeOf(path)).toBe(type);
});
