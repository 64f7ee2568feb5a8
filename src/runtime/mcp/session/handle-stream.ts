import { errorResponse, sessionNotFound } from '../protocol-error.js';
import { isPrimed } from '../versions.js';
import { touchSession } from './lifetime.js';
import { attachSession, receiveChange } from './notifications.js';
import { isAlive, type SessionCall } from './session.js';
import { OWN_STREAM, readEventId, SSE_STREAM } from './streams.js';

/** Handles a client that listens: to what no request asked for, or to the rest of an answer that it was cut off from. */
export async function handleStream(call: SessionCall): Promise<Response> {
  const { session, isolate, request, caller, transport } = call;
  const { record, streams, running } = session;
  if (transport === 'sse') return streams.listen(SSE_STREAM, undefined, { isPrimed: false, isOpen: () => true });
  if (!isAlive(session)) return sessionNotFound();
  touchSession(session, caller);
  const missed = record.get('missed');
  const from = resumeFrom(request, missed);
  if (!from) return errorResponse(400, 'Invalid event ID');
  const { stream, seq } = from;
  await attachSession(session, isolate);
  if (missed && stream === OWN_STREAM) record.set('missed', '');
  const isOpen = (): boolean => stream === OWN_STREAM || running.has(stream);
  const response = await streams.listen(stream, seq, { isPrimed: isPrimed(record.get('version') ?? ''), isOpen });
  await catchUp(call);
  return response;
}

/** After which event the client wants to go on; `undefined` when it names one that was never sent. */
function resumeFrom(
  { headers }: Request,
  missed: string | undefined,
): { stream: string; seq: number | undefined } | undefined {
  const last = headers.get('Last-Event-ID');
  if (last !== null) return readEventId(last);
  return { stream: OWN_STREAM, seq: missed ? Number(missed) : undefined };
}

/** Sends what a push changed while nobody listened. */
async function catchUp({ session, isolate }: SessionCall): Promise<void> {
  const current = await isolate.snapshots.current(session.waitUntil);
  if (current.ok) session.waitUntil(receiveChange(session, { type: 'head', generation: current.snapshot.generation }));
}
