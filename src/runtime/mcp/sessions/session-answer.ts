import { openAnswer, type AnswerOptions, type AnswerStream } from '../exchange/answer-stream.js';
import { primingFrame, type Message } from '../exchange/messages.js';
import type { ExchangePorts } from '../exchange/start-exchange.js';
import { isPrimed, type SessionCall } from './session.js';
import { SSE_STREAM } from './session-streams.js';

/** Where what the server says of one POST goes. */
export interface SessionAnswer extends ExchangePorts {
  response: Response | Promise<Response>;
  /** Settles when everything was said and kept. */
  done: Promise<void>;
}

/**
 * Opens the answer to a POST: in its response, kept under `name` for a client that comes back, or over the one stream of a
 * 2024-11-05 client.
 */
export function openSessionAnswer(
  { session, transport }: SessionCall,
  name: string,
  options: Pick<AnswerOptions, 'mayTakeLong' | 'isBatch'>,
): SessionAnswer {
  const { streams } = session;
  const hasPriming = transport === 'http' && isPrimed(session);
  const first = hasPriming ? primingFrame(`${name}.0`) : undefined;
  const answer = openAnswer((message) => streams.tell(name, message), { ...options, first });
  if (transport === 'sse') return overStream(answer, (message) => void streams.tell(SSE_STREAM, message));
  return { ...answer, ...(hasPriming && { closeStream: answer.close }) };
}

function overStream({ done, finish }: AnswerStream, say: (message: Message) => void): SessionAnswer {
  return {
    done,
    say,
    finish: (answers) => {
      answers.forEach(say);
      finish(answers);
    },
    response: new Response(null, { status: 202 }),
  };
}
