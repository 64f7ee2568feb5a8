import type { WorkerEnv } from './caller.js';

/** The trimmed value of a secret; `undefined` when it is not set, no text, or blank. */
export function readSecret(env: WorkerEnv, name: string): string | undefined {
  const value = env[name];
  if (typeof value !== 'string') return undefined;
  // A shell pipe into `wrangler secret put` leaves a line end behind.
  return value.trim() || undefined;
}
