import { log } from '../log.js';
import type { WorkerEnv } from '../worker-env.js';
import type { SnapshotOutcome } from '../store/snapshots/snapshots.js';
import { changeHeaders } from './change-headers.js';
import { errorResponse } from './json-response.js';
import { routeRequest } from './route-request.js';
import { openOnce, type Isolate, type WorkerState } from '../store/snapshots/isolate.js';

/** Answers one request: with a request id, one line in the log, and no stack whatever goes wrong. */
export async function answerRequest(
  state: WorkerState,
  request: Request,
  env: WorkerEnv,
  execution: ExecutionContext,
): Promise<Response> {
  const started = Date.now();
  const requestId = crypto.randomUUID();
  const url = new URL(request.url);
  const facts: LogFacts = { generation: null };
  const response = await safely(requestId, async () => {
    const opened = await openOnce(state, env);
    if (!opened.ok) return errorResponse(503, 'misconfigured', opened.reason);
    return route(opened.isolate, request, url, env, execution, requestId, facts);
  });
  const answer = changeHeaders(response, (headers) => headers.set('X-Request-Id', requestId));
  logRequest(request.method, url, requestId, answer.status, Date.now() - started, facts);
  return answer;
}

interface LogFacts {
  generation: number | null;
}

function route(
  isolate: Isolate,
  request: Request,
  url: URL,
  env: WorkerEnv,
  execution: ExecutionContext,
  requestId: string,
  facts: LogFacts,
): Promise<Response> {
  const waitUntil = (work: Promise<unknown>): void => execution.waitUntil(work);
  let pinned: SnapshotOutcome | undefined;
  const snapshot = async (): Promise<SnapshotOutcome> => {
    pinned ??= await isolate.snapshots.current(waitUntil);
    if (pinned.ok) facts.generation = pinned.snapshot.generation;
    return pinned;
  };
  return routeRequest(request, { isolate, env, requestId, url, snapshot, waitUntil });
}

/** Our own bugs end here: the log gets the cause, the client a request id to ask about. */
async function safely(requestId: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log('error', 'internal_error', { requestId, cause });
    return errorResponse(
      500,
      'internal_error',
      'The Worker failed to answer; its log says why, under this request id.',
    );
  }
}

/** One line per request; method and path, never a query, a header or a body. */
function logRequest(
  method: string,
  { pathname }: URL,
  requestId: string,
  status: number,
  durationMs: number,
  { generation }: LogFacts,
): void {
  log('info', 'request', { requestId, method, path: pathname.slice(0, 256), status, durationMs, generation });
}
