import { parsePublicKey } from '../../../src/contract/keys/public-key.js';
import { generateKey } from '../../../src/push/keys/generate-key.js';
import { loadSigningKey } from '../../../src/push/keys/load-signing-key.js';
import { RFC8037 } from '../../contract/keys/known-keys.js';

describe('keygen', () => {
  test('writes halves that both sides read as one key', async () => {
    const pair = generateKey('k1');
    const loaded = loadSigningKey(pair.privatePem);
    expect(loaded.ok && loaded.key.thumbprint).toBe(pair.thumbprint);
    for (const text of [pair.publicPem, JSON.stringify(pair.publicJwk)]) {
      const parsed = await parsePublicKey(text);
      expect(parsed.ok && parsed.key.thumbprint).toBe(pair.thumbprint);
    }
    expect(pair.publicJwk).toMatchObject({ kid: 'k1', alg: 'EdDSA', use: 'sig' });
  });

  test('makes another key each time', () => {
    expect(generateKey('k1').thumbprint).not.toBe(generateKey('k1').thumbprint);
  });

  test('takes its randomness from the source it is given', () => {
    const pair = generateKey('k1', (bytes) => Buffer.from(RFC8037.seedHex, 'hex').subarray(0, bytes));
    expect(pair.thumbprint).toBe(RFC8037.thumbprint);
    expect(pair.privatePem).toBe(
      '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n',
    );
    expect(pair.publicPem).toBe(`-----BEGIN PUBLIC KEY-----\n${RFC8037.spki}\n-----END PUBLIC KEY-----\n`);
  });

  test('does not make a key of fewer random bytes than asked for', () => {
    expect(() => generateKey('k1', () => new Uint8Array(16))).toThrow('random must give 32 bytes, gave 16');
  });
});
