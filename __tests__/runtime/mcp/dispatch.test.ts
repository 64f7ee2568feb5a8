import { jest } from '@jest/globals';
import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { anonymousCaller } from '../../../src/runtime/auth/authenticate.js';
import type { McpContext } from '../../../src/runtime/mcp/context.js';
import { dispatch } from '../../../src/runtime/mcp/dispatch.js';
import type { Message } from '../../../src/runtime/mcp/message.js';
import type { Client } from '../../../src/runtime/mcp/mcp-request.js';
import { fixtureBundle } from './fixture-bundle.js';
import { memorySnapshot } from './memory-snapshot.js';

const bundle = fixtureBundle({
  skills: { shop: { operations: ['acme.pay'] } },
  operations: { 'acme.pay': { request: { path: '/pay', method: 'POST' }, input: { type: 'object' } } },
});
bundle.index.manifest.hot.execution.approve = ['acme'];
let minted: unknown;
const context: McpContext = {
  snapshot: memorySnapshot(bundle),
  env: {},
  caller: anonymousCaller(),
  requestId: 'request-7',
  record: async () => undefined,
  announce: () => undefined,
  requestStates: { mint: async (payload) => ((minted = payload), 'state'), verify: async () => minted },
  spendApproval: async () => 'used',
  waitUntil: () => undefined,
};
const sent: Message[] = [];
const client: Client = { version: '2025-11-25', send: (message) => void sent.push(message) };
const request = (method: string, params?: unknown, id: unknown = 1): Message =>
  ({ jsonrpc: '2.0', id, method, params }) as Message;
const answersOf = (...messages: Message[]): Promise<Message[]> => dispatch(messages, context, client).answers;
const PAY = { name: 'codecall_invoke', arguments: { tool: 'acme.pay', input: {} } };

beforeEach(() => void sent.splice(0));

test.each<[string, unknown, object, string]>([
  ['an id that is a fraction', 1.5, {}, 'id must be a string or an integer'],
  ['an id past what numbers hold exactly', 1e300, {}, 'id must be a string or an integer'],
  ['a member that no request has', 1, { result: {} }, '"result" is not a member of a request'],
  ['parameters that are an array', 1, { params: [] }, 'params must be an object'],
  ['a _meta that is a number', 1, { params: { _meta: 3 } }, 'params._meta must be an object'],
  ['a progress token that is an object', 1, { params: { _meta: { progressToken: {} } } }, 'progressToken'],
])('rejects %s and names it', async (_, id, members, named) => {
  const [answer] = await answersOf({ ...request('ping', undefined, id), ...members });
  expect(answer).toMatchObject({ id, error: { code: -32600, message: expect.stringContaining(named) } });
});

test.each([
  ['a method that nobody knows', 'nonsense/method', {}],
  ['a method of 2026-07-28', 'server/discover', {}],
  ['subscribing without a session', 'resources/subscribe', { uri: 'mcp+op://acme/x' }],
  ['a name that every object has', 'constructor', {}],
])('does not find %s', async (_, method, params) => {
  expect(await answersOf(request(method, params))).toMatchObject([{ error: { code: -32601 } }]);
});

test.each<[string, string, JsonObject, string]>([
  ['a cursor that is a number', 'tools/list', { cursor: 7 }, 'params.cursor must be of type string'],
  ['a cursor that is null', 'resources/list', { cursor: null }, 'params.cursor must be of type string'],
  ['a call without a name', 'tools/call', {}, 'params lacks "name"'],
  ['arguments that are text', 'tools/call', { name: 'codecall_describe', arguments: 'x' }, 'params.arguments'],
  ['a prompt argument that is a number', 'prompts/get', { name: 'shop', arguments: { task: 1 } }, 'arguments.task'],
  [
    'a handshake without a version of the client',
    'initialize',
    { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x' } },
    'params.clientInfo lacks "version"',
  ],
  [
    'a completion of nothing',
    'completion/complete',
    { ref: { type: 'ref/prompt' }, argument: { name: 'task', value: '' } },
    'params.ref',
  ],
])('rejects %s as invalid parameters, by name', async (_, method, params, named) => {
  const [answer] = await answersOf(request(method, params));
  expect(answer).toMatchObject({ error: { code: -32602, message: expect.stringContaining(named) } });
});

test('takes parameters that are null as absent, and an empty cursor as the first page', async () => {
  const answers = await answersOf(request('ping', null, 'a'), request('prompts/list', { cursor: '' }, 'b'));
  expect(answers).toMatchObject([
    { id: 'a', result: {} },
    { id: 'b', result: { prompts: [{ name: 'shop' }] } },
  ]);
});

test('answers a fault of the Worker with the request id and nothing of what went wrong', async () => {
  const broken = {
    ...context,
    snapshot: { ...context.snapshot, text: () => Promise.reject(new Error('secret path')) },
  };
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const [answer] = await dispatch([request('prompts/get', { name: 'shop' })], broken, client).answers;
  expect(answer?.error).toEqual({
    code: -32603,
    message: "Internal error. See the Worker's log for request ID request-7.",
  });
  expect(JSON.parse(String(logged.mock.calls[0]?.[0]))).toMatchObject({
    event: 'mcp_fault',
    requestId: 'request-7',
    method: 'prompts/get',
    fault: { message: 'secret path' },
  });
  logged.mockRestore();
});

describe('a call that asks its client', () => {
  const asking: Client = { ...client, capabilities: { elicitation: {} }, questions: 'post' };

  test('sends the question under the name of its POST, and goes on with the answer to it', async () => {
    const running = dispatch([request('tools/call', PAY)], context, asking);
    await untilAsked();
    expect(sent).toMatchObject([{ id: 'post:0', method: 'elicitation/create' }]);
    running.answerQuestion(7, { jsonrpc: '2.0', id: 'x', result: { action: 'accept' } });
    running.answerQuestion(0, { jsonrpc: '2.0', id: 'x', result: { action: 'accept' } });
    expect(await running.answers).toMatchObject([{ result: { structuredContent: { code: 'approval_void' } } }]);
  });

  test('is answered when the client fails to ask, and calls nothing', async () => {
    const running = dispatch([request('tools/call', PAY)], context, asking);
    await untilAsked();
    running.answerQuestion(0, { jsonrpc: '2.0', id: 'x', error: { code: -1, message: 'no window' } });
    const [answer] = await running.answers;
    expect(answer).toMatchObject({
      result: { isError: true, structuredContent: { ok: false, message: expect.stringContaining('no window') } },
    });
  });

  test('is not answered once it is cancelled, and the others are', async () => {
    const running = dispatch([request('tools/call', PAY, 1), request('ping', undefined, 2)], context, asking);
    await untilAsked();
    running.cancel(1);
    expect(await running.answers).toMatchObject([{ id: 2 }]);
  });

  test('ends with the client', async () => {
    const running = dispatch([request('tools/call', PAY)], context, asking);
    await untilAsked();
    running.end();
    expect(await running.answers).toEqual([]);
  });

  async function untilAsked(): Promise<void> {
    while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
  }
});
