import { SPENT_MARGIN_SECONDS } from './bundle-do-limits.js';

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
