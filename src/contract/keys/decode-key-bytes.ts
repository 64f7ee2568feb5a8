import { decodeBase64url } from '../encoding/base64url.js';

const HEX = /^[0-9A-Fa-f]+$/;

/** Whether a text is an even number of hex digits. Hex is looked for first: 64 digits are 32 bytes, not base64 of 48. */
export function isHex(text: string): boolean {
  return text.length % 2 === 0 && HEX.test(text);
}

/** Decodes hex digits (see {@link isHex}). */
export function decodeHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Decodes base64 or base64url, padded or not, with white space between; `undefined` when it is neither. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const compact = text.replaceAll(/\s+/g, '');
  const body = compact.replace(/={1,2}$/, '');
  if (body === '' || (compact !== body && compact.length % 4 !== 0)) return undefined;
  return decodeBase64url(body.replaceAll('+', '-').replaceAll('/', '_'));
}
