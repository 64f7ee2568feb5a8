import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import { loadOperation } from '../../catalog/describe-operation.js';
import type { Catalog } from '../../catalog/open-catalog.js';
import type { MatchedResource } from '../../catalog/operation-resources.js';
import type { Fetch } from '../../upstream/types.js';
import type { McpContext } from '../context.js';
import { META_PREFIX } from '../meta-prefix.js';
import type { OperationAnswer } from '../operation-answer.js';
import { runOperation } from '../run-operation.js';
import type { ToolFailure } from '../tool-result.js';
import { argumentsOf } from './arguments-of.js';

// workerd's fetch must be called without a receiver.
const globalFetch: Fetch = (input, init) => fetch(input, init);
/** An answer of an API belongs to the caller and the moment. */
const NOT_CACHED = { ttlMs: 0, cacheScope: 'private' as const };
const GONE = new Set([404, 410]);

/** Reads an operation as a resource: the same checks and the same audit as `codecall_invoke`. */
export async function readOperation(
  context: McpContext,
  catalog: Catalog,
  uri: string,
  { key, values }: MatchedResource,
  signal?: AbortSignal,
): Promise<ReadResourceResult> {
  const operation = catalog.operation(key);
  const input = operation
    ? argumentsOf(await loadOperation(context.snapshot, operation), values)
    : Object.fromEntries(values);
  const { answer, record } = await runOperation(context, catalog, key, input, globalFetch, { signal });
  if (record) context.recordActions([record]);
  if (!operation || (!answer.ok && GONE.has(answer.status))) throw new ResourceNotFoundError(uri);
  if (!answer.ok) throw readError(uri, answer);
  const { truncated } = answer;
  return {
    contents: [{ uri, ...contentOf(answer), ...(truncated && { _meta: { [`${META_PREFIX}truncated`]: truncated } }) }],
    ...NOT_CACHED,
  };
}

function contentOf({
  data,
  mediaType,
  encoding,
}: OperationAnswer): { mimeType: string; text: string } | { mimeType: string; blob: string } {
  if (encoding) return { mimeType: mediaType ?? 'application/octet-stream', blob: data as string };
  if (mediaType !== undefined) return { mimeType: mediaType, text: data as string };
  return { mimeType: 'application/json', text: JSON.stringify(data) };
}

function readError(uri: string, { code, message, ...facts }: ToolFailure): ProtocolError {
  const status = code === 'invalid_arguments' ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
  return new ProtocolError(status, message, { uri, code, ...facts });
}
