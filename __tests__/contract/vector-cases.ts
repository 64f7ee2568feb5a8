import { fromUtf8, utf8 } from '../../src/contract/encoding/bytes.js';
import { sha256Hex, toHex } from '../../src/contract/encoding/digest.js';
import { canonicalBytes, canonicalJson, parseCanonicalJson } from '../../src/contract/encoding/canonical-json.js';
import { parseJson } from '../../src/contract/encoding/json.js';
import { decodeBase64url } from '../../src/contract/encoding/base64url.js';
import { parsePublicKey } from '../../src/contract/keys/public-key.js';
import { parseStatement } from '../../src/contract/push/statement.js';
import { verifySignature } from '../../src/contract/keys/verify-signature.js';
import { deepEqual, equal, ok, throws, type SuiteCase } from './assert.js';
import { hex } from './keys/known-keys.js';
import type { SharedVectors } from './vectors.js';

/** One verdict of ours that is not the expected one is a failure; all of them are listed. */
type Verdict = { id: string | number; expected: 'accept' | 'reject'; actual: 'accept' | 'reject' };

/** What the product says of a key, a signature and a message: the key must be fit for a trust root, and the signature hold. */
async function judge(
  keyText: string,
  signatureHex: string,
  message: Uint8Array<ArrayBuffer>,
): Promise<'accept' | 'reject'> {
  const parsed = await parsePublicKey(keyText);
  return parsed.ok && (await verifySignature(parsed.key, hex(signatureHex), message)) ? 'accept' : 'reject';
}

/** Fails on any verdict that differs, and when there are not as many as the file is known to hold. */
function allAgree(verdicts: Verdict[], total: number): void {
  equal(verdicts.length, total);
  deepEqual(
    verdicts.filter(({ expected, actual }) => expected !== actual),
    [],
  );
}

async function wycheproofVerdicts({ wycheproof }: SharedVectors): Promise<Verdict[]> {
  const cases = wycheproof.testGroups.flatMap(({ publicKey, publicKeyPem, publicKeyJwk, tests }) =>
    tests.flatMap((test) => [publicKey.pk, publicKeyPem, JSON.stringify(publicKeyJwk)].map((key) => ({ test, key }))),
  );
  return Promise.all(
    cases.map(async ({ test, key }) => ({
      id: test.tcId,
      expected: test.result === 'valid' ? ('accept' as const) : ('reject' as const),
      actual: await judge(key, test.sig, hex(test.msg)),
    })),
  );
}

async function rsaVerdicts({ rsa }: SharedVectors): Promise<Verdict[]> {
  const cases = rsa.testGroups.flatMap(({ publicKeyPem, tests }) => tests.map((test) => ({ test, key: publicKeyPem })));
  return Promise.all(
    cases.map(async ({ test, key }) => ({
      id: test.tcId,
      // The one "acceptable" signature lacks the NULL of its digest algorithm; keys with the exponent 3 are not trusted.
      expected:
        test.result === 'valid' && !test.flags.includes('SmallPublicKey') ? ('accept' as const) : ('reject' as const),
      actual: await judge(key, test.sig, hex(test.msg)),
    })),
  );
}

async function speccheckVerdicts({ speccheck, expectations }: SharedVectors): Promise<Verdict[]> {
  return Promise.all(
    expectations.speccheck.map(async ({ index, expect }) => {
      const vector = speccheck[index];
      ok(vector);
      const actual = await judge(vector.pub_key, vector.signature, hex(vector.message));
      return { id: index, expected: expect === 'either' ? actual : (expect as 'accept' | 'reject'), actual };
    }),
  );
}

async function cctvVerdicts({ cctv, expectations }: SharedVectors): Promise<Verdict[]> {
  const expected = new Map(
    expectations.cctv.expectations.map(({ number, expect }) => [number, expect as 'accept' | 'reject']),
  );
  return Promise.all(
    cctv.map(async ({ number, key, sig, msg, flags }) => ({
      id: number,
      // A small-order R is refused in every engine, since Node 24 refuses it by itself and the verdicts must be equal.
      expected: flags?.includes('low_order_R')
        ? ('reject' as const)
        : (expected.get(number) ?? ('missing' as 'reject')),
      actual: await judge(key, sig, utf8(msg)),
    })),
  );
}

