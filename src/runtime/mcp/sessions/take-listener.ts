import { rpcError } from '../rpc-error.js';
import { attach } from './attach.js';
import { hearChange } from './hear-change.js';
import { isAlive, isPrimed, type SessionCall } from './session.js';
import { touchSession } from './session-life.js';
import { sessionNotFound } from './session-not-found.js';
import { OWN_STREAM, readEventId, SSE_STREAM } from './session-streams.js';

/** Takes a client that listens: to what no request asked for, or to the rest of a call that it was cut off from. */
export async function takeListener(call: SessionCall): Promise<Response> {
  const { session, isolate, request, caller, transport } = call;
  const { record, streams, running } = session;
  if (transport === 'sse') return streams.listen(SSE_STREAM, undefined, { isPrimed: false, isOpen: () => true });
  if (!isAlive(session)) return sessionNotFound();
  touchSession(session, caller);
  const missed = record.get('missed');
  const from = whence(request, missed);
  if (!from) return rpcError(400, 'Invalid event ID');
  const { stream, seq } = from;
  await attach(session, isolate);
  if (missed && stream === OWN_STREAM) record.set('missed', '');
  const isOpen = (): boolean => stream === OWN_STREAM || running.has(stream);
  const response = await streams.listen(stream, seq, { isPrimed: isPrimed(session), isOpen });
  await catchUp(call);
  return response;
}

/** From which event on the client wants to hear; `undefined` when it names one that was never sent. */
function whence(
  { headers }: Request,
  missed: string | undefined,
): { stream: string; seq: number | undefined } | undefined {
  const resumed = headers.get('Last-Event-ID');
  if (resumed !== null) return readEventId(resumed);
  return { stream: OWN_STREAM, seq: missed ? Number(missed) : undefined };
}

/** What was pushed while nobody listened is told now. */
async function catchUp({ session, isolate }: SessionCall): Promise<void> {
  const current = await isolate.snapshots.current(session.waitUntil);
  if (current.ok) session.waitUntil(hearChange(session, { type: 'head', generation: current.snapshot.generation }));
}
