import { encodeBase64url } from '../../../src/contract/encoding/base64url.js';
import { utf8 } from '../../../src/contract/encoding/bytes.js';
import { parsePublicKey } from '../../../src/contract/keys/public-key.js';
import type { Refusal } from '../../../src/contract/push/refusals.js';
import { compactStatement, parseStatement, signingInput } from '../../../src/contract/push/statement.js';
import type { PushClaims, StatementHeader } from '../../../src/contract/push/push-messages.js';
import { verifyStatement, type VerifyContext } from '../../../src/contract/push/verify-statement.js';
import { deepEqual, equal, ok, type SuiteCase } from '../assert.js';
import { OTHER, RFC8037 } from '../keys/known-keys.js';
import { bytesOf, CLAIMS, context, HEADER, IDENTITY, makeStatement, NOW, signSegments } from './make-statement.js';

type Make = () => Promise<string | null> | string | null;

async function refusalOf(compact: string | null, changes: Partial<VerifyContext> = {}): Promise<Refusal> {
  const verified = await verifyStatement(compact, await context(changes));
  if (verified.ok) throw new Error('expected a refusal');
  return verified.refusal;
}

async function accepts(compact: string, changes: Partial<VerifyContext> = {}): Promise<void> {
  const verified = await verifyStatement(compact, await context(changes));
  ok(verified.ok, verified.ok ? '' : JSON.stringify(verified.refusal));
}

const segment = (value: object) => encodeBase64url(bytesOf(value));
const edit = async (change: (parts: string[]) => string[]) => change((await makeStatement()).split('.')).join('.');
const raw = (header: string, claims: string) => signSegments(utf8(header), utf8(claims));
const headerText = JSON.stringify({ alg: 'EdDSA', kid: 'k1', typ: 'frontmcp-push+jwt' });
const claimsText = new TextDecoder().decode(bytesOf(CLAIMS));

