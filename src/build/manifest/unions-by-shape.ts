import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';

/** The keyword that `exactlyOneOf` and `atLeastOneOf` of {@link unionsByShape} put in the place of a union of `required`. */
export const KEY_CHOICES = ['exactlyOneOf', 'atLeastOneOf'] as const;

/**
 * The same schema for a validator that explains itself: every `oneOf` picks its branch by the shape of the value (its
 * type, or the one key that tells the branches apart), so that only the branch that was meant is complained about.
 * Accepts and refuses exactly the same values. A union with a `discriminator` stays, as ajv picks its branch itself.
 */
export function unionsByShape(schema: JsonObject): JsonObject {
  return rewrite(schema, schema) as JsonObject;
}

function rewrite(node: JsonValue, root: JsonObject): JsonValue {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, root));
  if (!isJsonObject(node)) return node;
  const { oneOf, anyOf, ...rest } = node;
  if (Array.isArray(oneOf) && node.discriminator === undefined) {
    return { ...(rewrite(rest, root) as JsonObject), ...unionOf(oneOf as JsonObject[], root, 'exactlyOneOf') };
  }
  if (Array.isArray(anyOf)) {
    return { ...(rewrite(rest, root) as JsonObject), ...unionOf(anyOf as JsonObject[], root, 'atLeastOneOf') };
  }
  return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, rewrite(member, root)]));
}

function unionOf(branches: JsonObject[], root: JsonObject, choice: (typeof KEY_CHOICES)[number]): JsonObject {
  const resolved = branches.map((branch) => resolve(branch, root));
  const types = resolved.map((branch) => branch.type);
  if (new Set(types).size === types.length && !types.includes(undefined as never)) return byType(branches, types, root);
  return byKey(branches, resolved, root, choice);
}

function byType(branches: JsonObject[], types: (JsonValue | undefined)[], root: JsonObject): JsonObject {
  const cases = branches.map((branch, index) => ({
    if: { type: types[index] as string },
    then: rewrite(branch, root),
  }));
  return { type: types as JsonValue[], allOf: cases };
}

function byKey(branches: JsonObject[], resolved: JsonObject[], root: JsonObject, choice: string): JsonObject {
  const keys = resolved.map((branch) => {
    const required = branch.required;
    if (!Array.isArray(required) || required.length !== 1)
      throw new Error('unionsByShape: a branch that no single key tells apart');
    return required[0] as string;
  });
  const isObject = resolved.every((branch) => branch.type === 'object');
  const cases = isObject
    ? branches.map((branch, index) => ({
        if: { type: 'object', required: [keys[index] as string], [choice]: keys },
        then: rewrite(branch, root),
      }))
    : [];
  return { ...(isObject ? { type: 'object' } : {}), [choice]: keys, ...(cases.length > 0 ? { allOf: cases } : {}) };
}

function resolve(schema: JsonObject, root: JsonObject): JsonObject {
  const ref = schema.$ref;
  if (typeof ref !== 'string') return schema;
  return resolve((root.$defs as JsonObject)[ref.slice('#/$defs/'.length)] as JsonObject, root);
}
