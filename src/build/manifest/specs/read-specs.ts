import type { SpecSource } from '../../stage-values.js';
import type { MapTree } from '../../yaml/tree.js';
import { baseOf } from '../checks/check-urls.js';
import type { Problem } from '../problem.js';
import { listSpecs } from './list-specs.js';
import { nameSpecs, type NamedSpec } from './name-specs.js';
import type { ManifestFiles } from './resolve-file.js';

/** The specs of one environment's manifest, directories expanded, names and defaults filled in, and all that is wrong with them. */
export async function readSpecs(
  tree: MapTree,
  files: ManifestFiles,
): Promise<{ specs: SpecSource[]; problems: Problem[] }> {
  const { drafts, problems } = await listSpecs(tree, files);
  const named = nameSpecs(drafts);
  return { specs: named.specs.map(sourceOf), problems: [...problems, ...named.problems] };
}

function sourceOf({ id, binding, file, readable, entry, location }: NamedSpec): SpecSource {
  const { baseUrl, auth } = entry;
  return {
    id,
    binding,
    file,
    ...(readable ? {} : { unreadable: true as const }),
    ...(baseUrl === undefined ? {} : { baseUrl: URL.canParse(baseUrl) ? baseOf(baseUrl) : baseUrl }),
    ...(auth === undefined ? {} : { auth: structuredClone(auth) }),
    readOnly: entry.readOnly ?? false,
    server: entry.server ?? 0,
    serverVariables: { ...entry.serverVariables },
    strict: entry.strict ?? false,
    location,
  };
}
