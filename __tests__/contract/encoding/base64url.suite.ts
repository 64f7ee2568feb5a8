import { decodeBase64url, encodeBase64url } from '../../../src/contract/encoding/base64url.js';
import { utf8 } from '../../../src/contract/encoding/bytes.js';
import { deepEqual, equal, type SuiteCase } from '../assert.js';

/** RFC 4648 section 10, without padding. */
const RFC4648: [string, string][] = [
  ['', ''],
  ['f', 'Zg'],
  ['fo', 'Zm8'],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg'],
  ['fooba', 'Zm9vYmE'],
  ['foobar', 'Zm9vYmFy'],
];

const REFUSED: Record<string, string> = {
  padding: 'Zg==',
  'stray bits in the last character': 'Zh',
  'the standard alphabet': '+/+/',
  'white space': 'Zm 9v',
  'a line break at its end': 'Zm9v\n',
  'a single character': 'Z',
  'a length that no bytes have': 'Zm9vZ',
  'a character outside ASCII': 'Zm9\u00e9',
};

export const cases: SuiteCase[] = [
  ...RFC4648.map(([text, encoded]) => ({
    name: `encodes "${text}" as RFC 4648 does, and back`,
    run: () => {
      equal(encodeBase64url(utf8(text)), encoded);
      deepEqual(decodeBase64url(encoded), utf8(text));
    },
  })),
  { name: 'uses the URL alphabet', run: () => equal(encodeBase64url(Uint8Array.from([0xfb, 0xff, 0xbf])), '-_-_') },
  {
    name: 'keeps every byte',
    run: () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      deepEqual(decodeBase64url(encodeBase64url(bytes)), bytes);
    },
  },
  ...Object.entries(REFUSED).map(([name, text]) => ({
    name: `refuses ${name}`,
    run: () => equal(decodeBase64url(text), undefined),
  })),
];
