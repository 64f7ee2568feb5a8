import { child, items, members, type SpecNode } from '../document/node.js';
import type { ListedOperation } from '../names/list-operations.js';
import { shapeOf } from './path-shape.js';
import type { ResourceIndex } from './resources.js';

/** What `x-frontmcp` of an operation states, as far as it can be taken. */
export interface Extension {
  expose?: 'tool' | 'resource' | 'both';
  /** POST only: every other method says itself whether it reads. */
  readOnly?: boolean;
  /** The GETs of the resources that a call changes; empty for none. */
  changes?: ListedOperation[];
  faults: { at: SpecNode; reason: string }[];
}

const SURFACES = ['tool', 'resource', 'both'] as const;

/**
 * Reads `x-frontmcp: { expose, readOnly, effects }` of an operation. `effects` lists paths of GETs of the same description,
 * found by shape. What is none of this is a fault, and the rest counts.
 */
export function readExtension(operation: ListedOperation, resources: ResourceIndex): Extension | undefined {
  const node = child(operation.node, 'x-frontmcp');
  if (!node) return undefined;
  const extension: Extension = { faults: [] };
  for (const [key, member] of members(node)) {
    const reason = take(key, member, operation, resources, extension);
    if (reason !== undefined) extension.faults.push({ at: member, reason });
  }
  if (typeof node.value !== 'object' || node.value === null || Array.isArray(node.value))
    extension.faults.push({ at: node, reason: 'it is no mapping' });
  return extension;
}

/** Takes one member over, or says why not. */
function take(
  key: string,
  member: SpecNode,
  { method }: ListedOperation,
  resources: ResourceIndex,
  extension: Extension,
): string | undefined {
  if (key === 'effects') return takeEffects(member, resources, extension);
  if (key === 'expose') {
    extension.expose = SURFACES.find((surface) => surface === member.value);
    return extension.expose ? undefined : '"expose" is tool, resource or both';
  }
  if (key !== 'readOnly') return `"${key.slice(0, 40)}" is not known; there are expose, readOnly and effects`;
  if (typeof member.value !== 'boolean') return '"readOnly" is true or false';
  if (method !== 'POST') return '"readOnly" is for POST: other methods say whether they read';
  extension.readOnly = member.value;
  return undefined;
}

function takeEffects(member: SpecNode, resources: ResourceIndex, extension: Extension): string | undefined {
  if (!Array.isArray(member.value)) return '"effects" is a list of paths';
  const found = items(member).map(({ value }) =>
    typeof value === 'string' ? resources.get(shapeOf(value)) : undefined,
  );
  extension.changes = found.filter((get) => get !== undefined);
  const lost = items(member)[found.indexOf(undefined)];
  return lost && `there is no GET ${JSON.stringify(lost.value)?.slice(0, 80) ?? ''} in the description`;
}