/** Each statement with the code of its refusal; most are signed correctly. */
const REFUSED: Record<string, [string, Make]> = {
  'no header at all': ['missing_statement', () => null],
  'an empty header': ['missing_statement', () => ''],
  'a statement of 8193 bytes': ['header_too_large', () => 'a'.repeat(8193)],
  'two segments': ['malformed_statement', () => edit((parts) => parts.slice(0, 2))],
  'four segments': ['malformed_statement', () => edit((parts) => [...parts, 'AA'])],
  'an empty signature': [
    'malformed_statement',
    () => edit(([header, claims]) => [header as string, claims as string, '']),
  ],
  padding: ['malformed_statement', async () => `${await makeStatement()}==`],
  'a trailing line break': ['malformed_statement', async () => `${await makeStatement()}\n`],
  'a leading space': ['malformed_statement', async () => ` ${await makeStatement()}`],
  'a space inside': ['malformed_statement', async () => (await makeStatement()).replace(/.{5}$/, ' $&')],
  'stray bits in the last character': ['malformed_statement', async () => withStrayBits(await makeStatement())],
  'a header with a byte order mark': ['malformed_statement', () => raw(`\uFEFF${headerText}`, claimsText)],
  'a header with a space at its end': ['malformed_statement', () => raw(`${headerText} `, claimsText)],
  'a header whose members are not in order': [
    'malformed_statement',
    () => raw('{"kid":"k1","alg":"EdDSA","typ":"frontmcp-push+jwt"}', claimsText),
  ],
  'a header that repeats a member': [
    'malformed_statement',
    () => raw('{"alg":"none","alg":"EdDSA","kid":"k1","typ":"frontmcp-push+jwt"}', claimsText),
  ],
  'a header that is no UTF-8': ['malformed_statement', () => signSegments(Uint8Array.from([0xff]), utf8(claimsText))],
  'a header that is an array': ['malformed_statement', () => raw('["EdDSA","k1"]', claimsText)],
  'a header with an embedded key': [
    'malformed_statement',
    () => makeStatement({ jwk: { kty: 'OKP', crv: 'Ed25519', x: RFC8037.x } }),
  ],
  'a header with jku': ['malformed_statement', () => makeStatement({ jku: 'https://attacker.example/jwks.json' })],
  'a header with x5u': ['malformed_statement', () => makeStatement({ x5u: 'https://attacker.example/c.pem' })],
  'a header with crit': ['malformed_statement', () => makeStatement({ crit: ['b64'], b64: false })],
  'a header without typ': ['malformed_statement', () => makeStatement({ typ: undefined })],
  'a header without kid': ['malformed_statement', () => makeStatement({ kid: undefined })],
  'a header without kid and with a stranger': [
    'malformed_statement',
    () => makeStatement({ kid: undefined, cty: 'k1' }),
  ],
  'a typ that is an array': ['malformed_statement', () => makeStatement({ typ: ['frontmcp-push+jwt'] })],
  'a kid that is an array': ['malformed_statement', () => makeStatement({ kid: ['k1'] })],
  'an alg that is a number': ['malformed_statement', () => makeStatement({ alg: 1 })],
  'a statement of another type': ['wrong_type', () => makeStatement({ typ: 'JWT' })],
  'the type in other letters': ['wrong_type', () => makeStatement({ typ: 'FrontMCP-push+jwt' })],
  'alg none': ['alg_key_mismatch', () => makeStatement({ alg: 'none' })],
  'alg HS256': ['alg_key_mismatch', () => makeStatement({ alg: 'HS256' })],
  'alg in lower case': ['alg_key_mismatch', () => makeStatement({ alg: 'eddsa' })],
  'RS256 under the id of an Ed25519 key': ['alg_key_mismatch', () => makeStatement({ alg: 'RS256' })],
  'an unknown kid': ['unknown_kid', () => makeStatement({ kid: 'k3' })],
  'the kid __proto__': ['unknown_kid', () => makeStatement({ kid: '__proto__' })],
  'a kid that is a path': ['unknown_kid', () => makeStatement({ kid: '../../etc/passwd' })],
  'a signature of another trusted key': ['bad_signature', () => makeStatement({}, {}, OTHER)],
  'claims that were changed': [
    'bad_signature',
    () => edit(([header, , signature]) => [header as string, segment({ ...CLAIMS, size: 1 }), signature as string]),
  ],
  'a header that was changed': [
    'bad_signature',
    () =>
      edit(([, claims, signature]) => [segment({ ...HEADER, alg: 'Ed25519' }), claims as string, signature as string]),
  ],
  'a signature of 63 bytes': [
    'bad_signature',
    () => edit(([header, claims]) => [header as string, claims as string, encodeBase64url(new Uint8Array(63))]),
  ],
  'a signature of 65 bytes': [
    'bad_signature',
    () => edit(([header, claims]) => [header as string, claims as string, encodeBase64url(new Uint8Array(65))]),
  ],
  'a signature of zeros': [
    'bad_signature',
    () => edit(([header, claims]) => [header as string, claims as string, encodeBase64url(new Uint8Array(64))]),
  ],
  'a signature with L added to S': ['bad_signature', async () => withMalleatedS(await makeStatement())],
  'claims that are not in order': [
    'malformed_statement',
    () => raw(headerText, claimsText.replace(/^\{("aud":[^,]+),/, '{').replace(/\}$/, ',"aud":"x"}')),
  ],
  'claims that repeat a member': ['malformed_statement', () => raw(headerText, claimsText.replace('{', '{"aud":"x",'))],
  'claims with white space': ['malformed_statement', () => raw(headerText, claimsText.replaceAll(',', ', '))],
  'claims that reach a prototype': ['malformed_statement', () => raw(headerText, '{"__proto__":1}')],
  'claims that are nested deeply': [
    'malformed_statement',
    () => raw(headerText, `${'['.repeat(2000)}${']'.repeat(2000)}`),
  ],
  'claims that are an array': ['malformed_statement', () => raw(headerText, '[]')],
  'an unknown claim': ['malformed_statement', () => makeStatement({}, { admin: true })],
  'an unknown member of src': ['malformed_statement', () => makeStatement({}, { src: { host: 'x' } })],
  'a version of the future': ['unsupported_version', () => makeStatement({}, { v: 2 })],
  'a version that is a text': ['malformed_statement', () => makeStatement({}, { v: '1' })],
  'an unknown intent': ['malformed_statement', () => makeStatement({}, { op: 'delete' })],
  'a short jti': ['malformed_statement', () => makeStatement({}, { jti: 'A'.repeat(21) })],
  'a digest in upper case': ['malformed_statement', () => makeStatement({}, { sha256: 'A'.repeat(64) })],
  'a time that is no integer': ['malformed_statement', () => makeStatement({}, { iat: NOW + 0.5 })],
  'a negative size': ['malformed_statement', () => makeStatement({}, { size: -1 })],
  'an expect of another form': ['malformed_statement', () => makeStatement({}, { expect: { generation: 1 } })],
  ...lacking('apply', ['sha256', 'size', 'struct', 'expect', 'aud', 'env', 'name', 'iat', 'exp', 'jti', 'v', 'op']),
  ...lacking('plan', ['sha256', 'size', 'struct', 'expect']),
  ...lacking('embed', ['sha256', 'size', 'struct']),
  ...lacking('blob', ['sha256', 'size']),
  ...lacking('rollback', ['sha256', 'expect']),
  'another audience': [
    'wrong_audience',
    () => makeStatement({}, { aud: 'https://other.example.com/_frontmcp/resync' }),
  ],
  'the audience with another letter case': [
    'wrong_audience',
    () => makeStatement({}, { aud: IDENTITY.audience.replace('shop', 'Shop') }),
  ],
  'the audience with a slash at its end': ['wrong_audience', () => makeStatement({}, { aud: `${IDENTITY.audience}/` })],
  'another environment': ['wrong_environment', () => makeStatement({}, { env: 'staging' })],
  'another project': ['wrong_name', () => makeStatement({}, { name: 'acme-shop-2' })],
  'an intent that has no place here': ['wrong_operation', () => makeStatement({}, { op: 'rollback' })],
  'a statement from 61 seconds ahead': ['outside_window', () => makeStatement({}, { iat: NOW + 61, exp: NOW + 361 })],
  'a statement that has just expired': ['outside_window', () => makeStatement({}, { iat: NOW - 300, exp: NOW })],
  'a statement from a year ago': [
    'outside_window',
    () => makeStatement({}, { iat: NOW - 31_536_000, exp: NOW - 31_535_700 }),
  ],
  'a lifetime beyond the window': ['outside_window', () => makeStatement({}, { iat: NOW, exp: NOW + 301 })],
  'a lifetime from a year ago until now': [
    'outside_window',
    () => makeStatement({}, { iat: NOW - 31_536_000, exp: NOW + 10 }),
  ],
  'a statement that expires before it is issued': [
    'outside_window',
    () => makeStatement({}, { iat: NOW + 20, exp: NOW + 10 }),
  ],
};

