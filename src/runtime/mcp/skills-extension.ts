import type { Resource } from '@modelcontextprotocol/server';
import type { ArtifactRef } from '../../contract/bundle/bundle-index.js';
import type { JsonObject } from '../../contract/encoding/json.js';
import type { Catalog, CatalogSkill } from '../catalog/open-catalog.js';
import { findSkillPlace, pathsOf, skillUri } from '../catalog/skill.js';
import type { Snapshot } from '../snapshot.js';
import { META_PREFIX } from './server-description.js';
import { pageOf } from './page.js';
import { CODES, ProtocolError } from './protocol-error.js';
import { skillFile } from './resources/list-resources.js';

/** The skills extension (SEP-2640): skills as entries whose digests are those of the signed index. */
const SKILLS_PER_PAGE = 50;
const FILES_PER_PAGE = 200;

/** `skills/list`: the discoverable skills. */
export function listSkills(
  catalog: Catalog,
  cursor: string | undefined,
): { skills: PublishedSkill[]; nextCursor?: string } {
  const { snapshot } = catalog;
  const { items, ...next } = pageOf(
    catalog.discoverable().filter(isPublishable),
    SKILLS_PER_PAGE,
    cursor,
    snapshot.sha256,
  );
  return { skills: items.map((skill) => publishedSkill(snapshot, skill)), ...next };
}

/** `skills/get`: one skill by the URI of its SKILL.md, listed or not. Throws a `ProtocolError` (-32602) when there is none. */
export function getSkill(catalog: Catalog, uri: string): { skill: PublishedSkill } {
  const place = findSkillPlace(catalog, uri);
  if (place?.path === 'SKILL.md' && isPublishable(place.skill))
    return { skill: publishedSkill(catalog.snapshot, place.skill) };
  throw new ProtocolError(CODES.invalidParams, `No skill is served at ${JSON.stringify(uri.slice(0, 256))}.`);
}

/**
 * `resources/directory/read` (SEP-2640, "Directories"): what lies directly in a skill's folder.
 * Throws a `ProtocolError` (-32602) for what is no folder.
 */
export function readDirectory(
  catalog: Catalog,
  uri: string,
  cursor: string | undefined,
): { resources: Resource[]; nextCursor?: string } {
  const place = findSkillPlace(catalog, uri.replace(/\/$/, ''));
  const prefix = place?.path ? `${place.path}/` : '';
  const paths = place ? pathsOf(place.skill).filter((path) => path.startsWith(prefix)) : [];
  if (!place || paths.length === 0)
    throw new ProtocolError(CODES.invalidParams, `${JSON.stringify(uri.slice(0, 256))} is no folder of a skill.`);
  const { skill } = place;
  const names = [...new Set(paths.map((path) => path.slice(prefix.length).split('/', 1)[0] as string))];
  const { items, ...next } = pageOf(names, FILES_PER_PAGE, cursor, catalog.snapshot.sha256);
  const resources = items.map((name) => {
    const path = prefix + name;
    return Object.hasOwn(skill.entry.files, path)
      ? skillFile(skill, path)
      : { uri: skillUri(skill.id, path), name, mimeType: 'inode/directory' };
  });
  return { resources, ...next };
}

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
function isPublishable({ id, entry }: CatalogSkill): boolean {
  const { name, description } = entry.frontMatter as { name?: unknown; description?: unknown };
  return name === id && typeof description === 'string' && description !== '';
}

/** The entry of a skill. Where it comes from stands under our own prefix: the extension leaves provenance to servers. */
function publishedSkill({ sha256, generation }: Snapshot, { id, entry }: CatalogSkill): PublishedSkill {
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
