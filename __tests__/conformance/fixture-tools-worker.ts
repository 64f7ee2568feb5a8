import type { JsonObject } from '../../src/contract/encoding/json.js';
import type { McpRequest } from '../../src/runtime/mcp/mcp-request.js';
import { CODES, ProtocolError } from '../../src/runtime/mcp/protocol-error.js';
import { askFor, askingFor, askModel, answerTo, ASK_ROOTS } from './fixture-questions-worker.js';
import { PIXEL } from './fixture-resources-worker.js';
import { elicitationDefaults, elicitationEnums, schema202012 } from './fixture-schemas-worker.js';

/** A call of a fixture: the request, what it brought as arguments, and the state of a first round. */
export interface FixtureCall {
  request: McpRequest;
  params: JsonObject;
  given: JsonObject;
  state: unknown;
}

type Fixture = (call: FixtureCall) => Promise<object> | object;

const WAV = 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=';
const text = (value: string) => ({ type: 'text', text: value });
const says = (...content: object[]) => ({ content });
const embedded = (uri: string) => ({ type: 'resource', resource: { uri, mimeType: 'text/plain', text: 'Embedded.' } });
const picture = { type: 'image', data: PIXEL, mimeType: 'image/png' };
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const log = ({ request }: FixtureCall, data: string): void =>
  request.notify('notifications/message', { level: 'info', data });
/** How long the suite's client may take to answer, in milliseconds. */
const ANSWER_MS = 10_000;

/** Asks the client while the call waits: the protocol versions before 2026-07-28. */
async function elicit({ request }: FixtureCall, message: string, requestedSchema: object): Promise<object> {
  const params = { message, requestedSchema } as unknown as JsonObject;
  const { action, content = {} } = (await request.ask('elicitation/create', params, ANSWER_MS)) as JsonObject;
  return says(text(`Elicitation completed: action=${String(action)}, content=${JSON.stringify(content)}`));
}

