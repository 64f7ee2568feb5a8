import { child, items, type SpecNode } from '../document/node.js';
import type { Resolver } from '../document/resolver.js';

/** Most schemas that are looked through. */
const MAX_PARTS = 64;

/** A property where a schema lists it, or a part of its `allOf` does; `undefined` when none does. */
export function propertyOf(schema: SpecNode, name: string, resolver: Resolver): SpecNode | undefined {
  const seen = new Set<unknown>();
  const queue = [schema];
  for (let node = queue.shift(); node && seen.size < MAX_PARTS; node = queue.shift()) {
    const followed = resolver.follow(node);
    if (!followed.ok || seen.has(followed.node.value)) continue;
    seen.add(followed.node.value);
    const properties = child(followed.node, 'properties');
    const property = properties && child(properties, name);
    if (property) return property;
    queue.push(...items(child(followed.node, 'allOf'), MAX_PARTS));
  }
  return undefined;
}
