import { MissingRequiredClientCapabilityError, type Server, type ServerContext } from '@modelcontextprotocol/server';
import type { McpContext } from '../../src/runtime/mcp/context.js';
import { askFor, askingFor, askModel, answerTo, ASK_ROOTS } from './fixture-questions-worker.js';
import { PIXEL } from './fixture-resources-worker.js';
import { elicitationDefaults, elicitationEnums, schema202012 } from './fixture-schemas-worker.js';

/** A call of a fixture. */
export interface FixtureCall {
  server: Server;
  context: McpContext;
  request: { params: { name: string; arguments?: Record<string, unknown> } };
  extra: ServerContext;
}

type Fixture = (call: FixtureCall) => Promise<object> | object;

const WAV = 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=';
const text = (value: string) => ({ type: 'text', text: value });
const says = (...content: object[]) => ({ content });
const embedded = (uri: string) => ({ type: 'resource', resource: { uri, mimeType: 'text/plain', text: 'Embedded.' } });
const picture = { type: 'image', data: PIXEL, mimeType: 'image/png' };
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const log = (extra: ServerContext, data: string) =>
  extra.mcpReq.notify({ method: 'notifications/message', params: { level: 'info', data } });

/** Asks the client while the call waits: the generations before 2026-07-28. */
async function elicit({ extra }: FixtureCall, message: string, requestedSchema: object): Promise<object> {
  const answer = (await extra.mcpReq.send({
    method: 'elicitation/create',
    params: { message, requestedSchema } as never,
  })) as { action?: string; content?: object };
  return says(text(`Elicitation completed: action=${answer.action}, content=${JSON.stringify(answer.content ?? {})}`));
}

