import { FORBIDDEN_KEYS, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { child, items, members, memberValue, type SpecNode } from '../document/node.js';
import { referenceOf, type Resolver } from '../document/resolver.js';
import { isOneSided } from './one-sided.js';
import { propertyOf } from './property-of.js';

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
