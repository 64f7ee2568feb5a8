import { RESERVED_NAMES } from './preflight/names.js';
import type { ScriptScope } from './types.js';

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
