import { listArtifacts } from '../../contract/bundle/list-artifacts.js';
import { serviceSecrets } from '../../contract/bundle/secret-names.js';
import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { refuse, type Refusal, type RefusalFacts } from '../../contract/push/refusals.js';
import type { Bindings } from '../store/snapshots/bindings.js';
import { blobKey } from '../store/snapshots/artifact-source.js';
import type { PushContext } from './push-context.js';

/** Declared secrets without a value, and those that a service signs in with; sorted. What is declared optional is not missed. */
export function missingSecrets(index: BundleIndex, secret: Bindings['secret']): string[] {
  const { secrets } = index.manifest.structural;
  const optional = new Set(secrets.filter(({ required }) => required === false).map(({ name }) => name));
  const needed = [...secrets.map(({ name }) => name), ...Object.values(index.services).flatMap(serviceSecrets)];
  return [...new Set(needed)].filter((name) => !optional.has(name) && secret(name) === undefined).sort();
}

/** A refusal when a required secret has no value. */
export function secretRefusal(index: BundleIndex, secret: Bindings['secret']): Refusal | undefined {
  const names = missingSecrets(index, secret);
  return names.length > 0 ? refuse('missing_secret', { names }) : undefined;
}

/** Files of the bundle that must lie in R2 and do not. */
export async function missingBlobs(
  index: BundleIndex,
  blobs: Bindings['blobs'],
): Promise<RefusalFacts['blob_missing']['files']> {
  const wanted = new Map(
    listArtifacts(index).flatMap(({ ref, label }) =>
      ref.blob ? [[ref.sha256, { path: label, ...ref }] as const] : [],
    ),
  );
  const files = await Promise.all(
    [...wanted.values()].map(async ({ path, sha256, size }) =>
      (await blobs?.head(blobKey(sha256)))?.size === size ? [] : [{ path, sha256, size }],
    ),
  );
  return files.flat();
}

/** Secrets and blobs that must be there before a bundle goes live. */
export async function requirementRefusal(index: BundleIndex, { isolate }: PushContext): Promise<Refusal | undefined> {
  const secrets = secretRefusal(index, isolate.bindings.secret);
  if (secrets) return secrets;
  const files = await missingBlobs(index, isolate.bindings.blobs);
  return files.length > 0 ? refuse('blob_missing', { files }) : undefined;
}
