import { sseFrame, type Message } from './messages.js';

/** A call that takes longer becomes a stream, so that a client that is cut off can come back for its answer; in milliseconds. */
const STREAM_AFTER_MS = 250;
/** Silence after which a comment is sent, so that nothing between closes the stream, in milliseconds. */
export const KEEP_ALIVE_MS = 15_000;
export const KEEP_ALIVE = ': keepalive\n\n';

/** The answer to one POST: JSON when it comes at once and alone, else a stream. */
export interface AnswerStream {
  response: Promise<Response>;
  say(message: Message): void;
  finish(answers: Message[]): void;
  /** Ends the stream before its answer: the client is to come back. */
  close(): void;
  /** Settles when everything was said and kept. */
  done: Promise<void>;
}

/** How the answer may travel. */
export interface AnswerOptions {
  /** What a stream begins with: the priming event of a client that knows them (2025-11-25). */
  first?: string;
  /** Whether the answer is one of a call, which may take long and must not be made twice. */
  mayTakeLong: boolean;
  isBatch: boolean;
  /** The client went away before it had its answer. */
  onGone?(): void;
}

/** Opens the answer to one POST. `frame` makes the frame of an event, and keeps it where a client that comes back finds it. */
export function openAnswer(
  frame: (message: Message) => Promise<string>,
  { first, mayTakeLong, isBatch, onGone }: AnswerOptions,
): AnswerStream {
  const encoder = new TextEncoder();
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isStream = false;
  let ticking: ReturnType<typeof setInterval> | null = null;
  let order = Promise.resolve();
  let respond: (response: Response) => void = () => undefined;
  let settle: () => void = () => undefined;
  const response = new Promise<Response>((resolve) => (respond = resolve));
  const done = new Promise<void>((resolve) => (settle = resolve));
  const write = (text: string): void => {
    try {
      writer?.enqueue(encoder.encode(text));
    } catch {
      writer = undefined;
    }
  };
  const close = (): void => {
    clearInterval(ticking);
    try {
      writer?.close();
    } catch {
      // The client closed it first.
    }
    writer = undefined;
  };
  const open = (): void => {
    if (isStream) return;
    isStream = true;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (writer = controller),
      cancel: () => {
        writer = undefined;
        onGone?.();
      },
    });
    if (first) write(first);
    ticking = setInterval(() => (writer ? write(KEEP_ALIVE) : clearInterval(ticking)), KEEP_ALIVE_MS);
    respond(
      new Response(body, {
        headers: {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-cache, no-transform',
          'X-Accel-Buffering': 'no',
        },
      }),
    );
  };
  const late = mayTakeLong ? setTimeout(open, STREAM_AFTER_MS) : null;
  const say = (message: Message): void => {
    open();
    order = order.then(async () => write(await frame(message).catch(() => sseFrame(JSON.stringify(message)))));
  };
  return {
    response,
    done,
    say,
    close: () => {
      open();
      order = order.then(close);
    },
    finish: (answers) => {
      clearTimeout(late);
      if (!isStream)
        respond(
          answers.length === 0 ? new Response(null, { status: 202 }) : Response.json(isBatch ? answers : answers[0]),
        );
      else answers.forEach(say);
      order = order.then(() => {
        close();
        settle();
      });
    },
  };
}
