import type { JsonObject } from '../../src/contract/encoding/json.js';
import type { McpRequest } from '../../src/runtime/mcp/mcp-request.js';
import { findMethod as findShipped, mayTakeLong, type Method } from '../../src/runtime/mcp/methods.js';
import { CODES, ProtocolError } from '../../src/runtime/mcp/protocol-error.js';
import { servedFilter, type ListenFilter } from '../../src/runtime/mcp/subscriptions/listen-filter.js';
import { fixturePrompts, getFixturePrompt } from './fixture-prompts-worker.js';
import { fixtureResources, fixtureTemplates, readFixtureResource } from './fixture-resources-worker.js';
import { callFixtureTool, fixtureTools } from './fixture-tools-worker.js';

export { mayTakeLong };

const CAPABILITIES = {
  tools: { listChanged: true },
  resources: { subscribe: true, listChanged: true },
  prompts: { listChanged: true },
  logging: {},
  completions: {},
};

type Result = Record<string, unknown>;
/** How a fixture changes what the shipped method answers. */
type Fixture = (request: McpRequest, shipped: () => Promise<Result>) => Promise<object> | object;

/** The fixtures that the conformance suite asks for, beside what the Worker serves itself. */
const FIXTURES = new Map<string, Fixture>([
  ['initialize', withCapabilities],
  ['server/discover', withCapabilities],
  ['tools/list', withMore('tools', fixtureTools)],
  ['resources/list', withMore('resources', fixtureResources)],
  ['resources/templates/list', withMore('resourceTemplates', fixtureTemplates)],
  ['prompts/list', withMore('prompts', fixturePrompts)],
  [
    'tools/call',
    async (request, shipped) => (await callFixtureTool(request, await verifiedState(request))) ?? shipped(),
  ],
  ['resources/read', ({ params }, shipped) => readFixtureResource(params.uri as string) ?? shipped()],
  ['prompts/get', ({ params }, shipped) => getFixturePrompt(params) ?? shipped()],
  ['completion/complete', () => ({ completion: { values: [], total: 0, hasMore: false } })],
  [
    'subscriptions/listen',
    ({ params }) => ({ notifications: servedFilter(params.notifications as ListenFilter, CAPABILITIES) }),
  ],
]);

const SET_LEVEL: Method = { in: 'sessions', params: { type: 'object' }, handle: () => ({}) };

/**
 * The shipped table of methods with the fixtures of the suite. Requests, streams, sessions and listeners are the shipped ones:
 * this module is between `methods.ts` and its importers.
 */
export function findMethod(name: string, version: string): Method | undefined {
  const shipped = findShipped(name, version);
  if (name === 'logging/setLevel') return version < '2026-07-28' ? SET_LEVEL : undefined;
  const fixture = FIXTURES.get(name);
  if (!shipped || !fixture) return shipped;
  return {
    ...shipped,
    handle: (request) => fixture(request, async () => (await shipped.handle(request)) as Result),
  };
}

async function withCapabilities(_: McpRequest, shipped: () => Promise<Result>): Promise<object> {
  const result = await shipped();
  return { ...result, capabilities: { ...(result.capabilities as object), ...CAPABILITIES } };
}

function withMore(list: string, more: readonly object[]): Fixture {
  return async (_, shipped) => {
    const result = await shipped();
    return { ...result, [list]: [...(result[list] as object[]), ...more] };
  };
}

/** The state that comes back with a call, as the shipped tools read it. */
async function verifiedState({ params, context }: McpRequest): Promise<unknown> {
  if (params.requestState === undefined) return undefined;
  return context.requestStates.verify(params.requestState as string).catch(() => {
    throw new ProtocolError(CODES.invalidParams, 'Invalid or expired requestState', {
      reason: 'tampered',
    } as JsonObject);
  });
}
