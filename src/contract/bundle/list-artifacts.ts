import type { ArtifactRef, BundleIndex } from './bundle-index.js';

/** One use of an artifact in an index. */
export interface ArtifactUse {
  ref: ArtifactRef;
  /** JSON pointer of the reference. */
  pointer: string;
  /** For people: the file of a skill, or what the artifact is. */
  label: string;
}

/** Every artifact that an index names, with where it is named. */
export function listArtifacts(index: BundleIndex): ArtifactUse[] {
  const uses: ArtifactUse[] = [{ ref: index.search, pointer: '/search', label: 'search index' }];
  for (const [id, service] of Object.entries(index.services)) {
    if (service.schemas)
      uses.push({ ref: service.schemas, pointer: `/services/${id}/schemas`, label: `schemas of ${id}` });
  }
  for (const [key, operation] of Object.entries(index.operations)) {
    uses.push({ ref: operation.artifact, pointer: `/operations/${key}/artifact`, label: `operation ${key}` });
  }
  for (const [id, skill] of Object.entries(index.skills)) {
    for (const [path, ref] of Object.entries(skill.files)) {
      uses.push({ ref, pointer: `/skills/${id}/files/${path}`, label: `${id}/${path}` });
    }
  }
  return uses;
}
