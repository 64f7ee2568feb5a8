import type { ListToolsResult } from '@modelcontextprotocol/server';
import type { Catalog } from '../../catalog/open-catalog.js';
import { argumentValidator, type ArgumentValidator } from '../../upstream/arguments/validate-arguments.js';
import { pageOf } from '../page.js';
import { describeTool } from './describe.js';
import { executeTool } from './execute.js';
import { invokeTool } from './invoke.js';
import { searchKnowledgeTool, searchSkillsTool } from './search.js';
import type { ToolDefinition } from './tool-definition.js';

/** The tools, in the order in which they are listed and used. */
const TOOLS: readonly ToolDefinition[] = [searchSkillsTool, searchKnowledgeTool, describeTool, executeTool, invokeTool];

/** The tools as clients see them: the same for every caller and every bundle. */
export const LISTED_TOOLS = TOOLS.map(({ listed }) => listed);
const PAGE_SIZE = 100;

/** `tools/list`. Throws a `ProtocolError` (-32602) for a cursor of another bundle, or none of ours. */
export function listTools({ snapshot }: Catalog, cursor: string | undefined): ListToolsResult {
  const { items, ...next } = pageOf(LISTED_TOOLS, PAGE_SIZE, cursor, snapshot.sha256);
  return { tools: items, ...next };
}

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
