import { generateKeyPairSync, verify, createPublicKey } from 'node:crypto';
import { loadSigningKey } from '../../../src/push/keys/load-signing-key.js';
import type { SigningKey } from '../../../src/push/keys/signing-key.js';
import { pem, RFC8037 } from '../../contract/keys/known-keys.js';
import { ED25519_FORMS, OPENSSH_ED25519, OPENSSH_ED25519_ENCRYPTED, OPENSSH_RSA } from './private-forms.js';

const message = Buffer.from('a message');

function load(text: string): SigningKey {
  const loaded = loadSigningKey(text);
  if (!loaded.ok) throw new Error(loaded.reason);
  return loaded.key;
}

function reasonOf(text: string): string {
  const loaded = loadSigningKey(text);
  if (loaded.ok) throw new Error('expected a refusal');
  return loaded.reason;
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsaForms = {
  'PKCS#1 PEM': rsa.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString(),
  'PKCS#8 PEM': rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  'PKCS#8 PEM on one line': rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString().replaceAll('\n', ' '),
  'body of a PKCS#1 PEM': rsa.privateKey.export({ format: 'der', type: 'pkcs1' }).toString('base64'),
  'body of a PKCS#8 PEM': rsa.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  JWK: JSON.stringify(rsa.privateKey.export({ format: 'jwk' })),
  'JWK with alg and use': JSON.stringify({ ...rsa.privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }),
};

describe('an Ed25519 signing key', () => {
  test.each(ED25519_FORMS)('is read from $name', ({ text, repaired }) => {
    const key = load(text);
    expect(key.algorithm).toBe('EdDSA');
    expect(key.thumbprint).toBe(RFC8037.thumbprint);
    expect(key.publicJwk).toEqual({ kty: 'OKP', crv: 'Ed25519', x: RFC8037.x });
    expect(key.repaired).toBe(repaired);
  });

  test('signs as RFC 8037 appendix A.4 does', () => {
    const input = Buffer.from('eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc');
    expect(Buffer.from(load(RFC8037.seedHex).sign(input)).toString('base64url')).toBe(
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    );
  });

  test('signs as RFC 8032 section 7.1 does', () => {
    expect(Buffer.from(load(RFC8037.seedHex).sign(new Uint8Array())).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  test('confirms its own signature and no other', () => {
    const key = load(RFC8037.seedHex);
    const signature = key.sign(message);
    expect(key.confirm(message, signature)).toBe(true);
    expect(key.confirm(Buffer.from('another'), signature)).toBe(false);
    expect(key.confirm(message, signature.subarray(1))).toBe(false);
  });

  test('does not confirm an altered signature that tweetnacl itself would accept', () => {
    const key = load(RFC8037.seedHex);
    const signature = key.sign(message);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    let s = signature.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order;
    for (let index = 32; index < 64; index += 1, s >>= 8n) signature[index] = Number(s & 0xffn);
    expect(key.confirm(message, signature)).toBe(false);
  });
});

describe('an RSA signing key', () => {
  test.each(Object.entries(rsaForms))('is read from a %s', (_, text) => {
    const key = load(text);
    expect(key.algorithm).toBe('RS256');
    expect(verify('sha256', message, createPublicKey(rsa.privateKey), key.sign(message))).toBe(true);
    expect(key.confirm(message, key.sign(message))).toBe(true);
    expect(key.confirm(Buffer.from('another'), key.sign(message))).toBe(false);
    expect(Object.keys(key.publicJwk).sort()).toEqual(['e', 'kty', 'n']);
  });

  test('of 1024 bits is refused', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    expect(reasonOf(weak.export({ format: 'pem', type: 'pkcs8' }).toString())).toContain(
      'an RSA key of 1024 bits; 2048 to 4096 are accepted',
    );
  });

  test('with a small exponent is refused', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).privateKey;
    expect(reasonOf(weak.export({ format: 'pem', type: 'pkcs1' }).toString())).toContain(
      'an RSA key with a weak exponent',
    );
  });

  test('whose numbers do not belong together is refused', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    const mixed = { ...rsa.privateKey.export({ format: 'jwk' }), n: other.n };
    expect(reasonOf(JSON.stringify(mixed))).toMatch(
      /an RSA private key whose numbers do not belong together|a malformed RSA JWK/,
    );
  });

  test('as a JWK without its primes is refused', () => {
    const { kty, n, e, d } = rsa.privateKey.export({ format: 'jwk' });
    expect(reasonOf(JSON.stringify({ kty, n, e, d }))).toContain('an RSA JWK without "p", "q", "dp", "dq", "qi"');
  });
});

const exported = (pair: { privateKey: { export(options: object): string | Buffer } }) =>
  pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const flipped = RFC8037.seedHex + RFC8037.hex.replace(/.$/, '0');

