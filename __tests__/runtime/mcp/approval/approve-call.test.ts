import type { JsonObject } from '../../../../src/contract/encoding/json.js';
import { anonymousCaller } from '../../../../src/runtime/auth/authenticate.js';
import { openCatalog } from '../../../../src/runtime/catalog/open-catalog.js';
import type { McpContext } from '../../../../src/runtime/mcp/context.js';
import { runOperation, type OperationRun } from '../../../../src/runtime/mcp/operation/run-operation.js';
import { fixtureBundle } from '../fixture-bundle.js';
import { memorySnapshot } from '../memory-snapshot.js';

const bundle = fixtureBundle({
  skills: { shop: { operations: ['acme.pay'] } },
  operations: {
    'acme.pay': {
      request: { path: '/pay', method: 'POST' },
      input: { type: 'object', properties: { to: { type: 'string' }, amount: { type: 'number' } } },
    },
  },
});
bundle.index.manifest.hot.execution.approve = ['acme'];

const minted: unknown[] = [];
const calls: string[] = [];
const context: McpContext = {
  snapshot: memorySnapshot(bundle),
  env: {},
  caller: anonymousCaller(),
  requestId: 'r',
  record: async () => undefined,
  announce: () => undefined,
  requestStates: { mint: async (payload) => String(minted.push(payload)), verify: async () => undefined },
  spendApproval: async () => 'ok',
  waitUntil: () => undefined,
};

/** Calls `acme.pay`, with a yes to the last question when there was one. */
function pay(input: JsonObject): Promise<OperationRun> {
  const asking = {
    canAsk: true,
    via: 'input_required' as const,
    state: minted.at(-1),
    responses: { approval: { action: 'accept' } },
  };
  const fetch = async (url: unknown): Promise<Response> => (calls.push(String(url)), Response.json({}));
  return runOperation(context, openCatalog(context.snapshot, context.caller), 'acme.pay', input, fetch, { asking });
}

beforeEach(() => [minted, calls].forEach((list) => list.splice(0)));

test('a yes is good for the arguments that the person was asked about', async () => {
  await pay({ to: 'Ann', amount: 5 });
  expect(calls).toEqual([]);
  await pay({ to: 'Ann', amount: 5 });
  expect(calls).toEqual(['https://api.example.com/pay']);
});

// JSON may write numbers that nothing here can hold: 1e999 is read as Infinity, and has no canonical form.
test.each<[string, JsonObject]>([
  ['an amount', { amount: 5 }],
  ['an amount too large for a number', JSON.parse('{"amount":1e999}')],
  ['a note too large for a number', JSON.parse('{"note":[-1e999]}')],
])('a yes is good for no other arguments, with %s', async (_, more) => {
  await pay({ to: 'Ann', ...more });
  await pay({ to: 'Mallory', ...more });
  expect(calls).toEqual([]);
});