const FIXTURES: Record<string, Fixture> = {
  test_simple_text: () => says(text('This is a simple text response for testing.')),
  test_image_content: () => says(picture),
  test_audio_content: () => says({ type: 'audio', data: WAV, mimeType: 'audio/wav' }),
  test_embedded_resource: () => says(embedded('test://embedded-resource')),
  test_multiple_content_types: () =>
    says(text('Multiple content types test:'), picture, embedded('test://mixed-content-resource')),
  test_error_handling: () => ({ ...says(text('This tool intentionally returns an error for testing')), isError: true }),
  test_tool_with_logging: async (call) => {
    for (const line of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      log(call, line);
      await wait(20);
    }
    return says(text('done'));
  },
  test_tool_with_progress: async ({ request, params }) => {
    const { progressToken } = (params._meta ?? {}) as JsonObject;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        request.notify('notifications/progress', { progressToken, progress, total: 100 });
      await wait(20);
    }
    return says(text('done'));
  },
  test_reconnection: async ({ request }) => {
    request.client.closeStream?.();
    await wait(100);
    return says(text('Reconnection test completed successfully.'));
  },
  test_sampling: async ({ request, given }) => {
    const messages = [{ role: 'user', content: text(String(given.prompt)) }];
    const params = { messages, maxTokens: 100 } as unknown as JsonObject;
    const answer = (await request.ask('sampling/createMessage', params, ANSWER_MS)) as { content?: { text?: string } };
    return says(text(`LLM response: ${answer.content?.text}`));
  },
  test_elicitation: (call) =>
    elicit(call, String(call.given.message), {
      type: 'object',
      properties: { response: { type: 'string' } },
      required: ['response'],
    }),
  test_elicitation_sep1034_defaults: (call) => elicit(call, 'Please review the defaults', elicitationDefaults),
  test_elicitation_sep1330_enums: (call) => elicit(call, 'Please select options', elicitationEnums),
  json_schema_2020_12_tool: ({ given }) => says(text(`Called with: ${JSON.stringify(given)}`)),
  test_missing_capability: ({ request }) => {
    if (!request.client.capabilities?.sampling)
      throw new ProtocolError(CODES.missingCapability, 'sampling is needed', {
        requiredCapabilities: { sampling: {} },
      });
    return says(text('done'));
  },
  test_streaming_elicitation: ({ params }) =>
    answerTo(params, 'user_name') ? says(text('done')) : askingFor({ user_name: askFor('What is your name?', 'name') }),
  test_logging_tool: async (call) => {
    if (Object.hasOwn((call.params._meta ?? {}) as JsonObject, 'io.modelcontextprotocol/logLevel')) log(call, 'logged');
    return says(text('done'));
  },
  test_trigger_tool_change: ({ request }) => {
    request.context.announce([{ kind: 'tools_list_changed' }]);
    return says(text('done'));
  },
  test_trigger_prompt_change: ({ request }) => {
    request.context.announce([{ kind: 'prompts_list_changed' }]);
    return says(text('done'));
  },
  test_trigger_resource_update: ({ request, given }) => {
    request.context.announce([{ kind: 'resource_updated', uri: String(given.uri) }]);
    return says(text('done'));
  },
  test_input_required_result_elicitation: ({ params }) => {
    const name = (answerTo(params, 'user_name')?.content as { name?: unknown } | undefined)?.name;
    return typeof name === 'string'
      ? says(text(`Hello, ${name}!`))
      : askingFor({ user_name: askFor('What is your name?', 'name') });
  },
  test_input_required_result_sampling: ({ params }) => {
    const answer = answerTo(params, 'capital_question');
    return answer
      ? says(text(JSON.stringify(answer.content)))
      : askingFor({ capital_question: askModel('What is the capital of France?', 100) });
  },
  test_input_required_result_list_roots: ({ params }) => {
    const answer = answerTo(params, 'client_roots');
    return answer ? says(text(JSON.stringify(answer.roots))) : askingFor({ client_roots: ASK_ROOTS });
  },
  test_input_required_result_request_state: async ({ request: { context }, params, state }) =>
    answerTo(params, 'confirm') && state === 'asked'
      ? says(text('state-ok'))
      : askingFor({ confirm: askFor('Please confirm', 'ok', 'boolean') }, await context.requestStates.mint('asked')),
  test_input_required_result_multiple_inputs: async ({ request: { context }, params }) => {
    if (['user_name', 'greeting', 'client_roots'].every((key) => answerTo(params, key))) return says(text('done'));
    const questions = {
      user_name: askFor('What is your name?', 'name'),
      greeting: askModel('Generate a greeting', 50),
      client_roots: ASK_ROOTS,
    };
    return askingFor(questions, await context.requestStates.mint('all'));
  },
  test_input_required_result_multi_round: async ({ request: { context }, params, state }) => {
    if (state === 2 && answerTo(params, 'step2')) return says(text('done'));
    if (state === 1 && answerTo(params, 'step1'))
      return askingFor(
        { step2: askFor('Step 2: What is your favorite color?', 'color') },
        await context.requestStates.mint(2),
      );
    return askingFor({ step1: askFor('Step 1: What is your name?', 'name') }, await context.requestStates.mint(1));
  },
  test_input_required_result_tampered_state: async ({ request: { context }, params }) =>
    answerTo(params, 'confirm')
      ? says(text('done'))
      : askingFor({ confirm: askFor('Please confirm', 'ok', 'boolean') }, await context.requestStates.mint('asked')),
  test_input_required_result_capabilities: ({ request, params }) => {
    const { elicitation, sampling } = request.client.capabilities ?? {};
    if (answerTo(params, 'name') || answerTo(params, 'greeting')) return says(text('done'));
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
export async function callFixtureTool(request: McpRequest, state: unknown): Promise<object | undefined> {
  const { params } = request;
  const name = params.name as string;
  const given = (params.arguments ?? {}) as JsonObject;
  return Object.hasOwn(FIXTURES, name) ? FIXTURES[name]?.({ request, params, given, state }) : undefined;
}
