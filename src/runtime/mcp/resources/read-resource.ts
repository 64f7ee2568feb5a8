import type { ReadResourceResult } from '@modelcontextprotocol/server';
import type { JsonObject } from '../../../contract/encoding/json.js';
import { loadOperation, type Catalog } from '../../catalog/open-catalog.js';
import { matchResource, type MatchedResource } from '../../catalog/operation-resources.js';
import { fileOf, findSkillPlace } from '../../catalog/skill.js';
import { globalFetch } from '../../upstream/call-api.js';
import type { McpContext } from '../context.js';
import { META_PREFIX } from '../server-description.js';
import type { OperationAnswer } from '../operation/operation-answer.js';
import { runOperation } from '../operation/run-operation.js';
import { CODES, ProtocolError, resourceNotFound } from '../protocol-error.js';
import type { ToolFailure } from '../tool-failure.js';
import { readFile } from './read-file.js';
import { argumentsOf } from './resource-arguments.js';

/**
 * `resources/read`. Throws `Resource not found` (-32602) for what is not there or not for the caller, and a
 * `ProtocolError` when it is there and cannot be read.
 */
export async function readResource(
  context: McpContext,
  catalog: Catalog,
  uri: string,
  signal?: AbortSignal,
): Promise<ReadResourceResult> {
  const place = findSkillPlace(catalog, uri);
  const ref = place && fileOf(place);
  if (ref) return { contents: [{ uri, mimeType: ref.mediaType, ...(await readFile(context, ref)) }] };
  const matched = matchResource(catalog.snapshot.index, uri);
  if (!matched) throw resourceNotFound(uri);
  return readOperation(context, catalog, uri, matched, signal);
}

/** An answer of an API belongs to the caller and the moment. */
const NOT_CACHED = { ttlMs: 0, cacheScope: 'private' as const };
const GONE = new Set([404, 410]);

/** Reads an operation as a resource: the same checks and the same audit as `codecall_invoke`. */
async function readOperation(
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
  const { answer, record, effect } = await runOperation(context, catalog, key, input, globalFetch, { signal });
  if (record) await context.record([record], effect);
  if (!operation || (!answer.ok && GONE.has(answer.status))) throw resourceNotFound(uri);
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
  const status = code === 'invalid_arguments' ? CODES.invalidParams : CODES.internal;
  return new ProtocolError(status, message, { uri, code, ...facts } as JsonObject);
}
