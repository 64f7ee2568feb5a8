/** The Worker's bindings, variables and secrets by name, as workerd hands them to a request. */
export type WorkerEnv = Readonly<Record<string, unknown>>;

/** The trimmed value of a secret or variable; `undefined` when it is not set, not a string, or blank. */
export function readSecret(env: WorkerEnv, name: string): string | undefined {
  const value = Object.hasOwn(env, name) ? env[name] : undefined;
  // A shell pipe into `wrangler secret put` leaves a line end behind.
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}
