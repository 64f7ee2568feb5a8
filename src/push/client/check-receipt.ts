import type { PushStatus, Receipt } from '../../contract/push/push-messages.js';
import { receiptMismatch } from './client-errors.js';
import type { PushError } from './push-outcome.js';

/**
 * Whether a receipt says what was asked for. Success is never taken from the HTTP status alone.
 * @param sha256 the digest that must be live now; left out where the question does not change what is live
 */
export function checkReceipt(
  receipt: Receipt,
  statuses: readonly PushStatus[],
  sha256?: string,
): PushError | undefined {
  if (!statuses.includes(receipt.status)) {
    return receiptMismatch(
      `The receipt says "${receipt.status}" where "${statuses.join('" or "')}" was asked for.`,
      receipt.requestId,
    );
  }
  if (sha256 === undefined || receipt.bundleSha256 === sha256) return undefined;
  return receiptMismatch(
    `The receipt names the bundle ${receipt.bundleSha256 ?? 'none'}; ${sha256} was pushed.`,
    receipt.requestId,
  );
}
