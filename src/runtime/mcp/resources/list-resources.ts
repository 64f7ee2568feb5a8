import type { ListResourcesResult, ListResourceTemplatesResult, Resource } from '@modelcontextprotocol/server';
import type { Catalog, CatalogSkill } from '../../catalog/open-catalog.js';
import { openResources } from '../../catalog/operation-resources.js';
import { pathsOf, skillTitle, skillUri } from '../../catalog/skill.js';
import { pageOf } from '../page.js';

const PAGE_SIZE = 200;

/** Template of a skill's instructions, for clients that let people fill templates in. */
export const SKILL_TEMPLATE = 'skill://{skill}/SKILL.md';

/** `resources/list`: the files of every discoverable skill, then the operations that are read without a variable. */
export function listResources(catalog: Catalog, cursor: string | undefined): ListResourcesResult {
  const files = catalog.discoverable().flatMap((skill) => pathsOf(skill).map((path) => () => skillFile(skill, path)));
  const operations = openResources(catalog)
    .filter(({ variables }) => variables.length === 0)
    .map(({ uriTemplate, operation }) => () => ({ uri: uriTemplate, ...operationFields(operation) }));
  const { items, ...next } = pageOf<() => Resource>(
    [...files, ...operations],
    PAGE_SIZE,
    cursor,
    catalog.snapshot.sha256,
  );
  return { resources: items.map((make) => make()), ...next };
}

/** `resources/templates/list`: skills by id, then the operations that are read with variables. */
export function listTemplates(catalog: Catalog, cursor: string | undefined): ListResourceTemplatesResult {
  const skills = {
    uriTemplate: SKILL_TEMPLATE,
    name: 'skill',
    title: 'Instructions of a skill',
    mimeType: 'text/markdown',
  };
  const operations = openResources(catalog)
    .filter(({ variables }) => variables.length > 0)
    .map(({ uriTemplate, operation }) => ({ uriTemplate, ...operationFields(operation) }));
  const { items, ...next } = pageOf([skills, ...operations], PAGE_SIZE, cursor, catalog.snapshot.sha256);
  return { resourceTemplates: items, ...next };
}

/** A file of a skill, as lists show it. */
export function skillFile(skill: CatalogSkill, path: string): Resource {
  const { id, entry } = skill;
  const { mediaType, size } = entry.files[path] as { mediaType: string; size: number };
  const about =
    path === 'SKILL.md'
      ? { name: entry.name, title: skillTitle(entry), description: entry.description }
      : { name: `${id}/${path}` };
  return { uri: skillUri(id, path), ...about, mimeType: mediaType, size };
}

function operationFields({ key, entry }: ReturnType<typeof openResources>[number]['operation']): {
  name: string;
  title?: string;
  description: string;
} {
  const { method, path, summary, spec } = entry;
  return { name: key, ...(summary !== '' && { title: summary }), description: `${method} ${path} of ${spec}` };
}
