import { runOperation } from '../operation/run-operation.js';
import type { ToolDefinition } from './tool-definition.js';

/** `codecall_invoke`: calls one operation of the API. */
export const invokeTool: ToolDefinition = {
  listed: {
    name: 'codecall_invoke',
    title: 'Call an operation',
    description:
      'Calls one operation of an API that a skill names. Read the skill with codecall_describe first: it says when to call it and with what. ' +
      'A failed call says what was wrong and whether trying again makes sense. Where codecall_describe says approvalRequired, a person is asked first.',
    inputSchema: {
      type: 'object',
      properties: {
        tool: {
          type: 'string',
          minLength: 1,
          maxLength: 256,
          description: 'The operation, as <binding>.<operation>, such as "acme.getOrder".',
        },
        input: { type: 'object', description: 'Its arguments, as its input schema says.' },
      },
      required: ['tool'],
      additionalProperties: false,
    } as ToolDefinition['listed']['inputSchema'],
    outputSchema: {
      type: 'object',
      properties: {
        ok: { type: 'boolean' },
        status: { type: 'integer', description: 'HTTP status of the API; 0 when it was not called or did not answer.' },
        data: { description: 'The answer: JSON as it is, text as a string, binary as base64, null when empty.' },
        mediaType: { type: 'string' },
        encoding: { type: 'string', enum: ['base64'] },
        truncated: {
          type: 'object',
          properties: { keptBytes: { type: 'integer' }, totalBytes: { type: 'integer' }, note: { type: 'string' } },
          required: ['keptBytes', 'note'],
        },
        code: { type: 'string' },
        message: { type: 'string' },
        retryable: { type: 'boolean' },
        retryAfterSeconds: { type: 'integer' },
        details: {},
      },
      required: ['ok', 'status'],
    },
    annotations: {
      title: 'Call an operation',
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: true,
    },
  },
  async run({ tool, input }, { context, catalog, fetch, asking }) {
    const { answer, record, effect, question } = await runOperation(
      context,
      catalog,
      String(tool),
      input ?? {},
      fetch,
      {
        asking,
      },
    );
    if (record) await context.record([record], effect);
    return { value: answer, isError: !answer.ok, question };
  },
};
