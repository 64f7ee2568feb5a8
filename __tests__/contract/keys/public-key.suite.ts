import { encodeBase64url } from '../../../src/contract/encoding/base64url.js';
import { DER_TAG, writeDer } from '../../../src/contract/keys/der.js';
import { parsePublicKey } from '../../../src/contract/keys/public-key.js';
import { deepEqual, equal, ok, type SuiteCase } from '../assert.js';
import {
  base64,
  E,
  hex,
  integer,
  modulus,
  NULL,
  OIDS,
  OTHER,
  pem,
  RFC8037,
  rfc8037Spki,
  rsaSpki,
  spki,
} from './known-keys.js';

const PEM = pem('PUBLIC KEY', RFC8037.spki);
const JWK = { kty: 'OKP', crv: 'Ed25519', x: RFC8037.x };
const SSH_BLOB = RFC8037.ssh.split(' ')[1] as string;

/** Every accepted form of the one key of RFC 8037. */
const ACCEPTED: Record<string, string> = {
  'an SPKI PEM': PEM,
  'a PEM with CRLF': PEM.replaceAll('\n', '\r\n'),
  'a PEM without a last line break': PEM.trim(),
  'a PEM with literal \\n': PEM.replaceAll('\n', '\\n'),
  'a PEM with literal \\r\\n': PEM.replaceAll('\n', '\\r\\n'),
  'a PEM on one line with spaces': PEM.trim().replaceAll('\n', ' '),
  'a PEM on one line without spaces': PEM.replaceAll('\n', ''),
  'a PEM with a byte order mark': `\uFEFF${PEM}`,
  'a PEM with indentation': PEM.replaceAll(/^/gm, '    '),
  'a PEM in double quotes': `"${PEM}"`,
  'a PEM in single quotes': `'${PEM.trim()}'`,
  'a PEM in quotes with literal \\n': `"${PEM.replaceAll('\n', '\\n')}"`,
  'base64 of a PEM': base64(PEM),
  'base64 of a PEM, in lines': base64(PEM).replaceAll(/.{20}/g, '$&\n'),
  'base64 of a PEM with a byte order mark': base64(`\uFEFF${PEM}`),
  'a PEM with a comment before it': `my key\n${PEM}`,
  'the body of a PEM': RFC8037.spki,
  'a JWK': JSON.stringify(JWK),
  'a JWK with alg EdDSA': JSON.stringify({ ...JWK, alg: 'EdDSA', use: 'sig', kid: 'k' }),
  'a JWK with alg Ed25519': JSON.stringify({ ...JWK, alg: 'Ed25519' }),
  'a JWK set of one key': JSON.stringify({ keys: [JWK] }),
  'a JWK over several lines, in quotes with escapes': `"${JSON.stringify(JWK, null, 1).replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  'base64 of a JWK': base64(JSON.stringify(JWK)),
  '64 hex digits': RFC8037.hex,
  '64 hex digits in upper case': RFC8037.hex.toUpperCase(),
  '32 bytes in base64': RFC8037.base64,
  '32 bytes in base64 without padding': RFC8037.base64.replace('=', ''),
  '32 bytes in base64url': RFC8037.x,
  'an ssh-ed25519 line': RFC8037.ssh,
  'an ssh-ed25519 line with a comment': `${RFC8037.ssh} ci@example.com\n`,
};

const p256Point = Uint8Array.from([4, ...new Uint8Array(64).fill(7)]);
const privateInfo = writeDer(
  DER_TAG.sequence,
  integer(Uint8Array.from([0])),
  writeDer(DER_TAG.sequence, writeDer(DER_TAG.oid, hex('2b6570'))),
  writeDer(DER_TAG.octetString, writeDer(DER_TAG.octetString, hex(RFC8037.seedHex))),
);
const certificate = writeDer(
  DER_TAG.sequence,
  writeDer(DER_TAG.sequence, NULL),
  writeDer(DER_TAG.sequence, writeDer(DER_TAG.oid, hex('2b6570'))),
  writeDer(DER_TAG.bitString, new Uint8Array(65)),
);
const spkiPem = (der: Uint8Array) => pem('PUBLIC KEY', base64(der));
const rsaJwk = (n: Uint8Array, e: Uint8Array) =>
  JSON.stringify({ kty: 'RSA', n: encodeBase64url(n), e: encodeBase64url(e) });
const key32 = hex(RFC8037.hex);

/** What is refused, and the words by which it is named. */
const REFUSED: Record<string, [string, string]> = {
  'an empty text': ['', 'an empty text'],
  'white space': [' \n\uFEFF', 'an empty text'],
  'an X25519 PEM': [spkiPem(spki(OIDS.x25519, key32)), 'an X25519 public key'],
  'the body of an X25519 PEM': [base64(spki(OIDS.x25519, key32)), 'an X25519 public key'],
  'an Ed448 PEM': [spkiPem(spki(OIDS.ed448, new Uint8Array(57))), 'an Ed448 public key'],
  'a P-256 PEM': [spkiPem(spki(OIDS.ec, p256Point, writeDer(DER_TAG.oid, hex(OIDS.p256)))), 'a P-256 public key'],
  'an RSA-PSS PEM': [
    spkiPem(spki(OIDS.rsaPss, writeDer(DER_TAG.sequence, integer(modulus(2048)), integer(E)))),
    'an RSA-PSS public key',
  ],
  'a key of an unknown algorithm': [spkiPem(spki('2b0601', key32)), 'an unknown public key'],
  'an X25519 JWK': [JSON.stringify({ ...JWK, crv: 'X25519' }), 'an X25519 JWK'],
  'a P-256 JWK': [JSON.stringify({ kty: 'EC', crv: 'P-256', x: RFC8037.x, y: RFC8037.x }), 'a P-256 JWK'],
  'a symmetric JWK': [JSON.stringify({ kty: 'oct', alg: 'HS256' }), 'a symmetric JWK'],
  'a symmetric JWK with its key': [JSON.stringify({ kty: 'oct', k: RFC8037.x }), 'private material'],
  'a JWK for another algorithm': [
    JSON.stringify({ ...JSON.parse(rsaJwk(modulus(2048), E)), alg: 'PS256' }),
    'a JWK for the algorithm PS256',
  ],
  'a JWK for encryption': [JSON.stringify({ ...JWK, use: 'enc' }), 'a JWK that is not for signatures'],
  'a JWK with a short x': [JSON.stringify({ ...JWK, x: 'AAAA' }), 'whose "x" is not 32 bytes'],
  'a JWK with padding in x': [JSON.stringify({ ...JWK, x: `${RFC8037.x}=` }), 'whose "x" is not 32 bytes'],
  'a JWK with stray bits in x': [
    JSON.stringify({ ...JWK, x: `${RFC8037.x.slice(0, -1)}p` }),
    'whose "x" is not 32 bytes',
  ],
  'an RSA JWK with a leading zero': [rsaJwk(Uint8Array.from([0, ...modulus(2048)]), E), 'an RSA JWK whose "n" or "e"'],
  'a JWK set of two keys': [JSON.stringify({ keys: [JWK, { ...JWK, x: OTHER.x }] }), 'a JWK set of 2 keys'],
  'broken JSON': [JSON.stringify(JWK).slice(0, -1), 'a text that begins like a JWK but is not JSON'],
  'a JWK with a key that reaches a prototype': [
    '{"kty":"OKP","__proto__":{}}',
    'a text that begins like a JWK but is not JSON',
  ],
  'a private JWK': [JSON.stringify({ ...JWK, d: RFC8037.d }), 'private material'],
  'a private key PEM': [pem('PRIVATE KEY', base64(privateInfo)), 'private material'],
  'the body of a private key PEM': [base64(privateInfo), 'private material'],
  'base64 of a private key PEM': [base64(pem('PRIVATE KEY', base64(privateInfo))), 'private material'],
  'an OpenSSH private key': [pem('OPENSSH PRIVATE KEY', base64('openssh-key-v1')), 'private material'],
  'a public key beside its private key': [PEM + pem('PRIVATE KEY', base64(privateInfo)), 'private material'],
  'a tweetnacl secret key': [RFC8037.seedHex + RFC8037.hex, '64 bytes: an expanded secret key, or a signature'],
  'a certificate': [pem('CERTIFICATE', base64(certificate)), 'a certificate'],
  'a certificate without its label': [base64(certificate), 'a certificate'],
  'two public keys': [PEM + PEM, '2 PEM blocks (PUBLIC KEY, PUBLIC KEY)'],
  'an RSA PKCS#1 PEM': [
    pem('RSA PUBLIC KEY', base64(writeDer(DER_TAG.sequence, integer(modulus(2048)), integer(E)))),
    'an RSA public key in PKCS#1 form',
  ],
  'a PEM that was cut off': [PEM.split('-----END')[0] as string, 'without its last line'],
  'only the first line of a PEM': ['-----BEGIN PUBLIC KEY-----', 'without its last line'],
  'a PEM whose body is no base64': [pem('PUBLIC KEY', '!!!!'), 'whose content is not base64'],
  'trailing bytes after the key': [
    spkiPem(Uint8Array.from([...rfc8037Spki(), 0])),
    'bytes that are no exact DER structure',
  ],
  'a key of 33 bytes': [spkiPem(spki('2b6570', new Uint8Array(33).fill(9))), 'a malformed Ed25519 public key'],
  'an Ed25519 key with parameters': [spkiPem(spki('2b6570', key32, NULL)), 'a malformed Ed25519 public key'],
  'an RSA key without its parameters': [
    spkiPem(spki(OIDS.rsa, writeDer(DER_TAG.sequence, integer(modulus(2048)), integer(E)))),
    'a malformed RSA public key',
  ],
  'an Ed25519 key with unused bits': [spkiPem(withUnusedBits()), 'a malformed Ed25519 public key'],
  'a key structure with a member too many': [
    spkiPem(writeDer(DER_TAG.sequence, rfc8037Spki().slice(2), NULL)),
    'a malformed Ed25519 public key',
  ],
  'an RSA key with a number too many': [
    spkiPem(spki(OIDS.rsa, writeDer(DER_TAG.sequence, integer(modulus(2048)), integer(E), integer(E)), NULL)),
    'a malformed RSA public key',
  ],
  '32 bytes in base64 with padding too many': [`${RFC8037.base64}=`, 'no known form'],
  'an ssh-ed25519 line whose blob says another type': [
    `ssh-ed25519 ${base64(sshBlob('ssh-ed448', 32))}`,
    'a malformed ssh-ed25519 public key',
  ],
  'an ssh-ed25519 line whose key is said to be longer than it is': [
    `ssh-ed25519 ${base64(sshBlob('ssh-ed25519', 33))}`,
    'a malformed ssh-ed25519 public key',
  ],
  'an ssh-rsa line': ['ssh-rsa AAAAB3NzaC1yc2E= me', 'an OpenSSH public key of type ssh-rsa'],
  'an ssh-ed25519 line of another type inside': [
    `ssh-ed25519 ${base64(Uint8Array.from([0, 0, 0, 1, 97]))}`,
    'a malformed ssh-ed25519 public key',
  ],
  'an ssh-ed25519 line with bytes after the key': [
    `ssh-ed25519 ${base64(Uint8Array.from([...hexOf(SSH_BLOB), 0, 0, 0, 0]))}`,
    'a malformed ssh-ed25519 public key',
  ],
  'an ssh-ed25519 line that was cut off': [
    `ssh-ed25519 ${SSH_BLOB.slice(0, -4)}`,
    'a malformed ssh-ed25519 public key',
  ],
  '31 bytes': [RFC8037.hex.slice(2), '31 bytes; a raw Ed25519 public key has 32'],
  '63 hex digits': [RFC8037.hex.slice(1), 'no known form'],
  prose: ['this is not a key!', 'no known form'],
  'a huge text': ['A'.repeat(20_000), 'a text of 20000 characters'],
  'an RSA key of 1024 bits': [spkiPem(rsaSpki(modulus(1024), E)), 'an RSA key of 1024 bits'],
  'an RSA key of 2047 bits': [spkiPem(rsaSpki(modulus(2047), E)), 'an RSA key of 2047 bits'],
  'an RSA key of 4097 bits': [spkiPem(rsaSpki(modulus(4097), E)), 'an RSA key of 4097 bits'],
  'an RSA JWK of 1024 bits': [rsaJwk(modulus(1024), E), 'an RSA key of 1024 bits'],
  'an RSA key with the exponent 3': [spkiPem(rsaSpki(modulus(2048), Uint8Array.from([3]))), 'a weak exponent'],
  'an RSA key with the exponent 65536': [
    spkiPem(rsaSpki(modulus(2048), Uint8Array.from([1, 0, 0]))),
    'a weak exponent',
  ],
  'an RSA key with the exponent 65538': [
    spkiPem(rsaSpki(modulus(2048), Uint8Array.from([1, 0, 2]))),
    'a weak exponent',
  ],
  'an RSA key with an exponent of 40 bits': [
    spkiPem(rsaSpki(modulus(2048), Uint8Array.from([1, 0, 0, 0, 1]))),
    'a weak exponent',
  ],
  'an RSA key with an even modulus': [
    spkiPem(rsaSpki(Uint8Array.from([...modulus(2048).slice(0, -1), 2]), E)),
    'an even modulus',
  ],
};

function hexOf(base64Text: string): number[] {
  return [...atob(base64Text)].map((character) => character.charCodeAt(0));
}

function withUnusedBits(): Uint8Array {
  const der = rfc8037Spki();
  der[der.length - 33] = 1;
  return der;
}

/** The blob of an OpenSSH key of that type, with the RFC 8037 key under that length. */
function sshBlob(type: string, length: number): Uint8Array {
  return Uint8Array.from([0, 0, 0, type.length, ...new TextEncoder().encode(type), 0, 0, 0, length, ...key32]);
}

/** The 14 encodings of points of small order: five points, both signs, and the unreduced spellings of 0 and 1. */
const SMALL_ORDER = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
].flatMap((y) => [y, `${y.slice(0, 62)}${(Number.parseInt(y.slice(62), 16) | 0x80).toString(16)}`]);

async function isRefused(text: string, words: string): Promise<void> {
  const parsed = await parsePublicKey(text);
  ok(!parsed.ok, 'expected a refusal');
  ok(parsed.reason.startsWith('expected an Ed25519 or RSA public key, got '), parsed.reason);
  ok(parsed.reason.includes(words), `${parsed.reason} does not say "${words}"`);
}

export const cases: SuiteCase[] = [
  ...Object.entries(ACCEPTED).map(([name, text]) => ({
    name: `accepts ${name}`,
    run: async () => {
      const parsed = await parsePublicKey(text);
      ok(parsed.ok, parsed.ok ? '' : parsed.reason);
      equal(parsed.key.algorithm, 'EdDSA');
      equal(parsed.key.thumbprint, RFC8037.thumbprint);
      deepEqual(parsed.key.jwk, JWK);
    },
  })),
  ...Object.entries(REFUSED).map(([name, [text, words]]) => ({
    name: `refuses ${name}`,
    run: () => isRefused(text, words),
  })),
  ...SMALL_ORDER.map((encoding) => ({
    name: `refuses the small-order point ${encoding.slice(0, 8)}…${encoding.slice(-2)}`,
    run: () => isRefused(encoding, 'a small-order Ed25519 key'),
  })),
  {
    name: 'refuses a small-order point in every form',
    run: async () => {
      const point = hex(SMALL_ORDER[2] as string);
      await isRefused(spkiPem(spki('2b6570', point)), 'a small-order Ed25519 key');
      await isRefused(JSON.stringify({ ...JWK, x: encodeBase64url(point) }), 'a small-order Ed25519 key');
    },
  },
  ...[2048, 2056, 3072, 4096].map((bits) => ({
    name: `accepts an RSA key of ${bits} bits`,
    run: async () => {
      for (const text of [spkiPem(rsaSpki(modulus(bits), E)), rsaJwk(modulus(bits), E)]) {
        const parsed = await parsePublicKey(text);
        ok(parsed.ok, parsed.ok ? '' : parsed.reason);
        equal(parsed.key.algorithm, 'RS256');
        deepEqual(parsed.key.jwk, JSON.parse(rsaJwk(modulus(bits), E)));
      }
    },
  })),
  {
    name: 'never repeats the text in a refusal',
    run: async () => {
      const secret = RFC8037.seedHex;
      for (const text of [
        secret + RFC8037.hex,
        `x${secret}`,
        JSON.stringify({ ...JWK, d: secret }),
        JSON.stringify({ kty: secret }),
      ]) {
        const parsed = await parsePublicKey(text);
        ok(!parsed.ok && !parsed.reason.includes(secret), 'the reason shows the text');
      }
    },
  },
];
