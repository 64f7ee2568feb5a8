import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';

/** The value at a location of the validator, such as `#/a/0`. */
export function valueAtLocation(root: JsonValue, location: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const segment of segmentsOf(location)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as JsonObject)[segment];
  }
  return value;
}

/** The schema at a location of the validator, references followed. */
export function schemaAtLocation(root: JsonObject, segments: readonly string[]): JsonObject {
  let node: JsonValue | undefined = root;
  for (const segment of segments) {
    if (typeof node !== 'object' || node === null) break;
    node = (node as JsonObject)[segment];
    if (segment === '$ref' && typeof node === 'string') node = valueAtLocation(root, node);
  }
  return isJsonObject(node) ? node : {};
}

/** The unescaped segments of a location such as `#/a~1b/0`. */
export function segmentsOf(location: string): string[] {
  return location
    .split('/')
    .slice(1)
    .map((segment) => decodeURI(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}
