import type { WorkerStatus } from '../../contract/push/push-messages.js';
import { VERSION } from '../../contract/version.js';
import type { Snapshot } from '../snapshot.js';
import type { Bindings } from '../store/snapshots/bindings.js';
import type { Isolate } from '../store/snapshots/isolate.js';
import { liveSnapshot } from './live-snapshot.js';
import type { AuthenticPush, PushContext, PushOutcome } from './push-context.js';
import { missingSecrets } from './requirements.js';

/** Says what is live and what the Worker lacks. */
export async function reportStatus(push: AuthenticPush, context: PushContext): Promise<PushOutcome> {
  const { isolate } = context;
  const { name, environment } = isolate.compiled.identity;
  const live = await liveSnapshot(context);
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

/** Features whose binding is missing, and what is lost without it: reported, never silently skipped. */
function missingBindings(
  { hasAudit, cache, nonces, blobs }: Bindings,
  nonceKv: string,
): WorkerStatus['missingBindings'] {
  const rows = [
    { there: hasAudit, binding: 'AUDIT', consequence: 'Only the last 1,000 audit records are kept, inside BundleDO.' },
    {
      there: cache !== null,
      binding: 'BUNDLE_CACHE',
      consequence:
        'There is no last-good copy: without BundleDO the Worker boots with the bundle it was deployed with.',
    },
    {
      there: nonces !== null,
      binding: nonceKv,
      consequence: 'A replayed push is refused only after its body was read.',
    },
    {
      there: blobs !== null,
      binding: 'SKILL_DATA',
      consequence: 'Files larger than 1 MiB, and binary files, cannot be served.',
    },
  ];
  return rows.flatMap(({ there, binding, consequence }) => (there ? [] : [{ binding, consequence }]));
}
