import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The page that codecall_describe gives to agents, as a module of the Worker: docs/agents.md, word for word.
 * @param {string} root of the project
 */
export async function generate(root) {
  const page = await readFile(join(root, 'docs/agents.md'), 'utf8');
  const text = `// Written by "npm run generate" from docs/agents.md.\n/** What agents are told about scripts, in markdown. */\nexport const AGENTS_PAGE = ${JSON.stringify(page)};\n`;
  return [{ path: 'src/runtime/agentscript/generated/agents-page.ts', text }];
}
