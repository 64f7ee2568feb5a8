import type { BundleIndex, CompiledBundle } from '../../../contract/bundle/bundle-index.js';
import { sha256Hex } from '../../../contract/encoding/digest.js';
import { identityOf } from '../../../contract/push/identity.js';
import type { WorkerIdentity } from '../../../contract/push/identity.js';

/** The bundle that a Worker was deployed with: its identity, trusted as code, and its first content. */
export interface CompiledIn {
  index: BundleIndex;
  /** The exact index bytes, decoded. */
  text: string;
  sha256: string;
  identity: WorkerIdentity;
  /** `null` when it was emitted without a signing key: then its content is not served. */
  statement: string | null;
  /** Digest → text. */
  artifacts: Readonly<Record<string, string>>;
}

/** The outcome of {@link readCompiledBundle}. */
export type CompiledOutcome = { ok: true; compiled: CompiledIn } | { ok: false; reason: string };

/**
 * Reads `frontmcp.deploy.bundle.js`.
 * @param environment the `env` of `createWorker`: must be the one the bundle was built for
 */
export async function readCompiledBundle(bundle: CompiledBundle, environment: string): Promise<CompiledOutcome> {
  if (bundle?.v !== 1 || typeof bundle.bundle !== 'string') {
    return { ok: false, reason: 'The bundle given to createWorker is not a frontmcp.deploy.bundle.js of version 1.' };
  }
  const index = parseIndex(bundle.bundle);
  if (!index)
    return { ok: false, reason: 'The bundle given to createWorker holds no bundle index that this runtime reads.' };
  if (index.environment !== environment) {
    return {
      ok: false,
      reason: `The bundle was built for the environment "${index.environment}", createWorker was told "${environment}".`,
    };
  }
  const [sha256, identity] = await Promise.all([sha256Hex(bundle.bundle), identityOf(index)]);
  return {
    ok: true,
    compiled: {
      index,
      text: bundle.bundle,
      sha256,
      identity,
      statement: bundle.statement,
      artifacts: bundle.artifacts ?? {},
    },
  };
}

/** An artifact that the Worker was deployed with. */
export function compiledArtifact({ artifacts }: CompiledIn, sha256: string): string | null {
  return Object.hasOwn(artifacts, sha256) ? (artifacts[sha256] ?? null) : null;
}

/** Trusted as code, so form and schema are not checked again: that would cost every cold start a second parse. */
function parseIndex(text: string): BundleIndex | undefined {
  try {
    const index = JSON.parse(text) as BundleIndex;
    return index.format === 'frontmcp-bundle' && index.v === 1 ? index : undefined;
  } catch {
    return undefined;
  }
}
