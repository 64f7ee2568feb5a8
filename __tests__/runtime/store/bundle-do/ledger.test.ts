import { createHash } from 'node:crypto';
import { verifyChain } from '../../../support/verify-chain.js';
import { readArtifact } from '../../../../src/runtime/store/bundle-do/artifacts.js';
import {
  countPending,
  markFlushed,
  pendingAudit,
  trimAudit,
} from '../../../../src/runtime/store/bundle-do/audit-log.js';
import type { CommitAnswer, CommitRequest, SpentStatement } from '../../../../src/runtime/store/bundle-store.js';
import { readGeneration, readHead } from '../../../../src/runtime/store/bundle-do/generations.js';
import {
  commitBundle,
  recordRefusal,
  rollBack,
  settleStatement,
  type Ledger,
} from '../../../../src/runtime/store/bundle-do/ledger.js';
import { packArtifacts, packDigests } from '../../../../src/runtime/store/packing.js';
import { createRefusalLimit } from '../../../../src/runtime/store/bundle-do/refusal-limit.js';
import { openTestSql } from './test-sql.js';

const NOW = 1_800_000_000;
const worker = { name: 'acme', environment: 'production' };
const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

let ledger: Ledger;
let used: number;

beforeEach(() => {
  ledger = { sql: openTestSql() as never, now: NOW * 1000, limitRefusals: createRefusalLimit(240) };
  used = 0;
});

function statement(changes: Partial<SpentStatement> = {}): SpentStatement {
  used += 1;
  const jti = `jti-${used}`;
  return {
    compact: `compact-${used}`,
    hash: digest(jti),
    jti,
    kid: 'prod',
    expiresAt: NOW + 300,
    expect: '*',
    source: null,
    ...changes,
  };
}

/** A commit of a bundle with the given artifacts, all of them sent. */
function request(name: string, texts: string[] = [name], changes: Partial<CommitRequest> = {}): CommitRequest {
  const index = new Uint8Array(Buffer.from(`index of ${name}`));
  const artifacts = new Map(texts.map((text) => [digest(text), Buffer.from(text)]));
  return {
    worker,
    statement: statement(),
    bootCopy: null,
    unfit: null,
    sha256: digest(index),
    index,
    refs: packDigests(artifacts.keys()),
    artifacts: packArtifacts(artifacts),
    ...changes,
  };
}

const outcomeOf = (answer: CommitAnswer): string => (answer.ok ? answer.outcome : answer.refusal.code);
const commit = (each: CommitRequest): string => outcomeOf(commitBundle(ledger, each));

describe('a commit is judged in this order', () => {
  test('a used statement, before anything else', () => {
    const first = request('one');
    expect(commit(first)).toBe('applied');
    expect(commit(first)).toBe('replayed');
    expect(commit(request('two', [], { statement: { ...statement(), jti: first.statement.jti } }))).toBe('replayed');
  });

  test('what is live already, before what was expected', () => {
    commit(request('one'));
    expect(commit(request('one', ['one'], { statement: statement({ expect: null }) }))).toBe('unchanged');
  });

  test('what was expected, before what is missing', () => {
    commit(request('one'));
    const empty = { artifacts: new Uint8Array(0) };
    expect(commit(request('two', ['two'], { ...empty, statement: statement({ expect: null }) }))).toBe('conflict');
    expect(commit(request('two', ['two'], empty))).toBe('artifact_missing');
  });

  test('a refused statement is spent as well', () => {
    const conflicting = request('one', ['one'], { statement: statement({ expect: { generation: 1, sha256: 'x' } }) });
    expect(commit(conflicting)).toBe('conflict');
    expect(commit({ ...conflicting, statement: { ...conflicting.statement, expect: '*' } })).toBe('replayed');
  });
});

describe('a commit writes', () => {
  test('everything that is needed to serve it', () => {
    const big = 'x'.repeat(2_500_000);
    const each = request(big, ['first', 'second']);
    commit(each);
    const stored = readGeneration(ledger.sql, { generation: 1 });
    expect(stored).toMatchObject({ generation: 1, sha256: each.sha256, statement: each.statement.compact });
    expect(Buffer.from(stored?.index ?? []).equals(Buffer.from(each.index))).toBe(true);
    expect(Buffer.from(readArtifact(ledger.sql, digest('second')) ?? []).toString()).toBe('second');
  });

  test('nothing when it is refused', () => {
    commit(request('one'));
    commit(request('two', ['two'], { statement: statement({ expect: null }) }));
    expect(readHead(ledger.sql)).toMatchObject({ generation: 1 });
    expect(readArtifact(ledger.sql, digest('two'))).toBeNull();
  });

  test('a generation above that of the copy that was served without a head', () => {
    const bootCopy = { generation: 41, sha256: 'copy' };
    expect(commitBundle(ledger, request('one', ['one'], { bootCopy }))).toMatchObject({ head: { generation: 42 } });
  });
});

