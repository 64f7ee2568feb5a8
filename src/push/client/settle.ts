import { openChannel, type Channel, type Reply } from './channel.js';
import { checkReceipt } from './check-receipt.js';
import { LAST_QUESTION_MS } from './client-limits.js';
import { failed, failedReply, headOf, type PushOutcome } from './push-outcome.js';
import { emptyBody } from './push-body.js';
import type { PushPorts } from './push-ports.js';
import type { PushTarget } from './push-target.js';

/**
 * Concludes a push that got no receipt of its own. After `replayed`, and after a cancellation, the Worker is
 * asked what is live: the push has worked only if that is our digest.
 */
export async function settle(
  reply: Extract<Reply, { ok: false }>,
  channel: Channel,
  target: PushTarget,
  ports: PushPorts,
): Promise<PushOutcome> {
  const { code } = reply.error;
  if (code === 'cancelled' && channel.sent.attempts > 0) return settleCancelled(reply, channel, target, ports);
  if (code !== 'replayed') return failedReply(reply, channel.sent);
  ports.reporter?.({ kind: 'settling', reason: reply.error.message });
  const status = await channel.ask({ intent: 'status', body: emptyBody() });
  if (!status.ok || checkReceipt(status.receipt, ['status'])) return failed(reply.error, channel.sent);
  const { receipt, statement } = status;
  if (receipt.bundleSha256 === target.bundle.sha256)
    return { result: 'unchanged', receipt, statement, sent: channel.sent };
  return failed(reply.error, channel.sent, headOf(receipt));
}

/** Whoever cancels a push wants to know what is live now; that question no longer listens to the signal. */
async function settleCancelled(
  reply: Extract<Reply, { ok: false }>,
  channel: Channel,
  target: PushTarget,
  ports: PushPorts,
): Promise<PushOutcome> {
  const limits = { deadlineMs: LAST_QUESTION_MS, requestTimeoutMs: LAST_QUESTION_MS };
  const last = openChannel({ ...target, ...limits }, { ...ports, signal: undefined });
  const status = last.ok ? await last.channel.ask({ intent: 'status', body: emptyBody() }) : last;
  if (!status.ok || checkReceipt(status.receipt, ['status'])) {
    return failed(
      {
        ...reply.error,
        message: `${reply.error.message} What is live is not known: the Worker did not answer in time.`,
      },
      channel.sent,
    );
  }
  const live = headOf(status.receipt);
  const state =
    live?.sha256 === target.bundle.sha256
      ? 'This bundle is live.'
      : live
        ? `The bundle ${live.sha256} is live, not this one.`
        : 'No pushed bundle is live.';
  return failed({ ...reply.error, message: `${reply.error.message} ${state}` }, channel.sent, live);
}
