import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../src/contract/encoding/jcs.js';
import { verifyChain } from '../../../src/contract/audit/chain.js';
import { GENESIS_PREV, hashRecord, linkRecord, type AuditContent, type AuditEntry } from '../../../src/contract/audit/record.js';

const CHAIN = 'acme/production/5f0c';

function content(number: number): AuditContent {
  return {
    time: '2026-11-21T12:00:00.000Z',
    type: 'applied',
    actor: { kind: 'key', id: 'prod' },
    bundle: { generation: number, sha256: String(number).padStart(64, '0'), previous: null },
    statement: { jti: `statement-${number}`, kid: 'prod', hash: 'f'.repeat(64) },
    source: { commit: 'abc' },
    result: 'ok',
    details: {},
  };
}

function chainOf(length: number, chain = CHAIN): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let number = 1; number <= length; number += 1) {
    const last = entries.at(-1);
    entries.push(linkRecord(chain, last ? { seq: last.record.seq, hash: last.hash } : null, content(number)));
  }
  return entries;
}

const headOf = (entry: AuditEntry | undefined) => ({ seq: entry?.record.seq ?? 0, hash: entry?.hash ?? '' });

describe('linkRecord', () => {
  test('starts with 64 zeros and hashes the version, the chain and the canonical record', () => {
    const [first] = chainOf(1);
    expect(first?.record).toMatchObject({ v: 1, chain: CHAIN, seq: 1, prev: GENESIS_PREV });
    const text = `frontmcp-audit-v1\n${CHAIN}\n${canonicalJson(first?.record ?? {})}`;
    expect(first?.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });
});

describe('verifyChain', () => {
  test('accepts a whole chain in any order and names its head', () => {
    const entries = chainOf(5);
    const outcome = verifyChain([...entries].reverse(), [headOf(entries[1]), headOf(entries[4])]);
    expect(outcome).toEqual({ ok: true, chain: CHAIN, head: headOf(entries[4]) });
  });

  test('names a record that is missing', () => {
    const entries = chainOf(5).filter(({ record }) => record.seq !== 3);
    expect(verifyChain(entries, [])).toEqual({ ok: false, faults: [{ fault: 'gap', after: 2, next: 4 }] });
  });

  test('names a record that was edited', () => {
    const entries = chainOf(3);
    const edited = entries.map((entry) =>
      entry.record.seq === 2 ? { ...entry, record: { ...entry.record, result: 'nothing to see' } } : entry,
    );
    expect(verifyChain(edited, [])).toEqual({ ok: false, faults: [{ fault: 'edited', seq: 2 }] });
  });

  test('names the broken link when an edited record was hashed again', () => {
    const entries = chainOf(3).map((entry) => {
      if (entry.record.seq !== 2) return entry;
      const record = { ...entry.record, result: 'nothing to see' };
      return { record, hash: hashRecord(record) };
    });
    expect(verifyChain(entries, [])).toEqual({ ok: false, faults: [{ fault: 'broken_link', seq: 3 }] });
  });

  test('names two records with one place', () => {
    const entries = chainOf(3);
    const twin = linkRecord(CHAIN, headOf(entries[1]), content(9));
    expect(verifyChain([...entries, twin], [])).toMatchObject({ ok: false, faults: [{ fault: 'fork', seq: 3 }] });
  });

  test('names an end that was cut off, by a head that CI kept', () => {
    const entries = chainOf(5);
    const head = headOf(entries[4]);
    expect(verifyChain(entries.slice(0, 3), [head])).toEqual({ ok: false, faults: [{ fault: 'truncated', head, last: 3 }] });
  });

  test('names a chain that was written anew, by a head that CI kept', () => {
    const head = headOf(chainOf(3, 'acme/production/other')[2]);
    const entries = chainOf(3);
    expect(verifyChain(entries, [head])).toEqual({
      ok: false,
      faults: [{ fault: 'rewritten', head, hash: entries[2]?.hash }],
    });
  });

  test('names records of another chain', () => {
    const faults = verifyChain([...chainOf(1), ...chainOf(2, 'acme/staging/1').slice(1)], []);
    expect(faults).toMatchObject({ ok: false, faults: [{ fault: 'other_chain', seq: 2 }, { fault: 'broken_link', seq: 2 }] });
  });

  test.each([[null], [{}], [{ record: null, hash: '' }], [{ record: { seq: '1' }, hash: 'x' }], ['text']])(
    'names what is no record: %j',
    (value) => {
      expect(verifyChain([value], [])).toEqual({ ok: false, faults: [{ fault: 'malformed', index: 0 }, { fault: 'empty' }] });
    },
  );

  test('does not call an empty export healthy', () => {
    expect(verifyChain([], [])).toEqual({ ok: false, faults: [{ fault: 'empty' }] });
  });
});
