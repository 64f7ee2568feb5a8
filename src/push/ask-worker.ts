import type { Receipt } from '../contract/push/push-messages.js';
import { openChannel } from './client/channel.js';
import { checkReceipt } from './client/check-receipt.js';
import { failed, failedReply, type PushError, type PushOutcome } from './client/push-outcome.js';
import { emptyBody, planBody } from './client/push-body.js';
import type { PushPorts } from './client/push-ports.js';
import type { PushTarget } from './client/push-target.js';

/** Asks the Worker what a push would change and what it lacks; changes nothing. */
export async function planPush(target: PushTarget, ports: PushPorts): Promise<PushOutcome> {
  const opened = openChannel(target, ports);
  if (!opened.ok) return failed(opened.error);
  const reply = await opened.channel.ask({ intent: 'plan', expect: '*', body: planBody(target.bundle) });
  const { sent } = opened.channel;
  if (!reply.ok) return failedReply(reply, sent);
  const mismatch = checkReceipt(reply.receipt, ['planned', 'unchanged']);
  if (mismatch) return failed(mismatch, sent);
  return { result: 'planned', receipt: reply.receipt, statement: reply.statement, sent };
}

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
