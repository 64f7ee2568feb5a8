import type { ListPromptsResult } from '@modelcontextprotocol/server';
import type { Catalog } from '../../catalog/open-catalog.js';
import { skillTitle } from '../../catalog/skill-title.js';
import { pageOf } from '../resources/page.js';

const PAGE_SIZE = 100;
const TASK = {
  name: 'task',
  title: 'Task',
  description: 'What to do with the skill, in your own words.',
  required: false,
};

/** `prompts/list`: one prompt for each discoverable skill, named by its id. */
export function listPrompts(catalog: Catalog, cursor: string | undefined): ListPromptsResult {
  const { sha256, index } = catalog.snapshot;
  const { items, ...next } = pageOf(catalog.discoverable(), PAGE_SIZE, cursor, sha256);
  // An image in the manifest itself would be sent a hundred times; clients have it from the server's own icons.
  const icons = index.manifest.hot.server.icons?.filter(({ src }) => src.startsWith('https:')) ?? [];
  const prompts = items.map(({ id, entry }) => ({
    name: id,
    title: skillTitle(entry),
    description: entry.description,
    arguments: [TASK],
    ...(icons.length > 0 && { icons }),
  }));
  return { prompts, ...next };
}
