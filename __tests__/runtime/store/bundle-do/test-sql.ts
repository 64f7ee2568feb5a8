import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { createTables } from '../../../../src/runtime/store/bundle-do/tables.js';

/** The part of a Durable Object's `sql` that the stores use, on Node's SQLite in memory. */
export interface TestSql {
  exec(
    query: string,
    ...bindings: unknown[]
  ): Iterable<Record<string, unknown>> & { toArray(): Record<string, unknown>[]; one(): Record<string, unknown> };
}

/** A fresh database with the tables of `BundleDO`. */
export function openTestSql(): TestSql {
  const database = new DatabaseSync(':memory:');
  const sql: TestSql = {
    exec(query, ...bindings) {
      const rows = database
        .prepare(query)
        .all(...(bindings as SQLInputValue[]))
        .map(asPlatform);
      return {
        toArray: () => rows,
        one: () => {
          if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
          return rows[0] ?? {};
        },
        [Symbol.iterator]: () => rows[Symbol.iterator](),
      };
    },
  };
  createTables(sql as never);
  return sql;
}

/** The platform hands out blobs as ArrayBuffers. */
function asPlatform(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? new Uint8Array(value).buffer : value,
  ]);
  return Object.fromEntries(entries);
}
