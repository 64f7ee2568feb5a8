import type { Refusal } from '../../contract/push/refusals.js';
import type { Head, Receipt } from '../../contract/push/push-messages.js';
import type { ParsedStatement } from '../../contract/push/statement.js';
import type { SpentStatement } from '../store/bundle-store.js';
import type { Isolate } from '../store/snapshots/isolate.js';

/** What a request to the push channel may use. */
export interface PushContext {
  isolate: Isolate;
  requestId: string;
  /** Milliseconds since 1970. */
  now(): number;
  waitUntil(work: Promise<unknown>): void;
}

/** A statement whose signature, identity, intent and time are right. */
export interface AuthenticPush {
  statement: ParsedStatement;
  spent: SpentStatement;
}

/** What an intent decides about a receipt; the rest is the same for all. */
export type ReceiptFacts = Omit<Receipt, 'protocol' | 'requestId' | 'serverTime'>;

/** How a push statement ended. `recorded` refusals are in the audit chain already. */
export type PushOutcome =
  { ok: true; receipt: ReceiptFacts } | { ok: false; refusal: Refusal; recorded?: { head: Head | null } };

/** Shorthand for a refusal that is not recorded yet. */
export function refused(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
