import type { Caller } from '../auth/caller.js';
import type { Snapshot } from '../snapshot.js';
import type { SessionBinding } from '../store/snapshots/bindings.js';
import type { BundleStore } from '../store/bundle-store.js';
import type { ChangeEvent } from '../store/channel.js';
import type { Snapshots } from '../store/snapshots/snapshots.js';
import type { SkillActionRecord } from './action-record.js';

/**
 * State that a client keeps for the Worker between two rounds of one call (2026-07-28, multi round-trip requests): signed
 * with a key that stays in the Worker, and void for every other caller.
 */
export interface RequestStates {
  /** The text for the client. Not secret: the client can read it. */
  mint(payload: unknown): Promise<string>;
  /** What was minted. Rejects what was not, has expired, or was minted for another caller. */
  verify(state: string): Promise<unknown>;
}

/** What reaches beyond one request. */
export interface LivePorts {
  store: Pick<BundleStore, 'fetch'>;
  snapshots: Snapshots;
  /** Absent without a binding for sessions: then every protocol version is served without them. */
  sessions?: SessionPorts;
}

/** What sessions need. */
export interface SessionPorts {
  sessions: SessionBinding;
  /** The Worker's own key. */
  secret(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Everything that an MCP request may use. One per request: the snapshot is pinned for its whole answer. */
export interface McpContext {
  readonly snapshot: Snapshot;
  /** The Worker's bindings and secrets. */
  readonly env: Record<string, unknown>;
  readonly caller: Caller;
  readonly requestId: string;
  /** Absent where nothing outlives a request: then there are neither listeners nor sessions. */
  readonly live?: LivePorts;
  /**
   * Records calls in the audit chain. What may have changed something is in the chain, or its failure in the log, when the
   * promise resolves; what only read is sent soon after. Never rejects.
   */
  record(records: SkillActionRecord[], effect: 'read' | 'write'): Promise<void>;
  /** Keeps the request's isolate alive for `promise`. */
  waitUntil(promise: Promise<unknown>): void;
  /** Notifies clients that listen, in whichever isolate; never blocks, never throws. */
  announce(events: readonly ChangeEvent[]): void;
  readonly requestStates: RequestStates;
  /**
   * Uses up an approval. `outdated` when the snapshot is no longer the live one: a call may have waited for minutes.
   * @param until milliseconds since 1970; after it the approval has expired anyway
   */
  spendApproval(nonce: string, until: number): Promise<'ok' | 'used' | 'outdated'>;
}
