import { fromUtf8 } from '../../contract/encoding/bytes.js';

const MAGIC = 'openssh-key-v1\0';
const REPLACE = 'make a new key with: frontmcp deploy keygen --kid <key id>';

/**
 * What an OPENSSH PRIVATE KEY block holds and what to do instead. The cipher and the type of the key stand in
 * clear text at its beginning (OpenSSH, PROTOCOL.key).
 */
export function describeOpenSshKey(der: Uint8Array<ArrayBuffer>): string {
  const [cipher = '', , , type = ''] = readStrings(der);
  const what = `an OpenSSH private key${type === '' ? '' : ` of type ${type}`}${cipher === '' || cipher === 'none' ? '' : ', encrypted'}`;
  if (type === 'ssh-rsa') return `${what}; convert a copy of it with: ssh-keygen -p -m PEM -N "" -f <file>`;
  // ssh-keygen writes Ed25519 keys in its own form only.
  return `${what}; ${REPLACE}`;
}

/** Cipher, key derivation, its options, and the type of the first public key; fewer when the block is cut off. */
function readStrings(der: Uint8Array<ArrayBuffer>): string[] {
  if (Buffer.from(der.subarray(0, MAGIC.length)).toString('latin1') !== MAGIC) return [];
  const view = new DataView(der.buffer, der.byteOffset, der.byteLength);
  const strings: string[] = [];
  let offset = MAGIC.length;
  for (const skipped of [0, 0, 0, 8]) {
    // The last is inside the public key blob, behind the number of keys and the blob's length.
    offset += skipped;
    if (offset + 4 > der.length) return strings;
    const end = offset + 4 + view.getUint32(offset);
    if (end > der.length) return strings;
    strings.push(printable(der.slice(offset + 4, end)));
    offset = end;
  }
  return strings;
}

function printable(bytes: Uint8Array): string {
  try {
    const text = fromUtf8(bytes);
    return /^[a-z0-9@.-]{1,40}$/.test(text) ? text : '';
  } catch {
    return '';
  }
}
