import type { Location } from './diagnostic.js';
import type { Positions } from './positions.js';

/** The part of a `yaml` node that says where it stands: start, end of the value, end of the node. */
export interface RangedNode {
  range?: readonly [number, number, number] | null;
}

/** Where a node of a `yaml` document stands; the start of the file for a node without a range. */
export function locateYamlNode(positions: Positions, node: unknown): Location {
  const range = hasRange(node) ? node.range : undefined;
  return range ? positions.at(range[0], range[1]) : positions.at(0);
}

function hasRange(node: unknown): node is RangedNode {
  return typeof node === 'object' && node !== null && 'range' in node;
}
