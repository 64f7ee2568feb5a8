import { fromUtf8 } from '../../contract/encoding/bytes.js';
import { refuse, type Refusal } from '../../contract/push/refusals.js';
import { BODY_DEADLINE_SECONDS } from './limits.js';

/** A body that was read whole. */
export type BodyOutcome = { ok: true; text: string } | { ok: false; refusal: Refusal };

type Late = { late: true };

/**
 * Reads a body, plain or one gzip member, as UTF-8. Counts the bytes that come out while they stream, so that a bomb
 * is stopped at the limit; gzip that is cut short or followed by anything is refused by the platform's decoder.
 * @param limit most bytes after decoding
 */
export async function readBody(request: Request, limit: number): Promise<BodyOutcome> {
  if (!request.body) return malformed('it is empty');
  const gzip = request.headers.get('Content-Encoding') === 'gzip';
  const declared = Number(request.headers.get('Content-Length') ?? 0);
  if (!gzip && declared > limit) return tooLarge(declared, limit);
  const stream = gzip ? request.body.pipeThrough(new DecompressionStream('gzip')) : request.body;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const deadline = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve({ late: true }), BODY_DEADLINE_SECONDS * 1000);
  });
  try {
    return await collect(stream, limit, deadline);
  } catch (error) {
    return malformed(
      gzip ? 'it is not one whole gzip member of UTF-8 text' : `it could not be read (${String(error)})`,
    );
  } finally {
    clearTimeout(timer);
  }
}

async function collect(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  deadline: Promise<Late>,
): Promise<BodyOutcome> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const read = await Promise.race([reader.read(), deadline]);
    if ('late' in read) return stop(reader, refuse('timeout', { seconds: BODY_DEADLINE_SECONDS }));
    if (read.done) return { ok: true, text: fromUtf8(join(chunks, size)) };
    size += read.value.length;
    if (size > limit) return stop(reader, refuse('too_large', { size: null, limit, what: 'The push body' }));
    chunks.push(read.value);
  }
}

/** Nothing more is decoded; how the stream ends is of no interest. */
function stop(reader: ReadableStreamDefaultReader<Uint8Array>, refusal: Refusal): BodyOutcome {
  reader.cancel().catch(() => undefined);
  return { ok: false, refusal };
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function tooLarge(size: number, limit: number): BodyOutcome {
  return { ok: false, refusal: refuse('too_large', { size, limit, what: 'The push body' }) };
}

function malformed(reason: string): BodyOutcome {
  return { ok: false, refusal: refuse('malformed_body', { reason }) };
}
