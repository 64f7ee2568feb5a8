import { encodeBase64url } from '../../../src/contract/encoding/base64url.js';
import { utf8 } from '../../../src/contract/encoding/bytes.js';
import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import type { WorkerIdentity } from '../../../src/contract/push/identity.js';
import { loadTrustRoots } from '../../../src/contract/keys/trust-roots.js';
import type { VerifyContext } from '../../../src/contract/push/verify-statement.js';
import { OTHER, RFC8037 } from '../keys/known-keys.js';

/** When the statements of these tests are made, in seconds. */
export const NOW = 1_800_000_000;
const DIGEST = 'a'.repeat(64);

/** The Worker of these tests. */
export const IDENTITY: WorkerIdentity = {
  name: 'acme-shop',
  environment: 'production',
  audience: 'https://shop.example.com/_frontmcp/resync',
  windowSeconds: 300,
  structuralDigest: 'b'.repeat(64),
  trustRoots: [
    { kid: 'k1', publicKeySecret: 'K1' },
    { kid: 'k2', publicKeySecret: 'K2' },
  ],
};

/** A header that is accepted. */
export const HEADER = { alg: 'EdDSA', kid: 'k1', typ: 'frontmcp-push+jwt' };

/** Claims that are accepted. */
export const CLAIMS = {
  v: 1,
  op: 'apply',
  aud: IDENTITY.audience,
  env: IDENTITY.environment,
  name: IDENTITY.name,
  sha256: DIGEST,
  size: 1234,
  struct: IDENTITY.structuralDigest,
  iat: NOW,
  exp: NOW + 300,
  jti: 'AAAAAAAAAAAAAAAAAAAAAA',
  expect: null,
};

/** Signs what the segments hold, whatever that is, with the first or second key. */
export async function signSegments(
  header: Uint8Array,
  claims: Uint8Array,
  key: { d: string; x: string } = RFC8037,
): Promise<string> {
  const input = `${encodeBase64url(header)}.${encodeBase64url(claims)}`;
  const { d, x } = key;
  const signer = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', d, x }, 'Ed25519', false, ['sign']);
  return `${input}.${encodeBase64url(new Uint8Array(await crypto.subtle.sign('Ed25519', signer, utf8(input))))}`;
}

/** Signs a statement whose parts differ from the accepted ones as told; `undefined` leaves a member out. */
export function makeStatement(
  header: object = {},
  claims: object = {},
  key?: { d: string; x: string },
): Promise<string> {
  return signSegments(bytesOf({ ...HEADER, ...header }), bytesOf({ ...CLAIMS, ...claims }), key);
}

/** Canonical bytes of an object, without members that are `undefined`. */
export function bytesOf(value: object): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson(JSON.parse(JSON.stringify(value)) as object));
}

/** The context in which {@link makeStatement} is accepted, changed as told. */
export async function context(changes: Partial<VerifyContext> = {}): Promise<VerifyContext> {
  const secrets: Record<string, string> = { K1: RFC8037.x, K2: OTHER.x };
  const roots = await loadTrustRoots(IDENTITY.trustRoots, (name) => secrets[name]);
  return { profile: 'push', identity: IDENTITY, roots, intents: ['apply', 'plan'], now: NOW, ...changes };
}
