import type { WorkerEnv } from '../worker-env.js';
import type { Isolate } from '../store/snapshots/isolate.js';
import type { SnapshotOutcome } from '../store/snapshots/snapshots.js';

/** What a route may use. */
export interface RouteContext {
  isolate: Isolate;
  env: WorkerEnv;
  requestId: string;
  url: URL;
  /** The snapshot that this request is answered from; asked for at most once. */
  snapshot(): Promise<SnapshotOutcome>;
  waitUntil(work: Promise<unknown>): void;
}
