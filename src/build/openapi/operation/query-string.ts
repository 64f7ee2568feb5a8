import { essence } from '../../../contract/request/media-types.js';
import { child, isTrue, type SpecNode } from '../document/node.js';
import { translateSchema } from '../schema/translate.js';
import { encodingOf } from './body-fields.js';
import { objectShape } from './object-shape.js';
import { followOrReport, reportAt, type OperationContext } from './operation-context.js';
import { onlyContent, type Parameter } from './parameter.js';

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
