import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256HexSync } from '../../../src/contract/encoding/sha256-sync.js';

describe('sha256HexSync', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the digest that FIPS 180-4 publishes (case %#)', (text, digest) => {
    expect(sha256HexSync(text)).toBe(digest);
  });

  test('agrees with OpenSSL at every length around a block boundary', () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = new Uint8Array(length).fill(length);
      expect(sha256HexSync(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('agrees with OpenSSL on any bytes and any text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
        expect(sha256HexSync(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(sha256HexSync(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });
});
