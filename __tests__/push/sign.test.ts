import { generateKeyPairSync } from 'node:crypto';
import { parseStatement } from '../../src/contract/push/statement.js';
import type { Intent } from '../../src/contract/push/push-messages.js';
import { loadSigningKey } from '../../src/push/keys/load-signing-key.js';
import type { SigningKey } from '../../src/push/keys/signing-key.js';
import { type PushableBundle, signPush, type SignOptions } from '../../src/push/sign.js';
import { RFC8037 } from '../contract/keys/known-keys.js';
import { testBundle } from './push-setup.js';

const NOW = 1_800_000_000;
const SHA = 'a'.repeat(64);
let bundle: PushableBundle;

beforeAll(async () => {
  bundle = await testBundle();
});

function keyOf(text: string): SigningKey {
  const loaded = loadSigningKey(text);
  if (!loaded.ok) throw new Error(loaded.reason);
  return loaded.key;
}

function sign(changes: Partial<SignOptions> = {}) {
  const random = (bytes: number) => new Uint8Array(bytes).fill(7);
  return signPush({
    bundle,
    intent: 'apply',
    key: keyOf(RFC8037.seedHex),
    kid: 'k1',
    now: NOW,
    random,
    expect: null,
    ...changes,
  });
}

describe('a push statement', () => {
  test('says what the bundle is, for whom, and for how long', async () => {
    const { compact, claims } = await sign({ source: { repository: 'acme/shop', commit: 'abc' } });
    expect(claims).toEqual({
      v: 1,
      op: 'apply',
      aud: 'frontmcp:acme/base',
      env: 'base',
      name: 'acme',
      sha256: bundle.sha256,
      size: bundle.bytes.length,
      struct: bundle.structuralDigest,
      iat: NOW,
      exp: NOW + 300,
      jti: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc',
      expect: null,
      src: { repository: 'acme/shop', commit: 'abc' },
    });
    const parsed = parseStatement(compact);
    expect(parsed.ok && parsed.statement.header).toEqual({ alg: 'EdDSA', kid: 'k1', typ: 'frontmcp-push+jwt' });
    expect(parsed.ok && parsed.statement.claims).toEqual(claims);
  });

  test('is for the address of the manifest', async () => {
    const withUrl = await testBundle(undefined, (index) => {
      index.manifest.structural.deployment.url = 'https://shop.example.com/';
    });
    expect((await sign({ bundle: withUrl })).claims.aud).toBe('https://shop.example.com/_frontmcp/resync');
  });

  test('lives for the window of the manifest', async () => {
    const short = await testBundle(undefined, (index) => {
      index.manifest.structural.signing.replay.windowSeconds = 60;
    });
    expect((await sign({ bundle: short })).claims.exp).toBe(NOW + 60);
    expect((await sign({ bundle: short, windowSeconds: 30 })).claims.exp).toBe(NOW + 30);
  });

  test('has at least 128 random bits', async () => {
    const asked: number[] = [];
    await sign({ random: (bytes) => (asked.push(bytes), new Uint8Array(bytes)) });
    expect(asked[0]).toBeGreaterThanOrEqual(16);
  });

  test.each<[Intent, Partial<SignOptions>, string[]]>([
    ['plan', { expect: '*' }, ['expect', 'sha256', 'size', 'struct']],
    ['embed', { expect: undefined }, ['sha256', 'size', 'struct']],
    ['status', { expect: undefined }, []],
    ['rollback', { expect: { generation: 2, sha256: SHA }, subject: { sha256: SHA } }, ['expect', 'sha256']],
    ['blob', { expect: undefined, subject: { sha256: SHA, size: 5 } }, ['sha256', 'size']],
  ])('with the intent %s says only what that needs', async (intent, changes, names) => {
    const { claims } = await sign({ intent, ...changes });
    const common = ['aud', 'env', 'exp', 'iat', 'jti', 'name', 'op', 'v'];
    expect(
      Object.keys(claims)
        .filter((name) => !common.includes(name))
        .sort(),
    ).toEqual(names);
  });

  test('can be made with an RSA key', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ format: 'pem', type: 'pkcs8' })
      .toString();
    const { compact } = await sign({ key: keyOf(rsa) });
    const parsed = parseStatement(compact);
    expect(parsed.ok && parsed.statement.header.alg).toBe('RS256');
  });

  test('carries a source of any length, cut to what a statement holds', async () => {
    const { claims } = await sign({ source: { ref: `${'r'.repeat(255)}\u{1F600}`, actor: '\ud800' } });
    expect(claims.src?.ref).toHaveLength(256);
    expect(claims.src?.ref?.isWellFormed()).toBe(true);
    expect(claims.src?.actor).toBe('\ufffd');
  });

  test('takes nothing else from the source', async () => {
    const { claims } = await sign({ source: { commit: 'abc', token: 'ghs_secret' } as never });
    expect(claims.src).toEqual({ commit: 'abc' });
  });
});

describe('before a statement leaves', () => {
  const broken = (change: Partial<SigningKey>): SigningKey => Object.assign(keyOf(RFC8037.seedHex), change);

  test('a second implementation must make the same signature', async () => {
    const good = keyOf(RFC8037.seedHex);
    const key = broken({ sign: (bytes) => good.sign(bytes).map((byte, index) => (index === 0 ? byte ^ 1 : byte)) });
    await expect(sign({ key })).rejects.toMatchObject({
      message: expect.stringContaining('not confirmed by a second implementation'),
      cause: { kid: 'k1', thumbprint: RFC8037.thumbprint },
    });
  });

  test('the receiver must accept it', async () => {
    const good = keyOf(RFC8037.seedHex);
    const key = broken({ sign: (bytes) => good.sign(bytes.slice(1)), confirm: () => true });
    await expect(sign({ key })).rejects.toMatchObject({
      message: expect.stringContaining('would refuse'),
      cause: { code: 'bad_signature' },
    });
  });

  test('the receiver must accept its claims', async () => {
    await expect(sign({ expect: undefined })).rejects.toMatchObject({ cause: { code: 'malformed_statement' } });
    await expect(sign({ now: NOW + 0.5 })).rejects.toMatchObject({ cause: { code: 'malformed_statement' } });
    await expect(sign({ random: () => new Uint8Array(8) })).rejects.toMatchObject({
      cause: { code: 'malformed_statement' },
    });
    await expect(sign({ windowSeconds: 301 })).rejects.toMatchObject({ cause: { code: 'outside_window' } });
  });

  test('the receiver must accept its key', async () => {
    await expect(
      sign({ key: broken({ publicJwk: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } }) }),
    ).rejects.toMatchObject({ cause: expect.stringContaining('small-order') });
  });

  test('no error shows the key', async () => {
    const key = broken({ confirm: () => false });
    const error: unknown = await sign({ key }).catch((caught: unknown) => caught);
    const shown = JSON.stringify([String(error), (error as Error).cause]);
    for (const form of key.secretForms) expect(shown).not.toContain(form);
  });
});