describe('expect', () => {
  const bootCopy = { generation: 3, sha256: 'copy' };
  const expecting = (expect: SpentStatement['expect'], changes: Partial<CommitRequest> = {}): string =>
    commit(request('two', ['two'], { statement: statement({ expect }), ...changes }));

  test('names the head', () => {
    const one = request('one');
    commit(one);
    expect(expecting({ generation: 2, sha256: one.sha256 })).toBe('conflict');
    expect(expecting({ generation: 1, sha256: 'other' })).toBe('conflict');
    expect(expecting({ generation: 1, sha256: one.sha256 })).toBe('applied');
  });

  test('names the copy that is served instead of a head that does not fit', () => {
    commit(request('one'));
    expect(expecting(bootCopy)).toBe('conflict');
    expect(expecting(bootCopy, { bootCopy, unfit: 1 })).toBe('applied');
  });

  test('is null while nothing that was pushed is served', () => {
    commit(request('one'));
    expect(expecting(null)).toBe('conflict');
    expect(expecting(null, { bootCopy, unfit: 1 })).toBe('conflict');
    expect(expecting(null, { bootCopy: { generation: 0, sha256: 'compiled' }, unfit: 1 })).toBe('applied');
  });
});

test('a head that does not fit is not "already live": the same bundle is applied again', () => {
  commit(request('one'));
  expect(commit(request('one', ['one'], { unfit: 1 }))).toBe('applied');
  expect(readHead(ledger.sql)).toMatchObject({ generation: 2 });
});

describe('spent statements', () => {
  test('past 4,096 unexpired ones nothing is taken, and nothing forgotten', () => {
    const insert = (jti: string, expiresAt: number) =>
      ledger.sql.exec('INSERT INTO statements VALUES (?, ?)', jti, expiresAt);
    for (let number = 0; number < 4096; number += 1) insert(`old-${number}`, NOW + 60);
    const answer = commitBundle(ledger, request('one'));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'rate_limited', facts: { retryAfterSeconds: 61 } } });
    expect(commit(request('one', ['one'], { statement: statement({ jti: 'old-7' }) }))).toBe('replayed');
    ledger.now += 61_000;
    expect(commit(request('one'))).toBe('applied');
  });

  test('are remembered for as long as they could be accepted, and two minutes more', () => {
    const first = request('one');
    commit(first);
    ledger.now += (300 + 120) * 1000;
    expect(commit(request('two'))).toBe('applied');
    expect(commit(first)).toBe('replayed');
    ledger.now += 1000;
    expect(commit(request('three'))).toBe('applied');
    expect(ledger.sql.exec('SELECT jti FROM statements').toArray()).toEqual([{ jti: 'jti-3' }]);
  });
});

describe('a rollback', () => {
  const rollback = (sha256: string, expect: SpentStatement['expect'] = '*') =>
    outcomeOf(rollBack(ledger, { worker, statement: statement({ expect }), sha256, bootCopy: null, unfit: null }));

  test('is held to the same order', () => {
    const [one, two] = [request('one'), request('two')];
    commit(one);
    commit(two);
    expect(rollback(two.sha256, null)).toBe('unchanged');
    expect(rollback(one.sha256, null)).toBe('conflict');
    expect(rollback('f'.repeat(64))).toBe('rollback_target');
    expect(rollback(one.sha256)).toBe('rolled_back');
  });
});

test('what ten generations do not name is collected', () => {
  for (let number = 0; number < 11; number += 1) commit(request(`bundle ${number}`, [`own ${number}`, 'shared']));
  expect(readArtifact(ledger.sql, digest('own 0'))).toBeNull();
  expect(readArtifact(ledger.sql, digest('own 1'))).not.toBeNull();
  expect(readArtifact(ledger.sql, digest('shared'))).not.toBeNull();
  expect(ledger.sql.exec('SELECT COUNT(*) AS count FROM indexes').one()).toEqual({ count: 10 });
});

describe('the audit outbox', () => {
  test('is one chain whatever is recorded', () => {
    commit(request('one'));
    settleStatement(ledger, { worker, statement: statement(), type: 'status', sha256: null, refs: new Uint8Array(0) });
    recordRefusal(ledger, { worker, statement: statement(), code: 'outside_window' });
    const entries = pendingAudit(ledger.sql, 10);
    expect(verifyChain(entries, [])).toMatchObject({ ok: true, head: { seq: 3 } });
    expect(entries.map(({ record }) => record.type)).toEqual(['applied', 'status', 'refused']);
  });

  test('keeps the last thousand, and with a database whatever has not reached it', () => {
    for (let number = 0; number < 1500; number += 1) {
      settleStatement(ledger, {
        worker,
        statement: statement(),
        type: 'status',
        sha256: null,
        refs: new Uint8Array(0),
      });
    }
    trimAudit(ledger.sql, true);
    expect(countPending(ledger.sql)).toBe(1500);
    markFlushed(ledger.sql, 300);
    trimAudit(ledger.sql, true);
    expect(countPending(ledger.sql)).toBe(1200);
    trimAudit(ledger.sql, false);
    expect(ledger.sql.exec('SELECT COUNT(*) AS count, MIN(seq) AS first FROM audit').one()).toEqual({
      count: 1000,
      first: 501,
    });
  });
});
