import { decodeBase64url, encodeBase64url } from '../../../src/contract/encoding/base64url.js';
import { DER_TAG, writeDer } from '../../../src/contract/keys/der.js';

/** The key of RFC 8037 appendix A (the first of RFC 8032 section 7.1), its public half in every form. */
export const RFC8037 = {
  seedHex: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  hex: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  base64: '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  spki: 'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  ssh: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea',
  /** RFC 8037 appendix A.3. */
  thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
} as const;

/** The second key of RFC 8032 section 7.1. */
export const OTHER = {
  d: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
  x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
} as const;

/** Wraps a body in a PEM block. */
export function pem(label: string, body: string): string {
  return `-----BEGIN ${label}-----\n${body.replaceAll(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}

/** Standard base64. */
export function base64(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Bytes of hex digits. */
export function hex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}

/** The RFC 8037 public key as a SubjectPublicKeyInfo. */
export function rfc8037Spki(): Uint8Array<ArrayBuffer> {
  return spki('2b6570', decodeBase64url(RFC8037.x) as Uint8Array);
}

/** A SubjectPublicKeyInfo of any algorithm. */
export function spki(oidHex: string, key: Uint8Array, ...parameters: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const algorithm = writeDer(DER_TAG.sequence, writeDer(DER_TAG.oid, hex(oidHex)), ...parameters);
  return writeDer(DER_TAG.sequence, algorithm, writeDer(DER_TAG.bitString, Uint8Array.from([0]), key));
}

/** Object identifiers, as hex of their content. */
export const OIDS = {
  rsa: '2a864886f70d010101',
  rsaPss: '2a864886f70d01010a',
  ec: '2a8648ce3d0201',
  p256: '2a8648ce3d030107',
  x25519: '2b656e',
  ed448: '2b6571',
} as const;

/** NULL, the parameters of an RSA key. */
export const NULL = Uint8Array.from([0x05, 0x00]);

/** A modulus of that many bits: odd, and a product of nothing in particular; only its size is looked at. */
export function modulus(bits: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(bits / 8)).fill(0xa5);
  bytes[0] = 1 << ((bits - 1) % 8);
  return bytes;
}

/** An RSA public key as a SubjectPublicKeyInfo. */
export function rsaSpki(n: Uint8Array, e: Uint8Array, parameters: Uint8Array = NULL): Uint8Array<ArrayBuffer> {
  return spki(OIDS.rsa, writeDer(DER_TAG.sequence, integer(n), integer(e)), parameters);
}

/** An unsigned INTEGER. */
export function integer(value: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeDer(DER_TAG.integer, ...((value[0] ?? 0) >= 0x80 ? [Uint8Array.from([0])] : []), value);
}

/** The exponent 65537. */
export const E = Uint8Array.from([1, 0, 1]);
