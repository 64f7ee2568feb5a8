import { definitionName } from '../../contract/encoding/definition-reference.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';

/** The definitions that a schema needs, and those that they need, by name; sorted. Without recursion: schemas may be deep. */
function definitionsOf(schema: JsonObject, defs: JsonObject): JsonObject {
  const needed = new Map<string, JsonValue>();
  const waiting: JsonValue[] = [schema];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const name of referencesIn(node)) {
      const definition = Object.hasOwn(defs, name) ? defs[name] : undefined;
      if (definition === undefined || needed.has(name)) continue;
      needed.set(name, definition);
      waiting.push(definition);
    }
  }
  return Object.fromEntries([...needed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function referencesIn(schema: JsonValue): string[] {
  const names: string[] = [];
  const waiting: JsonValue[] = [schema];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const name = isJsonObject(node) ? definitionName(node.$ref) : undefined;
    if (name !== undefined) names.push(name);
    for (const inner of Object.values(node)) waiting.push(inner);
  }
  return names;
}

/** A schema that stands by itself: with the definitions it needs. */
export function selfContained(schema: JsonObject, defs: JsonObject): JsonObject {
  const needed = definitionsOf(schema, defs);
  return Object.keys(needed).length === 0 ? schema : { ...schema, $defs: needed };
}
