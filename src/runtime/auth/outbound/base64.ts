import { utf8 } from '../../../contract/encoding/bytes.js';

/** Base64 with padding (RFC 4648 section 4) of the UTF-8 form of a text. */
export function toBase64(text: string): string {
  let binary = '';
  for (const byte of utf8(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
