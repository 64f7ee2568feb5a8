import { FORBIDDEN_KEYS, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { referenceOf, type Resolver } from '../document/resolve-reference.js';
import { child, items, members, memberValue, type SpecNode } from '../document/spec-node.js';
import { isOneSided, keepRequired, propertyOf } from './one-sided.js';

/**
 * Reads compositions as their authors mean them. `oneOf` lists shapes to choose from, and they mostly overlap: a value that
 * fits two of them is not wrong. An object that is closed and made of parts means to let in what its parts list, which is
 * `unevaluatedProperties` in 2020-12 ("Core", section 11.3); so does one with closed parts, and a part leaves closing to it.
 */
export function loosenComposition(schema: JsonObject, role: Closure | 'part' | 'output'): void {
  const { oneOf, anyOf, allOf } = schema;
  if (oneOf !== undefined) {
    delete schema['oneOf'];
    if (anyOf === undefined) schema['anyOf'] = oneOf;
    else schema['allOf'] = [...(Array.isArray(allOf) ? allOf : []), { anyOf: oneOf }];
  }
  // What comes back is never refused.
  if (role === 'output') return;
  const others = schema['additionalProperties'] ?? (role === 'closed' ? false : undefined);
  const isComposed = ['allOf', 'anyOf', '$ref'].some((keyword) => schema[keyword] !== undefined);
  const isOpen = others === undefined || others === true;
  if (role !== 'part' && (isOpen || !isComposed)) return;
  delete schema['additionalProperties'];
  if (role === 'part') delete schema['unevaluatedProperties'];
  else schema['unevaluatedProperties'] ??= others as JsonObject | false;
}

/** A closed object cannot hold a name that it does not list, so it does not mean to require one. */
export function dropImpossible(schema: JsonObject): void {
  const { properties = {}, patternProperties } = schema;
  if (schema['additionalProperties'] !== false || patternProperties !== undefined) return;
  keepRequired(schema, (name) => isJsonObject(properties) && Object.hasOwn(properties, name));
}

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

/**
 * Says in the words of JSON Schema which value chooses which alternative (OpenAPI Specification, "Discriminator Object"): the
 * translated alternatives of `oneOf` or `anyOf`, each with the values that its discriminator gives it. They come back as they are
 * when the mapping does not name every one of them, or when one would not take the value that it is named by.
 */
export function discriminated(
  node: SpecNode,
  alternatives: SpecNode,
  schemas: JsonValue[],
  resolver: Resolver,
): JsonValue[] {
  const discriminator = child(node, 'discriminator');
  const name = discriminator && memberValue(discriminator, 'propertyName');
  const mapping = discriminator && child(discriminator, 'mapping');
  if (typeof name !== 'string' || FORBIDDEN_KEYS.has(name) || !mapping) return schemas;
  const values = items(alternatives).map((alternative) => {
    const found = valuesFor(alternative, mapping);
    return takes(alternative, name, found, resolver) ? found : [];
  });
  // Since 3.1 more may stand beside a reference, and would be lost.
  const isMore = schemas.some((schema) => Object.keys(schema as JsonObject).some((key) => key !== '$ref'));
  if (isMore || values.some((found) => found.length === 0)) return schemas;
  return schemas.map((schema, index) => ({
    ...(schema as JsonObject),
    properties: { [name]: { enum: values[index] as string[] } },
    required: [name],
  }));
}

/** The names that a mapping gives an alternative, by its reference or by the name of its component. */
function valuesFor(alternative: SpecNode, mapping: SpecNode): string[] {
  const reference = referenceOf(alternative);
  const own = reference?.split('/').at(-1);
  const names = members(mapping).flatMap(([value, { value: target }]) =>
    reference !== undefined && (target === reference || target === own) ? [value] : [],
  );
  return names.filter((value) => value.isWellFormed()).sort();
}

/** Whether the property is listed, may be sent, and takes the values. */
function takes(alternative: SpecNode, name: string, values: readonly string[], resolver: Resolver): boolean {
  const property = propertyOf(alternative, name, resolver);
  if (!property || isOneSided(property, { mode: 'input', resolver })) return false;
  const followed = resolver.follow(property);
  if (!followed.ok) return false;
  const { type, enum: known, const: only } = isJsonObject(followed.node.value) ? followed.node.value : {};
  const isText = type === undefined || [type].flat().includes('string');
  const allowed: JsonValue[] | undefined = only === undefined ? (Array.isArray(known) ? known : undefined) : [only];
  return isText && (allowed === undefined || values.every((value) => allowed.includes(value)));
}
