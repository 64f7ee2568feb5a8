import { toHex } from '../../contract/encoding/digest.js';

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;

/** Packs digests into 32 bytes each: a list of 30,000 fits a row, and a call between objects. */
export function packDigests(digests: Iterable<string>): Uint8Array<ArrayBuffer> {
  const list = [...digests];
  const packed = new Uint8Array(list.length * DIGEST_BYTES);
  list.forEach((digest, index) => packed.set(fromHex(digest), index * DIGEST_BYTES));
  return packed;
}

/** The digests that {@link packDigests} packed, as lower-case hex. */
export function unpackDigests(packed: Uint8Array): string[] {
  return Array.from({ length: packed.length / DIGEST_BYTES }, (_, index) =>
    toHex(packed.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)),
  );
}

/**
 * Packs artifacts as digest, length (32 bits, big endian), bytes. Smaller than the push body they came in, so that what
 * fits the body limit also fits the 32 MiB of one call to a Durable Object.
 */
export function packArtifacts(artifacts: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const total = [...artifacts.values()].reduce((sum, bytes) => sum + DIGEST_BYTES + LENGTH_BYTES + bytes.length, 0);
  const packed = new Uint8Array(total);
  const view = new DataView(packed.buffer);
  let offset = 0;
  for (const [digest, bytes] of artifacts) {
    packed.set(fromHex(digest), offset);
    view.setUint32(offset + DIGEST_BYTES, bytes.length);
    packed.set(bytes, offset + DIGEST_BYTES + LENGTH_BYTES);
    offset += DIGEST_BYTES + LENGTH_BYTES + bytes.length;
  }
  return packed;
}

/** The artifacts that {@link packArtifacts} packed; views into `packed`, no copies. */
export function* unpackArtifacts(
  packed: Uint8Array<ArrayBuffer>,
): Generator<{ sha256: string; bytes: Uint8Array<ArrayBuffer> }> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let offset = 0;
  while (offset < packed.length) {
    const start = offset + DIGEST_BYTES + LENGTH_BYTES;
    const end = start + view.getUint32(offset + DIGEST_BYTES);
    yield { sha256: toHex(packed.subarray(offset, offset + DIGEST_BYTES)), bytes: packed.subarray(start, end) };
    offset = end;
  }
}

function fromHex(digest: string): Uint8Array {
  return Uint8Array.from({ length: DIGEST_BYTES }, (_, index) =>
    Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16),
  );
}
