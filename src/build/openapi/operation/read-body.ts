import { isJsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { child, isTrue, members, textOf, type SpecNode } from '../document/node.js';
import { MAX_SCHEMA_TEXT } from '../limits.js';
import { translateSchema } from '../schema/translate.js';
import { bodyFields, type Field } from './body-fields.js';
import { choiceForRoot } from './form-root.js';
import { compareChoices, mediaChoice, type MediaChoice } from './media-kind.js';
import { followOrReport, reportAt, type OperationContext } from './operation-context.js';
import { bodyKindOfSchema } from './schema-kind.js';
import { swaggerBody } from './swagger-body.js';
import { plainText } from './texts.js';

/** The body of an operation: arguments of its own, or one argument. */
export interface Body extends MediaChoice {
  required: boolean;
  fields?: Field[];
  /** Schema of the one argument, when there are no fields. */
  schema?: JsonValue;
}

/** A body as documented for one media type. */
export interface MediaVariant {
  mediaType: string;
  schema?: SpecNode;
  encoding?: SpecNode;
}

/** Every documented form of a body. */
export interface DocumentedBody {
  node: SpecNode;
  required: boolean;
  description?: string;
  variants: MediaVariant[];
}

/**
 * Chooses how the body of an operation is sent. A body is never dropped: when no documented media type can be made, that is
 * reported. Returns `undefined` for an operation without a body, and `'unusable'` after a report.
 */
export function readBody(context: OperationContext, bodyParts: SpecNode[]): Body | 'unusable' | undefined {
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
