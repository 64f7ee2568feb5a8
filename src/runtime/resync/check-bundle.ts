import { structuralDifference, structuralDigest } from '../../contract/bundle/structural-digest.js';
import { parseBundle, type BundleOutcome } from '../../contract/bundle/parse-bundle.js';
import { MAX_INDEX_BYTES } from '../../contract/bundle/bundle-limits.js';
import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { utf8 } from '../../contract/encoding/bytes.js';
import { sha256Hex } from '../../contract/encoding/digest.js';
import type { JsonFault } from '../../contract/encoding/json.js';
import { refuse, type Refusal } from '../../contract/push/refusals.js';
import type { PushClaims } from '../../contract/push/push-messages.js';
import type { CompiledIn } from '../store/snapshots/compiled-in.js';
import { policyProblems } from './bundle-policy.js';

/** A bundle index that is what was signed for, and that this Worker can serve without a redeploy. */
export interface CheckedBundle {
  index: BundleIndex;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
}

/** The outcome of {@link checkBundle}. */
export type CheckedOutcome = { ok: true; bundle: CheckedBundle } | { ok: false; refusal: Refusal };

/** Checks an index: size and digest, canonical form, schema and cross references, identity, policy, structure. */
export async function checkBundle(text: string, claims: PushClaims, compiled: CompiledIn): Promise<CheckedOutcome> {
  const bytes = utf8(text);
  const sha256 = await sha256Hex(bytes);
  const digest = digestRefusal(bytes.length, sha256, claims);
  if (digest) return { ok: false, refusal: digest };
  const parsed = parseBundle(text, bytes.length);
  if (!parsed.ok) return { ok: false, refusal: parseRefusal(parsed) };
  const { index } = parsed;
  const refusal =
    identityRefusal(index, claims) ?? policyRefusal(index) ?? (await structureRefusal(index, claims, compiled));
  return refusal ? { ok: false, refusal } : { ok: true, bundle: { index, bytes, sha256 } };
}

/** A claim of more than the limit is refused before the body is read. */
export function claimedSizeRefusal({ size = 0 }: PushClaims): Refusal | undefined {
  return size > MAX_INDEX_BYTES
    ? refuse('too_large', { size, limit: MAX_INDEX_BYTES, what: 'The bundle index' })
    : undefined;
}

function digestRefusal(size: number, sha256: string, claims: PushClaims): Refusal | undefined {
  const what = 'the bundle';
  if (sha256 !== claims.sha256)
    return refuse('digest_mismatch', { what, expected: claims.sha256 ?? '', actual: sha256 });
  if (size === claims.size) return undefined;
  return refuse('digest_mismatch', { what, expected: `${claims.size} bytes`, actual: `${size} bytes` });
}

function parseRefusal(outcome: Exclude<BundleOutcome, { ok: true }>): Refusal {
  switch (outcome.reason) {
    case 'too_large':
      return refuse('too_large', { size: outcome.size, limit: MAX_INDEX_BYTES, what: 'The bundle index' });
    case 'not_canonical':
      return refuse('not_canonical', { reason: describeFault(outcome.fault) });
    case 'invalid':
      return refuse('invalid_bundle', { problems: outcome.problems });
  }
}

function describeFault(fault: JsonFault): string {
  switch (fault.fault) {
    case 'syntax':
      return `it is no JSON (${fault.detail})`;
    case 'depth':
      return `it is nested deeper than ${fault.limit}`;
    case 'forbidden_key':
      return `${fault.pointer} is a forbidden key`;
    case 'not_canonical':
      return 'it differs from its canonical form';
  }
}

function identityRefusal(index: BundleIndex, claims: PushClaims): Refusal | undefined {
  if (index.name !== claims.name)
    return refuse('identity_mismatch', { field: 'name', statement: claims.name, bundle: index.name });
  if (index.environment === claims.env) return undefined;
  return refuse('identity_mismatch', { field: 'environment', statement: claims.env, bundle: index.environment });
}

function policyRefusal(index: BundleIndex): Refusal | undefined {
  const problems = policyProblems(index);
  return problems.length > 0 ? refuse('invalid_bundle', { problems }) : undefined;
}

/** The digest in the statement is a hint: what counts is computed from the content. */
async function structureRefusal(
  index: BundleIndex,
  claims: PushClaims,
  { identity, index: own }: CompiledIn,
): Promise<Refusal | undefined> {
  const digest = await structuralDigest(index);
  if (digest !== claims.struct)
    return refuse('identity_mismatch', { field: 'struct', statement: claims.struct ?? '', bundle: digest });
  if (digest === identity.structuralDigest) return undefined;
  const pointers = structuralDifference(own, index);
  return refuse('redeploy_required', { pointers, structuralDigest: digest, expected: identity.structuralDigest });
}
