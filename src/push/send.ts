import type { Head, PushClaims } from '../contract/push/push-messages.js';
import { openChannel, type Channel, type Reply } from './client/channel.js';
import { checkReceipt } from './client/check-receipt.js';
import { failed, failedReply, headOf, type PushError, type PushOutcome } from './client/push-outcome.js';
import { applyBody, filesOf, largestArtifacts, planBody } from './client/push-body.js';
import { settle } from './client/settle.js';
import type { PushableBundle } from './sign.js';
import type { PushPorts } from './client/push-ports.js';
import type { PushTarget } from './client/push-target.js';

/** A push. */
export interface PushOptions extends PushTarget {
  /** `any` overrides the compare-and-set against the head. */
  expect: 'head' | 'any';
}

/**
 * Pushes a bundle: asks what the Worker lacks, sends that, and believes only a receipt that names our digest.
 * Each try has a statement of its own, so a lost answer is settled by the next one (`unchanged`).
 * Never throws for what the network or the Worker does; throws when we made a statement that is wrong.
 */
export async function pushBundle(options: PushOptions, ports: PushPorts): Promise<PushOutcome> {
  const opened = openChannel(options, ports);
  if (!opened.ok) return failed(opened.error);
  const { channel } = opened;
  const { bundle } = options;
  const planned = await channel.ask({ intent: 'plan', expect: '*', body: planBody(bundle) });
  if (!planned.ok) return settle(planned, channel, options, ports);
  const { missing } = planned.receipt;
  const mismatch = checkReceipt(planned.receipt, ['planned', 'unchanged']);
  if (mismatch) return failed(mismatch, channel.sent);
  ports.reporter?.({
    kind: 'missing',
    artifacts: missing?.artifacts.length ?? bundle.artifacts.size,
    blobs: missing?.blobs.length ?? 0,
  });
  if (missing && missing.blobs.length > 0) return failed(blobMissing(bundle, missing.blobs), channel.sent);
  const expect = options.expect === 'any' ? '*' : headOf(planned.receipt);
  const applied = await apply(channel, bundle, missing?.artifacts ?? [...bundle.artifacts.keys()], expect);
  return conclude(applied, expect, channel, options, ports);
}

/** Sends the artifacts that are missing; once more with those that went missing since the plan. */
async function apply(
  channel: Channel,
  bundle: PushableBundle,
  digests: string[],
  expect: PushClaims['expect'],
): Promise<Reply> {
  const first = await applyOnce(channel, bundle, digests, expect);
  const lacking = first.ok ? [] : missingArtifacts(first);
  const more = lacking.filter((digest) => bundle.artifacts.has(digest) && !digests.includes(digest));
  return more.length === 0 ? first : applyOnce(channel, bundle, [...digests, ...more], expect);
}

async function applyOnce(
  channel: Channel,
  bundle: PushableBundle,
  digests: string[],
  expect: PushClaims['expect'],
): Promise<Reply> {
  const made = applyBody(bundle, digests);
  if (!made.ok) return made;
  channel.sent.artifacts = digests.length;
  return channel.ask({ intent: 'apply', expect, body: made.body });
}

function missingArtifacts({ refused }: Extract<Reply, { ok: false }>): string[] {
  const digests = refused?.error.code === 'artifact_missing' ? refused.error.details.digests : undefined;
  return Array.isArray(digests) ? digests.filter((digest) => typeof digest === 'string') : [];
}

async function conclude(
  reply: Reply,
  expect: Head | '*' | null,
  channel: Channel,
  options: PushOptions,
  ports: PushPorts,
): Promise<PushOutcome> {
  const { bundle } = options;
  if (reply.ok) {
    const mismatch = checkReceipt(reply.receipt, ['applied', 'unchanged'], bundle.sha256);
    if (mismatch) return failed(mismatch, channel.sent);
    const result = reply.receipt.status === 'applied' ? 'applied' : 'unchanged';
    return { result, receipt: reply.receipt, statement: reply.statement, sent: channel.sent };
  }
  if (reply.refused?.error.code === 'conflict') {
    const outcome = failedReply(reply, channel.sent);
    return outcome.result === 'conflict' ? { ...outcome, expected: expect === '*' ? null : expect } : outcome;
  }
  if (reply.refused?.error.code === 'too_large') {
    const hint = `${reply.error.hint} The largest parts are ${largestArtifacts(bundle)}.`;
    return failed({ ...reply.error, hint }, channel.sent);
  }
  return settle(reply, channel, options, ports);
}

function blobMissing(bundle: PushableBundle, digests: string[]): PushError {
  const files = filesOf(bundle, digests);
  return {
    code: 'blob_missing',
    message: `The Worker lacks ${files.map(({ path, size }) => (size === null ? path : `${path} (${size} bytes)`)).join(', ')}.`,
    hint: 'Files above 1 MiB and binary files cannot be pushed yet: make each smaller, or leave it out of the skill.',
    details: { files },
  };
}
