import { canonicalJson } from '../encoding/canonical-json.js';
import { sha256HexSync } from '../encoding/sha256-sync.js';
import type { JsonObject } from '../encoding/json.js';
import type { AuditHead, PushSource } from '../push/push-messages.js';

/** What a record is about. */
export type AuditType =
  'applied' | 'unchanged' | 'rolled_back' | 'planned' | 'status' | 'stored' | 'refused' | 'action';

/** The bundle a record is about; of an action, the one that served it. */
export interface AuditBundle {
  generation: number;
  sha256: string;
  /** Digest that was live before; `null` for a first deploy or when nothing changed. */
  previous: string | null;
}

/** The push statement a record is about. */
export interface AuditStatement {
  jti: string;
  kid: string;
  /** SHA-256 of the compact form. */
  hash: string;
}

/** What a record says, before it has its place in the chain. No bodies, no secrets: digests and names. */
export interface AuditContent {
  /** ISO 8601. */
  time: string;
  type: AuditType;
  /** The key that signed, or the caller of an action. */
  actor: { kind: 'key' | 'caller'; id: string };
  bundle: AuditBundle | null;
  statement: AuditStatement | null;
  source: PushSource | null;
  /** `ok`, a refusal code, or how an action ended. */
  result: string;
  details: JsonObject;
}

/** One record of the chain, version 1: a closed set. */
export interface AuditRecord extends AuditContent {
  v: 1;
  /** `<name>/<environment>/<random id>`: records of two chains cannot be exchanged. */
  chain: string;
  /** 1, 2, 3, … */
  seq: number;
  /** Hash of the record before; 64 zeros for the first. */
  prev: string;
}

/** A record with its hash: one row of the audit database, one line of an export. */
export interface AuditEntry {
  record: AuditRecord;
  hash: string;
}

/** `prev` of the first record. */
export const GENESIS_PREV = '0'.repeat(64);

/** Hash of a record: SHA-256 over `frontmcp-audit-v1`, LF, chain, LF and its canonical JSON (RFC 8785). */
export function hashRecord(record: AuditRecord): string {
  return sha256HexSync(`frontmcp-audit-v1\n${record.chain}\n${canonicalJson(record)}`);
}

/** Puts content at the end of a chain. `head` is `null` for its first record. */
export function linkRecord(chain: string, head: AuditHead | null, content: AuditContent): AuditEntry {
  const record: AuditRecord = { v: 1, chain, seq: (head?.seq ?? 0) + 1, prev: head?.hash ?? GENESIS_PREV, ...content };
  return { record, hash: hashRecord(record) };
}
