import { child, items, members } from '../document/node.js';
import { parsePointer } from '../document/pointer.js';
import type { SpecDocument } from '../document/spec-document.js';
import type { NamedOperation } from '../names/name-operations.js';

/**
 * What an operation asks for: any one of the outer list, all of the inner ("Security Requirement Object"). The operation's
 * own list replaces the document's; `undefined` when neither says anything.
 */
export function requirementsOf({ root }: SpecDocument, { node }: NamedOperation): string[][] | undefined {
  const declared = child(node, 'security') ?? child(root, 'security');
  if (!declared || !Array.isArray(declared.value)) return undefined;
  return items(declared).map((requirement) =>
    members(requirement)
      .map(([name]) => schemeName(name))
      .sort(),
  );
}

/** OpenAPI 3.2 also lets a requirement point to its scheme. */
function schemeName(name: string): string {
  const prefix = '#/components/securitySchemes/';
  return name.startsWith(prefix) ? (parsePointer(name.slice(1))?.at(-1) ?? name) : name;
}
