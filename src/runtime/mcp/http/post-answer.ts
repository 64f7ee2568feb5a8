import type { Message } from '../message.js';
import { openSseWriter, sseFrame, type SseWriter } from './sse-writer.js';

/** A call that takes longer becomes a stream, so that a client that is cut off can come back for its answer; in milliseconds. */
const STREAM_AFTER_MS = 250;

/** The answer to one POST: JSON when it comes at once and alone, else a stream. */
export interface PostAnswer {
  response: Promise<Response>;
  /** Sends a notification or a question before the answers. */
  send(message: Message): void;
  /** Sends the answers; the last thing that is sent. */
  finish(answers: readonly Message[]): void;
  /** Ends the stream before its answer: the client is to come back for it. */
  close(): void;
  /** Settles when everything was sent, and kept. */
  done: Promise<void>;
}

/** How the answer may travel. */
export interface PostAnswerOptions {
  /** Makes the frame of an event, and keeps it where a client that comes back finds it. */
  frame?(message: Message): Promise<string>;
  /** What a stream begins with: the priming event of a client that knows them (2025-11-25). */
  first?: string;
  /** Whether the client accepts a stream; else only the answers are sent, as JSON. */
  acceptsStream: boolean;
  /** Whether the answer is one of a call, which may take long and must not be made twice. */
  mayTakeLong: boolean;
  isBatch: boolean;
  /** HTTP status of an answer that is JSON. */
  status?(answer: Message | undefined): number;
  /** Is called when the client goes away before it had its answer. */
  onGone?(): void;
}

const plainFrame = async (message: Message): Promise<string> => sseFrame(JSON.stringify(message));

/** Opens the answer to one POST. */
export function openPostAnswer(options: PostAnswerOptions): PostAnswer {
  const { frame = plainFrame, first, acceptsStream, mayTakeLong, isBatch, status = () => 200, onGone } = options;
  const { promise: response, resolve: respond } = Promise.withResolvers<Response>();
  const { promise: done, resolve: settle } = Promise.withResolvers<void>();
  let stream: SseWriter | undefined;
  // One after the other: a frame is kept before it is sent.
  let order = Promise.resolve();
  const open = (): SseWriter => {
    if (stream) return stream;
    stream = openSseWriter(first, onGone);
    respond(stream.response);
    return stream;
  };
  const late = mayTakeLong && acceptsStream ? setTimeout(open, STREAM_AFTER_MS) : null;
  const send = (message: Message): void => {
    if (!acceptsStream) return;
    const { write } = open();
    order = order.then(async () => write(await frame(message).catch(() => plainFrame(message))));
  };
  return {
    response,
    done,
    send,
    close: () => {
      const { close } = open();
      order = order.then(close);
    },
    finish: (answers) => {
      clearTimeout(late);
      if (stream) answers.forEach(send);
      else if (answers.length === 0) respond(new Response(null, { status: 202 }));
      else respond(Response.json(isBatch ? answers : answers[0], { status: isBatch ? 200 : status(answers[0]) }));
      order = order.then(() => {
        stream?.close();
        settle();
      });
    },
  };
}
