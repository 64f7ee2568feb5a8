import type { JsonObject } from '../../../../src/contract/encoding/json.js';
import { anonymousCaller } from '../../../../src/runtime/auth/authenticate.js';
import { openCatalog } from '../../../../src/runtime/catalog/open-catalog.js';
import type { McpContext } from '../../../../src/runtime/mcp/context.js';
import { runOperation } from '../../../../src/runtime/mcp/operation/run-operation.js';
import { fixtureBundle, type FixtureBundle } from '../fixture-bundle.js';
import { memorySnapshot } from '../memory-snapshot.js';

function contextOf(bundle: FixtureBundle): McpContext {
  return {
    snapshot: memorySnapshot(bundle),
    env: {},
    caller: anonymousCaller(),
    requestId: 'r',
    record: async () => undefined,
    announce: () => undefined,
    requestStates: { mint: async () => '', verify: async () => undefined },
    spendApproval: async () => 'ok',
    waitUntil: () => undefined,
  };
}

const run = (context: McpContext, input: unknown) =>
  runOperation(context, openCatalog(context.snapshot, context.caller), 'acme.create', input, async () =>
    Response.json({ done: true }),
  );

const bundleWith = (sku: JsonObject) =>
  fixtureBundle({
    skills: { shop: { operations: ['acme.create'] } },
    operations: {
      'acme.create': {
        request: { path: '/x', method: 'POST' },
        input: { type: 'object', properties: { sku: { $ref: '#/$defs/Sku' } } },
      },
    },
    defs: { Sku: sku },
  });

test('checks arguments by the shared schemas of the bundle that is live, not by those of the one before', async () => {
  const [before, after] = [contextOf(bundleWith({ type: 'string' })), contextOf(bundleWith({ type: 'integer' }))];
  // The operation's own artifact is the same in both: one object, as the isolate's cache gives it.
  const operation = before.snapshot.index.operations['acme.create']?.artifact;
  const document = operation && (await before.snapshot.json(operation));
  const shared: McpContext = {
    ...after,
    snapshot: {
      ...after.snapshot,
      json: async <T>(ref: { sha256: string }) =>
        (ref.sha256 === operation?.sha256 ? document : await after.snapshot.json(ref as never)) as T,
    },
  };
  expect((await run(before, { sku: 'a' })).answer.ok).toBe(true);
  expect((await run(shared, { sku: 'a' })).answer).toMatchObject({ ok: false, code: 'invalid_arguments' });
  expect((await run(shared, { sku: 5 })).answer.ok).toBe(true);
});

test('throws when the bundle itself is out of reach, for the tool to answer as a fault of the server', async () => {
  const bundle = bundleWith({ type: 'string' });
  bundle.artifacts = {};
  await expect(run(contextOf(bundle), {})).rejects.toThrow('no store holds');
});
