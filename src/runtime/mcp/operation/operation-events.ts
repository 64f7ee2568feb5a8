import type { OperationDocument } from '../../../contract/bundle/bundle-index.js';
import { isJsonObject } from '../../../contract/encoding/json.js';
import { renderUri } from '../../../contract/request/uri-template.js';
import { wireValues } from '../../../contract/request/values.js';
import type { CatalogOperation } from '../../catalog/open-catalog.js';
import type { ChangeEvent } from '../../store/channel.js';

/**
 * What a successful call changed, as its classification names it: each resource once, by the URI that its arguments give,
 * and the list of resources when there is one more or one less.
 */
export function operationEvents(
  { key, entry }: CatalogOperation,
  { request }: OperationDocument,
  args: unknown,
): ChangeEvent[] {
  if (!isJsonObject(args)) return [];
  const values = wireValues(request, args);
  const uris = entry.effects.flatMap(({ kind, uri }) => (kind === 'updated' ? [renderUri(uri, values)] : []));
  const updated = [...new Set(uris)].flatMap((uri): ChangeEvent[] =>
    uri === undefined ? [] : [{ kind: 'resource_updated', uri, operation: key }],
  );
  return entry.effects.some(({ kind }) => kind === 'list_changed')
    ? [...updated, { kind: 'resources_list_changed' }]
    : updated;
}
