import { authenticate } from '../auth/authenticate.js';
import type { Caller } from '../auth/caller.js';
import { handleMcp } from '../mcp/handle-mcp.js';
import type { SkillActionRecord } from '../mcp/context.js';
import type { Snapshot } from '../snapshot.js';
import type { ActionContent } from '../store/bundle-store.js';
import { errorResponse } from './json-response.js';
import type { RouteContext } from './route-context.js';

/** `/mcp`: who calls, then the MCP side with the one snapshot that the whole answer comes from. */
export async function mcpResponse(request: Request, context: RouteContext): Promise<Response> {
  const { isolate, env, requestId, waitUntil } = context;
  const { auth, deployment } = isolate.compiled.index.manifest.structural;
  const identified = await authenticate(request, auth, env, { deploymentUrl: deployment.url });
  if (!identified.ok) return identified.response;
  const outcome = await context.snapshot();
  if (!outcome.ok) return errorResponse(503, 'not_ready', outcome.reason, { 'Retry-After': '2' });
  const { snapshot } = outcome;
  const { caller } = identified;
  return handleMcp(request, {
    snapshot,
    env,
    caller,
    requestId,
    waitUntil,
    recordActions: (records) => waitUntil(appendActions(records, snapshot, caller, context)),
    changed: isolate.snapshots,
  });
}

/** One hop for all actions of a request. What cannot be recorded is at least in the log. */
async function appendActions(records: SkillActionRecord[], snapshot: Snapshot, caller: Caller, context: RouteContext): Promise<void> {
  const { bindings, compiled } = context.isolate;
  const { name, environment } = compiled.identity;
  const time = new Date().toISOString();
  const bundle = { generation: snapshot.generation, sha256: snapshot.sha256, previous: null };
  const actions = records.map((record) => actionContent(record, { time, bundle }, caller, context.requestId));
  if (actions.length === 0) return;
  await bindings.store.appendActions({ name, environment }, actions).catch((error: unknown) => {
    console.log(JSON.stringify({ level: 'error', event: 'audit_append_failed', requestId: context.requestId, reason: String(error) }));
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
