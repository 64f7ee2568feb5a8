import type { CallToolResult, InputRequiredResult } from '@modelcontextprotocol/server';
import type { JsonObject } from '../../../contract/encoding/json.js';
import { openCatalog } from '../../catalog/open-catalog.js';
import { globalFetch } from '../../upstream/call-api.js';
import { APPROVAL_MS, type Asking } from '../approval/approve-call.js';
import type { McpRequest } from '../mcp-request.js';
import { CODES, ProtocolError, reportFault } from '../protocol-error.js';
import { failure, invalidArguments } from '../tool-failure.js';
import type { ToolOutcome, ToolRun } from '../tool-run.js';
import { isStateless } from '../versions.js';
import { findTool, type CallableTool } from './table.js';

/**
 * `tools/call`. Wrong arguments are a result with `isError` that says how to repair them, as the protocol wants; so is a
 * fault of the Worker, which names its request id and nothing else. Throws a `ProtocolError` (-32602) for an unknown tool
 * and for a `requestState` that was not made here.
 */
export async function callTool(request: McpRequest): Promise<CallToolResult | InputRequiredResult> {
  const { params, context } = request;
  const { name, arguments: input } = params as { name: string; arguments?: JsonObject };
  const callable = findTool(name);
  if (!callable) throw new ProtocolError(CODES.invalidParams, `Unknown tool: ${JSON.stringify(name.slice(0, 128))}`);
  const asking = await readAsking(request);
  const validated = callable.validate(input ?? {});
  const { tool } = callable;
  if (!validated.ok) return toolResult(invalidArguments(tool.listed.name, validated.problems), true);
  try {
    const { question, value, isError } = await runTool(callable, validated.args, request, asking);
    return question ?? toolResult(value, isError);
  } catch (error) {
    const message = reportFault(context.requestId, error, { method: 'tools/call', tool: tool.listed.name });
    return toolResult({ ...failure('internal_error', message), retryable: true }, true);
  }
}

/**
 * Runs the tool, and again with the answers when it has a question. A client of 2026-07-28 gets the question as the
 * result and calls again itself; in a session the client is asked while its call waits.
 */
async function runTool(
  { tool }: CallableTool,
  args: JsonObject,
  request: McpRequest,
  asking: Asking,
): Promise<ToolOutcome> {
  const { context, client, signal } = request;
  const catalog = openCatalog(context.snapshot, context.caller);
  const run: ToolRun = { context, catalog, fetch: globalFetch, signal, asking, progress: progressOf(request) };
  const outcome = await tool.run(args, run);
  if (!outcome.question || isStateless(client.version)) return outcome;
  const { inputRequests = {}, requestState } = outcome.question;
  const responses: JsonObject = {};
  try {
    for (const [key, { method, params }] of Object.entries(inputRequests))
      responses[key] = await request.ask(method, params as unknown as JsonObject, APPROVAL_MS);
  } catch (error) {
    return { value: notAsked(error), isError: true };
  }
  const state = requestState === undefined ? undefined : await context.requestStates.verify(requestState);
  const answered = await tool.run(args, { ...run, asking: { ...asking, state, responses } });
  return answered.question ? { value: notAsked(new Error('the client sent no answer')), isError: true } : answered;
}

function notAsked(error: unknown): object {
  const why = error instanceof Error ? error.message : 'unknown';
  return failure('approval_void', `Asking the person failed: ${why.slice(0, 200)}. Nothing was called.`);
}

/** How the client of a request asks a person, and what it brought back from a first round. */
async function readAsking({ client, params, context }: McpRequest): Promise<Asking> {
  const isOneRound = isStateless(client.version);
  const forms = client.capabilities?.elicitation as JsonObject | undefined;
  const isReachable = isOneRound || client.questions !== undefined;
  return {
    // A client that names no mode means forms: versions before 2025-11-25 know no other.
    canAsk: isReachable && forms !== undefined && (forms.form !== undefined || forms.url === undefined),
    via: isOneRound ? 'input_required' : 'elicitation',
    state: isOneRound ? await readState(params, context) : undefined,
    responses: isOneRound ? params.inputResponses : undefined,
  };
}

async function readState({ requestState }: JsonObject, { requestStates }: McpRequest['context']): Promise<unknown> {
  if (requestState === undefined) return undefined;
  return requestStates.verify(String(requestState)).catch(() => {
    throw new ProtocolError(CODES.invalidParams, 'Invalid or expired requestState', {
      reason: 'invalid_request_state',
    });
  });
}

/** Reports how far the work has come, to a client that asked for it. */
function progressOf({ params, notify }: McpRequest): ToolRun['progress'] {
  const { progressToken } = (params._meta ?? {}) as JsonObject;
  if (progressToken === undefined) return undefined;
  return (progress, message) => notify('notifications/progress', { progressToken, progress, message });
}

/** A structured result, and the same as text for clients that read only text. */
function toolResult(value: object, isError = false): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(value) }],
    structuredContent: value as Record<string, unknown>,
    ...(isError && { isError }),
  };
}
