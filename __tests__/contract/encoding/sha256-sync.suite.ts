import { sha256Hex } from '../../../src/contract/encoding/digest.js';
import { sha256HexSync } from '../../../src/contract/encoding/sha256-sync.js';
import { equal, type SuiteCase } from '../assert.js';

/** What FIPS 180-4 and its examples publish. */
const PUBLISHED: [string, string][] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
];

export const cases: SuiteCase[] = [
  ...PUBLISHED.map(([text, digest]) => ({
    name: `gives the published digest of ${text.length} characters`,
    run: () => equal(sha256HexSync(text), digest),
  })),
  {
    name: 'agrees with WebCrypto at every length around a block boundary',
    run: async () => {
      for (let length = 0; length <= 200; length += 1) {
        const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
        equal(sha256HexSync(bytes), await sha256Hex(bytes));
      }
    },
  },
  {
    name: 'hashes the UTF-8 form of a text',
    run: async () => {
      for (const text of ['é', '日本語', '😀', '\ud800']) equal(sha256HexSync(text), await sha256Hex(text));
    },
  },
];
