import type { ArtifactRef } from '../../../contract/bundle/bundle-index.js';
import type { JsonObject } from '../../../contract/encoding/json.js';
import type { CatalogSkill } from '../../catalog/open-catalog.js';
import { skillUri } from '../../catalog/skill-uri.js';
import type { Snapshot } from '../../snapshot.js';
import { META_PREFIX } from '../meta-prefix.js';

/** A skill as the extension publishes it (SEP-2640, "Skill entries"). */
export interface PublishedSkill {
  uri: string;
  frontmatter: JsonObject;
  /** Every file with the digest and size of the signed index. */
  resources: { uri: string; digest: string; size: number }[];
  _meta: Record<string, object>;
}

/**
 * Whether the extension can carry a skill: its front matter must have a description, and a name that is its folder's.
 * Others are served by everything but the extension.
 */
export function isPublishable({ id, entry }: CatalogSkill): boolean {
  const { name, description } = entry.frontMatter as { name?: unknown; description?: unknown };
  return name === id && typeof description === 'string' && description !== '';
}

/** The entry of a skill. Where it comes from stands under our own prefix: the extension leaves provenance to servers. */
export function publishedSkill({ sha256, generation }: Snapshot, { id, entry }: CatalogSkill): PublishedSkill {
  return {
    uri: skillUri(id, 'SKILL.md'),
    frontmatter: entry.frontMatter as JsonObject,
    resources: Object.entries(entry.files)
      .map(([path, ref]) => manifestRow(skillUri(id, path), ref))
      .sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    _meta: { [`${META_PREFIX}provenance`]: { bundleSha256: sha256, generation } },
  };
}

function manifestRow(uri: string, { sha256, size }: ArtifactRef): PublishedSkill['resources'][number] {
  return { uri, digest: `sha256:${sha256}`, size };
}
