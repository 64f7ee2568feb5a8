import type { GetPromptResult, ListPromptsResult } from '@modelcontextprotocol/server';
import type { ArtifactRef } from '../../contract/bundle/bundle-index.js';
import { didYouMean, suggest } from '../../contract/search/suggest.js';
import type { Catalog, CatalogSkill } from '../catalog/open-catalog.js';
import { pathsOf, skillBody, skillTitle, skillUri } from '../catalog/skill.js';
import { pageOf } from './page.js';
import { CODES, ProtocolError } from './protocol-error.js';

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

/**
 * `prompts/get`: the instructions of a skill as a person's message, what it may call and read, and the task.
 * Throws a `ProtocolError` (-32602) for a name that is no skill of the caller.
 */
export async function getPrompt(catalog: Catalog, name: string, task: string | undefined): Promise<GetPromptResult> {
  const skill = promptSkill(catalog, name);
  const instructions = skillBody(await catalog.snapshot.text(skill.entry.files['SKILL.md'] as ArtifactRef));
  const parts = [instructions, operationsOf(catalog, skill), filesOf(skill), task?.trim() ? `Task: ${task}` : ''];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return { description: skill.entry.description, messages: [{ role: 'user', content: { type: 'text', text } }] };
}

/** The skill of a prompt. Throws a `ProtocolError` (-32602) when there is none. */
export function promptSkill(catalog: Catalog, name: string): CatalogSkill {
  const skill = catalog.skill(name);
  if (skill?.id === name) return skill;
  const hint = didYouMean(
    suggest(
      name,
      catalog.discoverable().map(({ id }) => id),
    ),
  );
  throw new ProtocolError(CODES.invalidParams, `No prompt is called ${JSON.stringify(name.slice(0, 128))}.${hint}`);
}

function operationsOf(catalog: Catalog, { entry }: CatalogSkill): string {
  const lines = entry.operations.flatMap((key) => {
    const operation = catalog.operation(key);
    return operation ? [`- ${key}: ${operation.entry.summary}`] : [];
  });
  return lines.length > 0
    ? ['Operations (codecall_describe explains them, codecall_invoke calls them):', ...lines].join('\n')
    : '';
}

function filesOf(skill: CatalogSkill): string {
  const lines = pathsOf(skill)
    .slice(1)
    .map((path) => `- ${skillUri(skill.id, path)}`);
  return lines.length > 0 ? ['Files of the skill (resources of this server):', ...lines].join('\n') : '';
}
