/** Something with a body: a request, a response, or a stream that decodes one. */
export interface BodySource {
  readonly body: ReadableStream<Uint8Array> | null;
}

/** How the reading of a body ended. */
export type BodyRead =
  | { outcome: 'whole'; bytes: Uint8Array<ArrayBuffer> }
  /** There is more than was asked for; `beginning` gives the first `maxBytes`. */
  | { outcome: 'too_large'; beginning(): Uint8Array<ArrayBuffer> };

/** The body did not arrive in time. */
export interface LateBody {
  outcome: 'timeout';
}

type Part = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>;

/**
 * Reads a body of at most `maxBytes`, counted while they arrive; what is past the limit, or late, is cancelled and not
 * waited for. A missing body is an empty one. Throws what the stream throws when it breaks.
 * @param timeoutMs time for the whole body, in milliseconds; without it the caller bounds the time
 */
export async function readBody(source: BodySource, maxBytes: number): Promise<BodyRead>;
export async function readBody(source: BodySource, maxBytes: number, timeoutMs: number): Promise<BodyRead | LateBody>;
export async function readBody(
  { body }: BodySource,
  maxBytes: number,
  timeoutMs?: number,
): Promise<BodyRead | LateBody> {
  if (!body) return { outcome: 'whole', bytes: new Uint8Array(0) };
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  if (timeoutMs === undefined) return collect(reader, maxBytes, () => reader.read());
  let timer: ReturnType<typeof setTimeout> | null = null;
  const deadline = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  try {
    return await collect(reader, maxBytes, () => Promise.race([reader.read(), deadline]));
  } finally {
    clearTimeout(timer);
  }
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  next: () => Promise<Part | undefined>,
): Promise<BodyRead | LateBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const part = await next();
    if (part === undefined) {
      abandon(reader);
      return { outcome: 'timeout' };
    }
    if (part.done) return { outcome: 'whole', bytes: join(chunks, size) };
    chunks.push(part.value);
    size += part.value.byteLength;
    if (size > maxBytes) {
      abandon(reader);
      return { outcome: 'too_large', beginning: () => join(chunks, size).slice(0, maxBytes) };
    }
  }
}

/**
 * Reads what is left of a body and forgets it: a server that answers while the sender is still writing resets the
 * connection, and the sender never sees the answer. Stops after `maxBytes` or `timeoutMs`; never rejects.
 */
export async function drainBody({ body }: BodySource, maxBytes: number, timeoutMs: number): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const end = Date.now() + timeoutMs;
  try {
    for (let size = 0; size < maxBytes && Date.now() < end;) {
      const { done, value } = await reader.read();
      if (done) return;
      size += value.length;
    }
    await reader.cancel();
  } catch {
    // The sender went away, or the body was cancelled.
  }
}

/** Cancels a stream without waiting: the other side must not be able to hold the Worker up by not letting go. */
export function abandon(stream: { cancel(): Promise<void> } | null): void {
  stream?.cancel().catch(() => undefined);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
