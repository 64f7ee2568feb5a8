import { isJsonObject, type JsonObject } from '../../../contract/encoding/json.js';
import type { Resolver } from '../document/resolve-reference.js';
import { child, isTrue, items, memberValue, type SpecNode } from '../document/spec-node.js';

/**
 * Whether a schema says what may be sent, or what comes back; `part` is what may be sent as a part of a composition, which closes
 * the whole of it.
 */
export type SchemaMode = 'input' | 'output' | 'part';

/** From which side a schema is seen. */
interface Side {
  mode: SchemaMode;
  resolver: Resolver;
}

/** What only the API writes is not asked for, and what only the caller writes does not come back. */
export function dropOneSided(node: SpecNode, schema: JsonObject, context: Side): void {
  const { properties } = schema;
  const dropped = new Set<string>();
  const declared = child(node, 'properties');
  for (const name of isJsonObject(properties) ? Object.keys(properties) : []) {
    const member = declared && child(declared, name);
    if (member && isOneSided(member, context)) dropped.add(name);
  }
  for (const name of dropped) delete (properties as JsonObject)[name];
  if (isJsonObject(properties) && Object.keys(properties).length === 0) delete schema['properties'];
  keepRequired(schema, (name) => !dropped.has(name) && !isOneSidedInPart(node, name, context));
}

/** A name may be required here, and listed by a part. */
function isOneSidedInPart(node: SpecNode, name: string, context: Side): boolean {
  if (memberValue(node, 'allOf') === undefined) return false;
  const property = propertyOf(node, name, context.resolver);
  return property !== undefined && isOneSided(property, context);
}

/** Whether a property is `readOnly` in an input, or `writeOnly` in an output; also when the schema behind it says so. */
export function isOneSided(property: SpecNode, { mode, resolver }: Side): boolean {
  const flag = mode === 'output' ? 'writeOnly' : 'readOnly';
  if (isTrue(property, flag)) return true;
  const followed = resolver.follow(property);
  return followed.ok && isTrue(followed.node, flag);
}

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

/** Leaves those names in `required` that are to be kept; none leave no list. */
export function keepRequired(schema: JsonObject, isKept: (name: string) => boolean): void {
  const { required } = schema;
  if (!Array.isArray(required)) return;
  const left = required.filter((name) => isKept(name as string));
  if (left.length > 0) schema['required'] = left;
  else delete schema['required'];
}
