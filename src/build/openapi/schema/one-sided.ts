import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import { isJsonObject } from '../../../contract/encoding/json.js';
import { child, isTrue } from '../document/node.js';
import type { SpecNode } from '../document/node.js';
import type { Resolver } from '../document/resolver.js';
import type { SchemaMode } from './schema-mode.js';

/** From which side a schema is seen. */
interface Side {
  mode: SchemaMode;
  resolver: Resolver;
}

/** What only the API writes is not asked for, and what only the caller writes does not come back. */
export function dropOneSided(node: SpecNode, schema: JsonObject, context: Side): void {
  const { properties, required } = schema;
  if (!isJsonObject(properties)) return;
  const dropped = new Set<JsonValue>();
  const declared = child(node, 'properties');
  for (const name of Object.keys(properties)) {
    const member = declared && child(declared, name);
    if (member && isOneSided(member, context)) dropped.add(name);
  }
  for (const name of dropped) delete properties[name as string];
  if (Object.keys(properties).length === 0) delete schema['properties'];
  if (!Array.isArray(required)) return;
  const left = required.filter((name) => !dropped.has(name));
  if (left.length > 0) schema['required'] = left;
  else delete schema['required'];
}

/** Whether a property is `readOnly` in an input, or `writeOnly` in an output; also when the schema behind it says so. */
export function isOneSided(property: SpecNode, { mode, resolver }: Side): boolean {
  const flag = mode === 'output' ? 'writeOnly' : 'readOnly';
  if (isTrue(property, flag)) return true;
  const followed = resolver.follow(property);
  return followed.ok && isTrue(followed.node, flag);
}
