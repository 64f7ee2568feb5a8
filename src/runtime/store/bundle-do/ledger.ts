import type { AuditContent } from '../../../contract/audit/record.js';
import type { JsonObject } from '../../../contract/encoding/json.js';
import type { AuditHead, Head } from '../../../contract/push/push-messages.js';
import { refuse, type Refusal } from '../../../contract/push/refusals.js';
import type {
  CommitAnswer,
  CommitRequest,
  RefusalReport,
  RollbackRequest,
  SettleAnswer,
  SettleRequest,
  SpentStatement,
  WorkerName,
} from '../bundle-store.js';
import { unpackArtifacts } from '../packing.js';
import { missingArtifacts, writeArtifacts } from './artifacts.js';
import { appendAudit, countPending } from './audit-log.js';
import { conflict, isLive, meetsExpectation } from './expectation.js';
import { hasIndex, keptHeads, readHead, writeGeneration, writeIndex } from './generations.js';
import type { RefusalLimit } from './refusal-limit.js';
import { spendStatement } from './spent-nonces.js';

/** What the ledger works on. Every function of this file runs inside one synchronous transaction. */
export interface Ledger {
  sql: SqlStorage;
  /** Milliseconds since 1970. */
  now: number;
  limitRefusals: RefusalLimit;
}

interface Entry {
  worker: WorkerName;
  statement: SpentStatement;
}

/**
 * Makes a bundle live. In this order: statement used before, already live, `expect`, artifacts; then artifacts, index,
 * head and audit record are written. "Already live" comes before `expect`, so that a lost answer never turns a good
 * deploy red.
 */
export function commitBundle(ledger: Ledger, request: CommitRequest): CommitAnswer {
  return decide(ledger, request, (head) => {
    if (isLive(head, request)) return { outcome: 'unchanged' };
    if (!meetsExpectation(head, request)) return { refusal: conflict(request.statement.expect, head) };
    const missing = lacking(ledger.sql, request);
    if (missing.length > 0) return { refusal: refuse('artifact_missing', { digests: missing }) };
    writeArtifacts(ledger.sql, request.artifacts);
    writeIndex(ledger.sql, request.sha256, request.index, request.refs);
    return { outcome: 'applied' };
  });
}

/** Makes a kept generation live again, as a new generation. The order of {@link commitBundle}. */
export function rollBack(ledger: Ledger, request: RollbackRequest): CommitAnswer {
  return decide(ledger, request, (head) => {
    if (isLive(head, request)) return { outcome: 'unchanged' };
    if (!meetsExpectation(head, request)) return { refusal: conflict(request.statement.expect, head) };
    if (hasIndex(ledger.sql, request.sha256)) return { outcome: 'rolled_back' };
    return { refusal: refuse('rollback_target', { target: request.sha256, kept: keptHeads(ledger.sql) }) };
  });
}

/** Spends and records a statement that changes nothing. */
export function settleStatement(ledger: Ledger, request: SettleRequest): SettleAnswer {
  const { sql } = ledger;
  const head = readHead(sql);
  const refusal = spendStatement(sql, request.statement, seconds(ledger.now));
  if (refusal) return refuseRecorded(ledger, request, refusal, head);
  const missing = missingArtifacts(sql, request.refs);
  const audit = record(ledger, request, {
    type: request.type,
    bundle: null,
    result: 'ok',
    details: { sha256: request.sha256 },
  });
  return { ok: true, head, audit, auditPending: countPending(sql), missing };
}

/** Records a refusal that was decided outside, unless too many came within the minute. */
export function recordRefusal(ledger: Ledger, { worker, statement, code }: RefusalReport): void {
  const limit = ledger.limitRefusals(`${statement.hash} ${code}`, ledger.now);
  if (!limit.record) return;
  const details: JsonObject = limit.suppressed > 0 ? { suppressed: limit.suppressed } : {};
  record(ledger, { worker, statement }, { type: 'refused', bundle: null, result: code, details });
}

type Decision = { refusal: Refusal } | { outcome: 'applied' | 'unchanged' | 'rolled_back' };

function decide(
  ledger: Ledger,
  request: CommitRequest | RollbackRequest,
  judge: (head: Head | null) => Decision,
): CommitAnswer {
  const head = readHead(ledger.sql);
  const refusal = spendStatement(ledger.sql, request.statement, seconds(ledger.now));
  const decision: Decision = refusal ? { refusal } : judge(head);
  if ('refusal' in decision) return refuseRecorded(ledger, request, decision.refusal, head);
  return decision.outcome === 'unchanged' && head
    ? keepHead(ledger, request, head)
    : moveHead(ledger, request, decision.outcome, head);
}

function keepHead(ledger: Ledger, request: Entry, head: Head): CommitAnswer {
  const audit = record(ledger, request, {
    type: 'unchanged',
    bundle: { ...head, previous: null },
    result: 'ok',
    details: {},
  });
  return { ok: true, outcome: 'unchanged', head, previous: head, audit };
}

function moveHead(
  ledger: Ledger,
  request: CommitRequest | RollbackRequest,
  outcome: 'applied' | 'unchanged' | 'rolled_back',
  previous: Head | null,
): CommitAnswer {
  // A boot copy may come from generations that this object no longer knows: clients must never see the number fall.
  const generation = Math.max(previous?.generation ?? 0, request.bootCopy?.generation ?? 0) + 1;
  const head = { generation, sha256: request.sha256 };
  writeGeneration(ledger.sql, head, request.statement, new Date(ledger.now).toISOString());
  const bundle = { ...head, previous: previous?.sha256 ?? null };
  const audit = record(ledger, request, { type: outcome, bundle, result: 'ok', details: {} });
  return { ok: true, outcome, head, previous, audit };
}

function lacking(sql: SqlStorage, request: CommitRequest): string[] {
  const missing = missingArtifacts(sql, request.refs);
  if (missing.length === 0) return missing;
  const sent = new Set<string>();
  for (const { sha256 } of unpackArtifacts(request.artifacts)) sent.add(sha256);
  return missing.filter((digest) => !sent.has(digest));
}

function refuseRecorded(
  ledger: Ledger,
  { worker, statement }: Entry,
  refusal: Refusal,
  head: Head | null,
): { ok: false; refusal: Refusal; head: Head | null } {
  recordRefusal(ledger, { worker, statement, code: refusal.code });
  return { ok: false, refusal, head };
}

function record(
  ledger: Ledger,
  { worker, statement }: Entry,
  content: Pick<AuditContent, 'type' | 'bundle' | 'result' | 'details'>,
): AuditHead {
  const { jti, kid, hash, source } = statement;
  return appendAudit(ledger.sql, worker, {
    time: new Date(ledger.now).toISOString(),
    actor: { kind: 'key', id: kid },
    statement: { jti, kid, hash },
    source,
    ...content,
  });
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
