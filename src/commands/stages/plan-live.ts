import type { Bundle } from '../../build/stage-values.js';
import type { BundleDiff } from '../../contract/bundle/diff.js';
import { VERSION } from '../../contract/version.js';
import { planPush } from '../../push/ask-worker.js';
import type { Plan, PlanBase } from '../plan-result.js';
import type { Ports } from '../ports.js';
import { readLiveDigest } from './live-digest.js';
import { failureOf } from './push-stage.js';
import { signStage } from './sign-stage.js';

/** How a live Worker is asked. */
export interface LiveAccess {
  /** With a key the Worker tells what would change; without one only whether its digest is another. */
  signingKey?: string;
  keyId?: string;
  access?: { clientId: string; clientSecret: string };
}

type LiveBase = Extract<PlanBase, { kind: 'live' }>;

/** Compares a bundle with what a Worker serves: by a signed plan, or without a key by the digest that it tells anybody. */
export async function planAgainstLive(bundle: Bundle, base: LiveBase, live: LiveAccess, ports: Ports): Promise<Plan> {
  const { signingKey, keyId, access } = live;
  if (signingKey === undefined) return planByDigest(bundle, { ...base, access }, ports);
  const signer = await signStage(bundle, { signingKey, keyId }, ports);
  if (!signer.ok) return { base, baseProblem: signer.failure };
  const outcome = await planPush(
    { url: base.url, bundle, key: signer.key, kid: signer.kid, access, version: VERSION },
    { ...ports, reporter: undefined },
  );
  if (outcome.result === 'redeploy_required') return { base, diff: structuralOnly(outcome.pointers), unchanged: false };
  if (!('receipt' in outcome)) return { base, baseProblem: failureOf(outcome.error) };
  const { bundleSha256, generation, diff } = outcome.receipt;
  return {
    base: { ...base, generation, ...(bundleSha256 === null ? {} : { sha256: bundleSha256 }) },
    diff,
    unchanged: bundleSha256 === bundle.sha256,
  };
}

async function planByDigest(
  bundle: Bundle,
  { access, ...base }: LiveBase & Pick<LiveAccess, 'access'>,
  ports: Ports,
): Promise<Plan> {
  const live = await readLiveDigest({ url: base.url, access }, ports);
  if (!live.ok) return { base, baseProblem: live.failure };
  return { base: { ...base, ...live.head }, unchanged: live.head.sha256 === bundle.sha256 };
}

/** A Worker that must be redeployed first names those parts and compares nothing else. */
function structuralOnly(structural: string[]): BundleDiff {
  const none = { added: [], removed: [], changed: [] };
  return {
    capabilities: [],
    hosts: { gained: [], lost: [] },
    credentials: none,
    weaker: [],
    skills: none,
    revokedApprovals: [],
    operations: none,
    structural,
  };
}
