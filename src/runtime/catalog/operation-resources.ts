import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { matchUri, uriVariables } from '../../contract/request/uri-template.js';
import type { Catalog, CatalogOperation } from './open-catalog.js';

/** An operation that is read as a resource. */
export interface OperationResource {
  /** `<binding>.<operation name>`. */
  key: string;
  uriTemplate: string;
  /** Names on the wire of the template's variables; without any, the template is a URI. */
  variables: string[];
}

/** The operation that a URI names, and the values of its variables. */
export interface MatchedResource {
  key: string;
  values: Map<string, string>;
}

const tables = new WeakMap<BundleIndex, OperationResource[]>();

/** The operations that a caller can read as resources, with what the catalog knows of each. Sorted by template. */
export function openResources(catalog: Catalog): (OperationResource & { operation: CatalogOperation })[] {
  return tableOf(catalog.snapshot.index).flatMap((resource) => {
    const operation = catalog.operation(resource.key);
    return operation ? [{ ...resource, operation }] : [];
  });
}

/** The operation of a bundle that a URI names, whether or not a caller may use it. A literal beats a variable. */
export function matchResource(index: BundleIndex, uri: string): MatchedResource | undefined {
  for (const { key, uriTemplate } of tableOf(index)) {
    // Most templates differ in the text before their first variable, which is cheap to compare.
    if (!uri.startsWith(uriTemplate.split('{', 1)[0] as string)) continue;
    const values = matchUri(uriTemplate, uri);
    if (values) return { key, values };
  }
  return undefined;
}

function tableOf(index: BundleIndex): OperationResource[] {
  const known = tables.get(index);
  if (known) return known;
  const table = Object.entries(index.operations).flatMap(([key, { expose, uriTemplate }]) =>
    expose === 'tool' || uriTemplate === undefined ? [] : [{ key, uriTemplate, variables: uriVariables(uriTemplate) }],
  );
  table.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  tables.set(index, table);
  return table;
}

/** Sorts literals before variables, so that `/orders/search` is found before `/orders/{id}`. */
function sortKey({ key, uriTemplate }: OperationResource): string {
  return `${uriTemplate.replaceAll('{', '\uffff')}\n${key}`;
}
