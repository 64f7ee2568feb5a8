import { MAX_SOURCE_CHARS } from '../../agentscript/script-limits.js';
import { executeScript, type ExecuteInput } from '../execute/execute-script.js';
import type { ToolDefinition } from './tool-definition.js';

const names = (maxItems: number, maxLength: number, description: string) => ({
  type: 'array',
  items: { type: 'string', minLength: 1, maxLength },
  maxItems,
  uniqueItems: true,
  description,
});

/** `codecall_execute`: runs a script that calls operations. */
export const executeTool: ToolDefinition = {
  listed: {
    name: 'codecall_execute',
    title: 'Run a script',
    description:
      'Runs JavaScript that calls operations of the skills and returns one answer: use it for several calls, loops, joins and sums. ' +
      'The script is the body of an async function: const order = await acme.getOrder({ orderId: "1042" }); return order.total; ' +
      'Operations are functions <binding>.<operation>(input) that resolve with the data of the API, and throw when a call fails. ' +
      'There is no network, no file and no timer besides. Read the operations with codecall_describe first; its topic "agentscript" shows examples.',
    inputSchema: {
      type: 'object',
      properties: {
        script: {
          type: 'string',
          minLength: 1,
          maxLength: MAX_SOURCE_CHARS,
          description: 'JavaScript: the body of an async function, ending with return <value>;',
        },
        skills: names(20, 128, 'Skills whose operations the script may call. Default: all that you can find.'),
        allowedTools: names(100, 256, 'Only these operations, as <binding>.<operation>.'),
        context: { type: 'object', description: 'Data for the script, which reads it from codecallContext.' },
      },
      required: ['script'],
      additionalProperties: false,
    } as ToolDefinition['listed']['inputSchema'],
    outputSchema: {
      type: 'object',
      properties: {
        status: {
          type: 'string',
          enum: ['ok', 'syntax_error', 'illegal_access', 'runtime_error', 'tool_error', 'timeout'],
        },
        result: { description: 'What the script returned, as JSON.' },
        truncated: {
          type: 'object',
          properties: { keptChars: { type: 'integer' }, totalChars: { type: 'integer' }, note: { type: 'string' } },
        },
        error: {
          type: 'object',
          properties: {
            code: { type: 'string' },
            message: { type: 'string' },
            hint: { type: 'string' },
            line: { type: 'integer' },
            column: { type: 'integer' },
            excerpt: { type: 'string' },
            toolName: { type: 'string' },
            retryable: { type: 'boolean' },
            limit: { type: 'object', properties: { name: { type: 'string' }, value: { type: 'number' } } },
          },
          required: ['code', 'message'],
        },
        logs: { type: 'array', items: { type: 'string' } },
        notes: { type: 'array', items: { type: 'string' } },
        usage: { type: 'object', properties: { calls: { type: 'integer' }, durationMs: { type: 'number' } } },
      },
    },
    annotations: {
      title: 'Run a script',
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: true,
    },
  },
  run: async (input, run) =>
    executeScript(input as unknown as ExecuteInput, run, await import('../../agentscript/entry.js')),
};
