import { DER_TAG, readDer, type DerElement } from './der.js';
import { toHex } from '../encoding/digest.js';

/** Object identifiers of the two algorithms that sign a push, as hex of their DER content. */
export const OID = { ed25519: '2b6570', rsa: '2a864886f70d010101' } as const;

/** What a key is called in a refusal, by object identifier (hex of the DER content). */
const NAMES: ReadonlyMap<string, string> = new Map([
  [OID.ed25519, 'Ed25519'],
  [OID.rsa, 'RSA'],
  ['2b656e', 'X25519'],
  ['2b656f', 'X448'],
  ['2b6571', 'Ed448'],
  ['2a864886f70d010107', 'RSAES-OAEP'],
  ['2a864886f70d01010a', 'RSA-PSS'],
  ['2a864886f70d010301', 'Diffie-Hellman'],
  ['2a8648ce380401', 'DSA'],
  ['2a8648ce3d030107', 'P-256'],
  ['2b81040022', 'P-384'],
  ['2b81040023', 'P-521'],
  ['2b8104000a', 'secp256k1'],
]);

const EC_PUBLIC_KEY = '2a8648ce3d0201';

/** An AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
export interface KeyAlgorithm {
  /** Hex of the object identifier's content. */
  oid: string;
  /** For people, such as `X25519` or `P-256`. */
  name: string;
  parameters: DerElement[];
}

/** Reads an AlgorithmIdentifier: a SEQUENCE of an OID and its parameters. */
export function readAlgorithm(element: DerElement | undefined): KeyAlgorithm | undefined {
  if (element?.tag !== DER_TAG.sequence) return undefined;
  const [identifier, ...parameters] = readDer(element.content) ?? [];
  if (identifier?.tag !== DER_TAG.oid) return undefined;
  const oid = toHex(identifier.content);
  return { oid, name: nameOf(oid, parameters), parameters };
}

/** Whether the parameters of an algorithm are what its standard says: absent for Ed25519 (RFC 8410), NULL for RSA (RFC 3279). */
export function hasStandardParameters(algorithm: KeyAlgorithm): boolean {
  const [first, ...others] = algorithm.parameters;
  if (algorithm.oid === OID.ed25519) return first === undefined;
  return first?.tag === DER_TAG.null && first.content.length === 0 && others.length === 0;
}

function nameOf(oid: string, parameters: DerElement[]): string {
  if (oid !== EC_PUBLIC_KEY) return NAMES.get(oid) ?? 'unknown';
  return curveName(parameters[0]);
}

/** Name of the curve that an OID element names, such as `P-256`. */
function curveName(curve: DerElement | undefined): string {
  const named = curve?.tag === DER_TAG.oid ? NAMES.get(toHex(curve.content)) : undefined;
  return named ?? 'elliptic curve';
}