const FIXTURES: Record<string, Fixture> = {
  test_simple_text: () => says(text('This is a simple text response for testing.')),
  test_image_content: () => says(picture),
  test_audio_content: () => says({ type: 'audio', data: WAV, mimeType: 'audio/wav' }),
  test_embedded_resource: () => says(embedded('test://embedded-resource')),
  test_multiple_content_types: () =>
    says(text('Multiple content types test:'), picture, embedded('test://mixed-content-resource')),
  test_error_handling: () => ({ ...says(text('This tool intentionally returns an error for testing')), isError: true }),
  test_tool_with_logging: async ({ extra }) => {
    for (const line of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await log(extra, line);
      await wait(20);
    }
    return says(text('done'));
  },
  test_tool_with_progress: async ({ extra }) => {
    const progressToken = extra.mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await extra.mcpReq.notify({
          method: 'notifications/progress',
          params: { progressToken, progress, total: 100 },
        });
      await wait(20);
    }
    return says(text('done'));
  },
  test_reconnection: async ({ extra }) => {
    extra.http?.closeSSE?.();
    await wait(100);
    return says(text('Reconnection test completed successfully.'));
  },
  test_sampling: async ({ extra, request }) => {
    const messages = [{ role: 'user', content: text(String(request.params.arguments?.prompt)) }];
    const answer = (await extra.mcpReq.send({
      method: 'sampling/createMessage',
      params: { messages, maxTokens: 100 } as never,
    })) as { content?: { text?: string } };
    return says(text(`LLM response: ${answer.content?.text}`));
  },
  test_elicitation: (call) =>
    elicit(call, String(call.request.params.arguments?.message), {
      type: 'object',
      properties: { response: { type: 'string' } },
      required: ['response'],
    }),
  test_elicitation_sep1034_defaults: (call) => elicit(call, 'Please review the defaults', elicitationDefaults),
  test_elicitation_sep1330_enums: (call) => elicit(call, 'Please select options', elicitationEnums),
  json_schema_2020_12_tool: ({ request }) => says(text(`Called with: ${JSON.stringify(request.params.arguments)}`)),
  test_missing_capability: ({ server }) => {
    if (!server.getClientCapabilities()?.sampling)
      throw new MissingRequiredClientCapabilityError({ requiredCapabilities: { sampling: {} } });
    return says(text('done'));
  },
  test_streaming_elicitation: ({ extra }) =>
    answerTo(extra, 'user_name') ? says(text('done')) : askingFor({ user_name: askFor('What is your name?', 'name') }),
  test_logging_tool: async ({ extra }) => {
    if (Object.hasOwn(extra.mcpReq.envelope ?? {}, 'io.modelcontextprotocol/logLevel')) await log(extra, 'logged');
    return says(text('done'));
  },
  test_trigger_tool_change: ({ context }) => {
    context.announce([{ kind: 'tools_list_changed' }]);
    return says(text('done'));
  },
  test_trigger_prompt_change: ({ context }) => {
    context.announce([{ kind: 'prompts_list_changed' }]);
    return says(text('done'));
  },
  test_trigger_resource_update: ({ context, request }) => {
    context.announce([{ kind: 'resource_updated', uri: String(request.params.arguments?.uri) }]);
    return says(text('done'));
  },
  test_input_required_result_elicitation: ({ extra }) => {
    const name = (answerTo(extra, 'user_name')?.content as { name?: unknown } | undefined)?.name;
    return typeof name === 'string'
      ? says(text(`Hello, ${name}!`))
      : askingFor({ user_name: askFor('What is your name?', 'name') });
  },
  test_input_required_result_sampling: ({ extra }) => {
    const answer = answerTo(extra, 'capital_question');
    return answer
      ? says(text(JSON.stringify(answer.content)))
      : askingFor({ capital_question: askModel('What is the capital of France?', 100) });
  },
  test_input_required_result_list_roots: ({ extra }) => {
    const answer = answerTo(extra, 'client_roots');
    return answer ? says(text(JSON.stringify(answer.roots))) : askingFor({ client_roots: ASK_ROOTS });
  },
  test_input_required_result_request_state: async ({ context, extra }) =>
    answerTo(extra, 'confirm') && extra.mcpReq.requestState<string>() === 'asked'
      ? says(text('state-ok'))
      : askingFor({ confirm: askFor('Please confirm', 'ok', 'boolean') }, await context.requestStates.mint('asked')),
  test_input_required_result_multiple_inputs: async ({ context, extra }) => {
    if (['user_name', 'greeting', 'client_roots'].every((key) => answerTo(extra, key))) return says(text('done'));
    const questions = {
      user_name: askFor('What is your name?', 'name'),
      greeting: askModel('Generate a greeting', 50),
      client_roots: ASK_ROOTS,
    };
    return askingFor(questions, await context.requestStates.mint('all'));
  },
  test_input_required_result_multi_round: async ({ context, extra }) => {
    const round = extra.mcpReq.requestState<number>();
    if (round === 2 && answerTo(extra, 'step2')) return says(text('done'));
    if (round === 1 && answerTo(extra, 'step1'))
      return askingFor(
        { step2: askFor('Step 2: What is your favorite color?', 'color') },
        await context.requestStates.mint(2),
      );
    return askingFor({ step1: askFor('Step 1: What is your name?', 'name') }, await context.requestStates.mint(1));
  },
  test_input_required_result_tampered_state: async ({ context, extra }) =>
    answerTo(extra, 'confirm')
      ? says(text('done'))
      : askingFor({ confirm: askFor('Please confirm', 'ok', 'boolean') }, await context.requestStates.mint('asked')),
  test_input_required_result_capabilities: ({ server, extra }) => {
    const { elicitation, sampling } = server.getClientCapabilities() ?? {};
    if (answerTo(extra, 'name') || answerTo(extra, 'greeting')) return says(text('done'));
    return askingFor({
      ...(elicitation && { name: askFor('What is your name?', 'name') }),
      ...(sampling && { greeting: askModel('Generate a greeting', 50) }),
    });
  },
};

const NO_ARGUMENTS = { type: 'object', properties: {} };
const ONE = (name: string) => ({ type: 'object', properties: { [name]: { type: 'string' } }, required: [name] });
const INPUTS: Record<string, object> = {
  test_sampling: ONE('prompt'),
  test_elicitation: ONE('message'),
  test_trigger_resource_update: ONE('uri'),
  json_schema_2020_12_tool: schema202012,
};

/** The fixtures as `tools/list` shows them. */
export const fixtureTools = Object.keys(FIXTURES).map((name) => ({
  name,
  description: `Conformance fixture ${name}`,
  inputSchema: INPUTS[name] ?? NO_ARGUMENTS,
}));

/** Calls a fixture; `undefined` when there is none of that name. */
export async function callFixtureTool(call: FixtureCall): Promise<object | undefined> {
  const { name } = call.request.params;
  return Object.hasOwn(FIXTURES, name) ? FIXTURES[name]?.(call) : undefined;
}
