import { MAX_SUBSCRIBED_URIS, MAX_URI_LENGTH } from '../../store/limits.js';
import type { Message } from '../exchange/messages.js';
import { attach } from './attach.js';
import type { SessionCall } from './session.js';
import type { RecordStore } from './session-record.js';
import { SSE_STREAM } from './session-streams.js';

const METHODS: unknown[] = ['resources/subscribe', 'resources/unsubscribe'];

/** The resources that a session subscribed to. */
export function subscribedUris(record: RecordStore): Set<string> {
  return new Set(JSON.parse(record.get('uris') ?? '[]') as string[]);
}

/**
 * Answers a request that subscribes or unsubscribes, `undefined` for all others and for batches. It needs no server: a
 * set of URIs, bounded, written only when it changes.
 */
export async function answerSubscription(call: SessionCall, messages: Message[]): Promise<Response | undefined> {
  const [message] = messages;
  if (messages.length !== 1 || !message || !METHODS.includes(message.method)) return undefined;
  const problem = change(call.session.record, message);
  if (problem === undefined) await attach(call.session, call.isolate);
  const outcome = problem === undefined ? { result: {} } : { error: { code: -32602, message: problem } };
  return send(call, { jsonrpc: '2.0', id: message.id, ...outcome });
}

/** Changes the set. Returns why not, when it cannot. */
function change(record: RecordStore, { method, params }: Message): string | undefined {
  const uri = params?.uri;
  if (typeof uri !== 'string' || uri.length > MAX_URI_LENGTH) return 'uri must be a string of at most 2048 characters';
  const uris = subscribedUris(record);
  if (method !== METHODS[0]) uris.delete(uri);
  else if (uris.size < MAX_SUBSCRIBED_URIS || uris.has(uri)) uris.add(uri);
  else return `A session may subscribe to ${MAX_SUBSCRIBED_URIS} resources: unsubscribe from one first`;
  record.set('uris', JSON.stringify([...uris].sort()));
  return undefined;
}

async function send({ session, transport }: SessionCall, answer: Message): Promise<Response> {
  if (transport === 'http') return Response.json(answer);
  await session.streams.tell(SSE_STREAM, answer);
  return new Response(null, { status: 202 });
}
