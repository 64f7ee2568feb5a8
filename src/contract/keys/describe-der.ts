import { DER_TAG, readSequence, type DerElement } from './der.js';
import { readAlgorithm } from './key-algorithms.js';
import { withArticle } from './key-outcome.js';

/**
 * What a DER structure is, as a noun phrase for a refusal: `an X25519 private key`, `a certificate`.
 * Tells PKCS#8, PKCS#1, SPKI and X.509 apart by their outermost members.
 */
export function describeDer(der: Uint8Array<ArrayBuffer>): string {
  const members = readSequence(der);
  if (!members) return 'bytes that are no exact DER structure';
  const tags = members.map(({ tag }) => tag);
  if (hasTags(tags, [DER_TAG.sequence, DER_TAG.sequence, DER_TAG.bitString])) return 'a certificate';
  if (hasTags(tags, [DER_TAG.sequence, DER_TAG.bitString])) return `${algorithmOf(members[0])} public key`;
  if (hasTags(tags, [DER_TAG.sequence, DER_TAG.octetString])) return 'an encrypted private key';
  if (hasTags(tags, [DER_TAG.integer, DER_TAG.sequence])) return `${algorithmOf(members[1])} private key`;
  if (hasTags(tags, [DER_TAG.integer, DER_TAG.octetString])) return 'an elliptic curve private key';
  if (tags.every((tag) => tag === DER_TAG.integer)) return integersAre(tags.length);
  return 'an unknown DER structure';
}

function hasTags(tags: number[], beginning: number[]): boolean {
  return beginning.every((tag, index) => tags[index] === tag);
}

function algorithmOf(element: DerElement | undefined): string {
  return withArticle(readAlgorithm(element)?.name ?? 'unknown');
}

/** PKCS#1 (RFC 8017 appendix A.1) and the traditional DSA form are bare lists of integers. */
function integersAre(count: number): string {
  if (count === 2) return 'an RSA public key in PKCS#1 form';
  return count === 9 ? 'an RSA private key' : count === 6 ? 'a DSA private key' : 'an unknown DER structure';
}
