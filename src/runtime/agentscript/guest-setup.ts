import type { JsonValue } from '../../contract/encoding/json.js';
import type { ScriptLimits } from './script-limits.js';
import type { ScriptScope } from './script-types.js';
import { RESERVED_NAMES } from './preflight/names.js';

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * Namespace → operations: those that a script can write as `<namespace>.<operation>`. Operations of a spec whose
 * binding name is no identifier, or is taken by the language, are reached through `callTool` alone.
 */
export function namespacesOf({ tools }: ScriptScope): Map<string, string[]> {
  const namespaces = new Map<string, string[]>();
  for (const name of tools.keys()) {
    const at = name.indexOf('.');
    const namespace = name.slice(0, at);
    if (at === -1 || !IDENTIFIER.test(namespace) || RESERVED_NAMES.has(namespace)) continue;
    const operations = namespaces.get(namespace) ?? [];
    operations.push(name.slice(at + 1));
    namespaces.set(namespace, operations);
  }
  return namespaces;
}

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
