import { isJsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { essence, isJsonType } from '../../../contract/request/media-types.js';
import type { BodyTemplate } from '../../../contract/request/types.js';
import type { Resolver } from '../document/resolve-reference.js';
import { child, isTrue, members, memberValue, plainText, textOf, type SpecNode } from '../document/spec-node.js';
import { MAX_SCHEMA_TEXT } from '../openapi-limits.js';
import { translateSchema } from '../schema/translate-schema.js';
import { bodyFields } from './body-fields.js';
import { followOrReport, reportAt, type OperationContext } from './operation-context.js';
import type { Body, DocumentedBody, MediaChoice, MediaVariant } from './request-parts.js';
import { bodyKindOfSchema } from './schema-shape.js';
import { swaggerBody } from './swagger-2.js';

/**
 * Chooses how the body of an operation is sent. A body is never dropped: when no documented media type can be made, that is
 * reported. Returns `undefined` for an operation without a body, and `'unusable'` after a report.
 */
export function chooseBody(context: OperationContext, bodyParts: SpecNode[]): Body | 'unusable' | undefined {
  const documented = context.document.dialect === '2.0' ? swaggerBody(context, bodyParts) : requestBody(context);
  if (documented === undefined || documented === 'unusable') return documented;
  const choices = documented.variants
    .map((variant) => ({ variant, choice: choiceFor(context, variant) }))
    .filter((pair): pair is { variant: MediaVariant; choice: MediaChoice } => pair.choice !== undefined)
    .sort((a, b) => compareChoices(a.choice, b.choice));
  const [best] = choices;
  if (best) return toBody(context, documented, best.variant, best.choice);
  const mediaTypes = documented.variants.map(({ mediaType }) => mediaType);
  if (mediaTypes.length === 0 && !documented.required) return undefined;
  reportAt(context, 'openapi-body', { mediaTypes }, documented.node);
  return 'unusable';
}

function requestBody(context: OperationContext): DocumentedBody | 'unusable' | undefined {
  const declared = child(context.operation.node, 'requestBody');
  if (!declared) return undefined;
  const node = followOrReport(context, declared);
  if (!node) return 'unusable';
  const variants = members(child(node, 'content')).map(([mediaType, media]): MediaVariant => {
    const followed = context.document.resolver.follow(media);
    const target = followed.ok ? followed.node : media;
    return { mediaType, schema: child(target, 'schema'), encoding: child(target, 'encoding') };
  });
  // By name, so that of types that are sent in one way the same is chosen in every order.
  variants.sort((a, b) => (a.mediaType < b.mediaType ? -1 : 1));
  return { node, required: isTrue(node, 'required'), description: textOf(node, 'description'), variants };
}

function choiceFor(context: OperationContext, { mediaType, schema }: MediaVariant): MediaChoice | undefined {
  const { resolver } = context.document;
  const kind = schema && bodyKindOfSchema(schema, resolver);
  const choice = mediaChoice(mediaType, kind === 'structured');
  return choice && schema ? choiceForRoot(choice, schema, resolver) : choice;
}

function toBody(
  context: OperationContext,
  documented: DocumentedBody,
  variant: MediaVariant,
  choice: MediaChoice,
): Body | undefined {
  const { required } = documented;
  const isStructured = choice.kind === 'json' || choice.kind === 'form' || choice.kind === 'multipart';
  const fields = isStructured && variant.schema ? bodyFields(context, choice.kind, variant) : undefined;
  // Nothing that could be sent, and nothing that must be.
  if (fields?.length === 0 && !required) return undefined;
  if (fields) return { ...choice, required, fields };
  return {
    ...choice,
    required,
    schema: withDescription(wholeSchema(context, choice, variant), documented.description),
  };
}

function wholeSchema(
  context: OperationContext,
  { kind, contentType }: MediaChoice,
  { schema }: MediaVariant,
): JsonValue {
  if (kind === 'binary') return { type: 'string', contentEncoding: 'base64', contentMediaType: contentType };
  if (kind === 'text') return { type: 'string', contentMediaType: contentType };
  const found = schema ? translateSchema(schema, context.pool.context('input')) : {};
  // Forms have names, so they are objects also where the description does not say it.
  return kind === 'json' || !isJsonObject(found) || found['type'] !== undefined ? found : { type: 'object', ...found };
}

function withDescription(schema: JsonValue, description: string | undefined): JsonValue {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema) || !description?.trim()) return schema;
  return { ...schema, description: plainText(description, MAX_SCHEMA_TEXT.input) };
}

