import { MAX_NESTING } from '../limits.js';
import { items, members, type SpecNode } from './node.js';
import { referenceOf } from './resolver.js';
import type { SpecDocument } from './spec-document.js';

/** What a part of a description holds itself, and which other parts it refers to, as often as it does. */
interface Part {
  own: number;
  refersTo: string[];
}

/**
 * How many values a document has once every reference is replaced by what it leads to, as a validator does; references that
 * come back to themselves stay. `'too-deep'` when values are nested deeper than anybody writes, and infinity when counting
 * alone takes more than `most` steps. Does not recurse. Every file must be loaded.
 */
export function expandedSize(document: SpecDocument, most: number): number | 'too-deep' {
  const parts = new Map<string, Part>();
  const queue = [document.root];
  let steps = 0;
  for (let node = queue.pop(); node; node = queue.pop()) {
    const key = keyOf(node);
    if (parts.has(key)) continue;
    const found = readPart(node, document, most - steps);
    if (typeof found === 'string') return found;
    steps += found.part.own;
    if (steps >= most) return Infinity;
    parts.set(key, found.part);
    for (const target of found.targets) queue.push(target);
  }
  return sizeOf(keyOf(document.root), parts);
}

function keyOf({ file, pointer }: SpecNode): string {
  return `${file.path}#${pointer}`;
}

function readPart(
  node: SpecNode,
  { resolver }: SpecDocument,
  most: number,
): { part: Part; targets: SpecNode[] } | 'too-deep' {
  const part: Part = { own: 0, refersTo: [] };
  const targets: SpecNode[] = [];
  const queue: { node: SpecNode; depth: number }[] = [{ node, depth: 0 }];
  for (let at = queue.pop(); at && part.own < most; at = queue.pop()) {
    part.own += 1;
    if (at.depth > MAX_NESTING) return 'too-deep';
    const followed = referenceOf(at.node) === undefined ? undefined : resolver.follow(at.node);
    if (followed?.ok) {
      part.refersTo.push(keyOf(followed.node));
      targets.push(followed.node);
    }
    const inside = Array.isArray(at.node.value) ? items(at.node) : members(at.node).map(([, member]) => member);
    for (const member of inside) queue.push({ node: member, depth: at.depth + 1 });
  }
  return { part, targets };
}

/** Adds up from what refers to nothing; what is never reached that way leads back to itself, and stays a reference. */
function sizeOf(root: string, parts: ReadonlyMap<string, Part>): number {
  const sizes = new Map<string, number>();
  const missing = new Map([...parts].map(([key, { refersTo }]) => [key, refersTo.length]));
  const referredFrom = new Map<string, string[]>();
  for (const [key, { refersTo }] of parts) {
    for (const target of refersTo) {
      const list = referredFrom.get(target);
      if (list) list.push(key);
      else referredFrom.set(target, [key]);
    }
  }
  const ready = [...missing].flatMap(([key, count]) => (count === 0 ? [key] : []));
  const total = ({ own, refersTo }: Part) => refersTo.reduce((sum, target) => sum + (sizes.get(target) ?? 1), own);
  for (let key = ready.pop(); key !== undefined; key = ready.pop()) {
    sizes.set(key, total(parts.get(key) as Part));
    for (const from of referredFrom.get(key) ?? []) {
      const left = (missing.get(from) ?? 0) - 1;
      missing.set(from, left);
      if (left === 0) ready.push(from);
    }
  }
  return sizes.get(root) ?? total(parts.get(root) as Part);
}
