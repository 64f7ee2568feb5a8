import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import type { BodyField, BodyTemplate, ParameterStyle } from '../../../contract/request/request-template.js';
import { child, isTrue, textOf, type SpecNode } from '../document/spec-node.js';
import { isOneSided } from '../schema/one-sided.js';
import { translateSchema } from '../schema/translate-schema.js';
import type { OperationContext } from './operation-context.js';
import type { Field, MediaVariant } from './request-parts.js';
import { bodyKindOfSchema, objectShape } from './schema-shape.js';

const FORM_STYLES: readonly ParameterStyle[] = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/** A file as an argument: what the interpreter's multipart writer takes. */
const FILE: JsonObject = {
  type: 'object',
  properties: {
    base64: { type: 'string', contentEncoding: 'base64', description: 'The content of the file.' },
    filename: { type: 'string' },
    contentType: {
      type: 'string',
      pattern: '^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$',
      description: 'Media type of the file.',
    },
  },
  required: ['base64'],
  additionalProperties: false,
};

/**
 * The properties of an object body, sorted by name; `undefined` when the body is no plain object, so that it stays one
 * argument.
 */
export function bodyFields(
  context: OperationContext,
  kind: BodyTemplate['kind'],
  variant: MediaVariant,
): Field[] | undefined {
  const { schema, encoding } = variant;
  const followed = schema && context.document.resolver.follow(schema);
  if (!followed?.ok || followed.node === schema || encoding) return readFields(context, kind, variant);
  const known = context.shared.fields[kind];
  const { value } = followed.node;
  if (!known.has(value)) known.set(value, readFields(context, kind, variant));
  return known.get(value);
}

function readFields(context: OperationContext, kind: BodyTemplate['kind'], variant: MediaVariant): Field[] | undefined {
  const { resolver } = context.document;
  const shape = variant.schema && objectShape(variant.schema, resolver);
  if (!shape) return kind === 'multipart' ? unnamedFile(context, variant) : undefined;
  return [...shape.properties]
    .filter(([, node]) => !isOneSided(node, { mode: 'input', resolver }))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, node]): Field => {
      const required = shape.required.has(name);
      const encoding = variant.encoding && child(variant.encoding, name);
      return {
        name,
        required,
        ...schemaOf(context, kind, node),
        ...(kind === 'json' ? {} : encodingOf(encoding, kind)),
      };
    });
}

/** A multipart body that is a file, or a list of them: a part needs a name, and `file` is what servers look for. */
function unnamedFile(context: OperationContext, { schema }: MediaVariant): Field[] | undefined {
  const file = schema && schemaOf(context, 'multipart', schema);
  return file?.binary ? [{ name: 'file', required: true, ...file }] : undefined;
}

function schemaOf(
  context: OperationContext,
  kind: BodyTemplate['kind'],
  node: SpecNode,
): { schema: JsonValue; binary?: true } {
  const { resolver } = context.document;
  if (kind === 'multipart') {
    if (bodyKindOfSchema(node, resolver) === 'file') return { schema: describedFile(node), binary: true };
    const followed = resolver.follow(node);
    const item = followed.ok ? child(followed.node, 'items') : undefined;
    if (item && bodyKindOfSchema(item, resolver) === 'file') {
      return { schema: { type: 'array', items: FILE }, binary: true };
    }
  }
  return { schema: translateSchema(node, context.pool.context('input')) };
}

function describedFile(node: SpecNode): JsonObject {
  const description = textOf(node, 'description')?.trim();
  return description ? { ...FILE, description } : FILE;
}

/** How a form or multipart property is written (OpenAPI Specification, "Encoding Object"). */
export function encodingOf(encoding: SpecNode | undefined, kind: BodyTemplate['kind']): Partial<BodyField> {
  if (!encoding) return {};
  const contentType = textOf(encoding, 'contentType')?.split(',', 1)[0]?.trim();
  const style = FORM_STYLES.find((known) => known === textOf(encoding, 'style'));
  const explode = child(encoding, 'explode')?.value;
  const isStyled = kind === 'form' && (style !== undefined || typeof explode === 'boolean');
  return {
    ...(isStyled
      ? {
          style: style ?? 'form',
          explode: typeof explode === 'boolean' ? explode : style !== 'spaceDelimited' && style !== 'pipeDelimited',
        }
      : {}),
    ...(kind === 'form' && isTrue(encoding, 'allowReserved') ? { allowReserved: true as const } : {}),
    ...(contentType && !isStyled && !contentType.includes('*') && /^[\x20-\x7e]+$/.test(contentType)
      ? { contentType }
      : {}),
  };
}
