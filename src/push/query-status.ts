import type { Receipt } from '../contract/push/push-messages.js';
import { openChannel } from './channel.js';
import { checkReceipt } from './check-receipt.js';
import { emptyBody } from './push-body.js';
import type { PushError, PushPorts, PushTarget } from './types.js';

/** Asks the Worker about itself: what is live, its trust roots, what it lacks. `receipt.worker` holds the answer. */
export async function queryStatus(
  target: PushTarget,
  ports: PushPorts,
): Promise<{ ok: true; receipt: Receipt } | { ok: false; error: PushError }> {
  const opened = openChannel(target, ports);
  if (!opened.ok) return opened;
  const reply = await opened.channel.ask({ intent: 'status', body: emptyBody() });
  if (!reply.ok) return { ok: false, error: reply.error };
  const mismatch = checkReceipt(reply.receipt, ['status']);
  return mismatch ? { ok: false, error: mismatch } : { ok: true, receipt: reply.receipt };
}