describe('PKCS#8 version 2', () => {
  test('may carry attributes', () => {
    expect(load(pem('PRIVATE KEY', pkcs8([0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70], [0xa0, 0x00]))).thumbprint).toBe(
      RFC8037.thumbprint,
    );
  });
});

describe('what is no signing key is refused by name', () => {
  test.each<[string, string, string]>([
    ['an X25519 key', exported(generateKeyPairSync('x25519')), 'an X25519 private key'],
    ['an X448 key', exported(generateKeyPairSync('x448')), 'an X448 private key'],
    ['an Ed448 key', exported(generateKeyPairSync('ed448')), 'an Ed448 private key'],
    ['a P-256 key', exported(ec), 'a P-256 private key'],
    [
      'a P-256 key in SEC1 form',
      ec.privateKey.export({ format: 'pem', type: 'sec1' }).toString(),
      'an elliptic curve private key',
    ],
    ['a P-256 JWK', JSON.stringify(ec.privateKey.export({ format: 'jwk' })), 'a P-256 JWK'],
    ['an RSA-PSS key', exported(generateKeyPairSync('rsa-pss', { modulusLength: 2048 })), 'an RSA-PSS private key'],
    [
      'an X25519 JWK',
      JSON.stringify(generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' })),
      'an X25519 JWK',
    ],
    ['a public key', pem('PUBLIC KEY', RFC8037.spki), 'an Ed25519 public key: the signing key is the other half'],
    ['the body of a public key', RFC8037.spki, 'an Ed25519 public key'],
    [
      'a public JWK',
      JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: RFC8037.x }),
      'a public key (an Ed25519 JWK without "d")',
    ],
    [
      'a public RSA JWK',
      JSON.stringify(rsa.publicKey.export({ format: 'jwk' })),
      'a public key (an RSA JWK without "d")',
    ],
    ['an OpenSSH public key', RFC8037.ssh, 'an OpenSSH public key (ssh-ed25519)'],
    [
      'a PKCS#1 public key',
      rsa.publicKey.export({ format: 'pem', type: 'pkcs1' }).toString(),
      'an RSA public key in PKCS#1 form: the signing key is the other half',
    ],
    ['a certificate', pem('CERTIFICATE', 'MAA='), 'a certificate'],
    ['a certificate request', pem('CERTIFICATE REQUEST', 'MAA='), 'a PEM block of the kind "CERTIFICATE REQUEST"'],
    [
      'an encrypted PKCS#8 key',
      rsa.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
      'an encrypted private key; decrypt it with: openssl pkey',
    ],
    [
      'an encrypted PKCS#1 key',
      rsa.privateKey.export({ format: 'pem', type: 'pkcs1', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
      'an encrypted RSA PRIVATE KEY; decrypt it with: openssl pkey',
    ],
    [
      'an OpenSSH Ed25519 key',
      OPENSSH_ED25519,
      'an OpenSSH private key of type ssh-ed25519; make a new key with: frontmcp deploy keygen',
    ],
    [
      'an encrypted OpenSSH key',
      OPENSSH_ED25519_ENCRYPTED,
      'an OpenSSH private key of type ssh-ed25519, encrypted; make a new key',
    ],
    [
      'an OpenSSH RSA key',
      OPENSSH_RSA,
      'an OpenSSH private key of type ssh-rsa; convert a copy of it with: ssh-keygen -p -m PEM',
    ],
    [
      'an OpenSSH key that was cut off',
      pem('OPENSSH PRIVATE KEY', Buffer.from('openssh-key-v1\0').toString('base64')),
      'an OpenSSH private key; make a new key',
    ],
    [
      'a key that was cut off',
      pem('PRIVATE KEY', RFC8037.base64).split('-----END')[0] as string,
      'a PRIVATE KEY block without its last line',
    ],
    ['two keys', pem('PRIVATE KEY', RFC8037.base64).repeat(2), '2 PEM blocks (PRIVATE KEY, PRIVATE KEY)'],
    [
      'a PKCS#8 key with bytes behind it',
      pem('PRIVATE KEY', 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9gAA=='),
      'bytes that are no exact DER structure',
    ],
    [
      'a PKCS#8 key with a seed of 31 bytes',
      pem('PRIVATE KEY', 'MC0CAQAwBQYDK2VwBCEEH51hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn8='),
      'a malformed Ed25519 private key',
    ],
    [
      'a PKCS#8 key with parameters',
      pem('PRIVATE KEY', pkcs8([0x30, 0x07, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x05, 0x00])),
      'a malformed Ed25519 private key',
    ],
    [
      'a PKCS#8 key with a stranger behind the key',
      pem('PRIVATE KEY', pkcs8([0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70], [0x05, 0x00])),
      'a malformed Ed25519 private key',
    ],
    [
      'a PKCS#8 key with the public half of another',
      pem('PRIVATE KEY', v2WithOtherPublicKey()),
      'an Ed25519 private key whose public half belongs to another key',
    ],
    [
      'a JWK with the x of another key',
      JSON.stringify({ kty: 'OKP', crv: 'Ed25519', d: RFC8037.d, x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw' }),
      'an Ed25519 JWK whose "x" belongs to another key than its "d"',
    ],
    [
      'a JWK with a short d',
      JSON.stringify({ kty: 'OKP', crv: 'Ed25519', d: 'AAAA', x: RFC8037.x }),
      'an Ed25519 JWK whose "d" is not 32 bytes',
    ],
    [
      'a JWK for another algorithm',
      JSON.stringify({ ...rsa.privateKey.export({ format: 'jwk' }), alg: 'RS512' }),
      'a JWK for the algorithm RS512',
    ],
    ['64 bytes that are no tweetnacl key', flipped, '64 bytes whose second half is not the public key of the first'],
    ['33 bytes', `${RFC8037.seedHex}00`, '33 bytes; a raw Ed25519 seed has 32'],
    ['prose', 'not a key, sorry!', 'a text of 17 characters in no known form'],
  ])('%s', (_, text, words) => {
    const reason = reasonOf(text);
    expect(reason).toContain('expected an Ed25519 or RSA private key, got ');
    expect(reason).toContain(words);
  });

  test.each(['', '  \n', '\uFEFF', '""'])('an empty input (%j) has a reason of its own', (text) => {
    expect(reasonOf(text)).toMatch(/^no signing key: the input is empty\. .*forks and Dependabot/);
  });
});

/** A PKCS#8 structure around the seed, with that AlgorithmIdentifier and with those bytes behind the key. */
function pkcs8(identifier: number[], behind: number[] = []): string {
  const content = [
    0x02,
    0x01,
    0x00,
    ...identifier,
    0x04,
    0x22,
    0x04,
    0x20,
    ...Buffer.from(RFC8037.seedHex, 'hex'),
    ...behind,
  ];
  return Buffer.from([0x30, content.length, ...content]).toString('base64');
}

function v2WithOtherPublicKey(): string {
  const der = Buffer.from(
    'MFECAQEwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9ggSEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
    'base64',
  );
  der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
  return der.toString('base64');
}

describe('secrets', () => {
  const seed = Buffer.from(RFC8037.seedHex, 'hex');
  const tweetnacl = Buffer.concat([seed, Buffer.from(RFC8037.hex, 'hex')]);

  test.each(ED25519_FORMS)('$name: every form of the key is known for masking', ({ text }) => {
    const { secretForms } = load(text);
    expect(secretForms).toEqual(
      expect.arrayContaining([
        text,
        text.trim(),
        RFC8037.seedHex,
        RFC8037.seedHex.toUpperCase(),
        RFC8037.d,
        seed.toString('base64'),
        tweetnacl.toString('hex'),
        tweetnacl.toString('base64'),
        tweetnacl.toString('base64url'),
        'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g',
      ]),
    );
  });

  test('each line of an RSA key is known for masking, in both of its PEM forms, and its secret numbers', () => {
    const { secretForms } = load(rsaForms['PKCS#8 PEM']);
    const lines = [rsaForms['PKCS#1 PEM'], rsaForms['PKCS#8 PEM']]
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.length >= 8 && !line.startsWith('-'));
    expect(secretForms).toEqual(expect.arrayContaining(lines));
    const { d, p, q } = rsa.privateKey.export({ format: 'jwk' });
    expect(secretForms).toEqual(expect.arrayContaining([d, p, q]));
  });

  test('nothing that everybody has is masked', () => {
    for (const { text } of ED25519_FORMS) {
      for (const form of load(text).secretForms) {
        expect(form.length).toBeGreaterThanOrEqual(8);
        expect(form).not.toMatch(/^-----(BEGIN|END) [A-Z ]+-----$/);
        expect(form).not.toBe(RFC8037.x);
      }
    }
  });

  test('a key that is printed by mistake shows none of them', () => {
    const key = load(pem('PRIVATE KEY', 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g'));
    const printed = JSON.stringify({ ...key }) + JSON.stringify(key);
    for (const form of key.secretForms) expect(printed).not.toContain(form);
  });

  test('no refusal repeats any of the text', () => {
    const texts = [
      flipped,
      `${RFC8037.seedHex}00`,
      JSON.stringify({ kty: 'OKP', crv: RFC8037.d }),
      `-----BEGIN ${RFC8037.seedHex}-----`,
      `ssh-${RFC8037.seedHex} ${RFC8037.d}`,
    ];
    for (const text of texts) {
      const reason = reasonOf(text);
      expect(reason).not.toContain(RFC8037.d);
      expect(reason).not.toContain(RFC8037.seedHex);
    }
  });
});
