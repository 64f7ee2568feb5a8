import { MAX_PUSH_BODY_BYTES } from '../../contract/bundle/bundle-limits.js';
import type { Refusal } from '../../contract/push/refusals.js';
import { checkBundle, claimedSizeRefusal, type CheckedBundle } from './check-bundle.js';
import { parseBody } from './parse-body.js';
import { refused, type AuthenticPush, type PushContext } from './push-context.js';
import { readPushBody } from './read-push-body.js';

/** A JSON string may spell each byte with six characters; the rest is for the members around it. */
const planLimit = (size: number): number => Math.min(MAX_PUSH_BODY_BYTES, size * 6 + 1024);

/** What a body carries once its index was checked. */
export type PushedOutcome =
  { ok: true; bundle: CheckedBundle; sent: Record<string, string> } | { ok: false; refusal: Refusal };

/** Reads the body of an apply or a plan, and checks its index. */
export async function readPushedBundle(
  request: Request,
  { statement }: AuthenticPush,
  { isolate }: PushContext,
): Promise<PushedOutcome> {
  const { claims } = statement;
  const withArtifacts = claims.op === 'apply';
  const tooLarge = claimedSizeRefusal(claims);
  if (tooLarge) return refused(tooLarge);
  const read = await readPushBody(request, withArtifacts ? MAX_PUSH_BODY_BYTES : planLimit(claims.size ?? 0));
  if (!read.ok) return read;
  const parsed = parseBody(read.text, withArtifacts);
  if (!parsed.ok) return parsed;
  const checked = await checkBundle(parsed.body.bundle, claims, isolate.compiled);
  return checked.ok ? { ok: true, bundle: checked.bundle, sent: parsed.body.artifacts } : checked;
}
