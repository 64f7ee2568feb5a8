import { encodeBase64url } from '../../../contract/encoding/base64url.js';
import { utf8 } from '../../../contract/encoding/bytes.js';
import { toHex } from '../../../contract/encoding/digest.js';
import { canonicalBytes } from '../../../contract/encoding/canonical-json.js';

const LIFETIME_SECONDS = 300;
const MIN_RSA_BITS = 2_048;
/** The identifier stands within so many bytes of a PKCS #8 key. */
const IDENTIFIER_END = 24;

/** The public half of a client key, with its RFC 7638 thumbprint as `kid`. */
export interface PublicClientKey {
  [member: string]: string;
  kid: string;
  alg: 'RS256' | 'EdDSA';
}

/** A WebCrypto key; the type libraries of Node and workerd do not share a name for it. */
type SigningKey = Parameters<typeof crypto.subtle.sign>[1];

/** A private key that signs client assertions. */
export interface ClientKey {
  key: SigningKey;
  publicKey: PublicClientKey;
}

interface KeyAlgorithm {
  alg: PublicClientKey['alg'];
  /** The algorithm's object identifier as DER, in hex: RFC 8410 section 3, RFC 8017 appendix A.1. */
  identifier: string;
  parameters: { name: string; hash?: string };
  /** Members of the public key that its thumbprint covers (RFC 7638 section 3.2, RFC 8037 section 2). */
  members: readonly ('kty' | 'n' | 'e' | 'crv' | 'x')[];
}

const KEY_ALGORITHMS: readonly KeyAlgorithm[] = [
  { alg: 'EdDSA', identifier: '06032b6570', parameters: { name: 'Ed25519' }, members: ['crv', 'kty', 'x'] },
  {
    alg: 'RS256',
    identifier: '06092a864886f70d010101',
    parameters: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    members: ['e', 'kty', 'n'],
  },
];

const PEM = /^-----BEGIN PRIVATE KEY-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END PRIVATE KEY-----$/;

/**
 * Reads a private key in PKCS #8 PEM (RFC 5958), without white space around it: Ed25519, or RSA of at least 2,048 bits. The reason of a
 * failure says what to do and holds nothing of the key.
 */
export async function parseClientKey(
  pem: string,
): Promise<{ ok: true; key: ClientKey } | { ok: false; reason: string }> {
  const der = decodePem(pem);
  if (der === undefined) return { ok: false, reason: pkcs8Hint(pem) };
  const start = toHex(der.subarray(0, IDENTIFIER_END));
  const algorithm = KEY_ALGORITHMS.find(({ identifier }) => start.includes(identifier));
  const imported = algorithm === undefined ? undefined : await importKey(der, algorithm);
  if (imported === undefined) return { ok: false, reason: 'it is neither an Ed25519 nor an RSA key' };
  const { modulusLength = Infinity } = imported.key.algorithm as { modulusLength?: number };
  return modulusLength < MIN_RSA_BITS
    ? { ok: false, reason: 'the RSA key has fewer than 2,048 bits' }
    : { ok: true, key: imported };
}

/** A client assertion (RFC 7523 section 3, `private_key_jwt` of OpenID Connect). `now` in milliseconds. */
export async function signClientAssertion(
  client: ClientKey,
  clientId: string,
  tokenUrl: string,
  now: number,
): Promise<string> {
  const issuedAt = Math.floor(now / 1_000);
  const header = { alg: client.publicKey.alg, kid: client.publicKey.kid, typ: 'JWT' };
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: tokenUrl,
    jti: crypto.randomUUID(),
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
  };
  const input = `${encodeBase64url(canonicalBytes(header))}.${encodeBase64url(canonicalBytes(claims))}`;
  const signature = await crypto.subtle.sign(client.key.algorithm.name, client.key, utf8(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

function decodePem(pem: string): Uint8Array<ArrayBuffer> | undefined {
  const body = PEM.exec(pem)?.[1];
  if (body === undefined) return undefined;
  try {
    return Uint8Array.from(atob(body.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function pkcs8Hint(pem: string): string {
  const isOldForm = /-----BEGIN (RSA|EC) PRIVATE KEY-----/.test(pem);
  return isOldForm
    ? 'it is not in PKCS #8; convert it with: openssl pkcs8 -topk8 -nocrypt'
    : 'it is no private key in PKCS #8 PEM ("BEGIN PRIVATE KEY")';
}

async function importKey(der: Uint8Array<ArrayBuffer>, algorithm: KeyAlgorithm): Promise<ClientKey | undefined> {
  try {
    const key = await crypto.subtle.importKey('pkcs8', der, algorithm.parameters, true, ['sign']);
    const jwk = (await crypto.subtle.exportKey('jwk', key)) as unknown as Record<string, unknown>;
    return { key, publicKey: await publicKeyOf(jwk, algorithm) };
  } catch {
    return undefined;
  }
}

async function publicKeyOf(jwk: Record<string, unknown>, { alg, members }: KeyAlgorithm): Promise<PublicClientKey> {
  const publicMembers: Record<string, string> = {};
  for (const name of members) publicMembers[name] = String(jwk[name]);
  const thumbprint = await crypto.subtle.digest('SHA-256', canonicalBytes(publicMembers));
  return { ...publicMembers, alg, use: 'sig', kid: encodeBase64url(new Uint8Array(thumbprint)) };
}
