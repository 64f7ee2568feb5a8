import type { Caller } from '../auth/caller.js';
import type { Snapshot } from '../snapshot.js';
import type { ChangeEvent } from '../store/channel.js';

/** How an operation's call ended, as the audit chain records it. */
export type ActionResult = 'ok' | 'upstream_error' | 'denied' | 'failed';

/** What a person said to a call that needs their yes (`void`: to another one, too late or twice), and how they were asked. */
export interface ApprovalRecord {
  answer: 'approved' | 'declined' | 'cancelled' | 'void';
  via: 'input_required' | 'elicitation';
}

/** One operation call, for the audit chain: digests, never values. */
export interface SkillActionRecord {
  type: 'action';
  /** The skill that lets the caller use the operation; the first in code-unit order when several do. */
  skill?: string;
  /** `<binding>.<operation name>`. */
  operation: string;
  result: ActionResult;
  /** HTTP status of the API's answer; 0 when there was none. */
  status: number;
  /** SHA-256 of the canonical JSON of the arguments. */
  inputHash: string;
  /** SHA-256 of the canonical JSON of the structured answer; absent when nothing was called. */
  outputHash?: string;
  /** Wall time of the call, in milliseconds. */
  durationMs?: number;
  /** Of an operation under `execution.approve`, once there is an answer. */
  approval?: ApprovalRecord;
}

/** Tells about bundles that become active while a client is connected. */
export interface ChangeSource {
  /**
   * Calls `listener` with the generation that became active. Returns the function that ends it.
   * Nothing is delivered to a listener that throws.
   */
  subscribe(listener: (generation: number) => void): () => void;
}

/**
 * State that a client keeps for the Worker between two rounds of one call (2026-07-28, multi round-trip requests): signed
 * with a key that stays in the Worker, and worth nothing to another caller.
 */
export interface RequestStates {
  /** The text for the client. Not secret: the client can read it. */
  mint(payload: unknown): Promise<string>;
  /** What was minted. Rejects what was not, has expired, or was minted for somebody else. */
  verify(state: string): Promise<unknown>;
}

/** Everything that an MCP request may use. One per request: the snapshot is pinned for its whole answer. */
export interface McpContext {
  readonly snapshot: Snapshot;
  /** The Worker's bindings and secrets. */
  readonly env: Record<string, unknown>;
  readonly caller: Caller;
  readonly requestId: string;
  /** Takes one batch per invoke; never blocks, never throws. */
  recordActions(records: SkillActionRecord[]): void;
  /** Keeps the request's isolate alive for `promise`. */
  waitUntil(promise: Promise<unknown>): void;
  readonly changed: ChangeSource;
  /** Tells clients that listen, in whichever isolate; never blocks, never throws. */
  announce(events: readonly ChangeEvent[]): void;
  readonly requestStates: RequestStates;
  /**
   * Uses up a person's yes. `outdated` when the snapshot is no longer the live one: a call may have waited for minutes.
   * @param until milliseconds since 1970; later it is worth nothing anyway
   */
  spendApproval(nonce: string, until: number): Promise<'ok' | 'used' | 'outdated'>;
}
