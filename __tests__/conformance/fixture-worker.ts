import type { Server } from '@modelcontextprotocol/server';
import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { McpContext } from '../../src/runtime/mcp/context.js';
import { createServer as createShippedServer } from '../../src/runtime/mcp/create-server.js';
import { fixturePrompts, getFixturePrompt } from './fixture-prompts-worker.js';
import { fixtureResources, fixtureTemplates, readFixtureResource } from './fixture-resources-worker.js';
import { callFixtureTool, fixtureTools } from './fixture-tools-worker.js';

type Handler = (request: object, context: object) => Promise<Record<string, unknown>>;

/**
 * The shipped server with the fixtures that the conformance suite asks for beside what it serves itself. Requests, streams,
 * sessions and listeners are the shipped ones: this module stands between `create-server.ts` and whoever asks for it.
 */
export function createServer(context: McpContext): Server {
  const server = createShippedServer(context);
  const shipped = handlersOf(server);
  server.registerCapabilities({
    tools: { listChanged: true },
    resources: { subscribe: true, listChanged: true },
    prompts: { listChanged: true },
    logging: {},
    completions: {},
  });
  server.setRequestHandler('tools/list', async (request, extra) =>
    withMore(await shipped('tools/list', request, extra), 'tools', fixtureTools),
  );
  server.setRequestHandler('tools/call', async (request, extra) => {
    const answer = await callFixtureTool({ server, context, request, extra });
    return (answer ?? (await shipped('tools/call', request, extra))) as never;
  });
  server.setRequestHandler('resources/list', async (request, extra) =>
    withMore(await shipped('resources/list', request, extra), 'resources', fixtureResources),
  );
  server.setRequestHandler('resources/templates/list', async (request, extra) =>
    withMore(await shipped('resources/templates/list', request, extra), 'resourceTemplates', fixtureTemplates),
  );
  server.setRequestHandler('resources/read', async (request, extra) => {
    const found = readFixtureResource(request.params.uri) ?? (await shipped('resources/read', request, extra));
    if (!found) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Resource not found: ${request.params.uri}`);
    return found as never;
  });
  server.setRequestHandler('prompts/list', async (request, extra) =>
    withMore(await shipped('prompts/list', request, extra), 'prompts', fixturePrompts),
  );
  server.setRequestHandler('prompts/get', async (request, extra) => {
    const found = getFixturePrompt(request.params, extra) ?? (await shipped('prompts/get', request, extra));
    if (!found) throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'Unknown prompt');
    return found as never;
  });
  server.setRequestHandler('completion/complete', async () => ({
    completion: { values: [], total: 0, hasMore: false },
  }));
  return server;
}

/** What the shipped server itself answers; `undefined` for a method that it does not serve. */
function handlersOf(
  server: Server,
): (method: string, request: object, extra: object) => Promise<Record<string, unknown> | undefined> {
  const { _requestHandlers: handlers } = server as unknown as { _requestHandlers: Map<string, Handler> };
  const shipped = new Map(handlers);
  return async (method, request, extra) => shipped.get(method)?.(request, extra);
}

function withMore(answer: Record<string, unknown> | undefined, list: string, more: readonly object[]): never {
  const own = (answer?.[list] ?? []) as object[];
  return { ttlMs: 1000, cacheScope: 'public', ...answer, [list]: [...own, ...more] } as never;
}
