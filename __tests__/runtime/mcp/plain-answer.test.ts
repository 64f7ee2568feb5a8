import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { anonymousCaller } from '../../../src/runtime/auth/caller.js';
import type { McpContext } from '../../../src/runtime/mcp/context.js';
import { handleMcp } from '../../../src/runtime/mcp/handle-mcp.js';
import { fixtureBundle } from './fixture-bundle.js';
import { memorySnapshot } from './memory-snapshot.js';

const context: McpContext = {
  snapshot: memorySnapshot(fixtureBundle({ skills: { shop: { operations: [] } }, operations: {} })),
  env: {},
  caller: anonymousCaller(),
  requestId: 'r',
  recordActions: () => undefined,
  announce: () => undefined,
  requestStates: { mint: async () => '', verify: async () => undefined },
  spendApproval: async () => 'ok',
  waitUntil: () => undefined,
  changed: { subscribe: () => () => undefined },
};

const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'x', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};
const TOOL = 'codecall_searchSkills';
const NESTED = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

/** What a body is answered, with the headers that fit it. */
async function answer(
  generation: string,
  method: string,
  params: JsonObject,
  more: object,
): Promise<[number, unknown]> {
  const isModern = generation === 'modern';
  const _meta = isModern ? { ...ENVELOPE, ...(params._meta as object) } : params._meta;
  const named = {
    'MCP-Protocol-Version': '2026-07-28',
    'Mcp-Method': method,
    ...(method === 'tools/call' && { 'Mcp-Name': TOOL }),
  };
  const text = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta }, ...more }).replace(
    '"NESTED"',
    NESTED,
  );
  const request = new Request('https://w/mcp', {
    method: 'POST',
    headers: { ...JSON_HEADERS, ...(isModern && named) },
    body: text,
  });
  const response = await handleMcp(request, context);
  return [response.status, await response.json()];
}

const ASKED = { name: TOOL, arguments: { queries: ['shop'] } };

// What has a member that nobody reads is answered by the SDK's server: the message without it must be answered alike.
describe.each(['modern', 'legacy'])(
  'answers without a server of the SDK what the SDK would answer, %s',
  (generation) => {
    test.each<[string, string, JsonObject, object?]>([
      ['a call', 'tools/call', ASKED],
      ['a list', 'tools/list', {}],
      ['a name that is a list', 'tools/call', { ...ASKED, name: [TOOL] }],
      ['a name that cannot become text', 'tools/call', { ...ASKED, name: { toString: 1 } }],
      ['a name nested too deeply to become text', 'tools/call', { ...ASKED, name: 'NESTED' }],
      ['arguments that are null', 'tools/call', { ...ASKED, arguments: null }],
      ['arguments nested deeply', 'tools/call', { ...ASKED, arguments: { queries: 'NESTED' } }],
      ['a token of progress that is an object', 'tools/call', { ...ASKED, _meta: { progressToken: {} } }],
      ['the same for a list', 'tools/list', { _meta: { progressToken: {} } }],
      ['a message that is an answer too', 'tools/call', ASKED, { result: {} }],
      ['a member that no message has', 'tools/list', {}, { more: 1 }],
      ['an id past what numbers hold exactly', 'tools/call', ASKED, { id: 1e300 }],
    ])('%s', async (_, method, params, more = {}) => {
      await answer(generation, 'tools/list', {}, {});
      expect(await answer(generation, method, params, more)).toEqual(
        await answer(generation, method, { ...params, unread: 1 }, more),
      );
    });
  },
);
