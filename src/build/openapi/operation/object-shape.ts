import { child, items, members, type SpecNode } from '../document/node.js';
import type { Resolver } from '../document/resolver.js';

/** The properties of a plain object. */
export interface ObjectShape {
  properties: Map<string, SpecNode>;
  required: Set<string>;
}

/** Keywords that tie properties together, or allow names that are not listed. */
const TYING = ['not', 'if', 'patternProperties', 'propertyNames', 'dependentSchemas', 'discriminator', '$dynamicRef'];
/** Most parts of a composition that are looked at. */
const MAX_PARTS = 64;

/**
 * The properties of a schema when it is a plain object, compositions with `allOf` included, so that each of them can be
 * an argument. `undefined` when it may hold names that are not listed, or is a choice between shapes.
 */
export function objectShape(schema: SpecNode, resolver: Resolver): ObjectShape | undefined {
  const shape: ObjectShape = { properties: new Map(), required: new Set() };
  const queue = [schema];
  const seen = new Set<unknown>();
  for (let node = queue.pop(); node; node = queue.pop()) {
    const followed = resolver.follow(node);
    if (!followed.ok || seen.size > MAX_PARTS || !isPlain(followed.node)) return undefined;
    if (seen.has(followed.node.value)) continue;
    seen.add(followed.node.value);
    for (const [name, member] of members(child(followed.node, 'properties'))) {
      // Two descriptions of one property both count, which a single argument cannot say.
      if (shape.properties.has(name) && shape.properties.get(name)?.value !== member.value) return undefined;
      shape.properties.set(name, member);
    }
    for (const { value } of items(child(followed.node, 'required')))
      if (typeof value === 'string') shape.required.add(value);
    for (const part of items(child(followed.node, 'allOf'))) queue.push(part);
  }
  const isListed = shape.properties.size > 0 || isEmpty(schema, resolver);
  return isListed && [...shape.properties.keys()].every((name) => name.isWellFormed()) ? shape : undefined;
}

/** An object that is documented to hold nothing; one without any word about properties may hold everything. */
function isEmpty(schema: SpecNode, resolver: Resolver): boolean {
  const followed = resolver.follow(schema);
  if (!followed.ok) return false;
  return (
    child(followed.node, 'properties') !== undefined || child(followed.node, 'additionalProperties')?.value === false
  );
}

function isPlain(node: SpecNode): boolean {
  const types = [child(node, 'type')?.value ?? 'object'].flat();
  if (!types.includes('object') || types.some((type) => type !== 'object' && type !== 'null')) return false;
  if (TYING.some((key) => child(node, key) !== undefined)) return false;
  if (child(node, 'additionalProperties') && child(node, 'additionalProperties')?.value !== false) return false;
  return ['oneOf', 'anyOf'].every((key) => items(child(node, key)).every(saysOnlyWhatIsRequired));
}

/** `anyOf: [{required: [a]}, {required: [b]}]` names no property of its own: the API checks it. */
function saysOnlyWhatIsRequired(node: SpecNode): boolean {
  return members(node).every(([key]) => key === 'required');
}
