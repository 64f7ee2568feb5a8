/** One element of DER (X.690): its tag, and the bytes of its content. */
export interface DerElement {
  tag: number;
  content: Uint8Array<ArrayBuffer>;
}

/** Tags this project reads. */
export const DER_TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
} as const;

/**
 * Reads the elements that fill `bytes` exactly. Returns `undefined` on anything that is not DER:
 * indefinite or longer-than-needed lengths, content past the end, trailing bytes.
 * Not recursive: the content of an element is read by calling it again.
 */
export function readDer(bytes: Uint8Array<ArrayBuffer>): DerElement[] | undefined {
  const elements: DerElement[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const header = readHeader(bytes, offset);
    if (!header || header.end > bytes.length) return undefined;
    elements.push({ tag: header.tag, content: bytes.slice(header.start, header.end) });
    offset = header.end;
  }
  return elements;
}

/** As {@link readDer}, for one SEQUENCE that fills `bytes`: its members. */
export function readSequence(bytes: Uint8Array<ArrayBuffer>): DerElement[] | undefined {
  const [only, ...others] = readDer(bytes) ?? [];
  return only?.tag === DER_TAG.sequence && others.length === 0 ? readDer(only.content) : undefined;
}

/** The value of an INTEGER without its sign byte; `undefined` when negative, empty or not minimal (X.690 8.3.2). */
export function readUnsigned(element: DerElement | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (element?.tag !== DER_TAG.integer) return undefined;
  const [first, second] = element.content;
  if (first === undefined || first >= 0x80) return undefined;
  if (first !== 0 || second === undefined) return element.content;
  return second >= 0x80 ? element.content.slice(1) : undefined;
}

/** Wraps content in an element. `content` is at most 65,535 bytes, more than any key. */
export function writeDer(tag: number, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Uint8Array.from([tag, ...length, ...parts.flatMap((part) => [...part])]);
}

function readHeader(bytes: Uint8Array, offset: number): { tag: number; start: number; end: number } | undefined {
  const [tag, first] = [bytes[offset], bytes[offset + 1]];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: offset + 2, end: offset + 2 + first };
  const size = first & 0x7f;
  // A key never needs more than two length bytes; none at all would be BER's indefinite form.
  if (size === 0 || size > 2 || offset + 2 + size > bytes.length) return undefined;
  const length = size === 1 ? (bytes[offset + 2] ?? 0) : ((bytes[offset + 2] ?? 0) << 8) | (bytes[offset + 3] ?? 0);
  if (length < (size === 1 ? 0x80 : 0x100)) return undefined;
  return { tag, start: offset + 2 + size, end: offset + 2 + size + length };
}
