import type { Caller } from '../auth/caller.js';
import { log } from '../log.js';
import type { Snapshot } from '../snapshot.js';
import type { WorkerEnv } from '../worker-env.js';
import type { ActionContent } from '../store/bundle-store.js';
import type { Isolate } from '../store/snapshots/isolate.js';
import { createRequestStates } from './approval/request-states.js';
import type { McpContext } from './context.js';
import type { SkillActionRecord } from './action-record.js';

/** How long records of calls that only read are gathered, and how many at most, before they are sent together. */
const GATHER_MS = 100;
const MAX_GATHERED = 64;

/** What an MCP request is served with. */
export interface McpRoute {
  isolate: Isolate;
  env: WorkerEnv;
  requestId: string;
  waitUntil(work: Promise<unknown>): void;
}

/** Records that wait in an isolate. */
const gathered = new WeakMap<Isolate, ActionContent[]>();

/** Everything that an MCP request may use, from one snapshot, for one caller. */
export function openContext(route: McpRoute, snapshot: Snapshot, caller: Caller): McpContext {
  const { isolate, env, requestId, waitUntil } = route;
  const { bindings, snapshots, secret } = isolate;
  return {
    snapshot,
    env,
    caller,
    requestId,
    waitUntil,
    live: {
      store: bindings.store,
      snapshots,
      ...(bindings.sessions && { sessions: { sessions: bindings.sessions, secret } }),
    },
    record: (records, effect) => {
      const time = new Date().toISOString();
      const actions = records.map((record) => actionContent(record, time, snapshot, caller, requestId));
      return effect === 'read' ? gather(actions, route) : append(actions, route);
    },
    announce: (events) =>
      waitUntil(bindings.store.announce(events).catch((error: unknown) => logFailure('announce_failed', route, error))),
    get requestStates() {
      return createRequestStates(secret, caller);
    },
    spendApproval: async (nonce, until) => {
      const current = await snapshots.current(waitUntil);
      if (!current.ok || current.snapshot.sha256 !== snapshot.sha256) return 'outdated';
      return (await bindings.store.spendApproval(nonce, until)) ? 'ok' : 'used';
    },
  };
}

/**
 * Adds records to those that wait. Each request sends, a moment later, whatever waits by then: a promise shared between
 * requests would tie one to the other's fate. An isolate that is lost meanwhile loses them.
 */
async function gather(actions: ActionContent[], route: McpRoute): Promise<void> {
  const waiting = gathered.get(route.isolate) ?? [];
  gathered.set(route.isolate, waiting);
  waiting.push(...actions);
  const isFull = waiting.length >= MAX_GATHERED;
  const later = isFull ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, GATHER_MS));
  route.waitUntil(later.then(() => append(waiting.splice(0), route)));
}

/** One hop for all records. What cannot be recorded is at least in the log. */
async function append(actions: ActionContent[], route: McpRoute): Promise<void> {
  if (actions.length === 0) return;
  const { bindings, compiled } = route.isolate;
  const { name, environment } = compiled.identity;
  await bindings.store
    .appendActions({ name, environment }, actions)
    .catch((error: unknown) => logFailure('audit_append_failed', route, error));
}

function actionContent(
  { type: _type, result, ...facts }: SkillActionRecord,
  time: string,
  { generation, sha256 }: Snapshot,
  { subject, client }: Caller,
  requestId: string,
): ActionContent {
  const details = { ...facts, requestId, ...(client === undefined ? {} : { client }) };
  return {
    time,
    bundle: { generation, sha256, previous: null },
    actor: { kind: 'caller', id: subject },
    result,
    details: JSON.parse(JSON.stringify(details)),
  };
}

function logFailure(event: string, { requestId }: McpRoute, error: unknown): void {
  log('error', event, { requestId, reason: String(error) });
}
