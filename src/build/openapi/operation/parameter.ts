import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { essence } from '../../../contract/request/media-types.js';
import type { ParameterPlace, ParameterStyle } from '../../../contract/request/request-template.js';
import { child, isTrue, members, memberValue, plainText, textOf, type SpecNode } from '../document/spec-node.js';
import { MAX_SCHEMA_TEXT } from '../openapi-limits.js';
import { translateSchema } from '../schema/translate-schema.js';
import { encodingOf } from './body-fields.js';
import { followOrReport, reportAt, type OperationContext } from './operation-context.js';
import type { Parameter } from './request-parts.js';
import { objectShape } from './schema-shape.js';
import { collectionStyle } from './swagger-2.js';

const STYLES: Record<ParameterPlace, readonly ParameterStyle[]> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** A header name is a token (RFC 9110 section 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

/** Reads one parameter; what cannot be sent is reported and gives `undefined`. */
export function toParameter(
  context: OperationContext,
  node: SpecNode,
  name: string,
  place: ParameterPlace,
): Parameter | undefined {
  const fail = (reason: string) => reportAt(context, 'openapi-parameter', { parameter: name, reason }, node);
  if (place === 'header' && !TOKEN.test(name)) return fail('its name is not a header name');
  const isOld = context.document.dialect === '2.0';
  const serialization = isOld ? collectionStyle(node, place) : serializationOf(node, place);
  if (!serialization) return fail('its collectionFormat "tsv" has no counterpart');
  // In 2.0 the parameter itself is the schema.
  const schema = isOld ? translateSchema(node, context.pool.context('input')) : schemaOf(context, node);
  if (schema === undefined) return undefined;
  const required = place === 'path' || isTrue(node, 'required');
  return { in: place, name, required, ...serialization, schema: described(schema, node) };
}

type Serialization = Pick<Parameter, 'style' | 'explode' | 'allowReserved' | 'contentType'>;

/** Style and explode with the specification's defaults; a style that cannot stand in this place counts as the default. */
function serializationOf(node: SpecNode, place: ParameterPlace): Serialization {
  const wanted = memberValue(node, 'style');
  const style = STYLES[place].find((known) => known === wanted) ?? (STYLES[place][0] as ParameterStyle);
  const stated = memberValue(node, 'explode');
  const explode = style === 'deepObject' || (typeof stated === 'boolean' ? stated : style === 'form');
  const [contentType] = onlyContent(node);
  return {
    style,
    explode,
    ...(place === 'query' && isTrue(node, 'allowReserved') ? { allowReserved: true as const } : {}),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

/** The one media type of `content` and its description; of several the first by name, as their order says nothing. */
function onlyContent(node: SpecNode): [string, SpecNode] | [] {
  const content = child(node, 'content');
  return content ? (members(content).sort(([a], [b]) => (a < b ? -1 : 1))[0] ?? []) : [];
}

function schemaOf(context: OperationContext, node: SpecNode): JsonValue | undefined {
  const [, content] = onlyContent(node);
  const media = content && followOrReport(context, content);
  if (content && !media) return undefined;
  const schema = child(media ?? node, 'schema');
  return schema ? translateSchema(schema, context.pool.context('input')) : {};
}

/** The parameter's own description says more than its schema's. */
function described(schema: JsonValue, node: SpecNode): JsonValue {
  const description = textOf(node, 'description')?.trim();
  const base: JsonObject | undefined = isJsonObject(schema) ? { ...schema } : schema === true ? {} : undefined;
  if (!base) return schema;
  if (description) base['description'] = plainText(description, MAX_SCHEMA_TEXT.input);
  if (isTrue(node, 'deprecated')) base['deprecated'] = true;
  return base;
}

/**
 * `in: querystring` ("Parameter Object" of OpenAPI 3.2): the whole query, described as content. A form is as many parameters
 * as its object has properties; anything else is reported and gives `undefined`.
 */
export function queryStringParameters(context: OperationContext, node: SpecNode): Parameter[] | undefined {
  const [mediaType, declared] = onlyContent(node);
  const media = declared && followOrReport(context, declared);
  if (declared && !media) return undefined;
  const schema = media && child(media, 'schema');
  const isForm = mediaType !== undefined && essence(mediaType) === 'application/x-www-form-urlencoded';
  const shape = isForm && schema ? objectShape(schema, context.document.resolver) : undefined;
  if (!shape) {
    const reason = 'it is the whole query, and no form whose fields are listed';
    return reportAt(context, 'openapi-parameter', { parameter: 'querystring', reason }, node);
  }
  const encoding = media && child(media, 'encoding');
  return [...shape.properties]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, property]): Parameter => ({
      in: 'query',
      name,
      required: isTrue(node, 'required') && shape.required.has(name),
      style: 'form',
      explode: true,
      ...encodingOf(encoding && child(encoding, name), 'form'),
      schema: translateSchema(property, context.pool.context('input')),
    }));
}
