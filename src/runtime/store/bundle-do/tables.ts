import { decodeBase64url, encodeBase64url } from '../../../contract/encoding/base64url.js';

/** The tables of `BundleDO`; every column is explained in docs/storage-schema.md. */
const TABLES = [
  'CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
  `CREATE TABLE IF NOT EXISTS generations (
     generation INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, statement TEXT NOT NULL, kid TEXT NOT NULL,
     applied_at TEXT NOT NULL)`,
  'CREATE TABLE IF NOT EXISTS indexes (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, refs BLOB NOT NULL)',
  `CREATE TABLE IF NOT EXISTS index_parts (
     sha256 TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (sha256, part))`,
  'CREATE TABLE IF NOT EXISTS artifacts (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)',
  'CREATE TABLE IF NOT EXISTS statements (jti TEXT PRIMARY KEY, expires_at INTEGER NOT NULL)',
  'CREATE INDEX IF NOT EXISTS statements_by_expiry ON statements (expires_at)',
  'CREATE TABLE IF NOT EXISTS approvals (nonce TEXT PRIMARY KEY, expires_at INTEGER NOT NULL)',
  'CREATE TABLE IF NOT EXISTS sessions (id TEXT NOT NULL UNIQUE, binding TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS audit (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, record TEXT NOT NULL)',
];

/** Creates what is not there yet. */
export function createTables(sql: SqlStorage): void {
  for (const table of TABLES) sql.exec(table);
}

/** A value of the `meta` table. */
export function readMeta(sql: SqlStorage, key: string): string | undefined {
  return sql.exec<{ value: string }>('SELECT value FROM meta WHERE key = ?', key).toArray()[0]?.value;
}

/** Sets a value of the `meta` table. */
export function writeMeta(sql: SqlStorage, key: string, value: string): void {
  sql.exec(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
}

const SECRET = 'worker.secret';
const SECRET_BYTES = 32;

/**
 * The Worker's own random key, made when it is first asked for. It signs what a client keeps for the Worker (session ids,
 * the state of a question) and never leaves the Worker.
 */
export function workerSecret(sql: SqlStorage): Uint8Array<ArrayBuffer> {
  const known = decodeBase64url(readMeta(sql, SECRET) ?? '');
  if (known?.length === SECRET_BYTES) return known;
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  writeMeta(sql, SECRET, encodeBase64url(secret));
  return secret;
}
