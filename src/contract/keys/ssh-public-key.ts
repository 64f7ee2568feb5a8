import { fromUtf8 } from '../encoding/bytes.js';
import { found, type KeyOutcome } from './key-outcome.js';
import { ed25519Jwk } from './spki.js';
import type { PublicJwk } from './thumbprint.js';

/**
 * Reads the blob of an OpenSSH public key line (RFC 8709 section 4: the strings `ssh-ed25519` and the key).
 * Other types are named.
 */
export function readSshPublicKey(type: string, blob: Uint8Array<ArrayBuffer> | undefined): KeyOutcome<PublicJwk> {
  if (type !== 'ssh-ed25519') return found(`an OpenSSH public key of type ${type}; only ssh-ed25519 is read`);
  const [inner, key, ...others] = (blob && readSshStrings(blob)) ?? [];
  const jwk = inner && key && others.length === 0 && equalsText(inner, type) ? ed25519Jwk(key) : undefined;
  return jwk ? { ok: true, value: jwk } : found('a malformed ssh-ed25519 public key');
}

/** The strings that fill a blob exactly (RFC 4251 section 5); `undefined` when they do not. */
function readSshStrings(blob: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] | undefined {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const strings: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < blob.length;) {
    if (offset + 4 > blob.length) return undefined;
    const end = offset + 4 + view.getUint32(offset);
    if (end > blob.length) return undefined;
    strings.push(blob.slice(offset + 4, end));
    offset = end;
  }
  return strings;
}

function equalsText(bytes: Uint8Array, text: string): boolean {
  try {
    return fromUtf8(bytes) === text;
  } catch {
    return false;
  }
}
