import { linkRecord, type AuditContent, type AuditEntry, type AuditRecord } from '../../../contract/audit/record.js';
import type { AuditHead } from '../../../contract/push/push-messages.js';
import type { WorkerName } from '../bundle-store.js';
import { KEPT_AUDIT_RECORDS } from './bundle-do-limits.js';
import { readMeta, writeMeta } from './tables.js';

const CHAIN = 'audit.chain';
const FLUSHED = 'audit.flushed';

/** The last record of the chain. */
function auditHead(sql: SqlStorage): AuditHead | null {
  return (
    sql.exec<{ seq: number; hash: string }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').toArray()[0] ??
    null
  );
}

/** Appends one record and returns its place. */
export function appendAudit(sql: SqlStorage, worker: WorkerName, content: AuditContent): AuditHead {
  return appendAudits(sql, worker, [content]) as AuditHead;
}

/**
 * Appends records in their order, and returns the place of the last; `null` when there are none. Reads the head and writes
 * after it without a pause: the chain cannot fork. One statement for all of them: most of what a small statement costs is
 * the call.
 */
export function appendAudits(sql: SqlStorage, worker: WorkerName, contents: readonly AuditContent[]): AuditHead | null {
  const chain = chainId(sql, worker);
  let head = auditHead(sql);
  const rows = contents.map((content) => {
    const { record, hash } = linkRecord(chain, head, content);
    head = { seq: record.seq, hash };
    return [record.seq, hash, JSON.stringify(record)];
  });
  const insert = 'INSERT INTO audit (seq, hash, record) SELECT value->>0, value->>1, value->>2 FROM json_each(?)';
  if (rows.length > 0) sql.exec(insert, JSON.stringify(rows));
  return rows.length > 0 ? head : null;
}

/** The chain's name, made with its first record: the random part tells it from any other of this Worker's name. */
function chainId(sql: SqlStorage, { name, environment }: WorkerName): string {
  const known = readMeta(sql, CHAIN);
  if (known !== undefined) return known;
  const chain = `${name}/${environment}/${crypto.randomUUID()}`;
  writeMeta(sql, CHAIN, chain);
  return chain;
}

/** Records that are not in the audit database yet, oldest first. */
export function pendingAudit(sql: SqlStorage, limit: number): AuditEntry[] {
  return sql
    .exec<{ hash: string; record: string }>(
      'SELECT hash, record FROM audit WHERE seq > ? ORDER BY seq LIMIT ?',
      flushedSeq(sql),
      limit,
    )
    .toArray()
    .map(({ hash, record }) => ({ hash, record: JSON.parse(record) as AuditRecord }));
}

/** How many records are not in the audit database. */
export function countPending(sql: SqlStorage): number {
  return sql.exec<{ count: number }>('SELECT COUNT(*) AS count FROM audit WHERE seq > ?', flushedSeq(sql)).one().count;
}

/** Remembers that every record up to `seq` is in the audit database. */
export function markFlushed(sql: SqlStorage, seq: number): void {
  writeMeta(sql, FLUSHED, String(Math.max(seq, flushedSeq(sql))));
}

/** Forgets old records: with a database the flushed ones, without one whatever is past the kept. */
export function trimAudit(sql: SqlStorage, hasDatabase: boolean): void {
  const last = (auditHead(sql)?.seq ?? 0) - KEPT_AUDIT_RECORDS;
  sql.exec('DELETE FROM audit WHERE seq <= ?', hasDatabase ? Math.min(last, flushedSeq(sql)) : last);
}

function flushedSeq(sql: SqlStorage): number {
  return Number(readMeta(sql, FLUSHED) ?? 0);
}

const CREATE = `CREATE TABLE IF NOT EXISTS frontmcp_audit (
  chain TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, prev TEXT NOT NULL,
  time TEXT NOT NULL, type TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (chain, seq), UNIQUE (chain, prev))`;

/** One statement for all records: D1 counts, and charges, each one. */
const INSERT = `INSERT OR IGNORE INTO frontmcp_audit (chain, seq, hash, prev, time, type, record)
  SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6 FROM json_each(?)`;

/** Writes records to the audit database; one that is there already is left alone. Rejects when D1 does. */
export async function writeAuditEntries(database: D1Database, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map(({ record, hash }) => {
    const { chain, seq, prev, time, type } = record;
    return [chain, seq, hash, prev, time, type, JSON.stringify(record)];
  });
  await database.batch([database.prepare(CREATE), database.prepare(INSERT).bind(JSON.stringify(rows))]);
}
