import type { PushStatus } from '../contract/push/push-messages.js';
import { openChannel, type Question } from './channel.js';
import { checkReceipt } from './check-receipt.js';
import { failed, failedReply } from './outcome.js';
import type { PushOutcome, PushPorts, PushTarget } from './types.js';

/** Results of a question that was answered. */
type Answered = Extract<PushOutcome, { statement: string }>['result'];

/** Asks one question and checks the receipt; for everything that is not a push of its own. */
export async function askWorker(
  target: PushTarget,
  ports: PushPorts,
  question: Question,
  expected: { statuses: readonly PushStatus[]; result: Answered; sha256?: string },
): Promise<PushOutcome> {
  const opened = openChannel(target, ports);
  if (!opened.ok) return failed(opened.error);
  const reply = await opened.channel.ask(question);
  const { sent } = opened.channel;
  if (!reply.ok) return failedReply(reply, opened.channel);
  const mismatch = checkReceipt(reply.receipt, expected.statuses, expected.sha256);
  if (mismatch) return failed(mismatch, sent);
  return { result: expected.result, receipt: reply.receipt, statement: reply.statement, sent };
}
