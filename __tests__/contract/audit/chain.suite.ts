import { verifyChain } from '../../support/verify-chain.js';
import {
  GENESIS_PREV,
  hashRecord,
  linkRecord,
  type AuditContent,
  type AuditEntry,
} from '../../../src/contract/audit/record.js';
import { sha256Hex } from '../../../src/contract/encoding/digest.js';
import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import type { AuditHead } from '../../../src/contract/push/push-messages.js';
import { deepEqual, equal, type SuiteCase } from '../assert.js';

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

function headOf(entry: AuditEntry | undefined): AuditHead {
  return { seq: entry?.record.seq ?? 0, hash: entry?.hash ?? '' };
}

function chainOf(length: number, chain = CHAIN): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let number = 1; number <= length; number += 1) {
    const last = entries.at(-1);
    entries.push(linkRecord(chain, last ? headOf(last) : null, content(number)));
  }
  return entries;
}

/** A chain whose second record says something else; `rehash` covers the track where it can. */
function editedChain(rehash: boolean): AuditEntry[] {
  return chainOf(3).map((entry) => {
    if (entry.record.seq !== 2) return entry;
    const record = { ...entry.record, result: 'nothing to see' };
    return { record, hash: rehash ? hashRecord(record) : entry.hash };
  });
}

export const cases: SuiteCase[] = [
  {
    name: 'a chain starts with 64 zeros, and a hash covers the version, the chain and the canonical record',
    run: async () => {
      const [first] = chainOf(1);
      equal(first?.record.prev, GENESIS_PREV);
      equal(first?.record.seq, 1);
      equal(first?.hash, await sha256Hex(`frontmcp-audit-v1\n${CHAIN}\n${canonicalJson(first?.record ?? {})}`));
    },
  },
  {
    name: 'accepts a whole chain in any order and names its head',
    run: () => {
      const entries = chainOf(5);
      const outcome = verifyChain([...entries].reverse(), [headOf(entries[1]), headOf(entries[4])]);
      deepEqual(outcome, { ok: true, chain: CHAIN, head: headOf(entries[4]) });
    },
  },
  {
    name: 'names a record that is missing',
    run: () => {
      const entries = chainOf(5).filter(({ record }) => record.seq !== 3);
      deepEqual(verifyChain(entries, []), { ok: false, faults: [{ fault: 'gap', after: 2, next: 4 }] });
    },
  },
  {
    name: 'names a record that was edited',
    run: () => deepEqual(verifyChain(editedChain(false), []), { ok: false, faults: [{ fault: 'edited', seq: 2 }] }),
  },
  {
    name: 'names the link that breaks when an edited record is hashed again',
    run: () => deepEqual(verifyChain(editedChain(true), []), { ok: false, faults: [{ fault: 'broken_link', seq: 3 }] }),
  },
  {
    name: 'names two records with one place',
    run: () => {
      const entries = chainOf(3);
      const twin = linkRecord(CHAIN, headOf(entries[1]), content(9));
      deepEqual(verifyChain([...entries, twin], []), { ok: false, faults: [{ fault: 'fork', seq: 3 }] });
    },
  },
  {
    name: 'names an end that was cut off, by a head that CI kept',
    run: () => {
      const entries = chainOf(5);
      const head = headOf(entries[4]);
      deepEqual(verifyChain(entries.slice(0, 3), [head]), {
        ok: false,
        faults: [{ fault: 'truncated', head, last: 3 }],
      });
    },
  },
  {
    name: 'names a chain that was written anew, by a head that CI kept',
    run: () => {
      const head = headOf(chainOf(3, 'acme/production/other')[2]);
      const entries = chainOf(3);
      deepEqual(verifyChain(entries, [head]), {
        ok: false,
        faults: [{ fault: 'rewritten', head, hash: entries[2]?.hash }],
      });
    },
  },
  {
    name: 'names records of another chain',
    run: () => {
      const outcome = verifyChain([...chainOf(1), ...chainOf(2, 'acme/staging/1').slice(1)], []);
      deepEqual(outcome, {
        ok: false,
        faults: [
          { fault: 'other_chain', seq: 2, chain: 'acme/staging/1' },
          { fault: 'broken_link', seq: 2 },
        ],
      });
    },
  },
  ...[null, {}, { record: null, hash: '' }, { record: { seq: '1' }, hash: 'x' }, 'text'].map((value) => ({
    name: `names what is no record: ${JSON.stringify(value)}`,
    run: () =>
      deepEqual(verifyChain([value], []), {
        ok: false,
        faults: [{ fault: 'malformed', index: 0 }, { fault: 'empty' }],
      }),
  })),
  {
    name: 'does not call an empty export healthy',
    run: () => deepEqual(verifyChain([], []), { ok: false, faults: [{ fault: 'empty' }] }),
  },
];
