import { SERVER_INFO_META_KEY } from '@modelcontextprotocol/server';
import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { isJsonObject, type JsonObject } from '../../contract/encoding/json.js';
import { callTool } from './call-tool.js';
import type { McpContext } from './context.js';
import { serverInfo } from './server-info.js';
import { findTool, type CallableTool } from './tools/table.js';

/** For which generations an answer is: the same is written differently. */
export type Generation = 'modern' | 'legacy';

/** Results of `tools/list`, as the SDK wrote them. */
const lists = new WeakMap<BundleIndex, Partial<Record<Generation, string>>>();

/** These tools need no person's answer. */
const NOBODY = { canAsk: false, via: 'elicitation', state: undefined, responses: undefined } as const;

/**
 * Answers the message that a request consists of without a server of the SDK, when nothing is left to decide: the list of
 * tools, the same for every caller of a bundle, from memory; calls of tools that look into the bundle and nowhere else, which
 * neither ask nor report. `undefined` for every other message. The returned function never throws.
 */
export function plainAnswer(
  message: unknown,
  context: McpContext,
  generation: Generation,
  signal: AbortSignal,
): (() => Promise<Response>) | undefined {
  if (!isPlainRequest(message)) return undefined;
  const { id, method, params } = message;
  const list = lists.get(context.snapshot.index)?.[generation];
  if (asksForTools(message)) return list === undefined ? undefined : async () => resultResponse(id, list);
  const tool = method === 'tools/call' ? closedTool(params) : undefined;
  if (!tool) return undefined;
  return async () => {
    const result = await callTool(tool, params?.arguments, context, { signal, asking: NOBODY });
    const modern = { resultType: 'complete', _meta: { [SERVER_INFO_META_KEY]: serverInfo(context.snapshot) } };
    return resultResponse(id, JSON.stringify(generation === 'modern' ? { ...result, ...modern } : result));
  };
}

/** Keeps the result of `tools/list`; nothing else. */
export function keepList(index: BundleIndex, generation: Generation, message: unknown, result: unknown): void {
  if (result === undefined || !isPlainRequest(message) || !asksForTools(message)) return;
  lists.set(index, { ...lists.get(index), [generation]: JSON.stringify(result) });
}

interface PlainRequest extends JsonObject {
  id: string | number;
  method: string;
}

function isPlainRequest(message: unknown): message is PlainRequest & { params?: JsonObject } {
  if (!isJsonObject(message) || typeof message.method !== 'string') return false;
  const { id, params = {} } = message;
  if (!isId(id) || !isJsonObject(params) || !hasOnly(message, ['jsonrpc', 'id', 'method', 'params'])) return false;
  const { _meta = {} } = params;
  return isJsonObject(_meta) && isId(_meta.progressToken ?? id);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' || Number.isSafeInteger(value);
}

/** Not for the next page of it. */
function asksForTools({ method, params = {} }: PlainRequest & { params?: JsonObject }): boolean {
  return method === 'tools/list' && hasOnly(params, ['_meta']);
}

/** The tool that a call names, when it is one whose world is the bundle, and nothing but its arguments is given. */
function closedTool(params: JsonObject = {}): CallableTool | undefined {
  const { name, arguments: input = {} } = params;
  const callable =
    typeof name === 'string' && hasOnly(params, ['name', 'arguments', '_meta']) ? findTool(name) : undefined;
  const isClosed = callable?.tool.listed.annotations?.openWorldHint === false && isJsonObject(input);
  return isClosed ? callable : undefined;
}

function hasOnly(value: JsonObject, members: readonly string[]): boolean {
  return Object.keys(value).every((member) => members.includes(member));
}

function resultResponse(id: string | number, result: string): Response {
  const body = `{"result":${result},"jsonrpc":"2.0","id":${JSON.stringify(id)}}`;
  return new Response(body, { headers: { 'Content-Type': 'application/json' } });
}
