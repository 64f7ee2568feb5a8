import { child, items, type SpecNode } from '../document/node.js';
import type { Resolver } from '../document/resolver.js';

/** What a schema describes, as far as choosing how to send it needs to know. */
export type SchemaKind = 'structured' | 'file' | 'scalar';

/** Deep enough for every composition that people write. */
const MAX_DEPTH = 8;

/** Whether a schema describes an object or list, the bytes of a file, or anything else. */
export function bodyKindOfSchema(node: SpecNode, resolver: Resolver): SchemaKind {
  return kindOf(node, resolver, 0, new Set());
}

/** Looks at each part once: references and aliases would multiply it. */
function kindOf(node: SpecNode, resolver: Resolver, depth: number, seen: Set<unknown>): SchemaKind {
  const followed = resolver.follow(node);
  if (!followed.ok || depth > MAX_DEPTH || seen.has(followed.node.value)) return 'scalar';
  const schema = followed.node;
  seen.add(schema.value);
  if (isFile(schema)) return 'file';
  const types = [child(schema, 'type')?.value].flat();
  if (types.includes('object') || types.includes('array')) return 'structured';
  if (types[0] === undefined && child(schema, 'properties')) return 'structured';
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => items(child(schema, key)).slice(0, 4));
  for (const part of parts) {
    const kind = kindOf(part, resolver, depth + 1, seen);
    if (kind !== 'scalar') return kind;
  }
  return 'scalar';
}

/** Bytes: `format: binary`, 2.0's `type: file`, or 3.1's text with a media type that is no text. */
function isFile(schema: SpecNode): boolean {
  const type = child(schema, 'type')?.value;
  if (type === 'file' || child(schema, 'format')?.value === 'binary') return true;
  const mediaType = child(schema, 'contentMediaType')?.value;
  return (
    typeof mediaType === 'string' &&
    !/^(?:text\/|application\/json)/.test(mediaType) &&
    child(schema, 'contentEncoding') === undefined
  );
}
