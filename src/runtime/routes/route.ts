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

/** A JSON answer that no cache may keep. */
export function jsonResponse(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}

/** A JSON error: a stable code and a sentence. */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return jsonResponse(status, { error: { code, message } }, headers);
}
