import type { Caller } from '../auth/caller.js';
import type { McpContext, SkillActionRecord } from '../mcp/context.js';
import { createRequestStates } from '../mcp/request-states.js';
import type { Snapshot } from '../snapshot.js';
import type { ActionContent } from '../store/bundle-store.js';
import type { Isolate } from '../store/isolate.js';
import type { RouteContext } from './route-context.js';

/** What the MCP side may use of a route. */
export type McpRoute = Pick<RouteContext, 'env' | 'requestId' | 'waitUntil'> & { isolate: Isolate };

/** Everything that an MCP request may use, from one snapshot, for one caller. */
export function mcpContext(route: McpRoute, snapshot: Snapshot, caller: Caller): McpContext {
  const { isolate, env, requestId, waitUntil } = route;
  return {
    snapshot,
    env,
    caller,
    requestId,
    waitUntil,
    recordActions: (records) => waitUntil(appendActions(records, snapshot, caller, route)),
    changed: isolate.snapshots,
    announce: (events) =>
      waitUntil(
        isolate.bindings.store.announce(events).catch((error: unknown) => warn('announce_failed', requestId, error)),
      ),
    requestStates: createRequestStates(isolate.secret, caller),
    spendApproval: async (nonce, until) => {
      const current = await isolate.snapshots.current(waitUntil);
      if (!current.ok || current.snapshot.sha256 !== snapshot.sha256) return 'outdated';
      return (await isolate.bindings.store.spendApproval(nonce, until)) ? 'ok' : 'used';
    },
  };
}

/** One hop for all actions of a request. What cannot be recorded is at least in the log. */
async function appendActions(
  records: SkillActionRecord[],
  snapshot: Snapshot,
  caller: Caller,
  route: McpRoute,
): Promise<void> {
  const { bindings, compiled } = route.isolate;
  const { name, environment } = compiled.identity;
  const time = new Date().toISOString();
  const bundle = { generation: snapshot.generation, sha256: snapshot.sha256, previous: null };
  const actions = records.map((record) => actionContent(record, { time, bundle }, caller, route.requestId));
  if (actions.length === 0) return;
  await bindings.store.appendActions({ name, environment }, actions).catch((error: unknown) => {
    console.log(
      JSON.stringify({
        level: 'error',
        event: 'audit_append_failed',
        requestId: route.requestId,
        reason: String(error),
      }),
    );
  });
}

function actionContent(
  { type: _type, result, ...facts }: SkillActionRecord,
  common: Pick<ActionContent, 'time' | 'bundle'>,
  { subject, client }: Caller,
  requestId: string,
): ActionContent {
  const details = { ...facts, requestId, ...(client === undefined ? {} : { client }) };
  return { ...common, actor: { kind: 'caller', id: subject }, result, details: JSON.parse(JSON.stringify(details)) };
}

function warn(event: string, requestId: string, error: unknown): void {
  console.log(JSON.stringify({ level: 'error', event, requestId, reason: String(error) }));
}
