import { fromUtf8, utf8 } from '../../../src/contract/encoding/bytes.js';
import { sha256Hex, toHex } from '../../../src/contract/encoding/digest.js';
import { equal, throws, type SuiteCase } from '../assert.js';

export const cases: SuiteCase[] = [
  {
    name: 'gives the digest of FIPS 180-4 for a text and for its bytes',
    run: async () => {
      const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
      equal(await sha256Hex('abc'), digest);
      equal(await sha256Hex(utf8('abc')), digest);
    },
  },
  {
    name: 'hashes the UTF-8 form of a text',
    run: async () => equal(await sha256Hex('é'), await sha256Hex(Uint8Array.from([0xc3, 0xa9]))),
  },
  {
    name: 'writes hex in lower case with leading zeros',
    run: () => equal(toHex(Uint8Array.from([0, 10, 255])), '000aff'),
  },
  {
    name: 'keeps a byte order mark for comparison',
    run: () => equal(fromUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b])), '\uFEFF{'),
  },
  ...[[0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xff]].map((bytes) => ({
    name: `refuses the bytes ${toHex(Uint8Array.from(bytes))} as UTF-8`,
    run: () => void throws(() => fromUtf8(Uint8Array.from(bytes))),
  })),
];