async function refusesSmallOrder({ expectations }: SharedVectors): Promise<void> {
  equal(expectations.small_order_public_keys_hex.length, 14);
  for (const key of expectations.small_order_public_keys_hex) ok(!(await parsePublicKey(key)).ok, key);
  const { publicKeyHex, signatureHex } = expectations.universal_forgery;
  for (const message of ['', 'any message', 'any other'])
    equal(await judge(publicKeyHex, signatureHex, utf8(message)), 'reject');
}

async function readsRfc8037({ jws }: SharedVectors): Promise<void> {
  const { spkiPem, publicRawHex, sshPublic } = jws.sameKeyOtherForms;
  for (const text of [JSON.stringify(jws.publicJwk), spkiPem, publicRawHex, sshPublic]) {
    const parsed = await parsePublicKey(text as string);
    ok(parsed.ok, parsed.ok ? '' : parsed.reason);
    equal(parsed.key.thumbprint, jws.jwkThumbprintSha256);
    const [header, payload, signature] = jws.compact.split('.');
    ok(
      await verifySignature(
        parsed.key,
        decodeBase64url(signature as string) as Uint8Array<ArrayBuffer>,
        utf8(`${header}.${payload}`),
      ),
    );
  }
}

function jcsCases({ jcs }: SharedVectors): SuiteCase[] {
  const text = (base64: string) => fromUtf8(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  return [
    ...jcs.files.map(({ name, inputBase64, canonicalHex, sha256 }) => ({
      name: `writes the JCS sample ${name}`,
      run: async () => {
        const bytes = canonicalBytes(JSON.parse(text(inputBase64)) as object);
        equal(toHex(bytes), canonicalHex);
        equal(await sha256Hex(bytes), sha256);
      },
    })),
    {
      name: 'writes the JCS sample numbers',
      run: () => {
        for (const { ieee754Hex, json } of jcs.numbers) {
          equal(canonicalJson([new DataView(hex(ieee754Hex).buffer).getFloat64(0)]), `[${json}]`);
        }
      },
    },
    {
      name: 'tells canonical JSON from other spellings',
      run: () => {
        for (const { utf8Base64, isCanonical } of jcs.roundTrip) {
          // A key that could reach a prototype is canonical, and refused for itself.
          const parsed = parseCanonicalJson(text(utf8Base64), { maxDepth: 64 });
          equal(parsed.ok || parsed.fault === 'forbidden_key', isCanonical);
        }
      },
    },
    {
      name: 'refuses what is no UTF-8',
      run: () => {
        for (const { hex: bytes } of jcs.invalidUtf8) throws(() => void throwUnlessJson(fromUtf8(hex(bytes))));
      },
    },
  ];
}

function throwUnlessJson(text: string): void {
  if (!parseJson(text, { maxDepth: 64 }).ok) throw new Error('not JSON');
}

/** Every public vector through the product's own functions; the verdicts must be those of expectations.json in each engine. */
export function vectorCases(vectors: SharedVectors): SuiteCase[] {
  return [
    {
      name: 'Wycheproof Ed25519: 151 cases, each with its key in three forms',
      run: async () => allAgree(await wycheproofVerdicts(vectors), 151 * 3),
    },
    { name: 'Wycheproof RSA 2048 with SHA-256: 259 cases', run: async () => allAgree(await rsaVerdicts(vectors), 259) },
    { name: 'ed25519-speccheck: 12 cases', run: async () => allAgree(await speccheckVerdicts(vectors), 12) },
    {
      name: 'CCTV Ed25519: 914 cases, of which 43 are accepted',
      run: async () => {
        const verdicts = await cctvVerdicts(vectors);
        allAgree(verdicts, 914);
        equal(verdicts.filter(({ actual }) => actual === 'accept').length, 43);
      },
    },
    {
      name: 'refuses the 14 small-order keys, and with them the signature that fits every message',
      run: () => refusesSmallOrder(vectors),
    },
    { name: 'reads the key and the signature of RFC 8037', run: () => readsRfc8037(vectors) },
    ...vectors.jws.mustReject.map(({ why, compact }) => ({
      name: `refuses as a statement: ${why}`,
      run: () => equal(parseStatement(compact).ok, false),
    })),
    ...jcsCases(vectors),
  ];
}
