import { spendApproval } from '../../../../src/runtime/store/bundle-do/spent-nonces.js';
import { openTestSql } from './test-sql.js';

const MINUTE = 60_000;

test("a person's yes is used once, and forgotten when it is worth nothing any more", () => {
  const sql = openTestSql();
  const spend = (nonce: string, now: number) => spendApproval(sql as never, nonce, 5 * MINUTE, now);
  const kept = () => sql.exec('SELECT nonce FROM approvals ORDER BY nonce').toArray();
  expect([spend('a', 0), spend('b', 0), spend('a', MINUTE), spend('a', 6 * MINUTE)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(kept()).toEqual([{ nonce: 'a' }, { nonce: 'b' }]);
  spendApproval(sql as never, 'c', 13 * MINUTE, 8 * MINUTE);
  expect(kept()).toEqual([{ nonce: 'c' }]);
});
