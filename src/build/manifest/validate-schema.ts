import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import schema from '../../../schemas/frontmcp-deploy.v1.json' with { type: 'json' };
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { schemaAccepts, URI_PATTERN } from '../schema-accepts.js';

let compiled: ValidateFunction | undefined;

/** Every way in which a value breaks schemas/frontmcp-deploy.v1.json, in ajv's words; the schema is compiled once, and only for a value that breaks it. */
export function validateSchema(value: unknown): ErrorObject[] {
  if (schemaAccepts(schema, value)) return [];
  compiled ??= compile();
  compiled(value);
  return compiled.errors ?? [];
}

function compile(): ValidateFunction {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
  });
  const uri = new RegExp(URI_PATTERN, 'u');
  ajv.addFormat('uri', { type: 'string', validate: (text: string) => uri.test(text) && URL.canParse(text) });
  for (const keyword of KEY_CHOICES) {
    const accepts = (count: number) => (keyword === 'exactlyOneOf' ? count === 1 : count > 0);
    ajv.addKeyword({
      keyword,
      type: 'object',
      schemaType: 'array',
      validate: (keys: string[], object: object) => accepts(keys.filter((key) => Object.hasOwn(object, key)).length),
      errors: false,
    });
  }
  return ajv.compile(unionsByShape(schema as unknown as JsonObject));
}

/** A schema with its `$ref` followed, siblings of the reference winning. */
export function schemaAt(node: JsonObject): JsonObject {
  const name = typeof node.$ref === 'string' ? node.$ref.slice('#/$defs/'.length) : undefined;
  if (name === undefined) return node;
  const target = (schema.$defs as unknown as Record<string, JsonObject>)[name];
  return target ? { ...schemaAt(target), ...node } : node;
}

/** The properties that a schema declares. */
export function propertiesOf(node: JsonObject | undefined): JsonObject {
  return isJsonObject(node?.properties) ? node.properties : {};
}

/** The values of `tag` that tell the branches of a union apart; none when it is no such union. */
export function discriminatorValues(union: JsonObject, tag: string): JsonValue[] {
  const branches =
    union.discriminator !== undefined && Array.isArray(union.oneOf) ? union.oneOf.filter(isJsonObject) : [];
  return branches.flatMap((branch) => {
    const property = propertiesOf(schemaAt(branch))[tag];
    return isJsonObject(property) && property.const !== undefined ? [property.const] : [];
  });
}

/** The keyword that `exactlyOneOf` and `atLeastOneOf` of {@link unionsByShape} put in the place of a union of `required`. */
const KEY_CHOICES = ['exactlyOneOf', 'atLeastOneOf'] as const;

/**
 * The same schema for a validator that explains itself: every `oneOf` picks its branch by the shape of the value (its
 * type, or the one key that tells the branches apart), so that only the branch that was meant is complained about.
 * Accepts and refuses exactly the same values. A union with a `discriminator` stays, as ajv picks its branch itself.
 */
function unionsByShape(schema: JsonObject): JsonObject {
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
