import { ResourceNotFoundError, type ReadResourceResult } from '@modelcontextprotocol/server';
import type { Catalog } from '../../catalog/open-catalog.js';
import { matchResource } from '../../catalog/operation-resources.js';
import { fileOf, findSkillPlace } from '../../catalog/skill-uri.js';
import type { McpContext } from '../context.js';
import { readFile } from './read-file.js';
import { readOperation } from './read-operation.js';

/**
 * `resources/read`. Throws a `ResourceNotFoundError` for what is not there or not for the caller, and a
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
  if (!matched) throw new ResourceNotFoundError(uri);
  return readOperation(context, catalog, uri, matched, signal);
}
