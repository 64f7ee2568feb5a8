import { argumentValidator, type ArgumentValidator } from '../../upstream/arguments/validate-arguments.js';
import { describeTool } from './describe.js';
import { executeTool } from './execute.js';
import { invokeTool } from './invoke.js';
import { searchKnowledgeTool } from './search-knowledge.js';
import { searchSkillsTool } from './search-skills.js';
import type { ToolDefinition } from './types.js';

/** The tools, in the order in which they are listed and used. */
const TOOLS: readonly ToolDefinition[] = [searchSkillsTool, searchKnowledgeTool, describeTool, executeTool, invokeTool];

/** What `tools/list` answers: the same for every caller and every bundle. */
export const LISTED_TOOLS = TOOLS.map(({ listed }) => listed);

/** A tool with the validator of its input. */
export interface CallableTool {
  tool: ToolDefinition;
  validate: ArgumentValidator;
}

/** By name, and by the documented spelling with a colon, which clients may call but never see. */
const BY_NAME: ReadonlyMap<string, CallableTool> = new Map(
  TOOLS.flatMap((tool): [string, CallableTool][] => {
    const { name, inputSchema } = tool.listed;
    const callable = { tool, validate: argumentValidator(inputSchema) };
    return [
      [name, callable],
      [name.replace('_', ':'), callable],
    ];
  }),
);

/** The tool of that name or documented spelling. */
export function findTool(name: string): CallableTool | undefined {
  return BY_NAME.get(name);
}
