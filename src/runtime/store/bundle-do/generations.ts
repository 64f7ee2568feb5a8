import { KEPT_GENERATIONS } from '../../../contract/bundle/bundle-limits.js';
import type { Head } from '../../../contract/push/push-messages.js';
import type { KeptGeneration, SpentStatement, StoredGeneration } from '../bundle-store.js';
import { collectArtifacts } from './artifacts.js';
import { INDEX_PART_BYTES } from './bundle-do-limits.js';

/** The live generation: the highest. */
export function readHead(sql: SqlStorage): Head | null {
  return sql.exec<{ generation: number; sha256: string }>(`${SELECT_HEADS} LIMIT 1`).toArray()[0] ?? null;
}

/** The generations that are kept, newest first. */
export function keptHeads(sql: SqlStorage): Head[] {
  return sql.exec<{ generation: number; sha256: string }>(SELECT_HEADS).toArray();
}

/** When the newest generations became live, newest first. */
export function keptGenerations(sql: SqlStorage, limit: number): KeptGeneration[] {
  return sql
    .exec<{ generation: number; sha256: string; appliedAt: string }>(
      'SELECT generation, sha256, applied_at AS appliedAt FROM generations ORDER BY generation DESC LIMIT ?',
      limit,
    )
    .toArray();
}

const SELECT_HEADS = 'SELECT generation, sha256 FROM generations ORDER BY generation DESC';

/** Whether the index of a digest is kept. */
export function hasIndex(sql: SqlStorage, sha256: string): boolean {
  return sql.exec('SELECT 1 AS found FROM indexes WHERE sha256 = ?', sha256).toArray().length > 0;
}

/** Stores an index, in parts that fit a row. */
export function writeIndex(
  sql: SqlStorage,
  sha256: string,
  index: Uint8Array<ArrayBuffer>,
  refs: Uint8Array<ArrayBuffer>,
): void {
  if (hasIndex(sql, sha256)) return;
  sql.exec('INSERT INTO indexes (sha256, size, refs) VALUES (?, ?, ?)', sha256, index.length, refs);
  for (let part = 0; part * INDEX_PART_BYTES < index.length; part += 1) {
    const bytes = index.slice(part * INDEX_PART_BYTES, (part + 1) * INDEX_PART_BYTES);
    sql.exec('INSERT INTO index_parts (sha256, part, bytes) VALUES (?, ?, ?)', sha256, part, bytes);
  }
}

/** Makes a stored index the live generation, and forgets generations past the kept ones with what only they name. */
export function writeGeneration(sql: SqlStorage, head: Head, statement: SpentStatement, appliedAt: string): void {
  sql.exec(
    'INSERT INTO generations (generation, sha256, statement, kid, applied_at) VALUES (?, ?, ?, ?, ?)',
    head.generation,
    head.sha256,
    statement.compact,
    statement.kid,
    appliedAt,
  );
  sql.exec(
    'DELETE FROM generations WHERE generation NOT IN (SELECT generation FROM generations ORDER BY generation DESC LIMIT ?)',
    KEPT_GENERATIONS,
  );
  const dropped = sql
    .exec<{ sha256: string }>('SELECT sha256 FROM indexes WHERE sha256 NOT IN (SELECT sha256 FROM generations)')
    .toArray();
  if (dropped.length > 0)
    dropIndexes(
      sql,
      dropped.map(({ sha256 }) => sha256),
    );
}

function dropIndexes(sql: SqlStorage, dropped: string[]): void {
  collectArtifacts(sql, new Set(dropped));
  for (const sha256 of dropped) {
    sql.exec('DELETE FROM indexes WHERE sha256 = ?', sha256);
    sql.exec('DELETE FROM index_parts WHERE sha256 = ?', sha256);
  }
}

/** One kept generation with its content; the newest of that digest when `sha256` is given. */
export function readGeneration(
  sql: SqlStorage,
  wanted: { generation: number } | { sha256: string },
): StoredGeneration | null {
  const [column, value] = 'generation' in wanted ? ['generation', wanted.generation] : ['sha256', wanted.sha256];
  const row = sql
    .exec<{ generation: number; sha256: string; statement: string; applied_at: string }>(
      `SELECT generation, sha256, statement, applied_at FROM generations WHERE ${column} = ? ORDER BY generation DESC LIMIT 1`,
      value,
    )
    .toArray()[0];
  if (!row) return null;
  const { generation, sha256, statement, applied_at: appliedAt } = row;
  return { generation, sha256, statement, appliedAt, index: readIndex(sql, sha256) };
}

function readIndex(sql: SqlStorage, sha256: string): Uint8Array<ArrayBuffer> {
  const { size } = sql.exec<{ size: number }>('SELECT size FROM indexes WHERE sha256 = ?', sha256).one();
  const index = new Uint8Array(size);
  let offset = 0;
  for (const { bytes } of sql.exec<{ bytes: ArrayBuffer }>(
    'SELECT bytes FROM index_parts WHERE sha256 = ? ORDER BY part',
    sha256,
  )) {
    index.set(new Uint8Array(bytes), offset);
    offset += bytes.byteLength;
  }
  return index;
}
