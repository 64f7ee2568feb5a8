import type { AuditHead } from '../../src/contract/push/push-messages.js';
import { GENESIS_PREV, hashRecord, type AuditEntry } from '../../src/contract/audit/record.js';

/** What is wrong with a chain, and where. */
export type ChainFault =
  | { fault: 'empty' }
  | { fault: 'malformed'; index: number }
  | { fault: 'other_chain'; seq: number; chain: string }
  | { fault: 'gap'; after: number; next: number }
  | { fault: 'fork'; seq: number }
  | { fault: 'edited'; seq: number }
  | { fault: 'broken_link'; seq: number }
  | { fault: 'truncated'; head: AuditHead; last: number }
  | { fault: 'rewritten'; head: AuditHead; hash: string };

/** The outcome of {@link verifyChain}. */
export type ChainOutcome = { ok: true; chain: string; head: AuditHead } | { ok: false; faults: ChainFault[] };

/**
 * Checks an export of the audit chain, offline: every record hashes to its hash, is linked to the one before, and the
 * sequence has no gap and no second child of one parent. With the heads that CI kept from its receipts it also finds
 * what the records alone cannot show: an end that was cut off, and a chain that was written anew.
 *
 * An export without records is a fault: whoever asks has a reason to expect some.
 * @param entries the records, in any order
 * @param heads `{seq, hash}` of receipts
 */
export function verifyChain(entries: readonly unknown[], heads: readonly AuditHead[]): ChainOutcome {
  const malformed = entries.flatMap((entry, index) => (isEntry(entry) ? [] : [{ fault: 'malformed', index } as const]));
  const sorted = entries.filter(isEntry).sort((a, b) => a.record.seq - b.record.seq);
  const faults = [...malformed, ...recordFaults(sorted), ...headFaults(sorted, heads)];
  const last = sorted.at(-1);
  if (!last) return { ok: false, faults: [...faults, { fault: 'empty' }] };
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, chain: last.record.chain, head: { seq: last.record.seq, hash: last.hash } };
}

function isEntry(value: unknown): value is AuditEntry {
  const { record, hash } = (value ?? {}) as Partial<AuditEntry>;
  return (
    typeof hash === 'string' &&
    typeof record === 'object' &&
    record !== null &&
    typeof record.chain === 'string' &&
    typeof record.prev === 'string' &&
    Number.isSafeInteger(record.seq) &&
    record.seq >= 1
  );
}

function recordFaults(sorted: readonly AuditEntry[]): ChainFault[] {
  const chain = sorted[0]?.record.chain;
  return sorted.flatMap((entry, index) => {
    const before = sorted[index - 1];
    return [
      ...(entry.record.chain === chain
        ? []
        : [{ fault: 'other_chain' as const, seq: entry.record.seq, chain: entry.record.chain }]),
      ...(hashes(entry) ? [] : [{ fault: 'edited' as const, seq: entry.record.seq }]),
      ...linkFaults(before, entry),
    ];
  });
}

function hashes({ record, hash }: AuditEntry): boolean {
  try {
    return hashRecord(record) === hash;
  } catch {
    // What has no canonical form was never hashed by a Worker.
    return false;
  }
}

function linkFaults(before: AuditEntry | undefined, { record }: AuditEntry): ChainFault[] {
  const last = before?.record.seq ?? 0;
  if (record.seq === last) return [{ fault: 'fork', seq: record.seq }];
  if (record.seq !== last + 1) return [{ fault: 'gap', after: last, next: record.seq }];
  return record.prev === (before?.hash ?? GENESIS_PREV) ? [] : [{ fault: 'broken_link', seq: record.seq }];
}

function headFaults(sorted: readonly AuditEntry[], heads: readonly AuditHead[]): ChainFault[] {
  const last = sorted.at(-1)?.record.seq ?? 0;
  return heads.flatMap((head): ChainFault[] => {
    if (head.seq > last) return [{ fault: 'truncated', head, last }];
    const found = sorted.filter(({ record }) => record.seq === head.seq);
    const other = found.find(({ hash }) => hash !== head.hash);
    return other ? [{ fault: 'rewritten', head, hash: other.hash }] : [];
  });
}
