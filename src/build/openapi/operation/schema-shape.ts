import type { Resolver } from '../document/resolve-reference.js';
import { child, items, members, type SpecNode } from '../document/spec-node.js';

/** The properties of a plain object. */
interface ObjectShape {
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

/** What a schema describes, as far as choosing how to send it needs to know. */
type SchemaKind = 'structured' | 'file' | 'scalar';

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
