/** Encodes text as UTF-8. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  // The encoder always allocates a plain ArrayBuffer; the two type libraries disagree on saying so.
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

/**
 * Decodes UTF-8 strictly: invalid sequences throw a `TypeError`, a byte order mark is kept
 * so that a byte-for-byte comparison can see it.
 */
export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
