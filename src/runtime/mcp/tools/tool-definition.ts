import type { Tool } from '@modelcontextprotocol/server';
import type { JsonObject } from '../../../contract/encoding/json.js';
import type { ToolOutcome, ToolRun } from '../tool-run.js';

/** One of the tools that clients see. */
export interface ToolDefinition {
  /** As `tools/list` shows it. */
  listed: Tool & { inputSchema: JsonObject; outputSchema: JsonObject };
  /** Does the work; `input` fits the input schema. */
  run(input: JsonObject, run: ToolRun): Promise<ToolOutcome>;
}
