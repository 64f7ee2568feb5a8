import { structuralDigest } from '../../../contract/bundle/structural-digest.js';
import type { BundleIndex } from '../../../contract/bundle/bundle-index.js';
import { MAX_JSON_DEPTH } from '../../../contract/bundle/bundle-limits.js';
import { parseJson } from '../../../contract/encoding/json.js';
import { sha256Hex } from '../../../contract/encoding/digest.js';
import type { WorkerIdentity } from '../../../contract/push/identity.js';
import type { TrustRoots } from '../../../contract/keys/trust-roots.js';
import { verifyStatement } from '../../../contract/push/verify-statement.js';

/** A bundle as a store holds it. */
export interface StoredCopy {
  generation: number;
  sha256: string;
  /** The push statement that made it live. */
  statement: string;
  /** ISO 8601; `null` for the compiled-in copy. */
  appliedAt: string | null;
  /** The index, decoded. */
  index: string;
}

/** The outcome of {@link fitCopy}. */
export type Fit = { ok: true; index: BundleIndex } | { ok: false; reason: string };

/**
 * Whether a stored copy fits this Worker: digest, signature, name, environment and structure (the profile *stored*).
 * Freshness does not count, or no Worker could boot an hour after its last push; canonical form and schema were
 * checked when it was committed.
 */
export async function fitCopy(copy: StoredCopy, identity: WorkerIdentity, roots: TrustRoots): Promise<Fit> {
  if ((await sha256Hex(copy.index)) !== copy.sha256) return { ok: false, reason: 'its bytes do not have its digest' };
  const verified = await verifyStatement(copy.statement, {
    profile: 'stored',
    identity,
    roots,
    intents: ['apply', 'rollback', 'embed'],
    now: 0,
  });
  if (!verified.ok) return { ok: false, reason: `its statement is refused (${verified.refusal.code})` };
  if (verified.statement.claims.sha256 !== copy.sha256)
    return { ok: false, reason: 'its statement is for another bundle' };
  return fitIndex(copy.index, identity);
}

async function fitIndex(text: string, identity: WorkerIdentity): Promise<Fit> {
  const parsed = parseJson(text, { maxDepth: MAX_JSON_DEPTH });
  if (!parsed.ok) return { ok: false, reason: 'it is no JSON that this Worker reads' };
  const index = parsed.value as unknown as BundleIndex;
  if (index.name !== identity.name) return { ok: false, reason: `it is of the project "${index.name}"` };
  if (index.environment !== identity.environment)
    return { ok: false, reason: `it is for the environment "${index.environment}"` };
  const fits = (await structuralDigest(index)) === identity.structuralDigest;
  return fits
    ? { ok: true, index }
    : { ok: false, reason: 'its structural part is not the one this Worker was deployed with' };
}
