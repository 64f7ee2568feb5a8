import { ProtocolError, ProtocolErrorCode, type Resource } from '@modelcontextprotocol/server';
import type { Catalog } from '../../catalog/open-catalog.js';
import { findSkillPlace, pathsOf, skillUri } from '../../catalog/skill-uri.js';
import { skillFile } from '../resources/list-resources.js';
import { pageOf } from '../resources/page.js';

const PAGE_SIZE = 200;

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
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `${JSON.stringify(uri.slice(0, 256))} is no folder of a skill.`,
    );
  const { skill } = place;
  const names = [...new Set(paths.map((path) => path.slice(prefix.length).split('/', 1)[0] as string))];
  const { items, ...next } = pageOf(names, PAGE_SIZE, cursor, catalog.snapshot.sha256);
  const resources = items.map((name) => {
    const path = prefix + name;
    return Object.hasOwn(skill.entry.files, path)
      ? skillFile(skill, path)
      : { uri: skillUri(skill.id, path), name, mimeType: 'inode/directory' };
  });
  return { resources, ...next };
}
