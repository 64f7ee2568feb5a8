import { createHash } from 'node:crypto';
import type { JsonObject } from '../../contract/encoding/json.js';
import { thumbprintInput, type PublicJwk } from '../../contract/keys/thumbprint.js';

/** A private key that signs push statements. Printing it prints no secret: what would is not enumerable. */
export interface SigningKey {
  algorithm: 'EdDSA' | 'RS256';
  /** Signs exactly these bytes (RFC 8032, or RFC 8017 section 8.2 with SHA-256). */
  sign(bytes: Uint8Array): Uint8Array;
  /** Whether a signature of {@link sign} also holds for an implementation that did not make it. */
  confirm(bytes: Uint8Array, signature: Uint8Array): boolean;
  /** The public half, only the members that identify it. */
  publicJwk: JsonObject;
  /** RFC 7638, SHA-256, base64url. */
  thumbprint: string;
  /** What CI had done to the key and was undone, such as `quotes, literal \n`. */
  repaired?: string;
  /** The key in every form in which it could turn up in a log; for masking. */
  secretForms: string[];
}

/** A key that was loaded, or why not; the reason never repeats any of the text. */
export type LoadedKey = { ok: true; key: SigningKey } | { ok: false; reason: string };

/** The thumbprint of a public key (RFC 7638, SHA-256), base64url; as the receiver computes it. */
export function thumbprintSync(jwk: PublicJwk): string {
  return createHash('sha256').update(thumbprintInput(jwk), 'utf8').digest('base64url');
}
