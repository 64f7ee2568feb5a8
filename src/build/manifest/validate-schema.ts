import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import schema from '../../../schemas/frontmcp-deploy.v1.json' with { type: 'json' };
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { schemaAccepts, URI_PATTERN } from '../schema-accepts.js';
import { KEY_CHOICES, unionsByShape } from './unions-by-shape.js';

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
