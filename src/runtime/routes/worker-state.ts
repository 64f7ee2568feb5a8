import type { CompiledBundle } from '../../contract/bundle/bundle-index.js';
import type { WorkerEnv } from '../store/bindings.js';
import { openIsolate, type IsolateOutcome } from '../store/isolate.js';

/** What a Worker was made with, and what its isolate keeps once the first request came. */
export interface WorkerState {
  bundle: CompiledBundle;
  environment: string;
  opened?: IsolateOutcome;
}

/** Two first requests at once both open it: sharing a promise would tie one request to the other's fate. */
export async function openOnce(state: WorkerState, env: WorkerEnv): Promise<IsolateOutcome> {
  if (state.opened) return state.opened;
  const opened = await openIsolate(state.bundle, state.environment, env);
  return (state.opened ??= opened);
}