/**
 * How a form or multipart body is sent whose schema is no object: fields need names. A form that is documented as a text is
 * written by the caller, and files of a multipart body get a name; `undefined` for anything else.
 */
function choiceForRoot(choice: MediaChoice, schema: SpecNode, resolver: Resolver): MediaChoice | undefined {
  if (choice.kind !== 'form' && choice.kind !== 'multipart') return choice;
  const followed = resolver.follow(schema);
  const type = followed.ok ? memberValue(followed.node, 'type') : undefined;
  if (!followed.ok || (type !== 'string' && type !== 'array')) return choice;
  if (choice.kind === 'form') return type === 'string' ? { ...choice, kind: 'text' } : undefined;
  const file = type === 'array' ? child(followed.node, 'items') : followed.node;
  return file && bodyKindOfSchema(file, resolver) === 'file' ? choice : undefined;
}

/** How a body of a media type is made, best for an agent first. */
const ORDER: BodyTemplate['kind'][] = ['json', 'form', 'multipart', 'text', 'binary'];

const TEXT =
  /^(?:text\/.+|application\/(?:.+\+)?(?:xml|yaml|x-yaml|graphql|javascript|sql|x-ndjson|jsonl|x-jsonlines|json-seq|toml))$/;

const YAML = /^(?:text|application)\/(?:.+\+|x-)?yaml$/;

/** The kind and the concrete type for a media type or range; `undefined` when it is none. */
function mediaChoice(mediaType: string, schemaIsStructured: boolean): MediaChoice | undefined {
  const type = essence(mediaType);
  if (!/^[^/\s]+\/[^/\s]+$/.test(type) || !/^[\x20-\x7e]+$/.test(mediaType)) return undefined;
  const contentType = mediaType.trim();
  // JSON is YAML too (YAML 1.2 section 1.3), and easier to fill.
  if (schemaIsStructured && YAML.test(type)) return { kind: 'json', contentType };
  if (isJsonType(type)) return { kind: 'json', contentType };
  if (type === 'application/x-www-form-urlencoded') return { kind: 'form', contentType: type };
  if (type.startsWith('multipart/')) return { kind: 'multipart', contentType: 'multipart/form-data' };
  if (type === 'text/*') return { kind: 'text', contentType: 'text/plain' };
  if (TEXT.test(type)) return { kind: 'text', contentType };
  const isRange = type.includes('*');
  // A structured value of a type nobody knows is most likely JSON under another name.
  if (schemaIsStructured) return { kind: 'json', contentType: isRange ? 'application/json' : contentType };
  return { kind: 'binary', contentType: isRange ? 'application/octet-stream' : contentType };
}

/** Compares two choices: the one that is easier to fill comes first. Types that are sent in one way are equal. */
function compareChoices(a: MediaChoice, b: MediaChoice): number {
  return (
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    plainness(a.contentType) - plainness(b.contentType) ||
    (a.contentType < b.contentType ? -1 : Number(a.contentType > b.contentType))
  );
}

/** An object says more easily what to merge than which patches to apply. */
function plainness(contentType: string): number {
  const rank = ['application/json', 'application/merge-patch+json'].indexOf(essence(contentType));
  return rank === -1 ? 2 : rank;
}
