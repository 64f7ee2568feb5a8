import type { WorkerStatus } from '../../contract/push/push-messages.js';
import type { Snapshot } from '../snapshot.js';
import type { Isolate } from '../store/snapshots/isolate.js';
import { VERSION } from '../../contract/version.js';
import { askSnapshot } from './live-index.js';
import { missingBindings } from './missing-bindings.js';
import type { AuthenticPush, PushContext, PushOutcome } from './push-context.js';
import { missingSecrets } from './requirements.js';

/** Says what is live and what the Worker lacks. */
export async function reportStatus(push: AuthenticPush, context: PushContext): Promise<PushOutcome> {
  const { isolate } = context;
  const { name, environment } = isolate.compiled.identity;
  const live = await askSnapshot(context);
  const answer = await isolate.bindings.store.settle({
    worker: { name, environment },
    statement: push.spent,
    type: 'status',
    sha256: null,
    refs: new Uint8Array(0),
  });
  if (!answer.ok) return { ok: false, refusal: answer.refusal, recorded: { head: answer.head } };
  return {
    ok: true,
    receipt: {
      status: 'status',
      generation: live?.generation ?? 0,
      bundleSha256: live?.sha256 ?? null,
      previous: null,
      audit: answer.audit,
      worker: workerStatus(isolate, live, answer.auditPending),
    },
  };
}

function workerStatus(
  { compiled, roots, bindings, unauthenticatedRefusals }: Isolate,
  live: Snapshot | null,
  auditPending: number,
): WorkerStatus {
  const { name, environment, audience, structuralDigest } = compiled.identity;
  const { signing } = compiled.index.manifest.structural;
  return {
    name,
    environment,
    audience,
    runtimeVersion: VERSION,
    structuralDigest,
    appliedAt: live?.appliedAt ?? null,
    trustRoots: [...roots.usable].map(([kid, { algorithm, thumbprint }]) => ({ kid, algorithm, thumbprint })),
    unusableTrustRoots: roots.unusable,
    missingBindings: missingBindings(bindings, signing.replay.nonceKv),
    missingSecrets: missingSecrets(live?.index ?? compiled.index, bindings.secret),
    auditPending,
    unauthenticatedRefusals,
  };
}
