import type { AuditContent } from '../../contract/audit/record.js';
import type { AuditHead, ExpectedHead, Head, PushSource } from '../../contract/push/push-messages.js';
import type { Refusal } from '../../contract/push/refusals.js';
import type { ChangeEvent } from './channel.js';

/** Which Worker asks; names its audit chain. */
export interface WorkerName {
  name: string;
  environment: string;
}

/** What the store needs of a verified push statement. */
export interface SpentStatement {
  compact: string;
  /** SHA-256 of the compact form. */
  hash: string;
  jti: string;
  kid: string;
  /** `exp`, in seconds since 1970. */
  expiresAt: number;
  expect: null | '*' | ExpectedHead;
  source: PushSource | null;
}

/** What a Worker serves when the stored head does not fit it. */
export interface Serving {
  /** The boot copy that is served instead of the stored head; `null` when the head itself is served, or nothing. */
  bootCopy: Head | null;
  /** Generation of a stored head that does not fit this Worker. */
  unfit: number | null;
}

/** A bundle to be made live. Everything in it has been verified by the Worker. */
export interface CommitRequest extends Serving {
  worker: WorkerName;
  statement: SpentStatement;
  sha256: string;
  /** The exact index bytes. */
  index: Uint8Array<ArrayBuffer>;
  /** Digests of every artifact that the index names, blobs excluded, packed. */
  refs: Uint8Array<ArrayBuffer>;
  /** Artifacts that the store lacked, packed. */
  artifacts: Uint8Array<ArrayBuffer>;
}

/** A kept generation to be made live again. */
export interface RollbackRequest extends Serving {
  worker: WorkerName;
  statement: SpentStatement;
  /** Digest of the generation that is wanted. */
  sha256: string;
}

/** The answer to a commit. A refusal has been recorded. */
export type CommitAnswer =
  | { ok: true; outcome: 'applied' | 'unchanged' | 'rolled_back'; head: Head; previous: Head | null; audit: AuditHead }
  | { ok: false; refusal: Refusal; head: Head | null };

/** A statement that changes nothing but is spent and recorded. */
export interface SettleRequest {
  worker: WorkerName;
  statement: SpentStatement;
  type: 'planned' | 'status' | 'stored';
  /** What was planned or stored; `null` for a status. */
  sha256: string | null;
  /** Digests to look for, packed. */
  refs: Uint8Array<ArrayBuffer>;
}

/** The answer to {@link SettleRequest}. A refusal has been recorded. */
export type SettleAnswer =
  | { ok: true; head: Head | null; audit: AuditHead; auditPending: number; missing: string[] }
  | { ok: false; refusal: Refusal; head: Head | null };

/** When a kept generation became live. */
export interface KeptGeneration extends Head {
  /** ISO 8601. */
  appliedAt: string;
}

/** One kept generation. */
export interface StoredGeneration extends Head {
  /** The push statement that made it live. */
  statement: string;
  /** ISO 8601. */
  appliedAt: string;
  index: Uint8Array<ArrayBuffer>;
}

/** The stored head: `generation` is there only when it is not the one that the caller knows. */
export type CurrentAnswer = { head: Head | null; generation?: StoredGeneration };

/** A refusal that the Worker decided on after the signature was verified. */
export interface RefusalReport {
  worker: WorkerName;
  statement: SpentStatement;
  code: string;
}

/** What happened to an operation, as the MCP side reports it. */
export type ActionContent = Pick<AuditContent, 'time' | 'actor' | 'bundle' | 'result' | 'details'>;

/** What a Worker asks of its one `BundleDO`. Every method is one hop. */
export interface BundleStore {
  /** The head; with its content unless `known` is its generation. */
  current(known: number | null): Promise<CurrentAnswer>;
  /** The bytes of an artifact, `null` when there is none. */
  artifact(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Which of the packed digests are not stored. */
  missing(refs: Uint8Array<ArrayBuffer>): Promise<string[]>;
  /** The newest kept generation with this digest. */
  kept(sha256: string): Promise<StoredGeneration | null>;
  /** The kept generations, newest first, without their content. */
  generations(limit: number): Promise<KeptGeneration[]>;
  commit(request: CommitRequest): Promise<CommitAnswer>;
  rollback(request: RollbackRequest): Promise<CommitAnswer>;
  settle(request: SettleRequest): Promise<SettleAnswer>;
  reportRefusal(report: RefusalReport): Promise<void>;
  /** Appends one record per action, as one batch. */
  appendActions(worker: WorkerName, actions: ActionContent[]): Promise<AuditHead | null>;
  /** Tells listeners and sessions, whichever isolate holds them. */
  announce(events: readonly ChangeEvent[]): Promise<void>;
  /** Uses up a person's yes, good until then (milliseconds since 1970). `false` when it was used before. */
  spendApproval(nonce: string, until: number): Promise<boolean>;
  /** The Worker's own random key, 32 bytes. */
  secret(): Promise<Uint8Array<ArrayBuffer>>;
  /** From now on the session (its id in hex, and the binding that reaches it) hears of changes. */
  attach(session: string, binding: string): Promise<void>;
  detach(session: string): Promise<void>;
  /** Opens a listener; the answer carries a WebSocket, or is 429. */
  fetch(request: Request): Promise<Response>;
}
