import { cleanJson, cleanText, redactor } from '../../../src/push/client/clean-text.js';

describe('a text from outside', () => {
  test('is one printable line', () => {
    expect(cleanText('a\r\n::error::b\u001b[31m\u2028c\u202ed')).toBe('a ::error::b [31m c d');
  });

  test('is cut without leaving half a character', () => {
    const cut = cleanText(`${'a'.repeat(499)}\u{1F600}`);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut).toHaveLength(501);
  });

  test('inside JSON is cleaned wherever it stands, and numbers stay', () => {
    expect(cleanJson({ 'a\n': ['b\u0007', 1, null, { c: 'd\t' }] })).toEqual({ 'a ': ['b ', 1, null, { c: 'd ' }] });
  });
});

describe('redaction', () => {
  test('hides every occurrence, and leaves no rest of a secret that contains another', () => {
    const redact = redactor(['secret', '', 'secret-and-more']);
    expect(redact('secret-and-more secret secret-and-more')).toBe('*** *** ***');
  });
});
