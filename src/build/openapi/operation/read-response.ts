import { isJsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { isJsonType } from '../../../contract/request/media-types.js';
import { child, members, type SpecNode } from '../document/spec-node.js';
import { translateSchema } from '../schema/translate-schema.js';
import type { OperationContext } from './operation-context.js';
import { mediaTypes } from './swagger-2.js';

/** What a successful answer looks like, as documented. */
interface ResponseDescription {
  /** Value of the `Accept` header. */
  accept: string;
  /** Schema of a JSON answer. */
  output?: JsonValue;
}

/**
 * Reads the documented success: the lowest 2xx status with JSON content, else the lowest 2xx. Answers are described, never
 * required, so nothing here fails an operation.
 */
export function readResponse(context: OperationContext): ResponseDescription {
  const answers = successes(context).map((node) => contentOf(context, node));
  const json = answers.flat().find(({ mediaType }) => isJsonType(mediaType));
  const [first] = answers.find((content) => content.length > 0) ?? [];
  const accept = (json ?? first)?.mediaType.trim() ?? '*/*';
  const output = json?.schema && translateSchema(json.schema, context.pool.context('output'));
  const isTelling = isJsonObject(output) && Object.keys(output).length > 0;
  return { accept: /^[\x20-\x7e]+$/.test(accept) ? accept : '*/*', ...(isTelling ? { output } : {}) };
}

interface Content {
  mediaType: string;
  schema?: SpecNode;
}

/** The 2xx answers, exact statuses first, then `2XX`. */
function successes({ document, operation }: OperationContext): SpecNode[] {
  const responses = child(operation.node, 'responses');
  if (!isJsonObject(responses?.value)) return [];
  const statuses = Object.keys(responses.value).filter((status) => /^2(?:\d\d|xx)$/i.test(status));
  return statuses.sort().flatMap((status) => {
    const followed = document.resolver.follow(child(responses, status) as SpecNode);
    return followed.ok ? [followed.node] : [];
  });
}

function contentOf(context: OperationContext, answer: SpecNode): Content[] {
  if (context.document.dialect === '2.0') {
    const schema = child(answer, 'schema');
    const produces = mediaTypes(context, 'produces');
    return (produces.length > 0 || !schema ? produces : ['application/json']).map((mediaType) => ({
      mediaType,
      schema,
    }));
  }
  return members(child(answer, 'content'))
    .map(([mediaType, media]): Content => {
      const followed = context.document.resolver.follow(media);
      return { mediaType, schema: child(followed.ok ? followed.node : media, 'schema') };
    })
    .sort((a, b) => (a.mediaType < b.mediaType ? -1 : 1));
}
