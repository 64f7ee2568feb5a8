import type { AuditEntry } from '../../../contract/audit/record.js';

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
