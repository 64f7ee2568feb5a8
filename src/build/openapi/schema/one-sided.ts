import { isJsonObject, type JsonObject } from '../../../contract/encoding/json.js';
import { child, isTrue, memberValue, type SpecNode } from '../document/node.js';
import type { Resolver } from '../document/resolver.js';
import { keepRequired } from './keep-required.js';
import { propertyOf } from './property-of.js';
import type { SchemaMode } from './schema-mode.js';

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
