import { ProtocolError, ProtocolErrorCode, type GetPromptResult } from '@modelcontextprotocol/server';
import type { ArtifactRef } from '../../../contract/bundle/bundle-index.js';
import { didYouMean, suggest } from '../../../contract/search/suggest.js';
import type { Catalog, CatalogSkill } from '../../catalog/open-catalog.js';
import { skillBody } from '../../catalog/skill-body.js';
import { pathsOf, skillUri } from '../../catalog/skill-uri.js';

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
  throw new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `No prompt is called ${JSON.stringify(name.slice(0, 128))}.${hint}`,
  );
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