function lacking(op: string, names: string[]): typeof REFUSED {
  return Object.fromEntries(
    names.map((name) => [
      `${op} without ${name}`,
      ['malformed_statement', () => makeStatement({}, { op, [name]: undefined })],
    ]),
  );
}

function withStrayBits(compact: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return compact.slice(0, -1) + alphabet[(alphabet.indexOf(compact.at(-1) as string) + 1) % 64];
}

/** Adds the group order to S: the same equation holds, and only a check of S < L sees it (RFC 8032 section 5.1.7). */
function withMalleatedS(compact: string): string {
  const [header, claims, signature] = compact.split('.') as [string, string, string];
  const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  let s = bytes.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order;
  for (let index = 32; index < 64; index += 1, s >>= 8n) bytes[index] = Number(s & 0xffn);
  return `${header}.${claims}.${encodeBase64url(bytes)}`;
}

/** Pairs of faults in one statement: the check that comes first in the documented order decides. */
const ORDER: [string, object, object][] = [
  ['wrong_type', { typ: 'JWT', kid: 'k3' }, { aud: 'x' }],
  ['unknown_kid', { kid: 'k3' }, { aud: 'x' }],
  ['wrong_audience', {}, { aud: 'x', env: 'x' }],
  ['wrong_environment', {}, { env: 'x', name: 'x' }],
  ['wrong_name', {}, { name: 'x', op: 'status' }],
  ['wrong_operation', {}, { op: 'status', exp: 1, iat: 0 }],
];

