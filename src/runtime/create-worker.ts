import type { CompiledBundle } from '../contract/bundle/bundle-index.js';
// The bundle follows the order of these imports, and compresses best when routes come first.
import { requestHandler, type RequestHandler } from './routes/answer-request.js';
import { sessionClass, type SessionClass } from './mcp/session/session-do.js';
import type { WorkerState } from './store/snapshots/isolate.js';
import { BundleDO } from './store/bundle-do/bundle-do.js';
import { EventStoreDO } from './store/events/event-store-do.js';

/** What a Worker is made of. */
export interface WorkerOptions {
  /** The default export of `frontmcp.deploy.bundle.js`. */
  bundle: CompiledBundle;
  /** The environment it serves, `base` without an overlay; must be the one the bundle was built for. */
  env: string;
}

/** What `worker.ts` exports. */
export interface WorkerExports {
  handler: RequestHandler;
  durableObjects: { SessionDO: SessionClass; EventStoreDO: typeof EventStoreDO; BundleDO: typeof BundleDO };
}

/**
 * Makes a Worker. Cheap and synchronous, as module scope demands: the bundle is read at the first request. A bundle that
 * cannot be read, or was built for another environment, is no error here: every request is then answered with 503 and
 * the reason, where an exception at start would say nothing to whoever calls.
 */
export function createWorker({ bundle, env }: WorkerOptions): WorkerExports {
  const state: WorkerState = { bundle, environment: env };
  return {
    handler: requestHandler(state),
    durableObjects: { SessionDO: sessionClass(state), EventStoreDO, BundleDO },
  };
}
