import type { Response } from 'undici';

/**
 * Reads the body of an answer as UTF-8, or returns `undefined` when it is larger than `maxBytes`. Counts what comes out
 * of a compressed answer, not what went in. Throws what the connection throws.
 */
export async function readResponseText({ body }: Response, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += (chunk as Uint8Array).length;
    // Leaving the loop cancels the stream, and with it the connection.
    if (size > maxBytes) return undefined;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}
