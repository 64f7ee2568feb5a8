import { refuse, type Refusal } from '../../../contract/push/refusals.js';
import type { SpentStatement } from '../bundle-store.js';
import { MAX_SPENT_STATEMENTS, SPENT_MARGIN_SECONDS } from './bundle-do-limits.js';

/**
 * Spends a statement: it works once, whatever comes of it. Refuses one that has been used, and every one while more are
 * unexpired than are remembered: forgetting one would let it be replayed.
 * @param now seconds since 1970
 */
export function spendStatement(sql: SqlStorage, statement: SpentStatement, now: number): Refusal | undefined {
  const known = sql.exec('SELECT 1 AS found FROM statements WHERE jti = ?', statement.jti).toArray();
  if (known.length > 0) return refuse('replayed', { jti: statement.jti });
  sql.exec('DELETE FROM statements WHERE expires_at < ?', now);
  const { count, next } = sql
    .exec<{ count: number; next: number | null }>('SELECT COUNT(*) AS count, MIN(expires_at) AS next FROM statements')
    .one();
  if (count >= MAX_SPENT_STATEMENTS)
    return refuse('rate_limited', { retryAfterSeconds: Math.max(1, (next ?? now) - now + 1) });
  sql.exec(
    'INSERT INTO statements (jti, expires_at) VALUES (?, ?)',
    statement.jti,
    statement.expiresAt + SPENT_MARGIN_SECONDS,
  );
  return undefined;
}

/**
 * Uses up a person's yes: `true` once, `false` ever after.
 * @param until when it is worth nothing any more; `now` too in milliseconds since 1970
 */
export function spendApproval(sql: SqlStorage, nonce: string, until: number, now: number): boolean {
  sql.exec('DELETE FROM approvals WHERE expires_at < ?', now);
  if (sql.exec('SELECT 1 AS found FROM approvals WHERE nonce = ?', nonce).toArray().length > 0) return false;
  sql.exec('INSERT INTO approvals (nonce, expires_at) VALUES (?, ?)', nonce, until + SPENT_MARGIN_SECONDS * 1000);
  return true;
}
