import { structuralDigest } from '../bundle/structural-digest.js';
import type { BundleIndex } from '../bundle/bundle-index.js';
import { RESYNC_PATH } from './routes.js';

/** Who a Worker is, as its compiled-in bundle says; compared with statements, never with the Host header. */
export interface WorkerIdentity {
  name: string;
  environment: string;
  audience: string;
  /** Lifetime of a push statement, in seconds. */
  windowSeconds: number;
  structuralDigest: string;
  trustRoots: { kid: string; publicKeySecret: string }[];
}

/** The audience of a push: always from the manifest, whatever address the push is sent to. */
function audienceOf(index: BundleIndex): string {
  const { url } = index.manifest.structural.deployment;
  return url === undefined ? `frontmcp:${index.name}/${index.environment}` : `${url.replace(/\/+$/, '')}${RESYNC_PATH}`;
}

/** The identity that a bundle gives to the Worker it is compiled into, and that a push to it must name. */
export async function identityOf(index: BundleIndex): Promise<WorkerIdentity> {
  const { signing } = index.manifest.structural;
  return {
    name: index.name,
    environment: index.environment,
    audience: audienceOf(index),
    windowSeconds: signing.replay.windowSeconds ?? 300,
    structuralDigest: await structuralDigest(index),
    trustRoots: signing.trustRoots,
  };
}
