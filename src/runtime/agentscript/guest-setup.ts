import type { JsonValue } from '../../contract/encoding/json.js';
import type { ScriptLimits } from './limits.js';
import { namespacesOf } from './scope.js';
import type { ScriptScope } from './types.js';

/** What the guest begins with. */
export interface GuestStart {
  scope: ScriptScope;
  /** What the script finds as `codecallContext`. */
  context: JsonValue;
  limits: ScriptLimits;
}

/** Writes what the guest begins with, as JSON. `seed` is four random numbers of 32 bits, for Math.random. */
export function guestSetup({ limits, scope, context }: GuestStart, seed: number[]): string {
  const namespaces: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, operations] of namespacesOf(scope)) namespaces[name] = [...operations];
  const { argumentChars, resultHardChars, logLineChars } = limits;
  const tools = [...scope.tools.values()];
  return JSON.stringify({
    limits: { argumentChars, resultHardChars, logLineChars },
    seed,
    scope: { namespaces, tools, context },
  });
}
