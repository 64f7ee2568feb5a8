import { skillUri } from '../../catalog/skill.js';
import type { StatusFacts } from './status-facts.js';

const MAX_LINE = 320;

/** `/llms.txt`: the status page for agents, as markdown (llmstxt.org). What comes from a skill stays on its own line. */
export function llmsTxt(facts: StatusFacts): string {
  const { title, instructions, mcpUrl, generation, sha256, since, environment } = facts;
  const skills = facts.skills.map(({ id, entry }) =>
    line(`- [${entry.name}](${skillUri(id, 'SKILL.md')}): ${entry.description}`),
  );
  return `${[
    `# ${line(title)}`,
    '> An MCP server: skills that teach tasks, and the API operations that they use.',
    instructions.trim(),
    '## Connect',
    `- MCP endpoint (Streamable HTTP): ${mcpUrl}\n- Find a skill with codecall_searchSkills, read it with codecall_describe, call its operations with codecall_invoke or codecall_execute.`,
    '## Skills',
    skills.join('\n'),
    '## Served',
    `- Environment: ${environment}\n- Generation: ${generation}, since ${since ?? 'the Worker was deployed'}\n- Bundle: sha256:${sha256}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function line(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > MAX_LINE ? `${flat.slice(0, MAX_LINE - 1)}…` : flat;
}