export const cases: SuiteCase[] = [
  { name: 'accepts a statement that fits', run: async () => accepts(await makeStatement()) },
  {
    name: 'accepts the algorithm under its new name Ed25519',
    run: async () => accepts(await makeStatement({ alg: 'Ed25519' })),
  },
  { name: 'accepts every trust root', run: async () => accepts(await makeStatement({ kid: 'k2' }, {}, OTHER)) },
  {
    name: 'accepts a statement from 60 seconds ahead',
    run: async () => accepts(await makeStatement({}, { iat: NOW + 60, exp: NOW + 360 })),
  },
  {
    name: 'accepts a statement in its last second',
    run: async () => accepts(await makeStatement({}, { iat: NOW - 299, exp: NOW + 1 })),
  },
  {
    name: 'accepts a head, nothing and anything as expectation',
    run: async () => {
      for (const expect of [null, '*', { generation: 3, sha256: 'c'.repeat(64) }])
        await accepts(await makeStatement({}, { expect }));
    },
  },
  {
    name: 'accepts a status that says nothing of a bundle',
    run: async () =>
      accepts(
        await makeStatement(
          {},
          { op: 'status', sha256: undefined, size: undefined, struct: undefined, expect: undefined },
        ),
        { intents: ['status'] },
      ),
  },
  ...Object.entries(REFUSED).map(([name, [code, make]]) => ({
    name: `refuses ${name} (${code})`,
    run: async () =>
      equal(
        (await refusalOf(await make(), { intents: ['apply', 'plan', 'embed', 'blob'] })).code,
        code as Refusal['code'],
      ),
  })),
  ...ORDER.map(([code, header, claims]) => ({
    name: `checks in order: ${code} comes before what is wrong as well`,
    run: async () => equal((await refusalOf(await makeStatement(header, claims))).code, code as Refusal['code']),
  })),
  {
    name: 'checks the signature before the audience',
    run: async () => equal((await refusalOf(await makeStatement({}, { aud: 'x' }, OTHER))).code, 'bad_signature'),
  },
  {
    name: 'refuses every push when no trust root is usable',
    run: async () => {
      const roots = { usable: new Map(), unusable: [{ kid: 'k1', reason: 'the secret K1 has no value' }] };
      deepEqual(await refusalOf(await makeStatement(), { roots }), {
        code: 'no_trust_root',
        facts: { unusable: roots.unusable },
      });
      deepEqual((await refusalOf(await makeStatement(), { roots, profile: 'stored' })).code, 'no_trust_root');
    },
  },
  {
    name: 'gives both times and the window with a refusal for the time',
    run: async () =>
      deepEqual(await refusalOf(await makeStatement(), { now: NOW + 1000 }), {
        code: 'outside_window',
        facts: { issuedAt: NOW, expiresAt: NOW + 300, now: NOW + 1000, windowSeconds: 300 },
      }),
  },
  {
    name: 'does not look at the time of a stored copy',
    run: async () => accepts(await makeStatement(), { profile: 'stored', now: NOW + 31_536_000 }),
  },
  ...(['aud', 'env', 'name'] as const).map((claim) => ({
    name: `looks at ${claim} of a stored copy`,
    run: async () =>
      ok((await refusalOf(await makeStatement({}, { [claim]: 'x' }), { profile: 'stored' })).code.startsWith('wrong_')),
  })),
  {
    name: 'looks at the signature and the intent of a stored copy',
    run: async () => {
      equal((await refusalOf(await makeStatement({}, {}, OTHER), { profile: 'stored' })).code, 'bad_signature');
      equal(
        (await refusalOf(await makeStatement({}, { op: 'status' }), { profile: 'stored' })).code,
        'wrong_operation',
      );
    },
  },
  { name: 'verifies RS256 with the key that RS256 belongs to, and nothing else with it', run: verifiesRs256 },
  {
    name: 'reads back what it writes',
    run: () => {
      const input = signingInput(HEADER as StatementHeader, CLAIMS as PushClaims);
      const parsed = parseStatement(compactStatement(input, new Uint8Array(64)));
      ok(parsed.ok);
      deepEqual(parsed.statement.header, HEADER);
      deepEqual(parsed.statement.claims, CLAIMS);
      deepEqual([...parsed.statement.signingInput], [...utf8(input)]);
      equal(parsed.statement.signature.length, 64);
    },
  },
  {
    name: 'takes no statement apart whose algorithm no key of ours has',
    run: async () => {
      const parsed = parseStatement(await makeStatement({ alg: 'none' }));
      deepEqual(parsed, { ok: false, refusal: { code: 'alg_key_mismatch', facts: { alg: 'none', kid: 'k1' } } });
    },
  },
  {
    name: 'names each claim that breaks the rules',
    run: async () => {
      const refusal = await refusalOf(await makeStatement({}, { admin: 1, jti: 'x', aud: undefined }));
      const { reason } = refusal.facts as { reason: string };
      for (const words of ['/admin is unknown', '/jti must match', 'lacks "aud"']) ok(reason.includes(words), reason);
    },
  },
];

async function verifiesRs256(): Promise<void> {
  const parameters = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: Uint8Array.from([1, 0, 1]),
  };
  const pair = (await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])) as {
    privateKey: Parameters<typeof crypto.subtle.sign>[1];
    publicKey: Parameters<typeof crypto.subtle.exportKey>[1];
  };
  const parsed = await parsePublicKey(JSON.stringify(await crypto.subtle.exportKey('jwk', pair.publicKey)));
  ok(parsed.ok, parsed.ok ? '' : parsed.reason);
  const roots = { usable: new Map([['k1', parsed.key]]), unusable: [] };
  const sign = async (alg: string) => {
    const input = `${segment({ ...HEADER, alg })}.${segment(CLAIMS)}`;
    return compactStatement(
      input,
      new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', pair.privateKey, utf8(input))),
    );
  };
  await accepts(await sign('RS256'), { roots });
  equal((await refusalOf(await sign('EdDSA'), { roots })).code, 'alg_key_mismatch');
  equal((await refusalOf(await makeStatement({ alg: 'RS256' }), { roots })).code, 'bad_signature');
}
