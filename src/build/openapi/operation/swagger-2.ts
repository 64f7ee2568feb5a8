import type { JsonObject } from '../../../contract/encoding/json.js';
import type { ParameterPlace, ParameterStyle } from '../../../contract/request/request-template.js';
import { child, isTrue, items, textOf, type SpecNode } from '../document/spec-node.js';
import { reportAt, type OperationContext } from './operation-context.js';
import type { DocumentedBody, MediaVariant } from './request-parts.js';

/**
 * The body of a 2.0 operation in the words of 3.x: `in: body` with each media type of `consumes`, or the `in: formData`
 * parameters as an object that is sent as a form, or as multipart when it holds a file.
 */
export function swaggerBody(context: OperationContext, bodyParts: SpecNode[]): DocumentedBody | 'unusable' | undefined {
  const whole = bodyParts.find((node) => textOf(node, 'in') === 'body');
  if (whole) return bodyParameter(context, whole);
  const [first] = bodyParts;
  return first && formData(context, bodyParts, first);
}

function bodyParameter(context: OperationContext, node: SpecNode): DocumentedBody {
  const schema = child(node, 'schema');
  const consumes = mediaTypes(context, 'consumes');
  const variants = (consumes.length > 0 ? consumes : ['application/json']).map((mediaType): MediaVariant => ({
    mediaType,
    schema,
  }));
  return { node, required: isTrue(node, 'required'), description: textOf(node, 'description'), variants };
}

function formData(context: OperationContext, parts: SpecNode[], first: SpecNode): DocumentedBody | 'unusable' {
  const tsv = parts.find((node) => !collectionStyle(node, 'formData'));
  if (tsv) {
    const reason = 'its collectionFormat "tsv" has no counterpart';
    reportAt(context, 'openapi-parameter', { parameter: textOf(tsv, 'name') ?? '', reason }, tsv);
    return 'unusable';
  }
  const hasFile = parts.some((node) => textOf(node, 'type') === 'file');
  const consumes = mediaTypes(context, 'consumes');
  const isMultipart = hasFile || (consumes.length > 0 && consumes.every((type) => type.startsWith('multipart/')));
  const mediaType = isMultipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return {
    node: first,
    required: parts.some((node) => isTrue(node, 'required')),
    variants: [formVariant(parts, first, mediaType)],
  };
}

/** The parameters as the properties of an object, with their collection formats as encodings. */
function formVariant(parts: SpecNode[], at: SpecNode, mediaType: string): MediaVariant {
  const properties: JsonObject = Object.create(null) as JsonObject;
  const encoding: JsonObject = Object.create(null) as JsonObject;
  for (const node of parts) {
    const name = textOf(node, 'name') ?? '';
    // `required` is a flag of the parameter, and a list of names in a schema.
    properties[name] = { ...(node.value as JsonObject), required: false };
    if (textOf(node, 'type') === 'array') encoding[name] = { ...collectionStyle(node, 'formData') };
  }
  const required = parts.filter((node) => isTrue(node, 'required')).map((node) => textOf(node, 'name') ?? '');
  const place = { file: at.file, pointer: at.pointer };
  return {
    mediaType,
    schema: { ...place, value: { type: 'object', properties, required } },
    encoding: { ...place, value: encoding },
  };
}

/** `consumes` or `produces`: those of the operation win over those of the document. */
export function mediaTypes({ document, operation }: OperationContext, key: 'consumes' | 'produces'): string[] {
  const declared = child(operation.node, key) ?? child(document.root, key);
  return items(declared).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

/**
 * The style of 3.x that writes what a `collectionFormat` of 2.0 means ("Parameter Object" of Swagger 2.0; the default is
 * csv). Separators other than the comma exist in the query only. Returns `undefined` for tsv there.
 */
export function collectionStyle(
  node: SpecNode,
  place: ParameterPlace | 'formData',
): { style: ParameterStyle; explode: boolean } | undefined {
  if (place === 'path' || place === 'header') return { style: 'simple', explode: false };
  switch (textOf(node, 'collectionFormat')) {
    case 'multi':
      return { style: 'form', explode: true };
    case 'ssv':
      return { style: 'spaceDelimited', explode: false };
    case 'pipes':
      return { style: 'pipeDelimited', explode: false };
    case 'tsv':
      return undefined;
    default:
      return { style: 'form', explode: false };
  }
}
