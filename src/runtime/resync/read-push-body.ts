import { fromUtf8 } from '../../contract/encoding/bytes.js';
import { refuse, type Refusal } from '../../contract/push/refusals.js';
import { readBody } from '../read-body.js';
import { BODY_DEADLINE_SECONDS } from './limits.js';

/** A push body that was read whole. */
export type PushBodyRead = { ok: true; text: string } | { ok: false; refusal: Refusal };

/**
 * Reads the body of a push, plain or one gzip member, as UTF-8. Counts the bytes that come out while they stream, so
 * that a bomb is stopped at the limit; gzip that is cut short or followed by anything is refused by the platform's
 * decoder.
 * @param limit most bytes after decoding
 */
export async function readPushBody(request: Request, limit: number): Promise<PushBodyRead> {
  if (!request.body) return malformed('it is empty');
  const gzip = request.headers.get('Content-Encoding') === 'gzip';
  const declared = Number(request.headers.get('Content-Length') ?? 0);
  if (!gzip && declared > limit) return tooLarge(declared, limit);
  const body = gzip ? request.body.pipeThrough(new DecompressionStream('gzip')) : request.body;
  try {
    const read = await readBody({ body }, limit, BODY_DEADLINE_SECONDS * 1000);
    switch (read.outcome) {
      case 'whole':
        return { ok: true, text: fromUtf8(read.bytes) };
      case 'too_large':
        return tooLarge(null, limit);
      case 'timeout':
        return { ok: false, refusal: refuse('timeout', { seconds: BODY_DEADLINE_SECONDS }) };
    }
  } catch (error) {
    return malformed(
      gzip ? 'it is not one whole gzip member of UTF-8 text' : `it could not be read (${String(error)})`,
    );
  }
}

function tooLarge(size: number | null, limit: number): PushBodyRead {
  return { ok: false, refusal: refuse('too_large', { size, limit, what: 'The push body' }) };
}

function malformed(reason: string): PushBodyRead {
  return { ok: false, refusal: refuse('malformed_body', { reason }) };
}
