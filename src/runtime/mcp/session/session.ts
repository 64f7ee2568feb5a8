import type { SkillUser } from '../../catalog/open-catalog.js';
import type { EventStore } from '../../store/events/event-store.js';
import { openOnce, type Isolate, type IsolateOutcome, type WorkerState } from '../../store/snapshots/isolate.js';
import type { Dispatched } from '../dispatch.js';
import type { CallEnvelope } from './ask-session.js';
import { openRecord, type RecordStore } from './record.js';
import { openStreams, OWN_STREAM, SSE_STREAM, type SessionStreams } from './streams.js';

/** One session while its object is in memory. What must outlive that stands in `record`, or with a socket. */
export interface Session {
  readonly ctx: DurableObjectState;
  readonly env: Record<string, unknown>;
  readonly record: RecordStore;
  readonly streams: SessionStreams;
  /** Requests whose answers are not kept yet, by the name of their POST. */
  readonly running: Map<string, Dispatched>;
  /** What the Worker's isolate keeps, or why it cannot open. */
  open(): Promise<IsolateOutcome>;
  /** The session's own events. Only after `open`. */
  events(): EventStore;
  waitUntil(work: Promise<unknown>): void;
  /** When it was last used, milliseconds since 1970; the record is up to an hour behind. */
  seen: number;
  /** Asking `BundleDO` to notify of changes, while it is under way. */
  attaching?: Promise<unknown>;
  /** The newest turn of receiving changes, which happens one after the other. */
  receiving: Promise<unknown>;
}

/** One request of the session's client. */
export interface SessionCall extends CallEnvelope {
  session: Session;
  isolate: Isolate;
  request: Request;
}

/** Opens what an object keeps in memory. Reads and writes nothing. */
export function openSession(ctx: DurableObjectState, env: Record<string, unknown>, worker: WorkerState): Session {
  const events = (): EventStore => {
    const namespace = env[worker.opened?.ok ? worker.opened.isolate.bindings.eventsName : ''] as DurableObjectNamespace;
    return namespace.get(namespace.idFromName(ctx.id.toString())) as unknown as EventStore;
  };
  return {
    ctx,
    env,
    record: openRecord(ctx.storage),
    streams: openStreams(ctx, events),
    running: new Map(),
    open: () => openOnce(worker, env),
    events,
    waitUntil: (work) => ctx.waitUntil(work),
    seen: 0,
    receiving: Promise.resolve(),
  };
}

/** Whether the session began, and is not over. */
export function isAlive({ record }: Session): boolean {
  return record.get('initialize') !== undefined;
}

/** The stream for what no request asked for. */
export function ownStream({ ctx }: Session): string {
  return ctx.getWebSockets(SSE_STREAM).length > 0 ? SSE_STREAM : OWN_STREAM;
}

/** Whether anybody listens to that stream. */
export function isHeard(session: Session): boolean {
  return session.ctx.getWebSockets(ownStream(session)).length > 0;
}

/** What the caller might use when they last called. */
export function sessionUser({ record }: Session): SkillUser {
  return JSON.parse(record.get('user') ?? '{"scopes":[],"groups":[]}') as SkillUser;
}
