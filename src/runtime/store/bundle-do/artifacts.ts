import { unpackArtifacts, unpackDigests } from '../packing.js';

/** Digests looked for in one query: their JSON stays far below the length that SQLite accepts. */
const LOOKUP_BATCH = 5000;

/** Which of the packed digests have no stored artifact; sorted, each once. */
export function missingArtifacts(sql: SqlStorage, refs: Uint8Array): string[] {
  const digests = [...new Set(unpackDigests(refs))].sort();
  const missing: string[] = [];
  for (let start = 0; start < digests.length; start += LOOKUP_BATCH) {
    const rows = sql.exec<{ value: string }>(
      'SELECT value FROM json_each(?) WHERE value NOT IN (SELECT sha256 FROM artifacts) ORDER BY value',
      JSON.stringify(digests.slice(start, start + LOOKUP_BATCH)),
    );
    for (const { value } of rows) missing.push(value);
  }
  return missing;
}

/** Stores packed artifacts; one that is there already stays as it is. */
export function writeArtifacts(sql: SqlStorage, packed: Uint8Array<ArrayBuffer>): void {
  for (const { sha256, bytes } of unpackArtifacts(packed)) {
    sql.exec('INSERT OR IGNORE INTO artifacts (sha256, bytes) VALUES (?, ?)', sha256, bytes);
  }
}

/** The bytes of an artifact. */
export function readArtifact(sql: SqlStorage, sha256: string): Uint8Array<ArrayBuffer> | null {
  const row = sql.exec<{ bytes: ArrayBuffer }>('SELECT bytes FROM artifacts WHERE sha256 = ?', sha256).toArray()[0];
  return row ? new Uint8Array(row.bytes) : null;
}

/** Deletes the artifacts that only the dropped indexes name. */
export function collectArtifacts(sql: SqlStorage, dropped: ReadonlySet<string>): void {
  const candidates = new Set<string>();
  const kept = new Set<string>();
  for (const { sha256, refs } of sql.exec<{ sha256: string; refs: ArrayBuffer }>('SELECT sha256, refs FROM indexes')) {
    for (const digest of unpackDigests(new Uint8Array(refs))) (dropped.has(sha256) ? candidates : kept).add(digest);
  }
  for (const digest of candidates) if (!kept.has(digest)) sql.exec('DELETE FROM artifacts WHERE sha256 = ?', digest);
}
