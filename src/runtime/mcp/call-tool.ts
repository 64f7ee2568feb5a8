import type { CallToolResult, InputRequiredResult } from '@modelcontextprotocol/server';
import { openCatalog } from '../catalog/open-catalog.js';
import type { Fetch } from '../upstream/types.js';
import type { McpContext } from './context.js';
import { failure, invalidArguments, toolResult } from './tool-result.js';
import type { CallableTool } from './tools/table.js';
import type { ToolRun } from './tools/types.js';

/** What a call knows of its client. */
export type ClientSide = Pick<ToolRun, 'asking' | 'signal' | 'progress'>;

// workerd's fetch must be called without a receiver.
const globalFetch: Fetch = (input, init) => fetch(input, init);

/**
 * Calls a tool. Wrong input is a result with `isError` that says how to repair it, as the protocol wants; so is a
 * fault of ours, which tells its request id and nothing else. Never throws.
 */
export async function callTool(
  { tool, validate }: CallableTool,
  input: unknown,
  context: McpContext,
  client: ClientSide,
): Promise<CallToolResult | InputRequiredResult> {
  const validated = validate(input ?? {});
  if (!validated.ok) return toolResult(invalidArguments(tool.listed.name, validated.problems), true);
  try {
    const catalog = openCatalog(context.snapshot, context.caller);
    const { value, isError, question } = await tool.run(validated.args, {
      context,
      catalog,
      fetch: globalFetch,
      ...client,
    });
    return question ?? toolResult(value, isError);
  } catch (error) {
    logFault(tool.listed.name, context.requestId, error);
    const message = `The server could not do this. Whoever runs it finds the reason under request id ${context.requestId}.`;
    return toolResult({ ...failure('internal_error', message), retryable: true }, true);
  }
}

function logFault(tool: string, requestId: string, error: unknown): void {
  const fault =
    error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: 'unknown' };
  console.error(JSON.stringify({ level: 'error', event: 'mcp_tool_fault', requestId, tool, fault }));
}
