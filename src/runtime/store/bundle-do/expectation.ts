import { refuse, type Refusal } from '../../../contract/push/refusals.js';
import type { ExpectedHead, Head } from '../../../contract/push/push-messages.js';
import type { Serving, SpentStatement } from '../bundle-store.js';

/** Whether the wanted bundle is the head, and the head is what the Worker serves. */
export function isLive(head: Head | null, request: Serving & { sha256: string }): boolean {
  return head !== null && head.sha256 === request.sha256 && head.generation !== request.unfit;
}

/**
 * Whether `expect` names the head or, where the head does not fit the Worker, the copy that is served instead: that is
 * what whoever planned the push was told. `null` stands for "nothing that was pushed is live".
 */
export function meetsExpectation(head: Head | null, request: Serving & { statement: SpentStatement }): boolean {
  const { expect } = request.statement;
  if (expect === '*') return true;
  const fits = head !== null && head.generation !== request.unfit;
  if (expect === null) return !fits && (request.bootCopy?.generation ?? 0) === 0;
  const matches = (live: Head | null): boolean =>
    live?.generation === expect.generation && live.sha256 === expect.sha256;
  return matches(head) || matches(request.bootCopy);
}

/** The refusal of a push that was planned against something else. */
export function conflict(expect: null | '*' | ExpectedHead, head: Head | null): Refusal {
  return refuse('conflict', { expected: expect === '*' ? null : expect, head });
}
