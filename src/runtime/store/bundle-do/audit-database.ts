import type { AuditEntry } from '../../../contract/audit/record.js';

const CREATE = `CREATE TABLE IF NOT EXISTS frontmcp_audit (
  chain TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, prev TEXT NOT NULL,
  time TEXT NOT NULL, type TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (chain, seq), UNIQUE (chain, prev))`;

const INSERT =
  'INSERT OR IGNORE INTO frontmcp_audit (chain, seq, hash, prev, time, type, record) VALUES (?, ?, ?, ?, ?, ?, ?)';

/** Writes records to the audit database; one that is there already is left alone. Rejects when D1 does. */
export async function writeAuditEntries(database: D1Database, entries: readonly AuditEntry[]): Promise<void> {
  const insert = database.prepare(INSERT);
  await database.batch([
    database.prepare(CREATE),
    ...entries.map(({ record, hash }) =>
      insert.bind(record.chain, record.seq, hash, record.prev, record.time, record.type, JSON.stringify(record)),
    ),
  ]);
}
