import type { Effect } from '../../../contract/bundle/bundle-index.js';
import type { ListedOperation } from '../names/list-operations.js';
import type { Classifier } from './classification.js';
import { effectTemplate } from './resources.js';

/** The effects of a call that changes the resources of some GETs; those that its arguments cannot address are left out. */
export function effectsOn(
  changed: readonly (ListedOperation | undefined)[],
  operation: ListedOperation,
  { spec, resolver }: Classifier,
): Effect[] {
  const uris = changed.flatMap((get) => (get && effectTemplate(spec, get, operation, resolver)) ?? []);
  return [...new Set(uris)].map((uri) => ({ kind: 'updated', uri }));
}
