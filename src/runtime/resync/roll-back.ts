import { diffBundles } from '../../contract/bundle/diff.js';
import { structuralDifference, structuralDigest } from '../../contract/bundle/structural-digest.js';
import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { fromUtf8 } from '../../contract/encoding/bytes.js';
import { refuse, type Refusal } from '../../contract/push/refusals.js';
import { committed } from './apply-push.js';
import { requirementRefusal } from './requirements.js';
import { liveSnapshot, indexOf } from './live-snapshot.js';
import { refused, type AuthenticPush, type PushContext, type PushOutcome } from './push-context.js';

/** Makes a kept generation live again, as a new generation. */
export async function rollBack(push: AuthenticPush, context: PushContext): Promise<PushOutcome> {
  const { bindings, compiled, snapshots } = context.isolate;
  const sha256 = push.statement.claims.sha256 ?? '';
  const kept = await bindings.store.kept(sha256);
  const target = kept && (JSON.parse(fromUtf8(kept.index)) as BundleIndex);
  const refusal = target && ((await structureRefusal(target, context)) ?? (await requirementRefusal(target, context)));
  if (refusal) return refused(refusal);
  const before = await liveSnapshot(context);
  const { name, environment } = compiled.identity;
  const answer = await bindings.store.rollback({
    ...snapshots.serving(),
    worker: { name, environment },
    statement: push.spent,
    sha256,
  });
  snapshots.expire();
  if (!answer.ok) return { ok: false, refusal: answer.refusal, recorded: { head: answer.head } };
  const changes = answer.outcome !== 'unchanged' && target;
  return committed(answer, changes ? diffBundles(await indexOf(answer.previous, before, context), target) : null);
}

/** A generation from before a redeploy may no longer fit. */
async function structureRefusal(target: BundleIndex, { isolate }: PushContext): Promise<Refusal | undefined> {
  const { identity, index } = isolate.compiled;
  const digest = await structuralDigest(target);
  if (digest === identity.structuralDigest) return undefined;
  const pointers = structuralDifference(index, target);
  return refuse('redeploy_required', { pointers, structuralDigest: digest, expected: identity.structuralDigest });
}
