/** A body as far as it was read. */
export interface ReadBody {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether there was more. */
  isCut: boolean;
  /** Bytes of the whole, when known. */
  totalBytes?: number;
}

/**
 * Reads at most `limit` bytes of a body and cancels the rest. Throws what the stream throws.
 * @param limit bytes
 */
export async function readBody(response: Response, limit: number): Promise<ReadBody> {
  if (!response.body) return { bytes: new Uint8Array(0), isCut: false, totalBytes: 0 };
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: join(chunks, size), isCut: false, totalBytes: size };
    chunks.push(value);
    size += value.byteLength;
    if (size > limit) break;
  }
  await reader.cancel();
  return { bytes: join(chunks, size).slice(0, limit), isCut: true, ...announcedLength(response) };
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function announcedLength(response: Response): { totalBytes?: number } {
  const length = Number(response.headers.get('content-length') ?? NaN);
  // With a content coding the header counts compressed bytes.
  const isPlain = !response.headers.has('content-encoding');
  return isPlain && Number.isSafeInteger(length) ? { totalBytes: length } : {};
}
