import { child, items, memberValue, type SpecNode } from '../document/node.js';
import type { Resolver } from '../document/resolver.js';

/** What a part of `allOf` does to names that it does not list: refuses them, or says what they must be. */
export type Closure = 'closed' | 'restricted' | undefined;

/** Most schemas that are looked at to tell. */
const MAX_PARTS = 64;
/** Keywords by which an object lists properties. */
const LISTING = ['properties', 'patternProperties', 'allOf', 'oneOf', 'anyOf'];

/**
 * How the parts of a composition would refuse what the rest of it lists: a closed base class lets in nothing that the class built
 * on it adds (JSON Schema 2020-12 "Core", section 10.3.2.3), which nobody means. `undefined` when nothing else is listed.
 */
export function closureOfParts(node: SpecNode, resolver: Resolver): Closure {
  if (memberValue(node, 'allOf') === undefined) return undefined;
  const parts = items(child(node, 'allOf')).flatMap((part) => {
    const followed = resolver.follow(part);
    return followed.ok ? [followed.node] : [];
  });
  const isListing = LISTING.some((key) => key !== 'allOf' && memberValue(node, key) !== undefined);
  const listing = parts.filter(listsNames);
  // The same part named again and again counts once: parts are compared with each other.
  const hindering = [...new Set(parts)].filter((part) => isListing || listing.some((other) => other !== part));
  return strongest(hindering.map((part) => closureOf(part, resolver)));
}

/** Closed by itself, or by a part of it. */
function closureOf(schema: SpecNode, resolver: Resolver): Closure {
  const found: Closure[] = [];
  const seen = new Set<unknown>();
  const queue = [schema];
  for (let node = queue.pop(); node && seen.size < MAX_PARTS; node = queue.pop()) {
    const followed = resolver.follow(node);
    if (!followed.ok || seen.has(followed.node.value)) continue;
    seen.add(followed.node.value);
    found.push(ownClosure(followed.node));
    queue.push(...items(child(followed.node, 'allOf'), MAX_PARTS));
  }
  return strongest(found);
}

function ownClosure(node: SpecNode): Closure {
  const others = [memberValue(node, 'additionalProperties'), memberValue(node, 'unevaluatedProperties')];
  if (others.includes(false)) return 'closed';
  return others.some((other) => typeof other === 'object' && other !== null) ? 'restricted' : undefined;
}

function strongest(found: readonly Closure[]): Closure {
  return found.includes('closed') ? 'closed' : found.find((closure) => closure !== undefined);
}

function listsNames(node: SpecNode): boolean {
  return LISTING.some((key) => memberValue(node, key) !== undefined);
}
